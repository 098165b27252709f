"""The tables of the claim base. Rows are plain; the values of ``claims`` are what the stages speak.

Table names are singular, but for ``cases``: CASE is a word of SQL. Days are ordinals (``date.toordinal``).
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, DateTime, Index, Text, UniqueConstraint
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

# Every constraint bears a name, so that a later revision can change it on SQLite too.
SQLModel.metadata.naming_convention = {
    "ix": "%(table_name)s_by_%(column_0_N_name)s",
    "uq": "%(table_name)s_one_%(column_0_N_name)s",
    "fk": "%(table_name)s_to_%(referred_table_name)s",
    "pk": "%(table_name)s_pk",
}


class Moment(TypeDecorator[datetime]):
    """An aware moment in UTC; SQLite, which knows no zones, keeps it without."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None or dialect.name != "sqlite":
            return value
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _moment(**options: Any) -> Any:
    return Field(sa_type=Moment, **options)


def _text(**options: Any) -> Any:
    return Field(sa_type=Text, **options)


class StoryRow(SQLModel, table=True):
    """An event that articles of a topic tell of; ``profile`` is what they say of it, taken together."""

    __tablename__ = "story"
    __table_args__ = (Index("story_by_day", "topic", "last_day"),)
    id: str = Field(primary_key=True)
    topic: str
    profile: str = _text()
    first_day: int
    last_day: int
    articles: int


class StoryKeyRow(SQLModel, table=True):
    """What a story is looked up by, from each day's articles on it.."""

    __tablename__ = "story_key"
    __table_args__ = ({"sqlite_with_rowid": False},)
    k: int = Field(sa_type=BigInteger, primary_key=True)
    day: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    story: str = Field(primary_key=True)


class ArticleRow(SQLModel, table=True):
    """One version of one page. ``reader_id`` is the id that came in, or the one we gave."""

    __tablename__ = "article"
    __table_args__ = (UniqueConstraint("topic", "url", "content_hash"), Index("article_of_story", "story"))
    id: int | None = Field(default=None, primary_key=True)
    topic: str
    reader_id: str
    url: str
    content_hash: str
    outlet: str | None
    title: str | None
    published_at: datetime | None = _moment()
    seen_at: datetime = _moment()
    day: int
    story: str
    origin: str
    fingerprint: int | None = Field(sa_type=BigInteger)
    profile: str = _text()
    cites: str = _text()
    parser: str
    text: str = _text()


class ClaimRow(SQLModel, table=True):
    """A claim in its article version; ``evidence`` is the whole of it, the columns beside it are for choosing.

    ``replaced_by`` is the version of the parser that reads its article otherwise; empty for a claim that stands.
    """

    __tablename__ = "claim"
    __table_args__ = (UniqueConstraint("article_id", "stable_id", "replaced_by"),)
    id: int | None = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="article.id", ondelete="CASCADE")
    stable_id: str
    kind: str
    counted: str | None
    action: str | None
    actor: str | None
    dimension: str | None
    story: str
    evidence: str = _text()
    replaced_by: str = Field(default="", sa_column_kwargs={"server_default": ""})


class ClaimKeyRow(SQLModel, table=True):
    """The pair keys of a claim. No foreign key: it would want an index of its own, half as big again as this table.

    On PostgreSQL the primary key serves as the index on (k, day) that carries claim_id.
    """

    __tablename__ = "claim_key"
    __table_args__ = ({"sqlite_with_rowid": False},)
    k: int = Field(sa_type=BigInteger, primary_key=True)
    day: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    claim_id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})


class QuestionRow(SQLModel, table=True):
    """What makes claims comparable. It begins with the first two related claims; a lonely claim has none."""

    __tablename__ = "question"
    id: str = Field(primary_key=True)
    topic: str
    story: str
    kind: str


class QuestionClaimRow(SQLModel, table=True):
    """That a claim answers a question, and the verdict (JSON) on the pair that brought it there."""

    __tablename__ = "question_claim"
    __table_args__ = (Index("question_of_claim", "claim_id"),)
    question_id: str = Field(foreign_key="question.id", primary_key=True, ondelete="CASCADE")
    claim_id: int = Field(foreign_key="claim.id", primary_key=True, ondelete="CASCADE")
    judged: str | None = _text()


class VoiceRow(SQLModel, table=True):
    """A claim that speaks for what is said on a question: it is these few that cases are arranged from.

    ``number`` is the position that it speaks for, None where the question has no case. No foreign key: to look each up
    cost PostgreSQL four times what it takes to store it.
    """

    __tablename__ = "voice"
    __table_args__ = ({"sqlite_with_rowid": False},)
    question_id: str = Field(primary_key=True)
    claim_id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    number: int | None


