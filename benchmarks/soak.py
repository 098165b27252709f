"""Growth, measured: made-up pages through the whole pipeline, and what each thousand of them costs.

    python -m benchmarks.soak [--articles 100000] [--step 1000] [--postgres URL] [--only sqlite|postgresql]

Articles a second are by the processors' time; memory is the most that the process ever had; `ms known` is the median
on the wall of finding out whether a page is known.
"""

import argparse
import resource
import tempfile
import time
from statistics import median

from benchmarks.pipeline import NOW, POSTGRES, TOPIC, bytes_of, database, desk, server_cpu
from benchmarks.reports import report
from flows.desk import Desk
from flows.pipeline import take_in
from storage import articles
from storage.base import Base

_ROW = "{:>10} {:>9} {:>10} {:>9} {:>9} {:>8} {:>8} {:>9}"


def soak(name: str, url: str, count: int, step: int) -> None:
    """Take in ``count`` pages; a line for each ``step``."""
    at = desk()
    with Base.open(url) as base:
        claims = cases = 0
        for first in range(0, count, step):
            server, cpu = server_cpu(base), time.process_time()
            for number in range(first, min(first + step, count)):
                outcome = take_in(at, base, report(number), alerting=True, now=NOW)
                claims += outcome.claims
                cases += sum(change.kind == "opened" for change in outcome.changes)
            spent = time.process_time() - cpu + server_cpu(base) - server
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            cells = (f"{min(first + step, count):,}", f"{claims:,}", f"{cases:,}", f"{step / spent:.1f}")
            cost = (f"{memory:.0f}", f"{bytes_of(base) / 1e6:,.0f}", f"{_looked_up(base, at, first):.2f}")
            print(_ROW.format(name, *cells, *cost), flush=True)


def _looked_up(base: Base, at: Desk, first: int) -> float:
    """Milliseconds to find that a page is known."""
    times = []
    for number in range(first, first + 20):
        start = time.perf_counter()
        with base.reading() as connection:
            articles.known(connection, TOPIC, report(number).url, "none")
        times.append(time.perf_counter() - start)
    return 1000 * median(times)


def main() -> None:
    """Print the tables."""
    options = argparse.ArgumentParser()
    options.add_argument("--articles", type=int, default=100_000)
    options.add_argument("--step", type=int, default=1000)
    options.add_argument("--postgres", default=POSTGRES)
    options.add_argument("--only", choices=["sqlite", "postgresql"])
    chosen = options.parse_args()
    print(_ROW.format("base", "articles", "claims", "cases", "art/s/cpu", "MB RAM", "MB base", "ms known"))
    if chosen.only != "postgresql":
        with tempfile.TemporaryDirectory() as folder:
            soak("sqlite", f"sqlite:///{folder}/soak.db", chosen.articles, chosen.step)
    if chosen.only != "sqlite":
        with database(chosen.postgres) as url:
            soak("postgresql", url, chosen.articles, chosen.step)


if __name__ == "__main__":
    main()
