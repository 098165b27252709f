"""Growth, measured: made-up pages through the whole pipeline, and what each thousand of them costs.

    python -m benchmarks.soak [--articles 100000] [--step 1000] [--postgres URL] [--only sqlite|postgresql]
    python -m benchmarks.soak --go-on URL

Articles a second are by the processors' time; memory is the most that the process ever had. The rest is on the wall:
`ms known`, to find out whether a page is known; `ms find`, to find the candidates of an article's claims when none is
remembered; `ms list`, to count the open cases and read the first hundred of them. ``--go-on`` takes up a base that an
earlier run left, in a new process.
"""

import argparse
import resource
import tempfile
import time
from collections.abc import Callable
from statistics import median

from sqlalchemy import select, text

from benchmarks.pipeline import NOW, POSTGRES, TOPIC, bytes_of, database, desk, server_cpu, tidy
from benchmarks.reports import report
from claims.case import Shelf
from flows.pipeline import take_in
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
_LAST = select(articles.ARTICLE.c.id, articles.ARTICLE.c.day).order_by(articles.ARTICLE.c.id.desc())


def soak(name: str, url: str, count: int, step: int) -> None:
    """Take in ``count`` pages; a line for each ``step``."""
    at = desk()
    with Base.open(url) as base:
        begun, claims, opened = _so_far(base)
        for first in range(begun, count, step):
            server, cpu = server_cpu(base), time.process_time()
            for number in range(first, min(first + step, count)):
                outcome = take_in(at, base, report(number), alerting=True, now=NOW)
                claims += outcome.claims
                opened += sum(change.kind == "opened" for change in outcome.changes)
            spent = time.process_time() - cpu + server_cpu(base) - server
            tidy(base)
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            done = (f"{min(first + step, count):,}", f"{claims:,}", f"{opened:,}", f"{step / spent:.1f}")
            size = (f"{memory:.0f}", f"{bytes_of(base) / 1e6:,.0f}")
            asked = (f"{_asked(base, question):.2f}" for question in (_known, _found, _listed))
            print(_ROW.format(name, *done, *size, *asked), flush=True)


def _so_far(base: Base) -> tuple[int, int, int]:
    """The articles, claims and cases that the base has."""
    with base.reading() as connection:
        tables = ("article", "claim", "cases")
        found = [connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one() for table in tables]
    return found[0], found[1], found[2]


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
    options.add_argument("--postgres", default=POSTGRES)
    options.add_argument("--only", choices=["sqlite", "postgresql"])
    options.add_argument("--go-on", metavar="URL")
    chosen = options.parse_args()
    print(_ROW.format(*_HEADS), flush=True)
    if chosen.go_on:
        soak(chosen.go_on.partition(":")[0], chosen.go_on, chosen.articles, chosen.step)
        return
    if chosen.only != "postgresql":
        with tempfile.TemporaryDirectory() as folder:
            soak("sqlite", f"sqlite:///{folder}/soak.db", chosen.articles, chosen.step)
    if chosen.only != "sqlite":
        with database(chosen.postgres) as url:
            soak("postgresql", url, chosen.articles, chosen.step)


if __name__ == "__main__":
    main()
