"""What a message shows of a change: it is kept as it stood then, and a case may have hundreds of reports."""

from dataclasses import replace

from claims.article import Profile
from claims.case import CaseChange, Position


def shown(change: CaseChange) -> CaseChange:
    """A change without what only judging needs; of each position the first of every outlet, and the last."""
    arranged = change.case.arrangement
    positions = tuple(map(_shown, arranged.positions))
    return replace(change, case=replace(change.case, arrangement=replace(arranged, positions=positions)))


def _shown(position: Position) -> Position:
    in_order = sorted(position.evidence, key=lambda e: e.published_at or e.seen_at)
    first = {(e.origin, e.outlet or e.url): e for e in reversed(in_order)}
    last = max(position.evidence, key=lambda e: (e.seen_at, e.published_at or e.seen_at), default=None)
    kept = {id(e) for e in (*first.values(), last)}
    evidence = tuple(replace(e, context=Profile()) for e in position.evidence if id(e) in kept)
    return Position(position.says, evidence, position.opposed, len({e.article_id for e in position.evidence}))
