"""Candidates: the few stored claims that a new one has to be judged against."""

from collections.abc import Iterable

from sqlalchemy import Connection, Select, func, select

from claims.claim import FigureClaim
from storage.articles import CLAIM, KEY, Stored, topical
from storage.memory import Memory

# News of one event is weeks old at most; a wider window finds more namesakes than repeats.
DAYS = 30
AT_MOST = 200
ENOUGH_SHARED = 2


def candidates(
    connection: Connection, memory: Memory, new: Stored, keys: Iterable[int], day: int, topic: str
) -> list[Stored]:
    """Claims of the same kind and dimension that share keys with ``new``, most shared first.

    Two shared keys are asked for, one where no claim shares two. Only claims stored before ``new`` are
    candidates, so that a pair is judged once.
    """
    wanted = topical(topic, keys)
    if not wanted:
        return []
    rows = connection.execute(_query(new, wanted, day)).all()
    shared = [row for row in rows if row.shared >= ENOUGH_SHARED] or rows
    return [Stored(row.id, memory.evidence(row.id, row.evidence)) for row in shared]


def _query(new: Stored, keys: list[int], day: int) -> Select[tuple[int, int, str]]:
    shared = func.count().label("shared")
    near = KEY.c.k.in_(keys) & KEY.c.day.between(day - DAYS, day + DAYS) & (KEY.c.claim_id < new.claim_id)
    claim = new.evidence.claim
    same = CLAIM.c.kind == ("figure" if isinstance(claim, FigureClaim) else "role")
    if isinstance(claim, FigureClaim):
        unit = claim.quantity.unit
        same &= CLAIM.c.dimension.is_(None) if unit is None else CLAIM.c.dimension == unit.dimension
    best = (
        select(KEY.c.claim_id, shared)
        .join(CLAIM, CLAIM.c.id == KEY.c.claim_id)
        .where(near, same)
        .group_by(KEY.c.claim_id)
        .order_by(shared.desc(), KEY.c.claim_id.desc())
        .limit(AT_MOST)
        .subquery()
    )
    return (
        select(CLAIM.c.id, best.c.shared, CLAIM.c.evidence)
        .join(best, best.c.claim_id == CLAIM.c.id)
        .order_by(best.c.shared.desc(), CLAIM.c.id.desc())
    )
