"""Recording: what changed of cases, their positions and the seats of claims in them, stored."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, insert, update

from claims.case import Arrangement, Case, CaseChange, ChangeKind
from claims.codec import dumps
from storage import batches
from storage.articles import Stored
from storage.cases import CASE, CHANGE, POSITION, SEAT

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
