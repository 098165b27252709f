"""Protects the speed of looking for candidates as a base grows: by its keys alone, never by reading a table."""

import json

from sqlalchemy import text

from storage.base import Base
from storage.candidates import _STATEMENTS


def test_candidates_are_found_without_reading_a_table(base: Base) -> None:
    with base.writing("t") as connection:
        dialect = connection.dialect.name
        if dialect == "postgresql":  # whose planner would read a small table whole, and rightly so
            connection.execute(text("SET LOCAL enable_seqscan = off"))
        explain = {"sqlite": "EXPLAIN QUERY PLAN", "postgresql": "EXPLAIN"}[dialect]
        parameters = {"wanted": json.dumps([[9, 1]]), "first": 1, "last": 60, "most": 200, "newest": 100}
        plan = "\n".join(
            str(row[-1]) for row in connection.execute(text(f"{explain} {_STATEMENTS[dialect].text}"), parameters)
        )
    assert "SCAN claim_key" not in plan
    assert "Seq Scan on claim_key" not in plan
    assert "claim_key_pk" in plan or "SEARCH claim_key USING PRIMARY KEY (k=? AND day>? AND day<?)" in plan
