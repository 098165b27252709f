"""Growth, measured: made-up pages through the whole pipeline, and what each thousand of them costs.

    python -m benchmarks.soak [--articles 100000] [--step 1000] [--workers 1] [--postgres URL]
                              [--only sqlite|postgresql]
    python -m benchmarks.soak --go-on URL [--workers 1]

Each worker is a process with a topic of its own, for writers to one topic go one after the other; the articles are of
all. Articles a second are by the processors' time; memory is the most that a worker ever had. The rest is on the wall,
of the first worker's topic: `ms known`, to find out whether a page is known; `ms find`, to find the candidates of an
article's claims when none is remembered; `ms list`, to count the open cases and read the first hundred of them.
``--go-on`` takes up a base that an earlier run left, in new processes.
"""

import argparse
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from statistics import median
from typing import NamedTuple

from sqlalchemy import func, select, text

from benchmarks.pipeline import NOW, POSTGRES, TOPIC, TOPICS, bytes_of, database, desk, server_cpu, tidy
from benchmarks.reports import report
from claims.case import Shelf
from flows.desk import Desk
from flows.intake.pipeline import take_in
from matching.keys import keys
from storage import articles
from storage.base import Base, Connection
from storage.candidates import candidates
from storage.listing import excerpt, pages_first, tally
from storage.memory import Memory
from storage.readings import standing

TIMES = 9  # that a question is asked
LISTED = 100
_ROW = "{:>10} {:>9} {:>10} {:>9} {:>9} {:>8} {:>8} {:>9} {:>9} {:>9}"
_HEADS = tuple("base,articles,claims,cases,art/s/cpu,MB RAM,MB base,ms known,ms find,ms list".split(","))
_LAST = (
    select(articles.ARTICLE.c.id, articles.ARTICLE.c.day)
    .where(articles.ARTICLE.c.topic == TOPIC)
    .order_by(articles.ARTICLE.c.id.desc())
)


class Done(NamedTuple):
    """What a worker did of a step: claims and cases, seconds of the processors, and the most memory it had, in MB."""

    claims: int
    opened: int
    cpu: float
    memory: float


@dataclass(slots=True)
class Worker:
    """What takes in the pages of one topic, in a process of its own: which is next, of those from ``first`` on."""

    topic: str
    url: str
    first: int
    taken: int = 0

    def take(self, count: int) -> Done:
        """Take in as many more pages."""
        at, base = _opened(self.topic, self.url)
        server, cpu = server_cpu(base), time.process_time()
        claims = opened = 0
        for number in range(self.first + self.taken, self.first + self.taken + count):
            outcome = take_in(at, base, report(number), alerting=True, now=NOW)
            claims += outcome.claims
            opened += sum(change.kind == "opened" for change in outcome.changes)
        spent = time.process_time() - cpu + server_cpu(base) - server
        return Done(claims, opened, spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


@cache
def _opened(topic: str, url: str) -> tuple[Desk, Base]:
    """Opened once in a worker's process."""
    return desk(topic), Base.open(url)


def soak(name: str, url: str, count: int, step: int, hands: int) -> None:
    """Take in ``count`` pages by ``hands`` workers; a line for each ``step``, of which each does the same share."""
    share = step // hands
    step = share * hands
    with Base.open(url) as base, ExitStack() as processes:
        workers = [Worker(topic, url, count * n, _taken(base, topic)) for n, topic in enumerate(TOPICS[:hands])]
        context = multiprocessing.get_context("spawn")
        pools = [processes.enter_context(ProcessPoolExecutor(1, context)) for _ in workers]
        claims, opened = (_rows(base, table) for table in ("claim", "cases"))
        for come in range(sum(worker.taken for worker in workers) + step, count + 1, step):
            shares = [pool.submit(worker.take, share) for pool, worker in zip(pools, workers, strict=True)]
            done = [one.result() for one in shares]
            for worker in workers:
                worker.taken += share
            claims, opened = claims + sum(one.claims for one in done), opened + sum(one.opened for one in done)
            tidy(base)
            so_far = (f"{come:,}", f"{claims:,}", f"{opened:,}", f"{step / sum(one.cpu for one in done):.1f}")
            size = (f"{max(one.memory for one in done):.0f}", f"{bytes_of(base) / 1e6:,.0f}")
            asked = (f"{_asked(base, question):.2f}" for question in (_known, _found, _listed))
            print(_ROW.format(name, *so_far, *size, *asked), flush=True)


def _taken(base: Base, topic: str) -> int:
    """The articles that the base has of a topic."""
    with base.reading() as connection:
        statement = select(func.count()).select_from(articles.ARTICLE).where(articles.ARTICLE.c.topic == topic)
        return int(connection.execute(statement).scalar_one())


def _rows(base: Base, table: str) -> int:
    with base.reading() as connection:
        return int(connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


def _asked(base: Base, question: Callable[[Connection, int], object]) -> float:
    """Milliseconds that a question takes."""
    times = []
    for number in range(TIMES):
        with base.reading() as connection:
            start = time.perf_counter()
            question(connection, number)
            times.append(time.perf_counter() - start)
    return 1000 * median(times)


def _known(connection: Connection, number: int) -> None:
    articles.known(connection, TOPIC, f"https://outlet-{number}.example/", "none")


def _found(connection: Connection, number: int) -> None:
    article, day = connection.execute(_LAST.offset(number).limit(1)).one()
    filed = [(said, keys(said.evidence)) for said in standing(connection, Memory(), article)]
    candidates(connection, Memory(), filed, day, TOPIC)


def _listed(connection: Connection, number: int) -> None:
    excerpt(connection, Memory(), TOPIC, tally(connection, TOPIC), LISTED, Shelf.is_open, pages_first)


def main() -> None:
    """Print the tables."""
    options = argparse.ArgumentParser()
    options.add_argument("--articles", type=int, default=100_000)
    options.add_argument("--step", type=int, default=1000)
    options.add_argument("--workers", type=int, choices=range(1, len(TOPICS) + 1), default=1)
    options.add_argument("--postgres", default=POSTGRES)
    options.add_argument("--only", choices=["sqlite", "postgresql"])
    options.add_argument("--go-on", metavar="URL")
    chosen = options.parse_args()
    print(_ROW.format(*_HEADS), flush=True)
    if chosen.go_on:
        soak(chosen.go_on.partition(":")[0], chosen.go_on, chosen.articles, chosen.step, chosen.workers)
        return
    if chosen.only != "postgresql":
        with tempfile.TemporaryDirectory() as folder:
            soak("sqlite", f"sqlite:///{folder}/soak.db", chosen.articles, chosen.step, chosen.workers)
    if chosen.only != "sqlite":
        with database(chosen.postgres) as url:
            soak("postgresql", url, chosen.articles, chosen.step, chosen.workers)


if __name__ == "__main__":
    main()
