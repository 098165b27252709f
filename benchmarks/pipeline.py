"""The whole pipeline, measured: pages to cases at growing bases, on SQLite and PostgreSQL, with one worker and two.

    python -m benchmarks.pipeline [--sizes 10000,100000] [--articles 100] [--postgres URL]

A base is filled with claims like those of the news (`newslike`); then pages (`reports`) go the whole way through
`take_in`, those of each line into a copy of it. The machine may have other work, so what counts is the time of the
processors, PostgreSQL's own among it; `wall` is by the clock on the wall, for two workers by that of the slower.
"""

import argparse
import gc
import multiprocessing
import os
import resource
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import text

from benchmarks.newslike import CLAIMS, World
from benchmarks.reports import report
from claims.agencies import Agencies
from claims.topic import Topic, Vocabulary
from flows.desk import Desk, look_seldom_for_cycles
from flows.intake.evidence import gather
from flows.intake.pipeline import take_in
from flows.intake.placing import place
from matching.keys import keys
from matching.verdicts import Verdicts
from parsers.reader import Reader
from storage import articles
from storage.base import Base
from storage.keys import add_keys

BATCH = 40
NOW = datetime(2034, 1, 1, tzinfo=UTC)
TOPIC = "bench"
TOPICS = (TOPIC, "bench-2")  # one for each worker: writers to one topic wait for each other
POSTGRES = "postgresql://postgres@127.0.0.1:5432/postgres"
_ROW = "{:>10} {:>9} {:>7} {:>9} {:>9} {:>9} {:>12} {:>9} {:>8}"


@dataclass(frozen=True, slots=True)
class Work:
    """What a worker did: articles and claims, seconds on the wall and of the processors, and its memory in bytes."""

    articles: int
    claims: int
    wall: float
    cpu: float
    memory: int


def desk(topic: str = TOPIC) -> Desk:
    """A desk of the benchmark: no agencies or words of its own."""
    look_seldom_for_cycles()
    agencies = Agencies()
    return Desk(Topic(key=topic, name="Benchmark"), agencies, Reader(agencies, Vocabulary()), Verdicts(agencies))


