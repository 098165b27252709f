"""Lists of cases: a topic may hold a hundred thousand, so they are counted, the first of them read, or each in turn."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from claims.case import Case, CaseEvent, CaseStatus, ChangeKind, Excerpt, Shelf
from claims.relation import Relation
from storage.among import among
from storage.cases import CASE, CHANGE, cases_by_id
from storage.memory import Memory

BATCH = 500  # cases that are held at once where all are read

# All of these are answered by one index: the cases of a shelf lie together in it, by their latest change.
_SHELF = (CASE.c.status, CASE.c.page, CASE.c.relation)
_TALLY = select(*_SHELF, func.count()).where(CASE.c.topic == bindparam("topic")).group_by(*_SHELF)
_ON_SHELF = (
    CASE.c.topic == bindparam("topic"),
    CASE.c.status == bindparam("status"),
    CASE.c.page == bindparam("page"),
    CASE.c.relation == bindparam("relation"),
)
_MOVED = select(func.count()).select_from(CASE).where(*_ON_SHELF, CASE.c.changed_at > bindparam("since"))
_LATEST = (
    select(CASE.c.id, CASE.c.changed_at)
    .where(*_ON_SHELF)
    .order_by(CASE.c.changed_at.desc(), CASE.c.id.desc())
    .limit(bindparam("most"))
)
_NEXT_TOPIC = select(func.min(CASE.c.topic)).where(CASE.c.topic > bindparam("after"))
_HISTORY = select(CHANGE).where(among(CHANGE.c.case_id, "ids")).order_by(CHANGE.c.id)


def tally(connection: Connection, topic: str) -> dict[Shelf, int]:
    """How many cases of a topic stand how."""
    rows = connection.execute(_TALLY, {"topic": topic})
    return {Shelf(CaseStatus(status), page, Relation(relation)): count for status, page, relation, count in rows}


def moved(connection: Connection, topic: str, shelves: Iterable[Shelf], since: datetime) -> dict[Shelf, int]:
    """How many cases of some shelves changed after ``since``."""
    counts = {s: connection.execute(_MOVED, {**_asked(topic, s), "since": since}).scalar_one() for s in shelves}
    return {shelf: count for shelf, count in counts.items() if count}


def pages_first(shelf: Shelf) -> bool:
    """The order of a list of open cases: what the desk must hear of first."""
    return not shelf.page


def weightiest_first(shelf: Shelf) -> tuple[bool, ...]:
    """The order of a ledger: open ones, of them those that page, of them those in conflict; then all that is over."""
    return (False, not shelf.page, not shelf.in_conflict()) if shelf.is_open() else (True,)


def excerpt(
    connection: Connection,
    memory: Memory,
    topic: str,
    counts: Mapping[Shelf, int],
    most: int,
    wanted: Callable[[Shelf], bool] = lambda _: True,
    order: Callable[[Shelf], Any] = lambda _: 0,
) -> Excerpt:
    """The first ``most`` cases of the shelves that are ``wanted``, and how many those hold.

    ``counts``, of `tally` or `moved`, say how many of a shelf are meant, which are its latest changed. Shelves come by
    ``order``; of those that are alike in it the latest changed case comes first.
    """
    held = {shelf: count for shelf, count in counts.items() if wanted(shelf)}
    found: list[str] = []
    for _, alike in groupby(sorted(held, key=order), order):
        left = most - len(found)
        asked = [{**_asked(topic, shelf), "most": min(left, held[shelf])} for shelf in alike if left]
        rows = [row for one in asked for row in connection.execute(_LATEST, one)]
        rows.sort(key=lambda row: (row.changed_at, row.id), reverse=True)
        found += [row.id for row in rows[:left]]
    return Excerpt(_whole(connection, memory, found), sum(held.values()))


def cases(
    connection: Connection,
    memory: Memory,
    topic: str | None = None,
    statuses: Iterable[CaseStatus] = (CaseStatus.OPEN,),
    most: int | None = None,
) -> Iterator[Case]:
    """Each case of a topic (None: of all), those that the desk must hear of first, then the latest changed.

    They are sorted by their ids alone and read some hundreds at a time; ``most``: how many of them at most.
    """
    query = select(CASE.c.id).where(CASE.c.status.in_([s.value for s in statuses]))
    if topic is not None:
        query = query.where(CASE.c.topic == topic)
    ordered = query.order_by(CASE.c.page.desc(), CASE.c.changed_at.desc(), CASE.c.id).limit(most)
    for ids in connection.execute(ordered, execution_options={"yield_per": BATCH}).scalars().partitions():
        yield from _whole(connection, memory, ids)


def history(connection: Connection, cases: Iterable[str]) -> Mapping[str, Sequence[CaseEvent]]:
    """What happened to some cases, by their ids, oldest first."""
    found: dict[str, list[CaseEvent]] = defaultdict(list)
    for row in connection.execute(_HISTORY, {"ids": list(cases)}):
        found[row.case_id].append(CaseEvent(ChangeKind(row.kind), row.page, row.reason, row.at))
    return found


def topics(connection: Connection) -> Iterator[str]:
    """The topics that have a case, by their keys; each is a step in the index, whatever it holds."""
    key = connection.execute(_NEXT_TOPIC, {"after": ""}).scalar()
    while key is not None:
        yield key
        key = connection.execute(_NEXT_TOPIC, {"after": key}).scalar()


def _asked(topic: str, shelf: Shelf) -> dict[str, object]:
    return {"topic": topic, "status": shelf.status.value, "page": shelf.page, "relation": shelf.relation.value}


def _whole(connection: Connection, memory: Memory, ids: Sequence[str]) -> list[Case]:
    found = cases_by_id(connection, memory, ids)
    return [found[case_id] for case_id in ids]
