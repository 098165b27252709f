"""Many rows at once, as each database takes them quickest: SQLite row by row, PostgreSQL as one array a column.

A hundred rows through SQLAlchemy take longer to put together than to store, and row by row PostgreSQL is asked and
answers a hundred times.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, TypeAlias

from sqlalchemy import Connection, Dialect, Table, func, select, text

Process: TypeAlias = Callable[[Any], Any] | None


def add(connection: Connection, table: Table, rows: Sequence[Sequence[Any]]) -> None:
    """Insert rows, each with a value for every column of ``table`` in its order."""
    if not rows:
        return
    processes = _processes(table, connection.dialect)
    columns = [
        values if process is None else [None if v is None else process(v) for v in values]
        for process, values in zip(processes, zip(*rows, strict=True), strict=True)
    ]
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(_postgresql(table, connection.dialect), tuple(map(list, columns)))
    else:
        connection.exec_driver_sql(_sqlite(table), list(zip(*columns, strict=True)))


def numbers(connection: Connection, table: Table, count: int) -> Iterator[int]:
    """Numbers for rows to come, ascending; on SQLite, where one writes at a time, those after the last."""
    if connection.dialect.name == "postgresql":
        return iter(connection.execute(_NEXT, {"table": table.name, "count": count}).scalars().all())
    last = connection.execute(_last(table)).scalar_one()
    return iter(range(last + 1, last + 1 + count))


_NEXT = text("SELECT nextval(pg_get_serial_sequence(:table, 'id')) FROM generate_series(1, :count)")


@cache
def _last(table: Table) -> Any:
    return select(func.coalesce(func.max(table.c.id), 0))


@lru_cache(maxsize=256)
def _processes(table: Table, dialect: Dialect) -> list[Process]:
    """What makes of a column's values those that the driver takes."""
    return [column.type.dialect_impl(dialect).bind_processor(dialect) for column in table.columns]


@cache
def _sqlite(table: Table) -> str:
    return f"INSERT INTO {table.name} ({_names(table)}) VALUES ({', '.join('?' for _ in table.columns)})"


@lru_cache(maxsize=256)
def _postgresql(table: Table, dialect: Dialect) -> str:
    arrays = ", ".join(f"%b::{column.type.compile(dialect)}[]" for column in table.columns)
    return f"INSERT INTO {table.name} ({_names(table)}) SELECT * FROM unnest({arrays})"


def _names(table: Table) -> str:
    return ", ".join(column.name for column in table.columns)
