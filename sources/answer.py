"""What an address answered, or why it did not, in words for people."""

import ssl
from dataclasses import dataclass
from datetime import UTC, datetime

import httpcore
import httpx

from claims.fetching import Fetch, Validators
from sources.guard import ForbiddenAddressError

_MEANINGS = {
    401: "asks for a login",
    402: "asks for payment",
    403: "refuses us",
    404: "there is no such page",
    410: "the page was taken away",
    429: "asks for fewer requests",
    451: "withheld for legal reasons",
    503: "unavailable for now",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The final address, the body in full (empty for 304), and what HTTP said of it."""

    url: str
    status: int
    body: bytes
    media_type: str
    charset: str | None
    validators: Validators
    moved_to: str | None = None

    def fetch(self, address: str, reason: str | None = None) -> Fetch:
        """What the memory keeps of it, filed under the address that was asked for."""
        now = datetime.now(UTC)
        return Fetch(url=address, at=now, status=self.status, body=self.body, validators=self.validators, reason=reason)


class FetchError(Exception):
    """An address that could not be got; the message says why, ``status`` is HTTP's where it answered.

    ``unconnected``: it did not come to a connection, so no other address of the host can be got either.
    """

    def __init__(self, reason: str, status: int | None = None, unconnected: bool = False) -> None:
        super().__init__(reason)
        self.status = status
        self.unconnected = unconnected

    def fetch(self, address: str) -> Fetch:
        """What the memory keeps of it."""
        return Fetch(url=address, at=datetime.now(UTC), status=self.status, reason=str(self))


def validators_of(headers: httpx.Headers) -> Validators:
    """ETag and Last-Modified, unless they are too long to be sent back."""
    etag, modified = headers.get("etag"), headers.get("last-modified")
    return Validators(
        etag if etag and len(etag) < 500 else None, modified if modified and len(modified) < 100 else None
    )


def conditions(validators: Validators) -> dict[str, str]:
    """The request headers that ask for a change only."""
    asked = {"If-None-Match": validators.etag, "If-Modified-Since": validators.last_modified}
    return {name: value for name, value in asked.items() if value}


def refusal(status: int, until: datetime | None = None) -> FetchError:
    """A status that is of no use."""
    reason = f"{_MEANINGS.get(status, 'answered with an error')} ({status})"
    return FetchError(f"{reason}, to be asked again after {until:%d %B %H:%M} UTC" if until else reason, status)


def broken(error: Exception) -> FetchError:
    """A connection or an exchange that failed."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ForbiddenAddressError):
            return FetchError(str(cause), unconnected=True)
        cause = cause.__cause__ or cause.__context__
    if isinstance(error, httpx.ConnectError):
        secure = isinstance(error.__context__ or error, ssl.SSLError) or "SSL" in str(error)
        reason = "its certificate is not good" if secure else "cannot be reached"
        return FetchError(f"{reason} ({_brief(error)})", unconnected=True)
    if isinstance(error, httpx.InvalidURL) or "URL in location header" in str(error):
        return FetchError("redirects to something that is not a web address")
    if isinstance(error, httpx.RemoteProtocolError | httpcore.ProtocolError):
        return FetchError(f"answers against the rules of HTTP ({_brief(error)})")
    return FetchError(f"the connection failed ({type(error).__name__})")


def _brief(error: Exception) -> str:
    """What an error says, fit for a log line: it may quote what the other side sent."""
    return "".join(c for c in str(error)[:120] if c.isprintable())
