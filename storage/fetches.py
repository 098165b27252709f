"""What fetching remembers of a topic: the FetchMemory that holds across processes and passes."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from operator import itemgetter
from time import time
from typing import Any

from sqlalchemy import Connection, case, or_, select, update

from claims.fetching import (
    PAGE_TRIES,
    REVISITS,
    Entry,
    Fetch,
    FetchMemory,
    SourceHealth,
    Validators,
    next_visit,
    retry_after,
)
from storage.archive import keep, pack
from storage.base import Base
from storage.health import health_of
from storage.once import add_once
from storage.tables import HostRow, PageRow, SourceRow

SOURCE = SourceRow.__table__  # type: ignore[attr-defined]
PAGE = PageRow.__table__  # type: ignore[attr-defined]
HOST = HostRow.__table__  # type: ignore[attr-defined]
_RHYTHM = timedelta(days=30)
_FARTHEST = timedelta(days=1).total_seconds()


class Fetches(FetchMemory):
    """The memory of one topic's sources and pages; turns at hosts are shared by all topics."""

    def __init__(self, base: Base, topic: str, revisits: Sequence[timedelta] = REVISITS) -> None:
        self._base = base
        self._topic = topic
        self._revisits = revisits

    def turn(self, host: str, pace: float, longest: float) -> float:
        now = time()
        with self._base.writing() as connection:
            add_once(connection, HOST, {"host": host, "next_at": 0.0})
            next_at: float = connection.execute(_locked(select(HOST.c.next_at).where(HOST.c.host == host))).scalar_one()
            # Nobody holds a host for longer than a day: a turn beyond it was given before the clock stepped back.
            mine = max(now, next_at) if next_at <= now + _FARTHEST else now
            if mine - now <= longest:
                connection.execute(update(HOST).where(HOST.c.host == host), {"next_at": mine + pace})
        return mine - now

    def hold(self, host: str, until: datetime) -> None:
        later = case((HOST.c.next_at > until.timestamp(), HOST.c.next_at), else_=until.timestamp())
        with self._base.writing() as connection:
            add_once(connection, HOST, {"host": host, "next_at": 0.0})
            connection.execute(update(HOST).where(HOST.c.host == host).values(next_at=later))

    def robots(self, host: str, since: datetime) -> str | None:
        with self._base.reading() as connection:
            fresh = select(HOST.c.rules).where(HOST.c.host == host, HOST.c.rules_at > since)
            rules: str | None = connection.execute(fresh).scalar()
            return rules

    def keep_robots(self, host: str, rules: str, at: datetime) -> None:
        with self._base.writing() as connection:
            add_once(connection, HOST, {"host": host, "next_at": 0.0})
            connection.execute(update(HOST).where(HOST.c.host == host), {"rules": rules, "rules_at": at})

    def validators(self, url: str) -> Validators:
        source = select(SOURCE.c.etag, SOURCE.c.last_modified).where(*self._is(SOURCE, url), SOURCE.c.kind != "page")
        page = select(PAGE.c.etag, PAGE.c.last_modified).where(
            *self._is(PAGE, url), PAGE.c.settled_at >= PAGE.c.fetched_at
        )
        with self._base.reading() as connection:
            found = connection.execute(source).first() or connection.execute(page).first()
        return Validators(*found) if found else Validators()

    def wait_for(self, source: str) -> tuple[datetime, str] | None:
        again = select(SOURCE.c.ask_again_at, SOURCE.c.reason).where(*self._is(SOURCE, source))
        with self._base.reading() as connection:
            found = connection.execute(again.where(SOURCE.c.ask_again_at > datetime.now(UTC))).first()
        return (found[0], found[1] or "") if found else None

    def heard(self, source: str, kind: str, fetch: Fetch, entries: Sequence[Entry], moved_to: str | None) -> None:
        well = {"answered_at": fetch.at, "failures": 0, "reason": None, "ask_again_at": None, "moved_to": moved_to}
        if fetch.status == 200:
            well |= {"etag": fetch.validators.etag, "last_modified": fetch.validators.last_modified}
        pages = [self._owed_row(source, entry, fetch.at) for entry in entries]
        with self._base.writing() as connection:
            self._asked(connection, source, kind, fetch, well)
            if pages:
                # In one order, so that two passes that heard the same never wait for each other in a circle.
                add_once(connection, PAGE, sorted(pages, key=itemgetter("url")))

    def failed(self, source: str, kind: str, fetch: Fetch) -> None:
        with self._base.writing() as connection:
            so_far = connection.execute(select(SOURCE.c.failures).where(*self._is(SOURCE, source))).scalar() or 0
            again = fetch.at + retry_after(so_far + 1)
            ill = {"failures": so_far + 1, "reason": fetch.reason, "ask_again_at": again}
            self._asked(connection, source, kind, fetch, ill)

    def owed(self, source: str, now: datetime, most: int) -> list[Entry]:
        columns = select(PAGE.c.url, PAGE.c.title, PAGE.c.published_at, PAGE.c.outlet)
        due = columns.where(PAGE.c.topic == self._topic, PAGE.c.source == source, PAGE.c.due_at <= now)
        newest = due.order_by(PAGE.c.found_at.desc(), PAGE.c.published_at.desc()).limit(most)
        with self._base.reading() as connection:
            rows = connection.execute(newest).all()
        return [Entry(url=r.url, title=r.title, published_at=r.published_at, outlet=r.outlet) for r in reversed(rows)]

    def fetched(self, fetch: Fetch) -> None:
        page = {"fetched_at": fetch.at, "failures": 0, "reason": None}
        if fetch.status == 200:
            page |= {"etag": fetch.validators.etag, "last_modified": fetch.validators.last_modified}
        parcel = pack(fetch)
        with self._base.writing() as connection:
            keep(connection, self._topic, parcel)
            connection.execute(update(PAGE).where(*self._is(PAGE, fetch.url)), page)
            if fetch.status == 304:
                self._settle(connection, fetch.url, fetch.at, None)

    def page_failed(self, fetch: Fetch) -> datetime | None:
        parcel = pack(fetch)
        with self._base.writing() as connection:
            keep(connection, self._topic, parcel)
            known = select(PAGE.c.failures, PAGE.c.settled_at).where(*self._is(PAGE, fetch.url))
            page = connection.execute(known).first()
            if page is None:
                return None
            gone = page.settled_at is not None and fetch.status in (404, 410)
            over = gone or page.failures + 1 >= PAGE_TRIES
            due = None if over else fetch.at + retry_after(page.failures + 1)
            row = {"failures": page.failures + 1, "reason": fetch.reason, "due_at": due}
            connection.execute(update(PAGE).where(*self._is(PAGE, fetch.url)), row)
            read_at: datetime | None = page.settled_at
            return read_at

    def settle(self, url: str, at: datetime, reason: str | None = None) -> None:
        with self._base.writing() as connection:
            self._settle(connection, url, at, reason)

    def health(self) -> list[SourceHealth]:
        """How each source of the topic does, in the order of their addresses."""
        since = datetime.now(UTC) - _RHYTHM
        pages = select(PAGE.c.source, PAGE.c.found_at, PAGE.c.due_at, PAGE.c.settled_at).where(
            PAGE.c.topic == self._topic, or_(PAGE.c.found_at > since, PAGE.c.due_at.is_not(None))
        )
        with self._base.reading() as connection:
            sources = connection.execute(
                select(SOURCE).where(SOURCE.c.topic == self._topic).order_by(SOURCE.c.url)
            ).all()
            found = connection.execute(pages.order_by(PAGE.c.found_at)).all()
        of: dict[str, list[Any]] = {}
        for page in found:
            of.setdefault(page.source, []).append(page)
        return [health_of(source, of.get(source.url, []), since) for source in sources]

    def _is(self, table: Any, url: str) -> tuple[Any, Any]:
        return table.c.topic == self._topic, table.c.url == url

    def _asked(self, connection: Connection, url: str, kind: str, fetch: Fetch, outcome: dict[str, Any]) -> None:
        add_once(connection, SOURCE, {"topic": self._topic, "url": url, "kind": kind, "failures": 0})
        row = {"kind": kind, "asked_at": fetch.at, **outcome}
        connection.execute(update(SOURCE).where(*self._is(SOURCE, url)), row)

    def _owed_row(self, source: str, entry: Entry, now: datetime) -> dict[str, Any]:
        row = {"topic": self._topic, "url": entry.url, "source": source, "title": entry.title, "outlet": entry.outlet}
        return row | {"published_at": entry.published_at, "found_at": now, "due_at": now, "failures": 0}

    def _settle(self, connection: Connection, url: str, at: datetime, reason: str | None) -> None:
        first = connection.execute(select(PAGE.c.first_read_at).where(*self._is(PAGE, url))).scalar() or at
        row = {
            "first_read_at": first,
            "settled_at": at,
            "reason": reason,
            "due_at": next_visit(first, at, self._revisits),
        }
        connection.execute(update(PAGE).where(*self._is(PAGE, url)), row)


def _locked(statement: Any) -> Any:
    """PostgreSQL locks the row that is read; on SQLite the transaction holds the whole base already."""
    return statement.with_for_update()
