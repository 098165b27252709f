"""The tables of what was read: stories, articles, their claims, and what both are looked up by."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.tables.columns import moment_column, text_column


class StoryRow(SQLModel, table=True):
    """An event that articles of a topic tell of; ``profile`` is what they say of it, taken together."""

    __tablename__ = "story"
    __table_args__ = (Index("story_by_day", "topic", "last_day"),)
    id: str = Field(primary_key=True)
    topic: str
    profile: str = text_column()
    first_day: int
    last_day: int
    articles: int


class StoryKeyRow(SQLModel, table=True):
    """What a story is looked up by, from each day's articles on it."""

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
    published_at: datetime | None = moment_column()
    seen_at: datetime = moment_column()
    day: int
    story: str
    origin: str
    fingerprint: int | None = Field(sa_type=BigInteger)
    profile: str = text_column()
    cites: str = text_column()
    parser: str
    text: str = text_column()


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
    evidence: str = text_column()
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
