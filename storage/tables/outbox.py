"""The tables of what the desk is told: alerts and bulletins, their deliveries, threads and mutes."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.tables.columns import moment_column, text_column


class AlertRow(SQLModel, table=True):
    """A change that the desk must hear of: now (``page``) or in the digest. Written with the change."""

    __tablename__ = "alert"
    __table_args__ = (Index("alert_of_case", "case_id"),)
    id: int | None = Field(default=None, primary_key=True)
    case_id: str = Field(foreign_key="cases.id", ondelete="CASCADE")
    change_id: int = Field(foreign_key="case_change.id", ondelete="CASCADE", unique=True)
    page: bool
    payload: str = text_column()
    created_at: datetime = moment_column()


class BulletinRow(SQLModel, table=True):
    """What is sent besides alerts: a summary, a digest, word to the operator. ``key``: the same one is posted once."""

    __tablename__ = "bulletin"
    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    topic: str
    payload: str = text_column()
    created_at: datetime = moment_column()


class NotificationRow(SQLModel, table=True):
    """One delivery of one alert or bulletin over one channel; sent only after the channel's yes.

    ``due_at`` is when it may be tried, or when the lease of its sender runs out; ``progress`` what the channel gave
    when it last said "not now". ``topic``, ``case_id`` and ``page`` are the alert's, for choosing.
    """

    __tablename__ = "notification"
    __table_args__ = (
        UniqueConstraint("alert_id", "channel"),
        UniqueConstraint("bulletin_id", "channel"),
        Index("notification_due", "topic", "channel", "state", "due_at"),
        Index("notification_in_thread", "case_id", "channel"),
    )
    id: int | None = Field(default=None, primary_key=True)
    alert_id: int | None = Field(default=None, foreign_key="alert.id", ondelete="CASCADE")
    bulletin_id: int | None = Field(default=None, foreign_key="bulletin.id", ondelete="CASCADE")
    topic: str
    case_id: str | None
    channel: str
    page: bool
    state: str
    attempts: int = 0
    due_at: datetime = moment_column()
    sent_at: datetime | None = moment_column(default=None)
    error: str | None = text_column(default=None)
    progress: str | None = text_column(default=None)


class ThreadRow(SQLModel, table=True):
    """Where a channel keeps the messages on a case: what it gave for the first of them."""

    __tablename__ = "thread"
    case_id: str = Field(foreign_key="cases.id", primary_key=True, ondelete="CASCADE")
    channel: str = Field(primary_key=True)
    reference: str = text_column()


class MuteRow(SQLModel, table=True):
    """What a desk won't be paged for: the topic, a case, a source or an origin; ``until`` None is for good."""

    __tablename__ = "mute"
    __table_args__ = (Index("mute_by_topic", "topic"),)
    id: int | None = Field(default=None, primary_key=True)
    topic: str
    kind: str
    value: str
    until: datetime | None = moment_column(default=None)
    because: str = text_column()
    at: datetime = moment_column()
