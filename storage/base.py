"""The claim base: opening it by URL, migrating it, and transactions on it."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DatabaseError, InterfaceError, NoSuchModuleError, OperationalError

from storage.errors import BaseError
from storage.memory import Memory

__all__ = ["Base", "Connection", "newest"]

MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_SECONDS = 30
# Pages of 4 kB. An article's 240 pair keys lie on as many: those of many articles are copied into the base at once.
_CHECKPOINT = 8_000
_GONE = (OperationalError, InterfaceError)
# A worker whose machine vanished must not keep its topic's lock until somebody looks.
_POSTGRES = {
    "connect_timeout": 10,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "application_name": "atodds",
    "options": "-c idle_in_transaction_session_timeout=300000",
}


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
        url = _url(address)
        if not create and url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():
            raise BaseError(f"there is no claim base at {_shown(url)}; `atodds ingest` makes one")
        engine = _engine(url)
        try:
            _bring_up_to_date(engine, _shown(url))
        except (DatabaseError, OSError) as error:
            raise BaseError(f"cannot open the claim base {_shown(url)}: {_first_line(error)}") from error
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
                _queue_up(connection, topic)
                yield connection
        except BaseException as error:
            self.memory.clear()  # row numbers that were rolled back are given out again
            if isinstance(error, _GONE):
                raise BaseError(f"the claim base does not answer: {_first_line(error)}") from error
            raise


def _url(address: str) -> URL:
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise BaseError(f"{address!r} is no database URL, such as sqlite:///atodds.db") from error
    if url.drivername in ("postgres", "postgresql"):
        return url.set(drivername="postgresql+psycopg")
    return url


def _shown(url: URL) -> str:
    return url.render_as_string(hide_password=True)


def _first_line(error: Exception) -> str:
    return str(getattr(error, "orig", None) or error).strip().splitlines()[0]


def _engine(url: URL) -> Engine:
    try:
        if url.get_backend_name() not in ("sqlite", "postgresql"):
            raise NoSuchModuleError
        if url.get_backend_name() != "sqlite":
            return create_engine(url, pool_pre_ping=True, connect_args=_POSTGRES)
        engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    except NoSuchModuleError as error:
        raise BaseError(f"{url.drivername!r} is no kind of database that atodds knows") from error
    except ModuleNotFoundError as error:
        raise BaseError(f"{_shown(url)} needs the package {error.name}: pip install 'atodds[postgres]'") from error
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver would begin transactions too late: see _begin_sqlite
    for pragma in (
        f"busy_timeout={BUSY_SECONDS * 1000}",
        "journal_mode=WAL",
        "foreign_keys=ON",
        "synchronous=NORMAL",
        f"wal_autocheckpoint={_CHECKPOINT}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """A transaction that will write takes the lock at once: one that reads first could not get it later."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _queue_up(connection: Connection, topic: str | None) -> None:
    if topic is not None and connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtext(:topic))"), {"topic": f"atodds:{topic}"})


def _bring_up_to_date(engine: Engine, shown: str) -> None:
    """Migrate if the base is older than the code. Alembic is imported only then: it takes 0.2 s."""
    with engine.connect() as connection:
        present = _revision(connection, shown)
    if present == newest():
        return
    if present is not None and present not in _revisions():
        raise BaseError(f"the claim base {shown} is newer than this atodds (revision {present}): update atodds")
    with (
        engine.connect().execution_options(writes=True) as connection,
        _loose(connection),
        connection.begin(),
    ):
        _queue_up(connection, "migration")
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise BaseError(f"the migration of {shown} would break it, and was undone: please report it")


@contextmanager
def _loose(connection: Connection) -> Iterator[None]:
    """SQLite changes a constraint by making the table anew; its foreign keys would empty those that refer to it."""
    raw = connection.connection.dbapi_connection
    if connection.dialect.name != "sqlite" or raw is None:
        yield
        return
    raw.cursor().execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        raw.cursor().execute("PRAGMA foreign_keys=ON")


def newest() -> str:
    """The revision that the code is written for."""
    return _revisions()[-1]


def _revisions() -> list[str]:
    """Revisions in their order, which is that of the names of their files."""
    return sorted(p.stem.split("_")[0] for p in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def _revision(connection: Connection, shown: str) -> str | None:
    tables = inspect(connection).get_table_names()
    if "alembic_version" not in tables:
        if tables:
            raise BaseError(f"{shown} holds the tables of another program ({', '.join(sorted(tables)[:3])}, …)")
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found
