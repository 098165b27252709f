"""A message or bulletin as mail: subject, plain text, HTML, and the headers that keep a case in one thread."""

import base64
from datetime import UTC, tzinfo
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from alerts import wording
from alerts.bulletins.bulletin import Bulletin
from alerts.channels.plain_text import as_text
from alerts.links import NOWHERE, Links
from alerts.message import Message, Voice
from alerts.scraped import cut
from claims.case import ChangeKind
from claims.relation import Relation

QUOTE_LIMIT = 900
SUBJECT = 120  # a phone shows some forty characters of it, and the question comes first
CHART = "chart@atodds"

_COLOURS = {Relation.CONFLICTS: "#b3261e", Relation.DIFFERS: "#8a5a00", Relation.UPDATES: "#1a4f8b"}
_PAGES = Environment(loader=PackageLoader("alerts"), autoescape=True, undefined=StrictUndefined, trim_blocks=True)


def mail(
    content: Message | Bulletin, sender: str, links: Links = NOWHERE, zone: tzinfo = UTC, root: str | None = None
) -> EmailMessage:
    """The mail, but for its recipients. ``root`` is the Message-ID of the first mail on the case, if there was one."""
    domain = sender.rsplit("@", 1)[-1]
    found = EmailMessage(policy=SMTP)
    found["From"] = Address("atodds", addr_spec=sender)
    found["Subject"] = ("Re: " if root else "") + subject(content)
    found["Date"] = format_datetime(content.at)
    found["Message-ID"] = message_id(content, domain)
    if root:
        found["In-Reply-To"] = found["References"] = root
    found["List-Id"] = f"<{''.join(c if c.isalnum() else '-' for c in content.topic)}.atodds.{domain}>"
    found["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's holiday answers it
    found["X-Auto-Response-Suppress"] = "All"
    found.set_content(as_text(content, links, zone), cte="quoted-printable")
    if isinstance(content, Bulletin):
        found.add_alternative(_bulletin(content), subtype="html", cte="quoted-printable")
        if content.chart:
            page = found.get_payload()[1]  # type: ignore[index]
            page.add_related(base64.b64decode(content.chart), "image", "png", cid=f"<{CHART}>")  # type: ignore[union-attr]
    else:
        found.add_alternative(_message(content, links, zone), subtype="html", cte="quoted-printable")
    return found


def subject(content: Message | Bulletin) -> str:
    """The question: it stays the same as long as the case lives, so that every mail program keeps one thread."""
    return cut(content.title if isinstance(content, Bulletin) else content.question, SUBJECT)


def message_id(content: Message | Bulletin, domain: str) -> str:
    """The same for the same content, so that a mail sent twice after a crash is shown once."""
    return f"<{content.id}@atodds.{domain}>"


def _message(message: Message, links: Links, zone: tzinfo) -> str:
    return _PAGES.get_template("message.html").render(
        message=message,
        subject=subject(message),
        preview=wording.answers([(side.outlets, side.says) for side in message.sides]),
        label=message.label,
        opened=message.change is ChangeKind.OPENED,
        colour=_COLOURS.get(message.relation, "#666666"),
        because=wording.because(message.features),
        form=links.review(message.case),
        page=links.case(message.topic, message.case),
        names=wording.names,
        counted=wording.counted,
        quoted=_quoted,
        when=lambda moment: wording.when(moment, zone, message.at),
        closing=f"Case {message.case}, {wording.when(message.at, zone)}. Who says what; not who is right.",
    )


def _bulletin(bulletin: Bulletin) -> str:
    return _PAGES.get_template("bulletin.html").render(
        bulletin=bulletin,
        subject=subject(bulletin),
        preview=bulletin.intro,
        chart=CHART if bulletin.chart else "",
        closing=bulletin.closing,
    )


def _quoted(voice: Voice) -> Markup:
    """The quote with the words in bold that the claim stands on."""
    shown = cut(voice.quote, QUOTE_LIMIT, voice.mark)
    mark = voice.quote[slice(*voice.mark)]
    before, found, after = shown.partition(mark) if mark else (shown, "", "")
    return Markup("{}<b>{}</b>{}").format(before, found, after) if found else escape(before)