class CaseRow(SQLModel, table=True):
    """A question with two positions or more; it bears the question's id."""

    __tablename__ = "cases"
    __table_args__ = (Index("case_on_shelf", "topic", "status", "page", "relation", "changed_at", "id"),)
    id: str = Field(primary_key=True, foreign_key="question.id", ondelete="CASCADE")
    topic: str
    story: str
    question: str = _text()
    kind: str
    status: str
    relation: str
    page: bool
    reason: str = _text()
    same: float | None
    features: str = _text()
    opened_at: datetime = _moment()
    changed_at: datetime = _moment()


class PositionRow(SQLModel, table=True):
    """What some evidence of a case says; its ``number`` stays, whatever is told later. Of edits it gives the order."""

    __tablename__ = "position"
    case_id: str = Field(foreign_key="cases.id", primary_key=True, ondelete="CASCADE")
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    says: str = _text()


class PositionClaimRow(SQLModel, table=True):
    """The evidence of a position, all of it."""

    __tablename__ = "position_claim"
    __table_args__ = (Index("position_of_claim", "claim_id"),)
    case_id: str = Field(foreign_key="cases.id", primary_key=True, ondelete="CASCADE")
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    claim_id: int = Field(foreign_key="claim.id", primary_key=True, ondelete="CASCADE")


class CaseChangeRow(SQLModel, table=True):
    """An event in the life of a case, with its reason."""

    __tablename__ = "case_change"
    __table_args__ = (Index("change_of_case", "case_id"),)
    id: int | None = Field(default=None, primary_key=True)
    case_id: str = Field(foreign_key="cases.id", ondelete="CASCADE")
    kind: str
    page: bool
    reason: str = _text()
    at: datetime = _moment()


class AlertRow(SQLModel, table=True):
    """A change that the desk must hear of: now (``page``) or in the digest. Written with the change."""

    __tablename__ = "alert"
    __table_args__ = (Index("alert_of_case", "case_id"),)
    id: int | None = Field(default=None, primary_key=True)
    case_id: str = Field(foreign_key="cases.id", ondelete="CASCADE")
    change_id: int = Field(foreign_key="case_change.id", ondelete="CASCADE", unique=True)
    page: bool
    payload: str = _text()
    created_at: datetime = _moment()


class BulletinRow(SQLModel, table=True):
    """What is sent besides alerts: a summary, a digest, word to the operator. ``key``: the same one is posted once."""

    __tablename__ = "bulletin"
    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    topic: str
    payload: str = _text()
    created_at: datetime = _moment()


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
    due_at: datetime = _moment()
    sent_at: datetime | None = _moment(default=None)
    error: str | None = _text(default=None)
    progress: str | None = _text(default=None)


class ThreadRow(SQLModel, table=True):
    """Where a channel keeps the messages on a case: what it gave for the first of them."""

    __tablename__ = "thread"
    case_id: str = Field(foreign_key="cases.id", primary_key=True, ondelete="CASCADE")
    channel: str = Field(primary_key=True)
    reference: str = _text()


class MuteRow(SQLModel, table=True):
    """What a desk won't be paged for: the topic, a case, a source or an origin; ``until`` None is for good."""

    __tablename__ = "mute"
    __table_args__ = (Index("mute_by_topic", "topic"),)
    id: int | None = Field(default=None, primary_key=True)
    topic: str
    kind: str
    value: str
    until: datetime | None = _moment(default=None)
    because: str = _text()
    at: datetime = _moment()


class ReviewRow(SQLModel, table=True):
    """A person's decision on a case. It sticks, and the pair is kept as a labelled one.

    ``sides`` is what the positions said when the person looked: a JSON array of texts.
    """

    __tablename__ = "review"
    __table_args__ = (Index("review_of_case", "case_id"),)
    id: int | None = Field(default=None, primary_key=True)
    case_id: str = Field(foreign_key="cases.id", ondelete="CASCADE")
    decision: str
    because: str | None
    note: str | None = _text(default=None)
    reviewer: str | None = None
    sides: str | None = _text(default=None)
    at: datetime = _moment()


class LabelledPairRow(SQLModel, table=True):
    """Two claims that a person's decision was about, one of each side; the latest decision on a pair holds.

    ``relation`` is what the rules said then, ``floor`` what they said when they were last found good.
    """

    __tablename__ = "labelled_pair"
    __table_args__ = (Index("pair_of_review", "review_id"),)
    id: int | None = Field(default=None, primary_key=True)
    review_id: int = Field(foreign_key="review.id", ondelete="CASCADE")
    a: int = Field(foreign_key="claim.id", ondelete="CASCADE")
    b: int = Field(foreign_key="claim.id", ondelete="CASCADE")
    relation: str
    floor: str


class IngestPassRow(SQLModel, table=True):
    """One pass over a topic: when, and what came of it. The first one that finished makes history of what it saw."""

    __tablename__ = "ingest_pass"
    __table_args__ = (Index("pass_by_topic", "topic", "started_at"),)
    id: int | None = Field(default=None, primary_key=True)
    topic: str
    started_at: datetime = _moment()
    finished_at: datetime | None = _moment(default=None)
    stored: int = 0
    known: int = 0
    left_out: int = 0
    claims: int = 0
    changes: int = 0
