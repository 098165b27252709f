"""Many rows at once, as each database takes them quickest: SQLite row by row, PostgreSQL as one array a column.

A hundred rows through SQLAlchemy take longer to put together than to store, and row by row PostgreSQL is asked and
answers a hundred times.
"""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Any, TypeAlias

from sqlalchemy import Connection, Dialect, Table, func, select

Process: TypeAlias = Callable[[Any], Any] | None
Rows: TypeAlias = Sequence[Sequence[Any]]


def add(connection: Connection, table: Table, rows: Rows) -> None:
    """Insert rows, each with a value for every column of ``table`` in its order."""
    if not rows:
        return
    columns = _columns(table, connection.dialect, rows)
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(_postgresql(table, connection.dialect), tuple(map(list, columns)))
    else:
        connection.exec_driver_sql(_sqlite(table), list(zip(*columns, strict=True)))


def add_numbered(connection: Connection, table: Table, rows: Rows) -> list[int]:
    """Insert rows, each with a value for every column after the first, their ``id``; returns their ids, ascending.

    PostgreSQL numbers rows as it takes them; on SQLite, where one writes at a time, they come after the last.
    """
    if not rows:
        return []
    if connection.dialect.name == "postgresql":
        columns = _columns(table, connection.dialect, rows, skip=1)
        statement = _postgresql(table, connection.dialect, skip=1)
        return sorted(connection.exec_driver_sql(f"{statement} RETURNING id", tuple(map(list, columns))).scalars())
    first = connection.execute(_last(table)).scalar_one() + 1
    numbers = range(first, first + len(rows))
    add(connection, table, [(number, *row) for number, row in zip(numbers, rows, strict=True)])
    return list(numbers)


def _columns(table: Table, dialect: Dialect, rows: Rows, skip: int = 0) -> list[Sequence[Any]]:
    """The values of each column after those to skip, as the driver takes them."""
    return [
        values if process is None else [None if v is None else process(v) for v in values]
        for process, values in zip(_processes(table, dialect)[skip:], zip(*rows, strict=True), strict=True)
    ]


@cache
def _last(table: Table) -> Any:
    return select(func.coalesce(func.max(table.c.id), 0))


@lru_cache(maxsize=256)
def _processes(table: Table, dialect: Dialect) -> list[Process]:
    """What makes of a column's values those that the driver takes."""
    return [column.type.dialect_impl(dialect).bind_processor(dialect) for column in table.columns]


@cache
def _sqlite(table: Table) -> str:
    names = table.columns.keys()
    return f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({', '.join('?' for _ in names)})"


@lru_cache(maxsize=256)
def _postgresql(table: Table, dialect: Dialect, skip: int = 0) -> str:
    taken = list(table.columns)[skip:]
    arrays = ", ".join(f"%b::{column.type.compile(dialect)}[]" for column in taken)
    return f"INSERT INTO {table.name} ({', '.join(c.name for c in taken)}) SELECT * FROM unnest({arrays})"
