"""SIGKILL at random points of fetching, reading, judging, recording and delivering; then everything must be there once.

python -m tests.flows.crashes sqlite:////tmp/crashes.db 200
python -m tests.flows.crashes postgresql 200            in a database of its own, dropped afterwards
"""

import os
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from random import Random

from sqlalchemy import text

from claims.case import CaseStatus
from storage import listing
from storage.base import Base
from storage.checking import check
from tests.conftest import POSTGRES
from tests.flows.newsroom import HOSTS, IMPATIENT, STAGES, TOPIC, Newsroom, die_at, start, watch
from tests.sources.playground import Playground

TIMED = "at any moment"


@dataclass(slots=True)
class Toll:
    """What was killed where, and what came of it all."""

    kills: Counter[str] = field(default_factory=Counter)
    events: int = 0
    articles: int = 0
    alerts: int = 0
    repeated: int = 0
    seconds: float = 0.0

    def __str__(self) -> str:
        where = ", ".join(f"{count} {stage}" for stage, count in sorted(self.kills.items()))
        return (
            f"{self.kills.total()} kills ({where}) in {self.seconds:.0f} s: {self.articles} articles of "
            f"{self.events} events, each stored once; {self.alerts} alerts, none lost, {self.repeated} told twice"
        )


def rage(url: str, kills: int, seed: int = 5) -> Toll:
    """Kill ``kills`` passes over growing news, let one come through, and look at what the base holds.

    Raises AssertionError where anything is lost, there twice, or inconsistent.
    """
    began = time.monotonic()
    toll, random = Toll(), Random(seed)
    with Playground(HOSTS[0], others=HOSTS[1:]) as server, tempfile.TemporaryDirectory() as folder:
        room, notebook = Newsroom(server), Path(folder) / "told"
        notebook.touch()
        room.publish(0, voices=1)
        watch(url, room.sources, notebook)  # history
        while toll.kills.total() < kills:
            toll.events += 1
            room.publish(toll.events)
            stage = random.choice([TIMED, *STAGES])
            if _killed(url, room, notebook, stage, random):
                toll.kills[stage] += 1
        watch(url, room.sources, notebook, IMPATIENT)
        examine(url, toll, notebook.read_text().splitlines())
    toll.seconds = time.monotonic() - began
    return toll


def _killed(url: str, room: Newsroom, notebook: Path, stage: str, random: Random) -> bool:
    """Run a pass that is to die; whether it did."""
    if stage == TIMED:
        process = start(url, room.sources, notebook, None, IMPATIENT)
        process.join(random.uniform(0.0, 0.4))
        if process.exitcode is None and process.pid is not None:
            os.kill(process.pid, signal.SIGKILL)
    else:
        place = random.choice(STAGES[stage])
        prepare = partial(die_at, place, random.randint(1, 4), random.random() < 0.5)
        process = start(url, room.sources, notebook, prepare, IMPATIENT)
    process.join()
    assert process.exitcode in (0, -signal.SIGKILL), f"a pass died of itself at {stage}"
    return process.exitcode == -signal.SIGKILL


def examine(url: str, toll: Toll, told: list[str]) -> None:
    """Every article once, every event one case with its two positions, every change told."""
    with Base.open(url) as base:
        assert [str(fault) for fault in check(base, datetime.now(UTC))] == []
        with base.reading() as connection:
            addresses = connection.execute(text("SELECT url FROM article")).scalars().all()
            found = list(listing.cases(connection, base.memory, TOPIC.key, tuple(CaseStatus)))
            changes = connection.execute(text("SELECT count(*) FROM case_change")).scalar_one()
            alerts = connection.execute(text("SELECT count(*), count(DISTINCT change_id) FROM alert")).one()
            paged = connection.execute(text("SELECT case_id, payload FROM alert WHERE page")).all()
            states = connection.execute(text("SELECT state, count(*) FROM notification GROUP BY state")).all()
    toll.articles, toll.alerts = len(addresses), changes
    assert len(set(addresses)) == len(addresses) == 1 + 3 * toll.events, "articles are lost or there twice"
    assert len(found) == toll.events, "cases are lost or there twice"
    for case in found:
        sides = sorted(sorted({str(e.outlet) for e in p.evidence}) for p in case.arrangement.positions)
        assert sides == [["Outlet 0", "Outlet 2"], ["Outlet 1"]], sides
        said = [e.id for p in case.arrangement.positions for e in p.evidence]
        assert len(set(said)) == len(said), "evidence is there twice"
    assert tuple(alerts) == (changes, changes), "a change without its alert, or with two"
    assert {case for case, _ in paged} == {case.id for case in found}
    assert dict(map(tuple, states)).keys() == {"sent"}
    assert {line.split()[0] for line in told} == {case.id for case in found}, "an alert was lost"
    assert len(set(told)) == sum(count for _, count in states), "an alert was lost"
    toll.repeated = len(told) - len(set(told))
    assert toll.repeated <= toll.kills["deliver"] + toll.kills[TIMED], "told twice without a crash between yes and note"


@contextmanager
def database() -> Iterator[str]:
    """An empty database on the tests' PostgreSQL server, for as long as it is needed."""
    import psycopg

    name = f"atodds_crashes_{os.getpid()}"
    with psycopg.connect(POSTGRES, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")  # type: ignore[arg-type]
        try:
            yield f"{POSTGRES.rsplit('/', 1)[0]}/{name}"
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")  # type: ignore[arg-type]


if __name__ == "__main__":
    with database() if sys.argv[1] == "postgresql" else nullcontext(sys.argv[1]) as address:
        print(rage(address, int(sys.argv[2]), *map(int, sys.argv[3:])))
