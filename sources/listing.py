"""What a feed, a sitemap or a page of links holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from claims.fetching import Entry

EARLIEST = datetime(1995, 1, 1, tzinfo=UTC)
_NOW_ON = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Listing:
    """The entries, oldest first; ``more`` are lists it points to, ``left_out`` how many entries were over the limit."""

    entries: tuple[Entry, ...]
    more: tuple[str, ...] = ()
    left_out: int = 0


class NotAListingError(ValueError):
    """Bytes that are no feed, sitemap or page of links; the message says what is wrong with them."""


def believable(moment: datetime | None, now: datetime) -> datetime | None:
    """A stated time, unless no news can bear it: feeds give 1970, year 1 and next year for want of a date."""
    if moment is None:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC) if EARLIEST < aware < now + timedelta(days=1) else None


def listing(entries: Sequence[Entry], limit: int, more: Sequence[str] = ()) -> Listing:
    """One entry per address, the newest ``limit`` of them, oldest first; entries without a date count as new."""
    once = list({entry.url: entry for entry in reversed(entries)}.values())
    dated = sorted(once, key=lambda entry: entry.published_at or _NOW_ON)
    return Listing(tuple(dated[-limit:]), tuple(more), max(0, len(dated) - limit))
