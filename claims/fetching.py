"""What fetching remembers from pass to pass, and the rules on when an address is asked again.

The fetcher keeps nothing itself: it asks and tells a ``FetchMemory``. A page is owed until its article is
settled, so a pass that was killed leaves nothing undone that the next one does not do.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

# After its first reading a page is read again when corrections come, and then let be.
REVISITS = (timedelta(hours=1), timedelta(hours=6), timedelta(days=1), timedelta(days=3), timedelta(days=7))
FIRST_RETRY, LONGEST_RETRY = timedelta(minutes=5), timedelta(hours=12)
PAGE_TRIES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An article as a feed, sitemap or page of links announces it. ``content`` is its HTML where a feed has it."""

    url: str
    title: str | None = None
    summary: str | None = None
    content: str | None = None
    published_at: datetime | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask with, next time, whether its answer has changed (RFC 9110, 8.8)."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """One answer or failure: ``status`` is HTTP's (None: there was no answer), ``reason`` why it was of no use."""

    url: str
    at: datetime
    status: int | None
    body: bytes = b""
    validators: Validators = Validators()
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceHealth:
    """How a source does. ``waiting`` pages are announced and not yet settled; ``rhythm`` are the times at which it
    announced something new, oldest first."""

    url: str
    kind: str
    asked_at: datetime | None
    answered_at: datetime | None
    failures: int
    reason: str | None
    ask_again_at: datetime | None
    moved_to: str | None
    per_day: float
    waiting: int
    rhythm: tuple[datetime, ...]


class FetchMemory(Protocol):
    """What the fetcher asks and tells. Every call is one short transaction, from any thread."""

    def turn(self, host: str, pace: float, longest: float) -> float:
        """Take the next turn at a host: the seconds to wait until it. No two get the same, in any process.

        Where the wait would be over ``longest``, no turn is taken and the wait returned all the same.
        """

    def hold(self, host: str, until: datetime) -> None:
        """The host asked to be left alone until then."""

    def robots(self, host: str, since: datetime) -> str | None:
        """The host's rules for robots, if they were read after ``since``."""

    def keep_robots(self, host: str, rules: str, at: datetime) -> None:
        """The host's rules for robots as read now."""

    def validators(self, url: str) -> Validators:
        """What to ask a source or page with: none, unless what it gave last was settled."""

    def wait_for(self, source: str) -> tuple[datetime, str] | None:
        """When a source that fails is to be asked again, and why it failed."""

    def heard(self, source: str, kind: str, fetch: Fetch, entries: Sequence[Entry], moved_to: str | None) -> None:
        """A source answered; entries that are new are owed from now on. Failing is over."""

    def failed(self, source: str, kind: str, fetch: Fetch) -> None:
        """A source did not answer, or with something of no use; it is asked again after a while."""

    def owed(self, source: str, now: datetime, most: int) -> list[Entry]:
        """Pages of the source to be fetched now: new ones, failed ones, and those whose time has come again."""

    def fetched(self, fetch: Fetch) -> None:
        """A page was fetched, or answered that nothing changed (304); its bytes are archived."""

    def page_failed(self, fetch: Fetch) -> datetime | None:
        """A page could not be had. Returns when it was last read, if ever: then it was taken down or hidden."""

    def settle(self, url: str, at: datetime, reason: str | None = None) -> None:
        """The page's article is stored, or is none for ``reason``. Called by whoever read the document."""


def retry_after(failures: int) -> timedelta:
    """How long to leave alone what has failed so many times in a row: doubling from five minutes to half a day."""
    doublings = min(max(failures, 1) - 1, 20)
    return min(FIRST_RETRY * (1 << doublings), LONGEST_RETRY)


def next_visit(first_read: datetime, now: datetime, revisits: Sequence[timedelta] = REVISITS) -> datetime | None:
    """When a page first read at ``first_read`` is read again; None when it is left for good."""
    return next((first_read + after for after in revisits if first_read + after > now), None)
