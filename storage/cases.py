"""Cases: questions with two positions or more, read back as they stand."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from claims.case import Arrangement, Case, CaseStatus, Position, told
from claims.codec import loads
from claims.relation import Evidence, Feature, Kind, Relation
from storage.among import among
from storage.candidates import evidence_by_number
from storage.memory import Memory
from storage.tables import CaseChangeRow, CaseRow, PositionClaimRow, PositionRow

CASE = CaseRow.__table__  # type: ignore[attr-defined]
POSITION = PositionRow.__table__  # type: ignore[attr-defined]
SEAT = PositionClaimRow.__table__  # type: ignore[attr-defined]
CHANGE = CaseChangeRow.__table__  # type: ignore[attr-defined]

# Built once: to put a statement together takes longer than to run it.
_CASES = select(CASE).where(among(CASE.c.id, "ids"))
_SEATED = (
    select(POSITION.c.case_id, POSITION.c.number, POSITION.c.says, SEAT.c.claim_id)
    .join(SEAT, (SEAT.c.case_id == POSITION.c.case_id) & (SEAT.c.number == POSITION.c.number))
    .where(among(POSITION.c.case_id, "ids"))
)
_POSITIONS = select(POSITION).where(among(POSITION.c.case_id, "ids"))


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
