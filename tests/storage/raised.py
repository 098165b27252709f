"""Alerts in an outbox, without the articles that would lead to them."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, insert, select

from claims.case import CaseChange
from storage import outbox
from storage.tables import CaseChangeRow, CaseRow, QuestionRow


def raise_alert(
    connection: Connection, change: CaseChange, channels: Iterable[str] = ("slack",), now: datetime | None = None
) -> int:
    """Store the bare case of ``change`` if need be, the change, and its alert; returns the alert's number."""
    case, arranged = change.case, change.case.arrangement
    if connection.execute(select(CaseRow.id).where(CaseRow.id == case.id)).first() is None:  # type: ignore[call-overload]
        question = {"id": case.id, "topic": case.topic, "story": case.story, "kind": arranged.kind.value}
        connection.execute(insert(QuestionRow), question)
        row = {
            **question,
            "question": arranged.question,
            "status": case.status.value,
            "relation": arranged.relation.value,
            "page": arranged.page,
            "reason": arranged.reason,
            "same": None,
            "features": "[]",
            "opened_at": case.opened_at,
            "changed_at": case.changed_at,
        }
        connection.execute(insert(CaseRow), row)
    changed = {"case_id": case.id, "kind": change.kind.value, "page": change.page, "reason": "", "at": change.at}
    number: int = connection.execute(insert(CaseChangeRow).returning(CaseChangeRow.id), changed).scalar_one()  # type: ignore[call-overload]
    return outbox.raise_alert(connection, number, change, channels, now or change.at)
