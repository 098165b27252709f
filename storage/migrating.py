"""Migrating: bringing a base to the revision that the code is written for."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from storage.engines import queue_up
from storage.errors import BaseError

MIGRATIONS = Path(__file__).parent / "migrations"


def bring_up_to_date(engine: Engine, shown: str) -> None:
    """Migrate if the base is older than the code. Alembic is imported only then: it takes 0.2 s."""
    with engine.connect() as connection:
        present = _revision(connection, shown)
        if present is None and connection.dialect.name == "postgresql":
            _insist_on_unicode(connection, shown)
    if present == newest():
        return
    if present is not None and present not in _revisions():
        raise BaseError(f"the claim base {shown} is newer than this atodds (revision {present}): update atodds")
    with (
        engine.connect().execution_options(writes=True) as connection,
        _loose(connection),
        connection.begin(),
    ):
        queue_up(connection, "migration")
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise BaseError(f"the migration of {shown} would break it, and was undone: please report it")


def _insist_on_unicode(connection: Connection, shown: str) -> None:
    """A server that was set up without a locale makes databases that know no letters, and takes any bytes for text."""
    encoding = connection.execute(text("SHOW server_encoding")).scalar_one()
    if encoding != "UTF8":
        again = "make it anew (createdb --encoding UTF8 --template template0)"
        raise BaseError(f"the database {shown} is encoded in {encoding}, where the news needs UTF8: {again}")


@contextmanager
def _loose(connection: Connection) -> Iterator[None]:
    """SQLite changes a constraint by making the table anew; its foreign keys would empty those that refer to it."""
    raw = connection.connection.dbapi_connection
    if connection.dialect.name != "sqlite" or raw is None:
        yield
        return
    raw.cursor().execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        raw.cursor().execute("PRAGMA foreign_keys=ON")


def newest() -> str:
    """The revision that the code is written for."""
    return _revisions()[-1]


def _revisions() -> list[str]:
    """Revisions in their order, which is that of the names of their files."""
    return sorted(p.stem.split("_")[0] for p in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def _revision(connection: Connection, shown: str) -> str | None:
    tables = inspect(connection).get_table_names()
    if "alembic_version" not in tables:
        if tables:
            raise BaseError(f"{shown} holds the tables of another program ({', '.join(sorted(tables)[:3])}, …)")
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found
