"""Cases: questions with two positions or more. storing what changed, and reading them back whole."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, insert, select, update

from claims.case import Arrangement, Case, CaseChange, CaseEvent, CaseStatus, ChangeKind, Position
from claims.codec import dumps, loads
from claims.relation import Evidence, Feature, Kind, Relation
from storage.articles import Stored
from storage.candidates import evidence_by_number
from storage.memory import Memory
from storage.tables import CaseChangeRow, CaseRow, PositionClaimRow, PositionRow

CASE = CaseRow.__table__  # type: ignore[attr-defined]
POSITION = PositionRow.__table__  # type: ignore[attr-defined]
SEAT = PositionClaimRow.__table__  # type: ignore[attr-defined]
CHANGE = CaseChangeRow.__table__  # type: ignore[attr-defined]


def record(connection: Connection, change: CaseChange, said: Iterable[Stored]) -> int:
    """Store a change and the case as it stands after it; returns the number of the change.

    ``said`` is the evidence of the question with the numbers of its claims.
    """
    case_id, arrangement = change.case.id, change.case.arrangement
    row = _case_row(change.case)
    # An edit may be the first of its page or one more.
    if (
        change.kind is ChangeKind.OPENED
        or not connection.execute(update(CASE).where(CASE.c.id == case_id), row).rowcount
    ):
        connection.execute(insert(CASE), row)
    if change.kind is not ChangeKind.CLOSED:
        seat(connection, case_id, arrangement, said)
    return _note(connection, change)


def _case_row(value: Case) -> dict[str, object]:
    arranged = value.arrangement
    return {
        "id": value.id,
        "topic": value.topic,
        "story": value.story,
        "question": arranged.question,
        "kind": arranged.kind.value,
        "status": value.status.value,
        "relation": arranged.relation.value,
        "page": arranged.page,
        "reason": arranged.reason,
        "same": arranged.same,
        "features": dumps(arranged.features),
        "opened_at": value.opened_at,
        "changed_at": value.changed_at,
    }


def seat(connection: Connection, case_id: str, arrangement: Arrangement, said: Iterable[Stored]) -> None:
    """Let the positions of a case be those of ``arrangement``, by the numbers of its evidence."""
    numbers = {stored.evidence: stored.claim_id for stored in said}
    connection.execute(delete(SEAT).where(SEAT.c.case_id == case_id))
    connection.execute(delete(POSITION).where(POSITION.c.case_id == case_id))
    positions = [{"case_id": case_id, "number": n, "says": p.says} for n, p in enumerate(arrangement.positions)]
    connection.execute(insert(POSITION), positions)
    seats = [
        {"case_id": case_id, "number": n, "claim_id": numbers[e], "place": place}
        for n, p in enumerate(arrangement.positions)
        for place, e in enumerate(p.evidence)
    ]
    connection.execute(insert(SEAT), seats)


def _note(connection: Connection, change: CaseChange) -> int:
    row = {
        "case_id": change.case.id,
        "kind": change.kind.value,
        "page": change.page,
        "reason": change.reason,
        "at": change.at,
    }
    number: int = connection.execute(insert(CHANGE).returning(CHANGE.c.id), row).scalar_one()
    return number


def cases_by_id(connection: Connection, memory: Memory, case_ids: Iterable[str]) -> dict[str, Case]:
    """Cases whole, by their ids; one that does not exist is not there."""
    return {found.id: found for found in _read(connection, memory, select(CASE).where(CASE.c.id.in_(list(case_ids))))}


def case(connection: Connection, memory: Memory, case_id: str) -> Case | None:
    """One case whole, or None."""
    return cases_by_id(connection, memory, [case_id]).get(case_id)


def cases(
    connection: Connection,
    memory: Memory,
    topic: str | None = None,
    statuses: Iterable[CaseStatus] = (CaseStatus.OPEN,),
) -> list[Case]:
    """Cases of a topic (None: of all), those that the desk must hear of first, then the latest changed."""
    query = select(CASE).where(CASE.c.status.in_([s.value for s in statuses]))
    if topic is not None:
        query = query.where(CASE.c.topic == topic)
    return _read(connection, memory, query.order_by(CASE.c.page.desc(), CASE.c.changed_at.desc(), CASE.c.id))


def history(connection: Connection, topic: str) -> dict[str, list[CaseEvent]]:
    """What happened to the cases of a topic, by case, oldest first."""
    rows = connection.execute(
        select(CHANGE).join(CASE, CASE.c.id == CHANGE.c.case_id).where(CASE.c.topic == topic).order_by(CHANGE.c.id)
    )
    found: dict[str, list[CaseEvent]] = defaultdict(list)
    for row in rows:
        found[row.case_id].append(CaseEvent(ChangeKind(row.kind), row.page, row.reason, row.at))
    return found


def topics(connection: Connection) -> list[str]:
    """The topics that have a case, by their keys."""
    return list(connection.execute(select(CASE.c.topic).distinct().order_by(CASE.c.topic)).scalars())


def _read(connection: Connection, memory: Memory, query: Select[Any]) -> list[Case]:
    rows = connection.execute(query).all()
    positions = _positions(connection, memory, [row.id for row in rows])
    return [_case(row, positions[row.id]) for row in rows]


def _positions(connection: Connection, memory: Memory, case_ids: list[str]) -> dict[str, tuple[Position, ...]]:
    seated = (
        select(POSITION.c.case_id, POSITION.c.number, POSITION.c.says, SEAT.c.claim_id)
        .join(SEAT, (SEAT.c.case_id == POSITION.c.case_id) & (SEAT.c.number == POSITION.c.number))
        .where(POSITION.c.case_id.in_(case_ids))
        .order_by(POSITION.c.case_id, POSITION.c.number, SEAT.c.place)
    )
    rows = connection.execute(seated).all()
    said_by = evidence_by_number(connection, memory, {row.claim_id for row in rows})
    found: dict[str, dict[tuple[int, str], list[Evidence]]] = defaultdict(lambda: defaultdict(list))
    for case_id, number, says, claim_id in rows:
        found[case_id][number, says].append(said_by[claim_id].evidence)
    return defaultdict(
        tuple,
        {c: tuple(Position(says, tuple(said)) for (_, says), said in placed.items()) for c, placed in found.items()},
    )


def _case(row: Row[Any], positions: tuple[Position, ...]) -> Case:
    arrangement = Arrangement(
        question=row.question,
        kind=Kind(row.kind),
        positions=positions,
        relation=Relation(row.relation),
        page=row.page,
        reason=row.reason,
        same=row.same,
        features=loads(tuple[Feature, ...], row.features),
    )
    return Case(
        id=row.id,
        topic=row.topic,
        story=row.story,
        status=CaseStatus(row.status),
        opened_at=row.opened_at,
        changed_at=row.changed_at,
        arrangement=arrangement,
    )
