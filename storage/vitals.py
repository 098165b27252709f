"""A few facts of a base that tell at once whether it is well."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, func, select, text

from claims.notification import State
from storage.articles import ARTICLE
from storage.outbox import NOTIFICATION


@dataclass(frozen=True, slots=True, kw_only=True)
class Vitals:
    """``now`` is the database's clock, ``latest`` when the last article was read, ``oldest_due`` when the oldest
    unsent notification was due; ``file`` is SQLite's. ``tidied``: whether PostgreSQL's autovacuum runs, which keeps
    look-ups quick; always on SQLite, which needs none."""

    kind: str
    revision: str
    file: str | None
    now: datetime
    latest: datetime | None
    oldest_due: datetime | None
    tidied: bool


def vitals(connection: Connection, now: datetime) -> Vitals:
    """The facts of an open base. SQLite has no clock of its own: its ``now`` is the one given."""
    sqlite = connection.dialect.name == "sqlite"
    clock = now if sqlite else connection.execute(text("SELECT clock_timestamp()")).scalar_one().astimezone(UTC)
    waits = NOTIFICATION.c.state.in_([State.FRESH, State.READY, State.SENDING])
    latest = select(ARTICLE.c.seen_at).order_by(ARTICLE.c.id.desc()).limit(1)
    return Vitals(
        kind=connection.dialect.name,
        revision=connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one(),
        file=connection.engine.url.database if sqlite else None,
        now=clock,
        latest=connection.execute(latest).scalar(),
        tidied=sqlite or connection.execute(text("SHOW autovacuum")).scalar_one() == "on",
        oldest_due=connection.execute(select(func.min(NOTIFICATION.c.due_at)).where(waits)).scalar(),
    )
