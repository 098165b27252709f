"""A message or bulletin as plain text: the mail's second body, and what goes to services that know no more."""

import io
from datetime import UTC, tzinfo

from rich.console import Console

from alerts.bulletins.bulletin import Bulletin
from alerts.channels.console import show
from alerts.links import NOWHERE, Links
from alerts.message import Message


def as_text(content: Message | Bulletin, links: Links = NOWHERE, zone: tzinfo = UTC) -> str:
    """Lines without any markup, long ones left long: who shows them wraps them."""
    if isinstance(content, Bulletin):
        return "\n".join(_lines(content))
    out = io.StringIO()
    show(content, Console(file=out, force_terminal=False, color_system=None, width=200), zone)
    places = {"Answer": links.review(content.case), "Whole story": links.case(content.topic, content.case)}
    return out.getvalue() + "".join(f"{name}: {where}\n" for name, where in places.items() if where)


def _lines(bulletin: Bulletin) -> list[str]:
    lines = [bulletin.title, bulletin.intro, ""]
    for section in bulletin.sections:
        lines += [section.title, "-" * len(section.title)] if section.items else []
        for item in section.items:
            lines += [f"* {item.text}", *(f"  {extra}" for extra in (item.note, item.link) if extra)]
        lines += [""] if section.items else []
    return [*lines, bulletin.closing, ""]
