"""The tables of fetching: passes, what sources announced, how they do, whose turn it is, and what was fetched."""

from datetime import datetime

from sqlalchemy import Float, Index, LargeBinary
from sqlmodel import Field, SQLModel

from storage.tables.columns import moment_column, text_column


class SourceRow(SQLModel, table=True):
    """A feed, sitemap or list of a topic, and how it does. ``failures`` are those since it last answered."""

    __tablename__ = "source"
    topic: str = Field(primary_key=True)
    url: str = Field(primary_key=True)
    kind: str
    etag: str | None
    last_modified: str | None
    asked_at: datetime | None = moment_column()
    answered_at: datetime | None = moment_column()
    failures: int = 0
    reason: str | None = text_column()
    ask_again_at: datetime | None = moment_column()
    moved_to: str | None


class PageRow(SQLModel, table=True):
    """A page that a source announced. It is owed while ``due_at`` is past; ``settled_at`` after ``fetched_at`` says
    that its last bytes were read and their article stored, so its validators may be used."""

    __tablename__ = "page"
    __table_args__ = (Index("page_owed", "topic", "source", "due_at"),)
    topic: str = Field(primary_key=True)
    url: str = Field(primary_key=True)
    source: str
    title: str | None = text_column()
    outlet: str | None
    published_at: datetime | None = moment_column()
    found_at: datetime = moment_column()
    due_at: datetime | None = moment_column()
    fetched_at: datetime | None = moment_column()
    first_read_at: datetime | None = moment_column()
    settled_at: datetime | None = moment_column()
    etag: str | None
    last_modified: str | None
    failures: int = 0
    reason: str | None = text_column()


class HostRow(SQLModel, table=True):
    """A host: when the next request to it may go out (seconds since 1970), and its rules for robots."""

    __tablename__ = "host"
    host: str = Field(primary_key=True)
    next_at: float = Field(default=0.0, sa_type=Float)
    rules: str | None = text_column()
    rules_at: datetime | None = moment_column()


class FetchRow(SQLModel, table=True):
    """One fetch of one address: what came of it, and the hash of the bytes."""

    __tablename__ = "fetch"
    __table_args__ = (Index("fetch_of_page", "topic", "url", "at"), Index("fetch_by_time", "at"))
    id: int | None = Field(default=None, primary_key=True)
    topic: str
    url: str = text_column()
    at: datetime = moment_column()
    status: int | None
    reason: str | None = text_column()
    body: str | None = Field(default=None, foreign_key="body.hash", index=True)


class BodyRow(SQLModel, table=True):
    """Bytes as fetched, compressed with zlib, under the BLAKE2 hash of what they were."""

    __tablename__ = "body"
    hash: str = Field(primary_key=True)
    size: int
    data: bytes = Field(sa_type=LargeBinary)


class IngestPassRow(SQLModel, table=True):
    """One pass over a topic: when, and what came of it. The first one that finished makes history of what it saw."""

    __tablename__ = "ingest_pass"
    __table_args__ = (Index("pass_by_topic", "topic", "started_at"),)
    id: int | None = Field(default=None, primary_key=True)
    topic: str
    started_at: datetime = moment_column()
    finished_at: datetime | None = moment_column(default=None)
    stored: int = 0
    known: int = 0
    left_out: int = 0
    claims: int = 0
    changes: int = 0
