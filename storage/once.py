"""Inserts that leave alone what is there: two passes may bring the same at the same time."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def add_once(connection: Connection, table: Table, rows: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> int:
    """Insert what no constraint of ``table`` forbids; returns how many rows are new.

    A reading and then an insert would not do: on PostgreSQL another process may commit the same row in between.
    """
    kind = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    statement = kind(table).on_conflict_do_nothing()
    return int(connection.execute(statement, rows, execution_options={"preserve_rowcount": True}).rowcount)
