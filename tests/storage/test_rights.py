"""Protects the least rights that a worker's role needs: rows, and nothing of the schema."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import ProgrammingError

from storage.base import Base
from storage.errors import BaseError
from storage.pruning import prune
from tests.flows.reports import FIRST, OTHER, pass_over, rows
from tests.storage.test_pruning import LATER

README = Path(__file__).parents[2] / "README.md"


def grants(role: str, database: str) -> list[str]:
    """The statements that the README gives for a worker's role."""
    lines = (line.strip() for line in README.read_text(encoding="utf-8").splitlines())
    told = [line for line in lines if line.startswith(("GRANT ", "ALTER DEFAULT "))]
    assert len(told) >= 4
    return [line.replace("atodds_worker", role).replace("DATABASE atodds", f"DATABASE {database}") for line in told]


@pytest.fixture
def worker(server: Any, base_url: str) -> Iterator[str]:
    """The address of the base for a role that has what the README grants and no more."""
    import psycopg

    if not base_url.startswith("postgresql"):
        pytest.skip("SQLite has no roles")
    role, database = f"atodds_worker_{uuid4().hex[:8]}", base_url.rsplit("/", 1)[1]
    server.execute(f"CREATE ROLE {role} LOGIN")
    with psycopg.connect(base_url, autocommit=True) as owner:
        for statement in grants(role, database):
            owner.execute(statement)  # type: ignore[call-overload]
        yield make_url(base_url).set(username=role).render_as_string(hide_password=False)
        owner.execute(f"DROP OWNED BY {role}")  # type: ignore[call-overload]
    server.execute(f"DROP ROLE {role}")


def test_a_worker_does_all_its_work(worker: str, tmp_path: Path) -> None:
    with Base.open(worker) as base:
        pass_over(base, rows(tmp_path / "old.jsonl", FIRST))
        assert len(pass_over(base, rows(tmp_path / "in.jsonl", OTHER)).changes) == 1
        assert prune(base, "everything", LATER) == 0


def test_a_worker_makes_and_drops_no_table(worker: str) -> None:
    for statement in ("CREATE TABLE mine (a int)", "DROP TABLE article", "TRUNCATE article CASCADE"):
        with Base.open(worker) as base, pytest.raises(ProgrammingError), base.writing() as connection:
            connection.execute(text(statement))


def test_a_worker_does_not_migrate(worker: str, base_url: str) -> None:
    with Base.open(base_url) as base, base.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0003'"))
    with pytest.raises(BaseError, match="permission denied"):
        Base.open(worker)
