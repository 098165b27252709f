"""Cases: questions with two positions or more. storing what changed, and reading them back whole."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from claims.case import Arrangement, Case, CaseChange, CaseStatus, ChangeKind, Position, told
from claims.codec import dumps, loads
from claims.relation import Evidence, Feature, Kind, Relation
from storage import batches
from storage.among import among
from storage.articles import Stored
from storage.candidates import evidence_by_number
from storage.memory import Memory
from storage.tables import CaseChangeRow, CaseRow, PositionClaimRow, PositionRow

CASE = CaseRow.__table__  # type: ignore[attr-defined]
POSITION = PositionRow.__table__  # type: ignore[attr-defined]
SEAT = PositionClaimRow.__table__  # type: ignore[attr-defined]
CHANGE = CaseChangeRow.__table__  # type: ignore[attr-defined]

# Built once: to put a statement together takes longer than to run it.
_OPEN_CASE = insert(CASE)
_CHANGE_CASE = update(CASE).where(CASE.c.id == bindparam("case"))
_CLEAR_SEATS = delete(SEAT).where(SEAT.c.case_id == bindparam("case"))
_CLEAR_POSITIONS = delete(POSITION).where(POSITION.c.case_id == bindparam("case"))
_ONE_POSITION = (POSITION.c.case_id == bindparam("case")) & (POSITION.c.number == bindparam("old"))
_DROP_POSITION = delete(POSITION).where(_ONE_POSITION)
_REWORD = update(POSITION).where(_ONE_POSITION).values(says=bindparam("text"))
_MOVE_SEATS = (
    update(SEAT)
    .where(SEAT.c.case_id == bindparam("case"), SEAT.c.number == bindparam("old"))
    .values(number=bindparam("new"))
)
_CASES = select(CASE).where(among(CASE.c.id, "ids"))
_SEATED = (
    select(POSITION.c.case_id, POSITION.c.number, POSITION.c.says, SEAT.c.claim_id)
    .join(SEAT, (SEAT.c.case_id == POSITION.c.case_id) & (SEAT.c.number == POSITION.c.number))
    .where(among(POSITION.c.case_id, "ids"))
)
_POSITIONS = select(POSITION).where(among(POSITION.c.case_id, "ids"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """New evidence in an open case: the change, what its positions say, seats of new claims, positions that merged.

    All by the numbers of positions and claims.
    """

    change: CaseChange
    says: Mapping[int, str]
    seats: Mapping[int, int]
    merged: Mapping[int, int]


def record(connection: Connection, change: CaseChange, said: Iterable[Stored]) -> int:
    """Store a change and the case whole as it stands after it; returns the number of the change.

    ``said`` is the evidence of the question with the numbers of its claims.
    """
    return record_all(connection, [(change, said)])[0]


def record_all(connection: Connection, told: Sequence[tuple[CaseChange, Iterable[Stored]]]) -> list[int]:
    """The same for several cases."""
    opened = [_case_row(change.case) for change, _ in told if change.kind is ChangeKind.OPENED]
    for change, _ in told:
        row = _case_row(change.case)
        # An edit may be the first of its page or one more.
        if change.kind is not ChangeKind.OPENED and not connection.execute(_CHANGE_CASE, _renamed(row)).rowcount:
            opened.append(row)
    if opened:
        connection.execute(_OPEN_CASE, opened)
    new = {row["id"] for row in opened}
    seated = [(c.case.id, c.case.arrangement, said) for c, said in told if c.kind is not ChangeKind.CLOSED]
    _clear(connection, [case_id for case_id, _, _ in seated if case_id not in new])
    _seat(connection, seated)
    return _note(connection, [change for change, _ in told])


def seat(connection: Connection, case_id: str, arrangement: Arrangement, said: Iterable[Stored]) -> None:
    """Store the positions of a case anew, with all of their evidence."""
    _clear(connection, [case_id])
    _seat(connection, [(case_id, arrangement, said)])


def _clear(connection: Connection, cases: Sequence[str]) -> None:
    if cases:
        connection.execute(_CLEAR_SEATS, [{"case": case_id} for case_id in cases])
        connection.execute(_CLEAR_POSITIONS, [{"case": case_id} for case_id in cases])


def _seat(connection: Connection, seated: Sequence[tuple[str, Arrangement, Iterable[Stored]]]) -> None:
    positions, seats = [], []
    for case_id, arrangement, said in seated:
        numbers = {id(stored.evidence): stored.claim_id for stored in said}
        placed = list(enumerate(arrangement.positions))
        positions += [(case_id, n, p.says) for n, p in placed]
        seats += [(case_id, n, numbers[id(e)]) for n, p in placed for e in p.evidence]
    batches.add(connection, POSITION, positions)
    batches.add(connection, SEAT, seats)


def grow(connection: Connection, grown: Sequence[Growth], before: Mapping[str, Mapping[int, str]]) -> list[int]:
    """Store what new evidence makes of cases, of which ``before`` says what their positions said; what stays as it
    was is not touched. Returns the numbers of the changes.
    """
    if not grown:
        return []
    connection.execute(_CHANGE_CASE, [_renamed(_case_row(g.change.case)) for g in grown])
    said = [(g.change.case.id, n, says) for g in grown for n, says in g.says.items()]
    batches.add(connection, POSITION, [(c, n, says) for c, n, says in said if n not in before[c]])
    if reworded := [(c, n, says) for c, n, says in said if before[c].get(n, says) != says]:
        connection.execute(_REWORD, [{"case": c, "old": n, "text": says} for c, n, says in reworded])
    if merged := [(g.change.case.id, old, new) for g in grown for old, new in g.merged.items()]:
        connection.execute(_MOVE_SEATS, [{"case": c, "old": old, "new": new} for c, old, new in merged])
        connection.execute(_DROP_POSITION, [{"case": c, "old": old} for c, old, _ in merged])
    batches.add(connection, SEAT, [(g.change.case.id, n, claim) for g in grown for claim, n in g.seats.items()])
    return _note(connection, [g.change for g in grown])


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


def _renamed(row: dict[str, object]) -> dict[str, object]:
    """With a name for the key that is no column's, as an update needs it."""
    return {**row, "case": row["id"]}


