"""Protects the hot path at a million claims: no statement of a pass or a delivery reads a whole table."""

import re
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel import SQLModel

from flows.telling.daily import post_digest
from flows.telling.delivering import send
from flows.telling.publishing import publish
from flows.telling.reviewing import topic_of
from storage import listing
from storage.base import Base
from tests.flows.reports import AGREES, FIRST, OTHER, pass_over, rows
from tests.flows.test_delivering import Recorder

Asked = dict[str, Any]
# PostgreSQL reads a small table whole even where an index leads to its rows; told not to, it does so only without one.
_SCANS = {
    "postgresql": re.compile(r"Seq Scan on (\w+)"),
    "sqlite": re.compile(r"SCAN (\w+)"),
}
# A row for each pass and for each summary or digest: some thousands a year.
SMALL = {"ingest_pass", "bulletin", "mute"}


@pytest.fixture
def asked(base: Base) -> Asked:
    """All statements that are run, each with the first parameters it was run with."""
    found: Asked = {}

    @event.listens_for(base._engine, "before_cursor_execute")
    def _(_connection: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, many: bool) -> None:
        if statement.split(maxsplit=1)[0] in ("SELECT", "UPDATE", "DELETE", "WITH"):
            found.setdefault(statement, parameters[0] if many else parameters)

    return found


def scanned(base: Base, asked: Asked) -> dict[str, str]:
    """Tables that a statement reads whole, and the statement."""
    found = {}
    with base.reading() as connection:
        dialect = connection.dialect.name
        if dialect == "postgresql":
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        explain = "EXPLAIN QUERY PLAN " if dialect == "sqlite" else "EXPLAIN "
        for statement, parameters in list(asked.items()):
            for line in connection.exec_driver_sql(explain + statement, parameters):
                for table in _SCANS[dialect].findall(str(line[-1])):
                    found[table] = statement
    large = (SQLModel.metadata.tables.keys() | {"earlier"}) - SMALL
    return {table: statement for table, statement in found.items() if table in large}


def sorted_anew(base: Base, asked: Asked) -> list[str]:
    """Statements for which the database sorts rows, and does not read them in their order."""
    with base.reading() as connection:
        dialect = connection.dialect.name
        if dialect == "postgresql":
            # An empty table is sorted in no time; a full one is not, but for the index.
            connection.exec_driver_sql("SET LOCAL enable_sort = off")
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
            connection.exec_driver_sql("SET LOCAL enable_bitmapscan = off")
        explain, told = ("EXPLAIN QUERY PLAN ", "TEMP B-TREE") if dialect == "sqlite" else ("EXPLAIN ", "Sort")
        return [
            statement
            for statement, parameters in asked.items()
            if any(told in str(line[-1]) for line in connection.exec_driver_sql(explain + statement, parameters))
        ]


def test_nothing_hot_reads_a_whole_table(base: Base, asked: Asked, tmp_path: Path) -> None:
    pass_over(base, rows(tmp_path / "old.jsonl", FIRST))
    pass_over(base, rows(tmp_path / "in.jsonl", OTHER, AGREES))
    send(base, topic_of("everything"), {"console": Recorder()})
    assert len(asked) > 15
    assert scanned(base, asked) == {}


def test_no_list_of_cases_reads_or_sorts_all(base: Base, asked: Asked, tmp_path: Path) -> None:
    pass_over(base, rows(tmp_path / "in.jsonl", FIRST, OTHER))
    asked.clear()
    topic = topic_of("everything")
    with base.reading() as connection:
        counts = listing.tally(connection, topic.key)
        shown = listing.excerpt(connection, base.memory, topic.key, counts, 100, order=listing.pages_first)
        assert len(shown.cases) == 1
    post_digest(base, topic)
    publish(base, tmp_path)
    assert len(asked) > 10
    assert scanned(base, asked) == {}
    assert sorted_anew(base, {s: p for s, p in asked.items() if "FROM cases" in s}) == []


def test_a_scan_would_be_seen(base: Base, asked: Asked) -> None:
    with base.reading() as connection:
        connection.exec_driver_sql("SELECT id FROM claim WHERE counted = 'x'")
    assert set(scanned(base, asked)) == {"claim"}
