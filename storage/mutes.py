"""Mutes: what a desk doesn't want to be paged for."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, or_, select

from claims.notification import Mute, MuteKind
from storage.tables import MuteRow

MUTE = MuteRow.__table__  # type: ignore[attr-defined]


def mute(
    connection: Connection,
    topic: str,
    kind: MuteKind,
    value: str,
    now: datetime,
    until: datetime | None = None,
    because: str = "",
) -> int:
    """Begin a mute; returns its number."""
    row = {"topic": topic, "kind": kind.value, "value": value, "until": until, "because": because, "at": now}
    number: int = connection.execute(insert(MUTE).returning(MUTE.c.id), row).scalar_one()
    return number


def unmute(connection: Connection, number: int) -> bool:
    """End a mute; whether there was one of this number."""
    return connection.execute(delete(MUTE).where(MUTE.c.id == number)).rowcount > 0


def mutes(connection: Connection, now: datetime, topic: str | None = None) -> list[Mute]:
    """Those in force, of a topic or of all, oldest first."""
    query = select(MUTE).where(or_(MUTE.c.until.is_(None), MUTE.c.until > now)).order_by(MUTE.c.id)
    if topic is not None:
        query = query.where(MUTE.c.topic == topic)
    return [_mute(row) for row in connection.execute(query)]


def _mute(row: Row[Any]) -> Mute:
    return Mute(
        id=row.id,
        topic=row.topic,
        kind=MuteKind(row.kind),
        value=row.value,
        until=row.until,
        because=row.because,
        at=row.at,
    )