def fill(base: Base, size: int, seed: int = 1) -> None:
    """Store ``size`` claims, half of them in each topic, in articles of their own stories, without judging them."""
    world = World(seed)
    told = (world.article(event, number) for event in world.events() for number in range(event.articles))
    stored = 0
    while stored < size:
        with base.writing() as connection:
            for turn in range(min(BATCH, -(-(size - stored) // CLAIMS))):
                reading, topic = next(told).reading, TOPICS[turn % 2]
                home = place(connection, topic, reading, NOW)
                number = articles.add_article(connection, topic, reading, home, NOW)
                evidence = gather(reading, story=home.story, origin=home.origin, seen_at=NOW)
                said = articles.add_claims(connection, number, evidence)
                add_keys(connection, [(s, keys(s.evidence)) for s in said], home.day, topic)
                stored += len(said)
    tidy(base)


def tidy(base: Base) -> None:
    """What autovacuum does by itself where it is on: statistics, and on PostgreSQL which pages all may see.

    On SQLite of a sample, for all of a large base takes minutes.
    """
    with base.reading() as connection:
        url = connection.engine.url
    if url.get_backend_name() == "sqlite":
        with base.writing() as connection:
            connection.execute(text("PRAGMA analysis_limit = 400"))
            connection.execute(text("ANALYZE"))
        return
    import psycopg

    address = url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address, autocommit=True) as server:
        server.execute("VACUUM (ANALYZE)")


def work(url: str, at: Desk, first: int, count: int) -> Work:
    """Take in some pages, each once."""
    documents = [report(first + n) for n in range(count)]
    with Base.open(url) as base:
        take_in(at, base, report(first + count), alerting=True, now=NOW)  # what is built once is built now
        gc.collect()
        server = server_cpu(base)
        wall, cpu = time.monotonic(), time.process_time()
        claims = sum(take_in(at, base, one, alerting=True, now=NOW).claims for one in documents)
        wall, cpu = time.monotonic() - wall, time.process_time() - cpu
        served = server_cpu(base) - server
    return Work(count, claims, wall, cpu + served, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)


def side_by_side(url: str, desks: list[Desk], first: int, count: int, workers: int) -> list[Work]:
    """The same work by several processes at once, each on a topic and pages of its own."""
    context = multiprocessing.get_context("fork")
    with context.Pool(workers) as pool:
        shares = [(url, desks[n], first + 10_000 * n, count) for n in range(workers)]
        return pool.starmap(work, shares, chunksize=1)


def server_cpu(base: Base) -> float:
    """Seconds of the processor that PostgreSQL's process for our connection has used; none on SQLite."""
    with base.reading() as connection:
        if connection.dialect.name == "sqlite":
            return 0.0
        number = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
    stat = Path(f"/proc/{number}/stat")
    fields = stat.read_text().rsplit(")", 1)[1].split() if stat.exists() else ["0"] * 13
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def bytes_of(base: Base) -> int:
    """How large the base is."""
    sizes = {
        "sqlite": "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
        "postgresql": "SELECT pg_database_size(current_database())",
    }
    with base.reading() as connection:
        return int(connection.execute(text(sizes[connection.dialect.name])).scalar_one())


@contextmanager
def database(postgres: str, like: str | None = None) -> Iterator[str]:
    """A database on a PostgreSQL server, empty or a copy of another, for as long as it is needed."""
    import psycopg

    name = f"atodds_bench_{os.getpid()}{'_copy' if like else ''}"
    with psycopg.connect(postgres, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}{f' TEMPLATE {like}' if like else ''}")
        try:
            yield f"{postgres.rsplit('/', 1)[0]}/{name}"
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def copy_of(url: str, postgres: str) -> Iterator[str]:
    """A copy of a base that nobody has open: what one run stores must not be in the way of the next."""
    if not url.startswith("sqlite"):
        with database(postgres, like=url.rsplit("/", 1)[1]) as copied:
            yield copied
        return
    file = Path(url.removeprefix("sqlite:///"))
    with tempfile.TemporaryDirectory(dir=file.parent) as folder:
        yield f"sqlite:///{shutil.copy(file, folder)}"


def measure(name: str, url: str, sizes: list[int], count: int, postgres: str) -> None:
    """One line for each size and number of workers."""
    desks = [desk(topic) for topic in TOPICS]
    for size in sizes:
        with Base.open(url) as base:
            fill(base, size - _claims(base), seed=size)
            held = bytes_of(base)
        for workers in (1, 2):
            with copy_of(url, postgres) as copied:
                done = side_by_side(copied, desks, 0, count, workers)
            print(_ROW.format(name, f"{size:,}", workers, *_cells(done, held)), flush=True)


def _claims(base: Base) -> int:
    with base.reading() as connection:
        return int(connection.execute(text("SELECT count(*) FROM claim")).scalar_one())


def _cells(done: list[Work], held: int) -> list[Any]:
    total = sum(w.articles for w in done)
    cpu, wall = sum(w.cpu for w in done), max(w.wall for w in done)
    memory = max(w.memory for w in done)
    claims = sum(w.claims for w in done) / total
    rates = (f"{total / cpu:.1f}", f"{total / wall:.1f}", f"{1000 * cpu / total:.1f}")
    return [*rates, f"{claims:.1f}", f"{memory / 1e6:.0f}", f"{held / 1e6:,.0f}"]


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser()
    options.add_argument("--sizes", default="10000,100000")
    options.add_argument("--articles", type=int, default=100)
    options.add_argument("--postgres", default=POSTGRES)
    chosen = options.parse_args()
    sizes = [int(size) for size in chosen.sizes.split(",")]
    print(_ROW.format("base", "claims", "workers", "art/s/cpu", "art/s", "ms cpu", "claims/art", "MB RAM", "MB base"))
    with tempfile.TemporaryDirectory() as folder:
        measure("sqlite", f"sqlite:///{folder}/bench.db", sizes, chosen.articles, chosen.postgres)
    with database(chosen.postgres) as url:
        measure("postgresql", url, sizes, chosen.articles, chosen.postgres)


if __name__ == "__main__":
    main()
