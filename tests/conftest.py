"""What many tests need: a claim base of each kind, made for one test and dropped after it."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from storage.base import Base, newest

# Superuser of a server on this machine; tests make and drop databases of their own in it.
POSTGRES = os.environ.get("ATODDS_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty claim base on SQLite, migrated once, to be copied."""
    file = tmp_path_factory.mktemp("empty") / "claims.db"
    Base.open(f"sqlite:///{file}").close()
    return file


@pytest.fixture(scope="session")
def server() -> Iterator[Any]:
    """A connection to a PostgreSQL server; what needs it is skipped where none answers."""
    psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")
    try:
        connection = psycopg.connect(POSTGRES, autocommit=True, connect_timeout=2)
    except psycopg.OperationalError as error:
        pytest.skip(f"no PostgreSQL to test on: {error}")
    with connection:
        yield connection


@pytest.fixture(scope="session")
def database(server: Any) -> Iterator[str]:
    """A claim base on PostgreSQL, made for these tests alone; to make one a test would take a second each."""
    name = f"atodds_test_{uuid4().hex[:12]}"
    server.execute(f"CREATE DATABASE {name}")
    address = f"{POSTGRES.rsplit('/', 1)[0]}/{name}"
    Base.open(address).close()
    yield address
    server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def base_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty claim base, on SQLite and (where a server answers) on PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{shutil.copy(request.getfixturevalue('empty_file'), tmp_path / 'claims.db')}"
    address: str = request.getfixturevalue("database")
    _empty(address)
    return address


def _empty(address: str) -> None:
    """Take out what the last test left, whatever it did."""
    psycopg = pytest.importorskip("psycopg")
    with psycopg.connect(address) as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        # Rows are few: to delete them takes a tenth of what TRUNCATE takes, which makes files anew.
        connection.execute("SET LOCAL session_replication_role = replica; SET LOCAL synchronous_commit = off")
        connection.execute("".join(f'DELETE FROM "{table}";' for (table,) in tables if table != "alembic_version"))
        connection.execute("UPDATE alembic_version SET version_num = %s", (newest(),))


@pytest.fixture
def base(base_url: str) -> Iterator[Base]:
    """An open, empty claim base of each kind."""
    with Base.open(base_url) as opened:
        yield opened
