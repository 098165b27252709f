"""Protects what a crash must not cost: a few SIGKILLs on each run; `make crashes` does hundreds on both databases."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from sqlalchemy import event, text

from claims.document import Document
from flows.desk import open_desk
from flows.intake.pipeline import take_in
from storage.base import Base
from storage.checking import check
from storage.errors import BaseError
from storage.fetches import Fetches
from tests.alerts.made import NOON
from tests.flows.crashes import rage
from tests.flows.reports import AGREES, FIRST, OTHER, begin, pass_over, rows
from tests.flows.test_pass import _documents, count


@pytest.mark.slow
def test_killed_at_any_point_nothing_is_lost_and_nothing_is_there_twice(base_url: str) -> None:
    toll = rage(base_url, 12)
    print(f"\n{toll}")


def test_a_full_disk_costs_no_article_that_is_stored(tmp_path: Path) -> None:
    """The base may grow by a few pages only: what does not fit is told, is not there by half, and comes in later."""
    address = f"sqlite:///{tmp_path}/claims.db"
    source = rows(tmp_path / "in.jsonl", *(_long(number) for number in range(12)))
    with Base.open(address) as base:
        limit = _limited(base, 60)
        going = begin(base)
        with pytest.raises(BaseError, match="full"):
            going.take_in(_documents(source))
        stored = count(base, "article")
        assert 0 < stored < 12
        assert check(base, NOON) == []
        limit["pages"] = 1_000_000
        summary = pass_over(base, source)
        assert (summary.tally.known, summary.tally.stored) == (stored, 12 - stored)
        assert check(base, NOON) == []


@pytest.fixture
def small_disk() -> Iterator[tuple[str, Path]]:
    """A database on a disk of its own, of some megabytes, and the folder where the disk is mounted.

    The server is the test's own, too: one that has unwritten pages for a full disk holds up all that use it.
    """
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if os.geteuid() != 0 or not programs:
        pytest.skip("only root mounts a small disk, and starts a PostgreSQL server that is installed here")
    with TemporaryDirectory(prefix="atodds_disk_") as name, socket.socket() as free:
        folder, disk = Path(name), Path(name) / "disk"
        disk.mkdir()
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", disk], capture_output=True, text=True
        )
        if mounted.returncode:
            pytest.skip(f"no small disk can be mounted here: {mounted.stderr.strip()}")
        free.close()

        def run(program: str, *options: str) -> None:
            command = [str(programs[-1].with_name(program)), "-D", str(folder / "data"), *options]
            subprocess.run(command, user="postgres", cwd="/", stdout=subprocess.DEVNULL, check=True)

        try:
            for place in (folder, disk):
                shutil.chown(place, "postgres", "postgres")
            run("initdb", "-A", "trust", "-U", "postgres", "--no-sync")
            run("pg_ctl", "-l", str(folder / "log"), "-o", f"-h 127.0.0.1 -p {port} -k {folder} -F", "-w", "start")
            address = f"postgresql://postgres@127.0.0.1:{port}"
            with pytest.importorskip("psycopg").connect(f"{address}/postgres", autocommit=True) as server:
                server.execute(f"CREATE TABLESPACE small LOCATION '{disk}'")
                server.execute("CREATE DATABASE small TABLESPACE small")
            yield f"{address}/small", disk
        finally:
            if (folder / "data" / "postmaster.pid").exists():
                run("pg_ctl", "-m", "immediate", "-w", "stop")
            subprocess.run(["umount", disk], check=True)


@pytest.mark.slow
def test_a_full_disk_of_postgresql_costs_no_article_that_is_stored(
    small_disk: tuple[str, Path], tmp_path: Path
) -> None:
    """As above; the disk is really full, and then there is room again."""
    address, disk = small_disk
    some = rows(tmp_path / "some.jsonl", *(_long(number) for number in range(3)))
    more = rows(tmp_path / "more.jsonl", *(_long(number) for number in range(3, 24)))
    with Base.open(address) as base:
        going = begin(base)
        going.take_in(_documents(some))
        free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
        (disk / "ballast").write_bytes(bytes(free - 100_000))
        with pytest.raises(BaseError, match="No space left"):
            going.take_in(_documents(more))
        stored = count(base, "article")
        assert 3 <= stored < 24
        assert check(base, NOON) == []
        (disk / "ballast").unlink()
        assert pass_over(base, some, more).tally.known == stored
        assert count(base, "article") == 24
        assert check(base, NOON) == []


def _long(number: int) -> dict[str, str]:
    padding = " ".join(f"The town of {chr(97 + number)}ale{word} counted its houses." for word in range(20))
    return {
        **FIRST,
        "id": f"long-{number}",
        "url": f"https://wire.example/{number}",
        "text": f"{FIRST['text']} {padding}",
    }


def _limited(base: Base, more: int) -> dict[str, int]:
    """Let a base on SQLite grow by ``more`` pages only; the limit can be raised."""
    with base.reading() as connection:
        limit = {"pages": more + int(connection.execute(text("PRAGMA page_count")).scalar_one())}

    @event.listens_for(base._engine, "begin")
    def _(connection: Any) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count={limit['pages']}")

    return limit


def test_a_base_that_went_away_is_told_and_work_goes_on_when_it_is_back(
    server: Any, database: str, base_url: str, tmp_path: Path
) -> None:
    """PostgreSQL is shut for everybody in the middle of a pass, and opened again."""
    if not base_url.startswith("postgresql"):
        pytest.skip("SQLite's file goes away with its disk alone")
    name = database.rsplit("/", 1)[1]
    shut = [
        f"ALTER DATABASE {name} ALLOW_CONNECTIONS false",
        f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}' AND pid <> pg_backend_pid()",
    ]
    first, second = (_documents(rows(tmp_path / f"{n}.jsonl", r)) for n, r in enumerate((FIRST, OTHER)))
    with Base.open(base_url) as base:
        going = begin(base, alert_history=True)
        going.take_in(first)
        for statement in shut:
            server.execute(statement)
        try:
            with pytest.raises(BaseError, match="does not answer"):
                going.take_in(second)
        finally:
            server.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
        (outcome,) = going.take_in(second)
        assert len(outcome.changes) == 1
        assert count(base, "notification") == 1


def test_a_connection_that_breaks_within_a_transaction_is_told(server: Any, base: Base) -> None:
    if base._engine.dialect.name != "postgresql":
        pytest.skip("SQLite has no connection to break")

    def broken() -> None:
        with base.writing("t") as connection:
            number = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
            server.execute("SELECT pg_terminate_backend(%s)", (number,))
            connection.execute(text("INSERT INTO question VALUES ('q', 't', 's', 'figure')"))

    with pytest.raises(BaseError, match="does not answer"):
        broken()
    assert count(base, "question") == 0


def test_a_clock_that_steps_back_loses_and_doubles_nothing(base: Base, tmp_path: Path) -> None:
    desk = open_desk()
    moments = (NOON, NOON - timedelta(hours=2), NOON - timedelta(hours=1))
    documents = [_documents(rows(tmp_path / f"{n}.jsonl", r))[0] for n, r in enumerate((FIRST, OTHER, AGREES))]
    for document, now in zip(documents, moments, strict=True):
        assert isinstance(document, Document)
        take_in(desk, base, document, alerting=True, now=now)
    assert (count(base, "article"), count(base, "cases"), count(base, "alert")) == (3, 1, 2)
    assert check(base, NOON) == []


def test_a_host_is_asked_again_after_the_clock_stepped_back(base: Base) -> None:
    """Its next turn lies years ahead, where no Retry-After may put it."""
    memory = Fetches(base, "t")
    with base.writing() as connection:
        connection.execute(text("INSERT INTO host (host, next_at) VALUES ('post.example', 9e9)"))
    assert memory.turn("post.example", 1.0, 60.0) == 0.0
    assert 0.0 < memory.turn("post.example", 1.0, 60.0) <= 1.0


def test_a_pass_killed_before_its_end_makes_history_all_the_same(base: Base, tmp_path: Path) -> None:
    """Killed when it had stored all and noted nothing, the next one finds nothing new, and the one after alerts."""
    begin(base).take_in(_documents(rows(tmp_path / "old.jsonl", FIRST)))
    pass_over(base, tmp_path / "old.jsonl")
    assert not pass_over(base, rows(tmp_path / "new.jsonl", OTHER)).silent
    assert count(base, "alert") == 1
