"""Email over SMTP: encrypted or refused, one thread per case, and every recipient accounted for."""

import json
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, tzinfo
from typing import Any
from urllib.parse import unquote, urlsplit

from alerts.channels.channel import Never, NotNow, OutOfOrder, Parcel, Receipt
from alerts.channels.mail_layout import mail, message_id
from alerts.links import NOWHERE, Links

SECONDS = 30  # for one answer of the server
PORTS = {"smtp": 587, "smtps": 465, "smtp+plain": 25}


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server. ``smtp`` wants STARTTLS, ``smtps`` TLS from the first byte, ``smtp+plain`` none at all."""

    scheme: str
    host: str
    port: int
    user: str = ""
    password: str = ""

    def __repr__(self) -> str:
        return f"{self.scheme}://{self.host}:{self.port}"


def server(url: str) -> Server:
    """``smtp://user:password@host:587``. Raises OutOfOrder; the message holds no password."""
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError as error:
        raise OutOfOrder("the address of the mail server has no proper port") from error
    if parts.scheme not in PORTS or not parts.hostname:
        raise OutOfOrder(f"the address of the mail server must begin with {', '.join(f'{s}://' for s in PORTS)}")
    if parts.scheme == "smtp+plain" and parts.password:
        raise OutOfOrder("a password needs an encrypted connection: use smtp:// or smtps://")
    user, password = (unquote(part or "") for part in (parts.username, parts.password))
    return Server(parts.scheme, parts.hostname, port or PORTS[parts.scheme], user, password)


class Mail:
    """Mails to everybody in ``to``. The thread's reference is the Message-ID of the first mail on the case.

    Its progress says who is still to be reached: one recipient put off does not make the others get it twice.
    """

    follows = False

    def __init__(
        self,
        host: Server,
        sender: str,
        to: tuple[str, ...],
        links: Links = NOWHERE,
        zone: tzinfo = UTC,
        trust: ssl.SSLContext | None = None,
    ) -> None:
        self._server = host
        self._sender = sender
        self._to = to
        self._links = links
        self._zone = zone
        self._trust = trust or ssl.create_default_context()

    def send(self, parcel: Parcel) -> Receipt:
        letter = mail(parcel.content, self._sender, self._links, self._zone, parcel.thread)
        letter["To"] = ", ".join(self._to)
        before: dict[str, Any] = json.loads(parcel.progress) if parcel.progress else {"left": self._to, "refused": {}}
        refused = self._hand_over(letter.as_bytes(), list(before["left"]))
        put_off = [who for who, (code, _) in refused.items() if code < 500]
        never: dict[str, str] = before["refused"] | {who: why for who, (code, why) in refused.items() if code >= 500}
        if put_off:
            progress = json.dumps({"left": put_off, "refused": never})
            raise NotNow(f"put off for {', '.join(put_off)}: {refused[put_off[0]][1]}", progress=progress)
        if len(never) == len(self._to):
            raise Never(f"refused for {', '.join(f'{who} ({why})' for who, why in never.items())}")
        warnings = tuple(f"mail refused for {who}: {why}" for who, why in never.items())
        domain = self._sender.rsplit("@", 1)[-1]
        return Receipt(parcel.thread or message_id(parcel.content, domain), warnings)

    def _hand_over(self, letter: bytes, to: list[str]) -> dict[str, tuple[int, str]]:
        """Who was refused, with code and reason; an answer that concerns all is raised as NotNow or Never."""
        try:
            with self._connected() as smtp:
                refused = smtp.sendmail(self._sender, to, letter)
        except smtplib.SMTPRecipientsRefused as error:
            refused = error.recipients
        except smtplib.SMTPNotSupportedError as error:
            raise OutOfOrder(f"the mail server lacks what we need: {error}") from error
        except smtplib.SMTPAuthenticationError as error:
            raise OutOfOrder(f"the mail server refuses the login: {_said(error)}") from error
        except smtplib.SMTPSenderRefused as error:
            raise (OutOfOrder if error.smtp_code >= 500 else NotNow)(f"sender refused: {_said(error)}") from error
        except smtplib.SMTPResponseException as error:
            raise (Never if error.smtp_code >= 500 else NotNow)(f"the mail server says {_said(error)}") from error
        except ssl.SSLError as error:
            raise OutOfOrder(f"no trusted encryption with {self._server!r}: {error.reason}") from error
        except (smtplib.SMTPException, OSError) as error:
            raise NotNow(f"the mail server {self._server!r} can't be reached: {error}", channel=True) from error
        return {who: (code, why.decode("utf-8", "replace")) for who, (code, why) in refused.items()}

    @contextmanager
    def _connected(self) -> Iterator[smtplib.SMTP]:
        at = self._server
        if at.scheme == "smtps":
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(at.host, at.port, timeout=SECONDS, context=self._trust)
        else:
            smtp = smtplib.SMTP(at.host, at.port, timeout=SECONDS)
        try:
            if at.scheme == "smtp":
                smtp.starttls(context=self._trust)
            if at.user:
                smtp.login(at.user, at.password)
            yield smtp
            with suppress(smtplib.SMTPException, OSError):
                smtp.quit()  # the mail is handed over: a server that says good-bye rudely has it all the same
        finally:
            smtp.close()


def _said(error: smtplib.SMTPResponseException) -> str:
    reason = error.smtp_error
    return f"{error.smtp_code} {reason.decode('utf-8', 'replace') if isinstance(reason, bytes) else reason}"[:300]
