"""A bulletin: everything we send that is not the message of one case. Summaries, digests, word to the operator."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line, a second in smaller type, and where it leads (None: nowhere)."""

    text: str
    note: str = ""
    link: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Items under a title."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulletin:
    """A title, a sentence on what this is, sections, and a line of life at the end. All text is plain.

    ``id`` is the same whenever the same bulletin is sent; ``chart`` is a PNG in base 64, shown where mail is shown,
    and ``chart_says`` what it shows, in words.
    """

    id: str
    topic: str
    title: str
    intro: str
    sections: tuple[Section, ...]
    closing: str
    at: datetime
    chart: str = ""
    chart_says: str = ""
