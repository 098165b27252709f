"""The outbox: what the desk must hear of, written with the change, taken from here by whoever delivers."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, insert

from claims.case import CaseChange
from claims.codec import dumps
from storage.tables import AlertRow, NotificationRow

ALERT = AlertRow.__table__  # type: ignore[attr-defined]
NOTIFICATION = NotificationRow.__table__  # type: ignore[attr-defined]
WAITING = "waiting"


def raise_alert(
    connection: Connection, change_id: int, change: CaseChange, channels: Iterable[str], now: datetime
) -> int:
    """Put an alert into the outbox, with a notification for each channel; returns the alert's number."""
    row = {
        "case_id": change.case.id,
        "change_id": change_id,
        "page": change.page,
        "payload": dumps(change),
        "created_at": now,
    }
    alert: int = connection.execute(insert(ALERT).returning(ALERT.c.id), row).scalar_one()
    waiting = [{"alert_id": alert, "channel": c, "state": WAITING, "attempts": 0, "due_at": now} for c in channels]
    if waiting:
        connection.execute(insert(NOTIFICATION), waiting)
    return alert
