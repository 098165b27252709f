"""What the outside world hands in, before it is read: documents, and what went wrong with the rest."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A page or text as it came. Exactly one of ``html`` (bytes as fetched) and ``text`` is set.

    ``id`` is the one that came in (None: the claim base gives one); ``published_at`` and ``title`` are
    what a feed or a row said, and win over what the page says; ``where`` names it for people (address,
    or file and line); ``charset`` is the one that HTTP declared. ``found_in`` is the feed, sitemap or list
    that named it; None where a person did, and such an article is taken whatever its topic.
    """

    url: str
    where: str
    fetched_at: datetime
    id: str | None = None
    outlet: str | None = None
    title: str | None = None
    published_at: datetime | None = None
    html: bytes | None = None
    text: str | None = None
    charset: str | None = None
    found_in: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was left out: where (address, or file and line), and why, in words for people.

    ``fatal`` problems make the pass exit 1; the others (another language, an old article) do not.
    """

    where: str
    reason: str
    fatal: bool = True
