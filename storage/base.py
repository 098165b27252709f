"""The claim base: opening it by URL, migrating it, and transactions on it."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from threading import Lock
from types import TracebackType

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DatabaseError, InterfaceError, OperationalError

from storage.engines import connect_to, queue_up, read_url, shown
from storage.errors import BaseError
from storage.memory import Memory
from storage.migrating import bring_up_to_date, newest

__all__ = ["Base", "Connection", "newest"]

_GONE = (OperationalError, InterfaceError)


class Base:
    """An open claim base. ``memory`` keeps evidence that was decoded lately, for one process."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        # SQLite's transactions see one state of the base; PostgreSQL's have to be asked to.
        self._one_view = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
        self._one_writer = Lock() if engine.dialect.name == "sqlite" else nullcontext()
        self.memory = Memory()

    @classmethod
    def open(cls, address: str, create: bool = True) -> "Base":
        """Open the base at a SQLAlchemy URL and migrate it to the code's revision.

        Raises BaseError where it cannot be opened, is newer than the code, is another program's, or is
        missing and ``create`` is not wanted.
        """
        url = read_url(address)
        if not create and url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():
            raise BaseError(f"there is no claim base at {shown(url)}; `atodds ingest` makes one")
        engine = connect_to(url)
        try:
            bring_up_to_date(engine, shown(url))
        except (DatabaseError, OSError) as error:
            raise BaseError(f"cannot open the claim base {shown(url)}: {_first_line(error)}") from error
        except BaseError:
            engine.dispose()
            raise
        return cls(engine)

    def __enter__(self) -> "Base":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the connections back; the base may not be used afterwards."""
        self._engine.dispose()

    @contextmanager
    def reading(self, at_leisure: bool = False) -> Iterator[Connection]:
        """A consistent view, nothing written; ``at_leisure`` where what is read goes to somebody who may stop to think.

        Raises BaseError where the base does not answer.
        """
        try:
            with self._engine.connect().execution_options(**self._one_view) as connection:
                if at_leisure and connection.dialect.name == "postgresql":
                    connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
                yield connection
                if connection.dialect.name == "postgresql":
                    connection.commit()  # psycopg forgets at a rollback what it has prepared
        except _GONE as error:
            raise BaseError(f"the claim base does not answer: {_first_line(error)}") from error

    @contextmanager
    def writing(self, topic: str | None = None) -> Iterator[Connection]:
        """One transaction, all or nothing; writers to one topic go one after the other.

        On SQLite the writers of this process queue at a lock of our own: SQLite's waits by sleeping, up to 0.1 s
        at a time, which with a dozen threads of fetching cost more than all their work. Raises BaseError where
        the base does not answer, is locked for too long or has no room left.
        """
        try:
            with (
                self._one_writer,
                self._engine.connect().execution_options(writes=True) as connection,
                connection.begin(),
            ):
                queue_up(connection, topic)
                yield connection
        except BaseException as error:
            self.memory.clear()  # row numbers that were rolled back are given out again
            if isinstance(error, _GONE):
                raise BaseError(f"the claim base does not answer: {_first_line(error)}") from error
            raise


def _first_line(error: Exception) -> str:
    return str(getattr(error, "orig", None) or error).strip().splitlines()[0]
