"""Protects the opening of a claim base: by URL alone, migrated, and refused with a reason where it must be."""

import sqlite3
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel

from storage.base import Base
from storage.engines import connect_to, read_url
from storage.errors import BaseError
from storage.migrating import MIGRATIONS
from tests.conftest import POSTGRES


def test_the_migrations_make_what_the_tables_say(base: Base) -> None:
    with base.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []


def test_opening_again_changes_nothing(base_url: str) -> None:
    for _ in range(2):
        with Base.open(base_url) as base, base.reading() as connection:
            assert connection.execute(text("SELECT count(*) FROM alembic_version")).scalar() == 1


def test_sqlite_keeps_a_write_ahead_log_and_its_foreign_keys(tmp_path: Path) -> None:
    with Base.open(f"sqlite:///{tmp_path}/claims.db") as base, base.reading() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
        sql = connection.execute(text("SELECT sql FROM sqlite_master WHERE name = 'claim_key'")).scalar_one()
    assert "WITHOUT ROWID" in sql


def test_a_base_of_a_newer_version_is_refused(base_url: str) -> None:
    with Base.open(base_url) as base, base.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(BaseError, match="newer than this atodds"):
        Base.open(base_url)


def test_a_filled_base_of_the_first_readings_is_brought_up_to_date_whole(base_url: str, tmp_path: Path) -> None:
    """SQLite makes the table of claims anew; what refers to claims must not go with the old one."""
    address = f"sqlite:///{tmp_path}/old.db" if base_url.startswith("sqlite") else base_url
    engine = connect_to(read_url(address))
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if base_url.startswith("sqlite"):
            config = Config()
            config.set_main_option("script_location", str(MIGRATIONS))
            config.attributes["connection"] = connection
            command.upgrade(config, "0004")
        for statement in (*(() if base_url.startswith("sqlite") else UNDONE), *OLD_ROWS):
            connection.execute(text(statement))
    engine.dispose()
    with Base.open(address) as base, base.writing() as connection:
        answers = connection.execute(
            text("SELECT claim_id, replaced_by FROM question_claim JOIN claim ON id = claim_id")
        )
        assert sorted(map(tuple, answers)) == [(1, ""), (2, "")]
        connection.execute(text("UPDATE claim SET replaced_by = '2' WHERE id = 1"))
        connection.execute(text(f"INSERT INTO claim ({CLAIM_COLUMNS}) VALUES (3, 1, 'a', 'role', 's', '{{}}')"))
    with pytest.raises(IntegrityError), Base.open(address) as base, base.writing() as connection:
        connection.execute(text(f"INSERT INTO claim ({CLAIM_COLUMNS}) VALUES (4, 1, 'a', 'role', 's', '{{}}')"))


UNDONE = (
    "DROP INDEX case_on_shelf",
    "CREATE INDEX case_by_change ON cases (topic, changed_at)",
    "DROP TABLE voice",
    "ALTER TABLE position_claim ADD COLUMN place INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE claim DROP CONSTRAINT claim_one_article_id_stable_id_replaced_by, DROP COLUMN replaced_by",
    "ALTER TABLE claim ADD CONSTRAINT claim_one_article_id_stable_id UNIQUE (article_id, stable_id)",
    "UPDATE alembic_version SET version_num = '0004'",
)
CLAIM_COLUMNS = "id, article_id, stable_id, kind, story, evidence"
OLD_ROWS = (
    "INSERT INTO article (id, topic, reader_id, url, content_hash, seen_at, day, story, origin, profile, cites, parser,"
    " text) VALUES (1, 't', 'r', 'u', 'h', '2031-04-02 00:00:00', 1, 's', 'o', '{}', '[]', '1', 'text')",
    f"INSERT INTO claim ({CLAIM_COLUMNS}) VALUES (1, 1, 'a', 'role', 's', '{{}}'), (2, 1, 'b', 'role', 's', '{{}}')",
    "INSERT INTO question VALUES ('q', 't', 's', 'role')",
    "INSERT INTO question_claim (question_id, claim_id) VALUES ('q', 1), ('q', 2)",
)


def test_what_fails_within_a_transaction_leaves_nothing(base: Base) -> None:
    def fail_half_way() -> None:
        with base.writing("t") as connection:
            connection.execute(text("INSERT INTO question VALUES ('q', 't', 's', 'figure')"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    with base.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM question")).scalar() == 0


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("sqlite:////no/such/folder/claims.db", "unable to open database file"),
        ("nonsense", "is no database URL"),
        ("cobol://host/base", "is no kind of database"),
        ("postgresql://nobody:secret@127.0.0.1:1/base", "cannot open the claim base"),
    ],
)
def test_a_base_that_cannot_be_opened_is_told_clearly_and_without_a_password(address: str, says: str) -> None:
    with pytest.raises(BaseError, match=says) as told:
        Base.open(address)
    assert "secret" not in str(told.value)
    assert "\n" not in str(told.value)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "claims.db").write_text("These are the notes of a reporter, not a database.\n" * 100)
    with pytest.raises(BaseError, match="not a database"):
        Base.open(f"sqlite:///{tmp_path}/claims.db")


def test_a_database_that_knows_no_letters_is_refused(server: Any) -> None:
    name = f"atodds_test_{uuid4().hex[:12]}"
    server.execute(f"CREATE DATABASE {name} ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0")
    try:
        with pytest.raises(BaseError, match="is encoded in SQL_ASCII, where the news needs UTF8"):
            Base.open(f"{POSTGRES.rsplit('/', 1)[0]}/{name}")
    finally:
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE recipe (name TEXT)")
    with pytest.raises(BaseError, match="another program"):
        Base.open(f"sqlite:///{tmp_path}/other.db")


def test_reading_does_not_make_a_base(tmp_path: Path) -> None:
    with pytest.raises(BaseError, match="no claim base"):
        Base.open(f"sqlite:///{tmp_path}/claims.db", create=False)
    assert list(tmp_path.iterdir()) == []
