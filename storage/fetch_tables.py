"""The tables of fetching: what sources announced, how they do, whose turn it is, and what was fetched."""

from datetime import datetime

from sqlalchemy import Float, Index, LargeBinary
from sqlmodel import Field, SQLModel

from storage.tables import _moment, _text


class SourceRow(SQLModel, table=True):
    """A feed, sitemap or list of a topic, and how it does. ``failures`` are those since it last answered."""

    __tablename__ = "source"
    topic: str = Field(primary_key=True)
    url: str = Field(primary_key=True)
    kind: str
    etag: str | None
    last_modified: str | None
    asked_at: datetime | None = _moment()
    answered_at: datetime | None = _moment()
    failures: int = 0
    reason: str | None = _text()
    ask_again_at: datetime | None = _moment()
    moved_to: str | None


class PageRow(SQLModel, table=True):
    """A page that a source announced. It is owed while ``due_at`` is past; ``settled_at`` after ``fetched_at`` says
    that its last bytes were read and their article stored, so its validators may be used."""

    __tablename__ = "page"
    __table_args__ = (Index("page_owed", "topic", "source", "due_at"),)
    topic: str = Field(primary_key=True)
    url: str = Field(primary_key=True)
    source: str
    title: str | None = _text()
    outlet: str | None
    published_at: datetime | None = _moment()
    found_at: datetime = _moment()
    due_at: datetime | None = _moment()
    fetched_at: datetime | None = _moment()
    first_read_at: datetime | None = _moment()
    settled_at: datetime | None = _moment()
    etag: str | None
    last_modified: str | None
    failures: int = 0
    reason: str | None = _text()


class HostRow(SQLModel, table=True):
    """A host: when the next request to it may go out (seconds since 1970), and its rules for robots."""

    __tablename__ = "host"
    host: str = Field(primary_key=True)
    next_at: float = Field(default=0.0, sa_type=Float)
    rules: str | None = _text()
    rules_at: datetime | None = _moment()


class FetchRow(SQLModel, table=True):
    """One fetch of one address: what came of it, and the hash of the bytes."""

    __tablename__ = "fetch"
    __table_args__ = (Index("fetch_of_page", "topic", "url", "at"), Index("fetch_by_time", "at"))
    id: int | None = Field(default=None, primary_key=True)
    topic: str
    url: str = _text()
    at: datetime = _moment()
    status: int | None
    reason: str | None = _text()
    body: str | None = Field(default=None, foreign_key="body.hash", index=True)


class BodyRow(SQLModel, table=True):
    """Bytes as fetched, compressed with zlib, under the BLAKE2 hash of what they were."""

    __tablename__ = "body"
    hash: str = Field(primary_key=True)
    size: int
    data: bytes = Field(sa_type=LargeBinary)
