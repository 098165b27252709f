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


def changed(before: Case, arrangement: Arrangement | None, now: datetime) -> CaseChange | None:
    """What ``arrangement`` makes of the case ``before``; None where it makes no difference.

    No arrangement closes an open case; its positions stay as they last stood, so that one can see what was
    at odds. A case that a person dismissed stays so, and does not page.
    """
    if arrangement is None:
        return _change(before, CaseStatus.CLOSED, ChangeKind.CLOSED, CONVERGED, now) if _is_open(before) else None
    after = replace(before, arrangement=arrangement)
    if before.status is CaseStatus.CLOSED:
        return _change(after, CaseStatus.OPEN, ChangeKind.REOPENED, arrangement.reason, now)
    known = {e for position in before.arrangement.positions for e in position.evidence}
    # A position is new if nothing of it stood in the case before.
    fresh = [p.says for p in arrangement.positions if known.isdisjoint(p.evidence)]
    if fresh:
        reason = f"New position: {'; '.join(fresh)}. {arrangement.reason}"
        return _change(after, before.status, ChangeKind.POSITION, reason, now)
    if before.arrangement == arrangement:
        return None
    added = [e for p in arrangement.positions for e in p.evidence if e not in known]
    speakers = dict.fromkeys(e.outlet or e.origin for e in added)
    reason = f"More evidence, from {', '.join(speakers)}." if added else arrangement.reason
    change = _change(after, before.status, ChangeKind.EVIDENCE, reason, now)
    # One more voice for a known position is no news, unless it makes a note one that the desk must hear of.
    return replace(change, page=change.page and not before.arrangement.page)


def _change(case: Case, status: CaseStatus, kind: ChangeKind, reason: str, now: datetime) -> CaseChange:
    page = case.arrangement.page and status is CaseStatus.OPEN
    return CaseChange(case=replace(case, status=status, changed_at=now), kind=kind, page=page, reason=reason, at=now)


def _is_open(case: Case) -> bool:
    return case.status is CaseStatus.OPEN