def _note(connection: Connection, changes: Sequence[CaseChange]) -> list[int]:
    rows = [(c.case.id, c.kind.value, c.page, c.reason, c.at) for c in changes]
    return batches.add_numbered(connection, CHANGE, rows)


def standing(
    connection: Connection, voices: Mapping[str, Sequence[tuple[int | None, Evidence]]]
) -> tuple[dict[str, Case], dict[str, dict[int, str]]]:
    """The cases of some questions as they stand, with the evidence that speaks for each position (by its number) alone;
    and what their positions say, by number.
    """
    asked = {"ids": list(voices)}
    says: dict[str, dict[int, str]] = defaultdict(dict)
    rows = connection.execute(_CASES, asked).all()
    for case_id, number, words in connection.execute(_POSITIONS, asked) if rows else ():
        says[case_id][number] = words
    found = {}
    for row in rows:
        spoken = [(number, [e for n, e in voices[row.id] if n == number]) for number in says[row.id]]
        positions = tuple(Position(says[row.id][number], tuple(said)) for number, said in spoken)
        found[row.id] = _case(row, positions)
    return found, says


def cases_by_id(connection: Connection, memory: Memory, case_ids: Iterable[str]) -> dict[str, Case]:
    """Cases whole, by their ids; one that does not exist is not there."""
    rows = connection.execute(_CASES, {"ids": list(case_ids)}).all()
    positions = _positions(connection, memory, rows)
    return {row.id: _case(row, positions[row.id]) for row in rows}


def case(connection: Connection, memory: Memory, case_id: str) -> Case | None:
    """One case whole, or None."""
    return cases_by_id(connection, memory, [case_id]).get(case_id)


def _positions(connection: Connection, memory: Memory, cases: Sequence[Row[Any]]) -> dict[str, tuple[Position, ...]]:
    """The positions of cases with all of their evidence, in the order in which it was told."""
    seats = connection.execute(_SEATED, {"ids": [row.id for row in cases]}).all()
    said_by = evidence_by_number(connection, memory, {row.claim_id for row in seats})
    found: dict[str, dict[tuple[int, str], list[Evidence]]] = defaultdict(lambda: defaultdict(list))
    for case_id, number, says, claim_id in seats:
        found[case_id][number, says].append(said_by[claim_id].evidence)
    of_edits = {row.id for row in cases if row.kind == Kind.EDIT}
    return defaultdict(tuple, {case_id: _ordered(placed, case_id in of_edits) for case_id, placed in found.items()})


def _ordered(placed: Mapping[tuple[int, str], Sequence[Evidence]], by_number: bool) -> tuple[Position, ...]:
    """Positions by who was the first to speak for them; those of edits by the versions of their page."""
    positions = [Position(says, tuple(sorted(said, key=told))) for (_, says), said in sorted(placed.items())]
    return tuple(positions if by_number else sorted(positions, key=lambda p: told(p.evidence[0])))


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
