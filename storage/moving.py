"""Moving a claim base to another database: all of it, counted and hashed on both sides, or nothing.

One transaction on the target, so a move that was killed left nothing there and is simply run again.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b

from sqlalchemy import Connection, Row, Table, delete, func, insert, select, text
from sqlmodel import SQLModel

from storage import tables as tables
from storage.base import Base
from storage.errors import BaseError

BATCH = 1000


@dataclass(frozen=True, slots=True)
class Contents:
    """How many rows a table holds, and a hash of them in any order: the sum of theirs, modulo 2**64."""

    rows: int = 0
    hash: int = 0

    def plus(self, batch: list[Row[tuple[object, ...]]]) -> "Contents":
        """With these rows, too."""
        hashes = (int.from_bytes(blake2b(repr(tuple(row)).encode(), digest_size=8).digest(), "big") for row in batch)
        return Contents(self.rows + len(batch), (self.hash + sum(hashes)) % 2**64)


def move(source: Base, target: Base, replace: bool = False) -> dict[str, Contents]:
    """Copy ``source`` to ``target``; returns what each table holds now, on both sides.

    A target that holds the same already is left alone. One that holds anything else is refused, for it may have been
    worked with since; with ``replace`` it is emptied first. Raises BaseError where a table came out other than it was.
    """
    with source.reading() as old, target.writing("move") as new:
        if not replace and any(_holds_rows(new, table) for table in _tables()):
            return _compared(_all(old), _all(new), "the target holds other rows; --replace takes them out first")
        for table in reversed(_tables()):
            new.execute(delete(table))
        copied = {table.name: _copy(old, new, table) for table in _tables()}
        return _compared(copied, _all(new), "the copy is not like the original, and nothing was kept of it")


def _tables() -> list[Table]:
    """All tables, those that others refer to first."""
    return SQLModel.metadata.sorted_tables


def _copy(old: Connection, new: Connection, table: Table) -> Contents:
    contents = Contents()
    for batch in _batches(old, table):
        new.execute(insert(table), [dict(row._mapping) for row in batch])
        contents = contents.plus(batch)
    counter = table.autoincrement_column
    if counter is not None and contents.rows and new.dialect.name == "postgresql":
        # Rows that bring their number do not move the sequence that gives out the next.
        sequence = func.pg_get_serial_sequence(text(f"'{table.name}'"), text(f"'{counter.name}'"))
        new.execute(select(func.setval(sequence, select(func.max(counter)).scalar_subquery())))
    return contents


def _batches(connection: Connection, table: Table) -> Iterator[list[Row[tuple[object, ...]]]]:
    rows = connection.execute(select(table), execution_options={"yield_per": BATCH})
    yield from map(list, rows.partitions())


def _all(connection: Connection) -> dict[str, Contents]:
    found = {}
    for table in _tables():
        contents = Contents()
        for batch in _batches(connection, table):
            contents = contents.plus(batch)
        found[table.name] = contents
    return found


def _holds_rows(connection: Connection, table: Table) -> bool:
    return connection.execute(select(table).limit(1)).first() is not None


def _compared(one: dict[str, Contents], other: dict[str, Contents], otherwise: str) -> dict[str, Contents]:
    unlike = [f"{name} ({one[name].rows} and {other[name].rows} rows)" for name in one if one[name] != other[name]]
    if unlike:
        raise BaseError(f"{otherwise}; unlike are: {', '.join(unlike)}")
    return one
