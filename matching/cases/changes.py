"""Changes: what happened to a case when all that was said on its question was arranged anew."""

from dataclasses import replace
from datetime import datetime

from claims.case import Arrangement, Case, CaseChange, CaseStatus, ChangeKind

CONVERGED = "The sources no longer disagree."


def opened(case_id: str, topic: str, story: str, arrangement: Arrangement, now: datetime) -> CaseChange:
    """The question ``case_id`` holds two positions for the first time."""
    case = Case(
        id=case_id,
        topic=topic,
        story=story,
        status=CaseStatus.OPEN,
        opened_at=now,
        changed_at=now,
        arrangement=arrangement,
    )
    return CaseChange(case=case, kind=ChangeKind.OPENED, page=arrangement.page, reason=arrangement.reason, at=now)


def edited(
    before: Case | None, case_id: str, topic: str, story: str, arrangement: Arrangement, now: datetime
) -> CaseChange:
    """A page says otherwise than it did, for the first time (no case ``before``) or again."""
    case = before or opened(case_id, topic, story, arrangement, now).case
    return _change(replace(case, arrangement=arrangement), case.status, ChangeKind.EDITED, arrangement.reason, now)


def changed(
    before: Case, arrangement: Arrangement | None, now: datetime, pair_alone: bool = False
) -> CaseChange | None:
    """What ``arrangement`` makes of the case ``before``; None where it makes no difference.

    No arrangement closes an open case; its positions stay as they last stood, so that one can see what was
    at odds. A case that a person dismissed stays so, and does not page; where the dismissal settled a pair of
    positions alone (``pair_alone``), one that is at odds with them opens it again.
    """
    if arrangement is None:
        return _change(before, CaseStatus.CLOSED, ChangeKind.CLOSED, CONVERGED, now) if _is_open(before) else None
    after = replace(before, arrangement=arrangement)
    if before.status is CaseStatus.CLOSED or (pair_alone and arrangement.page):
        return _change(after, CaseStatus.OPEN, ChangeKind.REOPENED, arrangement.reason, now)
    known = {e.url for position in before.arrangement.positions for e in position.evidence}
    # A position is new if no page of it stood in the case before; what a page changed is a case of its own.
    fresh = [p for p in arrangement.positions if known.isdisjoint(e.url for e in p.evidence)]
    if fresh:
        reason = f"New position: {'; '.join(p.says for p in fresh)}. {arrangement.reason}"
        change = _change(after, before.status, ChangeKind.POSITION, reason, now)
        # A toll further on is no news to a desk that knows of the conflict among the earlier ones.
        known_of = before.arrangement.page and not any(p.opposed for p in fresh)
        return replace(change, page=change.page and not known_of)
    if _stands(before.arrangement) == _stands(arrangement):
        return None
    added = [e for p in arrangement.positions for e in p.evidence if e.url not in known]
    speakers = dict.fromkeys(e.outlet or e.origin for e in added)
    reason = f"More evidence, from {', '.join(speakers)}." if added else arrangement.reason
    change = _change(after, before.status, ChangeKind.EVIDENCE, reason, now)
    # One more voice for a known position is no news, unless it makes a note one that the desk must hear of.
    return replace(change, page=change.page and not before.arrangement.page)


def _change(case: Case, status: CaseStatus, kind: ChangeKind, reason: str, now: datetime) -> CaseChange:
    page = case.arrangement.page and status is CaseStatus.OPEN
    return CaseChange(case=replace(case, status=status, changed_at=now), kind=kind, page=page, reason=reason, at=now)


def _stands(arrangement: Arrangement) -> tuple[object, ...]:
    """All of an arrangement that a desk would notice; not which version of a page says the same as before."""
    seats = frozenset(frozenset(e.url for e in p.evidence) for p in arrangement.positions)
    return arrangement.relation, arrangement.page, seats


def _is_open(case: Case) -> bool:
    return case.status is CaseStatus.OPEN
