"""The outbox as senders use it: take what is due, under a lease, and note what came of it."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, insert, select, update

from claims.notification import Form, Notification, State
from storage.base import Base
from storage.outbox import ALERT, BULLETIN, NOTIFICATION, TO_COME, of
from storage.tables import ThreadRow

THREAD = ThreadRow.__table__  # type: ignore[attr-defined]


class Outbox:
    """The outbox of one topic, as senders use it; each call is a transaction of its own."""

    def __init__(self, base: Base, topic: str) -> None:
        self._base = base
        self._topic = topic

    def take(self, channel: str, now: datetime, lease: timedelta) -> Notification | None:
        """The next one due, leased until ``now + lease``; never one whose case has an earlier one still to go.

        A sender that died leaves its notification in SENDING; it is due again when the lease has run out.
        """
        due = and_(NOTIFICATION.c.state.in_([State.READY, State.SENDING]), NOTIFICATION.c.due_at <= now)
        earlier = NOTIFICATION.alias("earlier")
        behind = (
            select(earlier.c.id)
            .where(
                earlier.c.case_id == NOTIFICATION.c.case_id,
                earlier.c.channel == NOTIFICATION.c.channel,
                earlier.c.id < NOTIFICATION.c.id,
                earlier.c.state.in_(TO_COME),
            )
            .exists()
        )
        first = (
            select(NOTIFICATION.c.id).where(of(self._topic, channel), due, ~behind).order_by(NOTIFICATION.c.id).limit(1)
        )
        with self._base.reading() as connection:
            if connection.execute(first).first() is None:
                return None  # the usual case: nothing to do, and no lock taken for it
        with self._base.writing() as connection:
            number = connection.execute(first.with_for_update(skip_locked=True)).scalar()
            taken = (
                update(NOTIFICATION)
                .where(NOTIFICATION.c.id == number, due)
                .values(state=State.SENDING, due_at=now + lease, attempts=NOTIFICATION.c.attempts + 1)
            )
            if number is None or connection.execute(taken).rowcount == 0:
                return None
            return _notification(connection, number)

    def sent(self, notification: Notification, now: datetime, thread: str | None) -> None:
        """Note the channel's yes, and where it keeps the thread of the case."""
        with self._base.writing() as connection:
            _note(connection, notification, state=State.SENT, sent_at=now, error=None, progress=None)
            if notification.case and thread and thread != notification.thread:
                of_case = and_(THREAD.c.case_id == notification.case, THREAD.c.channel == notification.channel)
                if connection.execute(update(THREAD).where(of_case).values(reference=thread)).rowcount == 0:
                    row = {"case_id": notification.case, "channel": notification.channel, "reference": thread}
                    connection.execute(insert(THREAD), row)

    def later(self, notification: Notification, due: datetime, error: str, progress: str | None) -> None:
        """Note a failed try, and when the next one is due."""
        with self._base.writing() as connection:
            _note(connection, notification, state=State.READY, due_at=due, error=error, progress=progress)

    def dead(self, notification: Notification, error: str) -> None:
        """Give it up."""
        with self._base.writing() as connection:
            _note(connection, notification, state=State.DEAD, error=error)

    def next_due(self, channel: str) -> datetime | None:
        """When the first one that waits may be tried, or the first lease runs out; None if nothing is left to do."""
        waits = NOTIFICATION.c.state.in_([State.READY, State.SENDING])
        with self._base.reading() as connection:
            found: datetime | None = connection.execute(
                select(NOTIFICATION.c.due_at)
                .where(of(self._topic, channel), waits)
                .order_by(NOTIFICATION.c.due_at)
                .limit(1)
            ).scalar()
        return found


def _note(connection: Connection, notification: Notification, **values: Any) -> None:
    connection.execute(update(NOTIFICATION).where(NOTIFICATION.c.id == notification.id).values(**values))


def _notification(connection: Connection, number: int) -> Notification:
    thread = and_(THREAD.c.case_id == NOTIFICATION.c.case_id, THREAD.c.channel == NOTIFICATION.c.channel)
    row = connection.execute(
        select(
            NOTIFICATION,
            ALERT.c.payload.label("change"),
            BULLETIN.c.payload.label("bulletin"),
            THREAD.c.reference,
        )
        .outerjoin(ALERT, ALERT.c.id == NOTIFICATION.c.alert_id)
        .outerjoin(BULLETIN, BULLETIN.c.id == NOTIFICATION.c.bulletin_id)
        .outerjoin(THREAD, thread)
        .where(NOTIFICATION.c.id == number)
    ).one()
    return Notification(
        id=row.id,
        channel=row.channel,
        topic=row.topic,
        case=row.case_id or "",
        form=Form.CHANGE if row.alert_id is not None else Form.BULLETIN,
        payload=row.change if row.alert_id is not None else row.bulletin,
        page=row.page,
        attempts=row.attempts,
        thread=row.reference,
        progress=row.progress,
    )
