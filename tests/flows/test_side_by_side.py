"""Protects a base that several workers use: each article once, each case once, each alert once, told once."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier, Thread

import pytest
from sqlalchemy import text

from storage.archive import keep, pack
from storage.base import Base
from storage.checking import check
from storage.outbox import post
from tests.alerts.made import NOON
from tests.flows.crashes import Toll, examine
from tests.flows.newsroom import HOSTS, Newsroom, start, watch
from tests.flows.test_pass import count
from tests.sources.playground import Playground
from tests.storage.test_fetches import fetch


@pytest.mark.slow
def test_passes_over_the_same_sources_at_once_do_everything_once(base_url: str, tmp_path: Path) -> None:
    notebook = tmp_path / "told"
    notebook.touch()
    with Playground(HOSTS[0], others=HOSTS[1:]) as server:
        room = Newsroom(server)
        room.publish(0, voices=1)
        watch(base_url, room.sources, notebook)
        for number in range(1, 13):
            room.publish(number)
        workers = [start(base_url, room.sources, notebook) for _ in range(3)]
        for worker in workers:
            worker.join()
        assert [worker.exitcode for worker in workers] == [0, 0, 0]
        examine(base_url, Toll(events=12), notebook.read_text().splitlines())
    with Base.open(base_url) as base, base.reading() as connection:
        shares = connection.execute(text("SELECT stored FROM ingest_pass WHERE stored > 0")).scalars().all()
    assert sum(shares) == 1 + 36
    told = Counter(notebook.read_text().splitlines())
    assert set(told.values()) == {1}


def at_once(work: object, crowd: int = 4) -> None:
    """Let threads do the same at the same moment; an error of one is raised."""
    barrier, errors = Barrier(crowd), []

    def one() -> None:
        barrier.wait()
        try:
            work()  # type: ignore[operator]
        except Exception as error:
            errors.append(error)

    threads = [Thread(target=one) for _ in range(crowd)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []


def test_the_same_page_fetched_by_all_is_archived_once(base: Base) -> None:
    def fetched() -> None:
        with base.writing() as connection:
            keep(connection, "t", pack(fetch()))

    at_once(fetched)
    assert count(base, "body") == 1


def test_a_bulletin_posted_by_all_goes_out_once(base: Base) -> None:
    def posted() -> None:
        with base.writing() as connection:
            post(connection, "digest:t:2031-04-02", "t", "{}", ("slack",), NOON)

    at_once(posted)
    assert (count(base, "bulletin"), count(base, "notification")) == (1, 1)


def test_a_base_opened_by_all_at_first_is_migrated_once(base_url: str, tmp_path: Path) -> None:
    if base_url.startswith("sqlite"):
        base_url = f"sqlite:///{tmp_path}/new.db"
        at_once(lambda: Base.open(base_url).close())
    with Base.open(base_url) as base:
        assert check(base, datetime.now(UTC)) == []
