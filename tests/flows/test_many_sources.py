"""Protects a pass over many sources: each healthy article is stored once, even after a kill, and harm is told."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.base import Base
from storage.fetches import Fetches
from tests.sources import honest
from tests.sources.hostile import cases
from tests.sources.playground import Playground

pytestmark = pytest.mark.slow
HEALTHY, HOSTILE = 200, 50
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def server() -> Iterator[Playground]:
    """One server under an address for each source, so that each is a host of its own."""
    addresses = [f"127.1.{n // 200}.{n % 200 + 1}" for n in range(HEALTHY + HOSTILE)]
    with Playground(addresses[0], others=addresses[1:]) as started:
        yield started


@pytest.fixture(scope="module")
def sources(server: Playground, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A list of 200 healthy sources of all shapes and charsets, and 50 hostile ones among them."""
    listed = []
    shapes, charsets = cycle(honest.SHAPES.values()), cycle(honest.CHARSETS)
    for n, (kind, made), charset in zip(range(HEALTHY), shapes, charsets, strict=False):
        path, host = f"/{n}/news/a-day-in-the-life-of-town-{n}", server.addresses[n]
        server.routes[path] = honest.page(1000 + n, charset)
        server.routes[f"/{n}/list"] = honest.Reply(
            made([server.url(path, host)], charset), headers={"Content-Type": "text/xml"}
        )
        listed.append((kind, server.url(f"/{n}/list", host)))
    harmful = [case for case in cases(server) if case.told]
    for n, case in enumerate(islice(harmful[::-1], HOSTILE)):
        server.routes[f"/harm/{n}"] = case.handler
        listed.insert(5 * n, (case.kind, server.url(f"/harm/{n}", server.addresses[HEALTHY + n])))
    file = tmp_path_factory.mktemp("many") / "sources.json"
    file.write_text(json.dumps(listed))
    return file


def start(database: str, sources: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.flows.one_pass", database, str(sources)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def stored(database: str) -> tuple[int, int]:
    """How many articles the base holds, and how many addresses they have."""
    with Base.open(database) as base, base.reading() as connection:
        rows, urls = connection.execute(text("SELECT count(*), count(DISTINCT url) FROM article")).one()
    return rows, urls


def test_every_healthy_article_is_stored_and_every_hostile_source_told(sources: Path, tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path}/whole.db"
    output, _ = start(database, sources).communicate(timeout=300)
    told = {where: reason for where, _, reason in map(json.loads, output.splitlines()) if reason}
    assert stored(database) == (HEALTHY, HEALTHY)
    assert len(told) == HOSTILE
    assert all("could not be read" not in reason and len(reason) > 5 for reason in told.values()), told
    with Base.open(database) as base:
        health = Fetches(base, "everything").health()
    assert sum(source.failures == 0 and source.waiting == 0 for source in health) >= HEALTHY


def test_killed_half_way_and_run_again_every_article_is_stored_once(sources: Path, tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path}/killed.db"
    first = start(database, sources)
    assert first.stdout is not None
    for _ in islice(first.stdout, HEALTHY // 2 + HOSTILE):
        pass
    first.send_signal(signal.SIGKILL)
    first.wait()
    half, _ = stored(database)
    assert 0 < half < HEALTHY
    start(database, sources).communicate(timeout=300)
    assert stored(database) == (HEALTHY, HEALTHY)
    start(database, sources).communicate(timeout=300)  # and a third pass finds nothing to do
    assert stored(database) == (HEALTHY, HEALTHY)
