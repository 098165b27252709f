"""What many tests need: a claim base of each kind, made for one test and dropped after it."""

import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from storage.base import Base

# Superuser of a server on this machine; tests make and drop databases of their own in it.
POSTGRES = os.environ.get("ATODDS_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")


@pytest.fixture(params=["sqlite", "postgresql"])
def base_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database, on SQLite and (where a server answers) on PostgreSQL."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/claims.db"
        return
    psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")
    name = f"atodds_test_{uuid4().hex[:12]}"
    try:
        server = psycopg.connect(POSTGRES, autocommit=True, connect_timeout=2)
    except psycopg.OperationalError as error:
        pytest.skip(f"no PostgreSQL to test on: {error}")
    with server:
        server.execute(f"CREATE DATABASE {name}")
        yield POSTGRES.rsplit("/", 1)[0] + f"/{name}"
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def base(base_url: str) -> Iterator[Base]:
    """An open, empty claim base of each kind."""
    with Base.open(base_url) as opened:
        yield opened
