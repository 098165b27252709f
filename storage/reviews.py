"""Reviews: storing a person's decision with what it does to the case, and reading decisions back."""

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from claims.case import Case, CaseChange, CaseStatus, ChangeKind
from claims.review import Because, Decision, Review
from storage import labels
from storage.cases import CASE, CHANGE
from storage.tables import ReviewRow

REVIEW = ReviewRow.__table__  # type: ignore[attr-defined]


def decide(connection: Connection, case: Case, review: Review) -> tuple[int, CaseChange]:
    """Store the decision on ``case`` and what it changes; returns the number of the change, and the change.

    Dismissed, a case stays so (see `Because.of_pair` for when); confirmed, a dismissed one is open again.
    """
    status = {Decision.DISMISS: CaseStatus.DISMISSED, Decision.CONFIRM: CaseStatus.OPEN}[review.decision]
    if review.decision is Decision.CONFIRM and case.status is CaseStatus.CLOSED:
        status = CaseStatus.CLOSED  # it was one, and it is over
    after = replace(case, status=status, changed_at=review.at)
    change = CaseChange(case=after, kind=ChangeKind.REVIEWED, page=False, reason=review.in_words, at=review.at)
    values = {"status": status.value, "changed_at": review.at}
    connection.execute(update(CASE).where(CASE.c.id == case.id).values(**values))
    made: int = connection.execute(insert(REVIEW).returning(REVIEW.c.id), _row(review)).scalar_one()
    labels.keep(connection, made, case)
    row = {"case_id": case.id, "kind": change.kind.value, "page": False, "reason": change.reason, "at": change.at}
    number: int = connection.execute(insert(CHANGE).returning(CHANGE.c.id), row).scalar_one()
    return number, change


def reviews(connection: Connection, topic: str | None = None, since: datetime | None = None) -> list[Review]:
    """The decisions, oldest first; of one topic, or later than ``since``, if that is asked for."""
    query = select(REVIEW).join(CASE, CASE.c.id == REVIEW.c.case_id).order_by(REVIEW.c.id)
    if topic is not None:
        query = query.where(CASE.c.topic == topic)
    if since is not None:
        query = query.where(REVIEW.c.at > since)
    return [_review(row) for row in connection.execute(query)]


def _row(review: Review) -> dict[str, object]:
    return {
        "case_id": review.case,
        "decision": review.decision.value,
        "because": review.because.value if review.because else None,
        "note": review.note or None,
        "reviewer": review.reviewer or None,
        "sides": json.dumps(review.sides, ensure_ascii=False),
        "at": review.at,
    }


def _review(row: Row[Any]) -> Review:
    return Review(
        case=row.case_id,
        decision=Decision(row.decision),
        because=Because(row.because) if row.because else None,
        note=row.note or "",
        reviewer=row.reviewer or "",
        sides=tuple(json.loads(row.sides or "[]")),
        at=row.at,
    )
