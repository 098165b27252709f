"""Engines: how each kind of database is connected to, and what its connections are told first."""

import sqlite3
from time import monotonic, sleep
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from storage.errors import BaseError

BUSY_SECONDS = 30
# Pages of 4 kB. An article's 240 pair keys lie on as many: those of many articles are copied into the base at once.
_CHECKPOINT = 8_000
_AGAIN = 0.02  # seconds
# A worker whose machine vanished must not keep its topic's lock until somebody looks.
_POSTGRES = {
    "connect_timeout": 10,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "application_name": "atodds",
    "client_encoding": "utf8",
    "options": "-c idle_in_transaction_session_timeout=300000",
}


def read_url(address: str) -> URL:
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise BaseError(f"{address!r} is no database URL, such as sqlite:///atodds.db") from error
    if url.drivername in ("postgres", "postgresql"):
        return url.set(drivername="postgresql+psycopg")
    return url


def shown(url: URL) -> str:
    return url.render_as_string(hide_password=True)


def connect_to(url: URL) -> Engine:
    try:
        if url.get_backend_name() not in ("sqlite", "postgresql"):
            raise NoSuchModuleError
        if url.get_backend_name() != "sqlite":
            return create_engine(url, pool_pre_ping=True, connect_args=_POSTGRES)
        engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    except NoSuchModuleError as error:
        raise BaseError(f"{url.drivername!r} is no kind of database that atodds knows") from error
    except ModuleNotFoundError as error:
        raise BaseError(f"{shown(url)} needs the package {error.name}: pip install 'atodds[postgres]'") from error
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver would begin transactions too late: see _begin_sqlite
    connection.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")
    _write_ahead(connection)
    for pragma in ("foreign_keys=ON", "synchronous=NORMAL", f"wal_autocheckpoint={_CHECKPOINT}"):
        connection.execute(f"PRAGMA {pragma}")


def _write_ahead(connection: Any) -> None:
    """Let the base write ahead. Where several open a new one at once SQLite does not wait for who changes it."""
    patience = monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            if monotonic() > patience:
                raise
            sleep(_AGAIN)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    """A transaction that will write takes the lock at once: one that reads first could not get it later."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def queue_up(connection: Connection, topic: str | None) -> None:
    if topic is not None and connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtext(:topic))"), {"topic": f"atodds:{topic}"})
