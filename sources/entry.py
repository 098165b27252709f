"""What a feed, a sitemap or a page of links says of an article before it is fetched."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

EARLIEST = datetime(1995, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An article as announced. ``content`` is its HTML in full where the feed carries it."""

    url: str
    title: str | None = None
    summary: str | None = None
    content: str | None = None
    published_at: datetime | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """The entries of a feed, sitemap or page, oldest first; ``more`` are lists it points to, ``left_out`` how many
    entries lay over the limit."""

    entries: tuple[Entry, ...]
    more: tuple[str, ...] = ()
    left_out: int = 0


class NotAListingError(ValueError):
    """Bytes that are no feed or sitemap; the message says what is wrong with them."""


def believable(moment: datetime | None, now: datetime) -> datetime | None:
    """A stated time, unless no news can bear it: feeds give 1970, year 1 and next year for want of a date."""
    if moment is None:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC) if EARLIEST < aware < now + timedelta(days=1) else None


def listing(entries: list[Entry], limit: int, more: tuple[str, ...] = ()) -> Listing:
    """One entry per address, the newest ``limit`` of them, oldest first; entries without a date count as new."""
    once = list({entry.url: entry for entry in reversed(entries)}.values())
    dated = sorted(once, key=lambda entry: entry.published_at or datetime.max.replace(tzinfo=UTC))
    return Listing(tuple(dated[-limit:]), more, max(0, len(dated) - limit))
