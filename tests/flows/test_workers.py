"""Protects topics that run on workers: side by side, each left out while it still runs, none lost with a machine or
with Prefect's server, and all seen by the doctor. Everything is real: server, workers, runs, PostgreSQL."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text

from flows.running.doctor import examine
from storage.base import Base
from tests.alerts.http_server import Answer, serving
from tests.alerts.http_server import Request as Post
from tests.conftest import POSTGRES, _empty
from tests.flows.farm import Farm
from tests.flows.newsroom import report
from tests.flows.test_prefect_page import until
from tests.sources.honest import rss
from tests.sources.playground import Handler, Playground, Reply

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/proc").exists(), reason="finds the processes of runs in /proc"),
]
TOPICS = ("floods", "fires")


@dataclass
class Gate:
    """A feed that answers only while it is open; ``asked`` is set once a pass waits at it."""

    feed: Handler
    open: Event = field(default_factory=Event)
    asked: Event = field(default_factory=Event)

    async def __call__(self, request: Any, writer: asyncio.StreamWriter) -> None:
        self.asked.set()
        while not self.open.is_set():
            await asyncio.sleep(0.05)
        await self.feed(request, writer)

    def shut(self) -> None:
        self.open.clear()
        self.asked.clear()


@dataclass
class World:
    """What the passes read and whom they tell."""

    farm: Farm
    web: Playground
    gates: dict[str, Gate]
    told: list[str]
    database: str
    folder: Path

    def publish(self, topic: str, *events: int) -> None:
        """Let three outlets tell of events; the second is at odds with the others."""
        for voice in range(3):
            links = [f"/{topic}/{voice}/{number}/report-of-an-event" for number in events]
            for number, link in zip(events, links, strict=True):
                self.web.routes[link] = report(number, voice)
            feed = rss([self.web.url(link) for link in links], "utf-8")
            feed = feed.replace(b"<title>Post<", f"<title>Outlet {voice}<".encode(), 1)
            self.web.routes[f"/{topic}/{voice}/feed"] = Reply(feed, headers={"Content-Type": "text/xml"})
        self.gates[topic].feed = self.web.routes[f"/{topic}/0/feed"]
        self.web.routes[f"/{topic}/0/feed"] = self.gates[topic]

    def stored(self, topic: str) -> list[str]:
        with Base.open(self.database) as base, base.reading() as connection:
            found = connection.execute(text("SELECT url FROM article WHERE topic = :t"), {"t": topic})
            return list(found.scalars())

    def once(self, topic: str, events: int) -> None:
        """Each article is stored once, each event is one case, and each alert was told once."""
        addresses = self.stored(topic)
        assert len(addresses) == len(set(addresses)) == 3 * events
        with Base.open(self.database) as base, base.reading() as connection:
            cases = connection.execute(text("SELECT count(*) FROM cases WHERE topic = :t"), {"t": topic}).scalar()
            query = "SELECT state, count(*) FROM notification WHERE topic = :t GROUP BY state"
            states = dict(map(tuple, connection.execute(text(query), {"t": topic})))
        assert cases == events
        told = Counter(line for line in self.told if line.startswith(f"{topic} "))
        assert states.keys() == {"sent"}
        assert set(told.values()) == {1}
        assert len(told) == states["sent"] >= events


@pytest.fixture(scope="module")
def prefects(server: Any) -> Iterator[str]:
    """A database for Prefect's server; with SQLite it tells busy workers that it is locked."""
    name = f"atodds_prefect_{uuid4().hex[:8]}"
    server.execute(f"CREATE DATABASE {name}")
    yield POSTGRES.rsplit("/", 1)[0].replace("postgresql://", "postgresql+asyncpg://") + f"/{name}"
    server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="module")
def world(database: str, prefects: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    _empty(database)
    folder = tmp_path_factory.mktemp("farm")
    told: list[str] = []

    def heard(post: Post) -> Answer:
        told.append(f"{post.json['topic']} {post.headers['x-atodds-id']}")
        return Answer()

    with Playground() as web, serving(heard) as hook:
        gates = {}
        for topic in TOPICS:
            gates[topic] = Gate(Reply())
            (folder / topic).mkdir()
            (folder / topic / "topic.toml").write_text(
                f'key = "{topic}"\nname = "{topic}"\nlook_back_days = 10000\nschedule = "* * * * *"\n'
                f'channels = ["webhook"]\n[alerts]\npages_per_hour = 0\n[alerts.webhook]\nurl = "{hook}"\n'
                + "".join(f'[[source]]\nkind = "feed"\nurl = "{web.url(f"/{topic}/{n}/feed")}"\n' for n in range(3))
            )
        settings = {
            "ATODDS_DATABASE_URL": database,
            "ATODDS_TOPICS": str(folder),
            "ATODDS_ALLOWED_NETWORKS": "127.0.0.0/8",
            "ATODDS_PACE": "0",
            "ATODDS_FETCH_DEADLINE": "600",
            "ATODDS_WEBHOOK_SECRET": "between us",
        }
        farm = Farm(folder, prefects, settings)
        try:
            yield World(farm, web, gates, told, database, folder)
        finally:
            for gate in gates.values():
                gate.open.set()
            farm.stop()


def test_the_doctor_says_what_is_missing_until_somebody_works(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    farm = world.farm
    monkeypatch.setenv("PREFECT_API_URL", farm.api)
    monkeypatch.setenv("ATODDS_TOPICS", str(world.folder))

    def to_fix() -> dict[str, str]:
        """What is to be fixed of who does the passes."""
        found = examine(world.database, {"ATODDS_WEBHOOK_SECRET": "between us"}.get, datetime.now(UTC))
        return {one.what: one.fix for one in found if one.fix and "autovacuum" not in one.what}

    farm.start_server()
    missing = {"fires: no deployment", "floods: no deployment", "there is no work pool atodds"}
    assert to_fix().keys() == missing
    assert all("atodds deploy" in fix for fix in to_fix().values())

    farm.deploy()
    pool = "work pool atodds: no workers online, none was ever heard of"
    assert to_fix().keys() == {pool}
    assert "prefect worker start --pool atodds" in to_fix()[pool]
    waits = farm.run("prune/prune", due=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))
    assert to_fix().keys() == {pool, "1 run late, the first was due at 2026-01-02 03:04:05 UTC"}

    monkeypatch.setenv("ATODDS_TOPICS", str(world.folder / "fires"))
    assert "floods: deployed, and no topic here" in to_fix()
    monkeypatch.setenv("ATODDS_TOPICS", str(world.folder))

    worker = farm.start_worker("lonely")
    assert farm.ended(waits) == "Completed"
    until(lambda: to_fix() == {})
    farm.kill_worker(worker)
    (told,) = until(to_fix)
    assert told.startswith("work pool atodds: no workers online, the last one heard of at ")


def test_topics_run_side_by_side_and_a_run_whose_machine_is_gone_is_ended(world: World) -> None:
    farm = world.farm
    farm.start()
    for number, topic in enumerate(TOPICS):
        world.publish(topic, number, number + 10)
    runs = {
        topic: farm.run(f"ingest/{topic}", topic=topic, look_back_days=10000, alert_history=True) for topic in TOPICS
    }
    for topic in TOPICS:
        until(world.gates[topic].asked.is_set)  # both are within their pass at once
    overlapping = farm.run("ingest/floods", topic="floods", look_back_days=10000)
    assert farm.ended(overlapping) == "Cancelled"

    world.gates["fires"].open.set()
    assert farm.ended(runs["fires"]) == "Completed"
    world.once("fires", 2)
    until(lambda: _followed(farm.journal(runs["fires"]), world.stored("fires")))

    farm.kill_machine_of(runs["floods"])
    assert farm.ended(runs["floods"]) == "Crashed"
    assert farm.state(runs["floods"])["message"] == "No heartbeat: its worker died."
    world.gates["floods"].open.set()
    again = farm.run("ingest/floods", topic="floods", look_back_days=10000, alert_history=True)
    assert farm.ended(again) == "Completed"
    world.once("floods", 2)


def _followed(journal: list[dict[str, Any]], addresses: list[str]) -> bool:
    """Whether each article is in the journal, two opened a case, and each of these cases leads to a notification."""
    stored = {line["article"]: line["url"] for line in journal if line["event"] == "stored"}
    opened = {line["case"]: line["article"] for line in journal if line["event"] == "opened"}
    sent = {line["case"] for line in journal if line["event"] == "sent"}
    return (
        sorted(stored.values()) == sorted(addresses)
        and opened.keys() == sent
        and len(opened) == 2
        and set(opened.values()) <= stored.keys()
    )


def test_a_server_that_is_killed_within_a_pass_and_started_again_costs_nothing(world: World) -> None:
    """The pass goes on without it; what it could not tell anybody is made good, and the schedule goes on."""
    farm, topic = world.farm, "fires"
    world.gates[topic].shut()
    world.publish(topic, 1, 11, 21, 31)
    cut_off = farm.run(f"ingest/{topic}", topic=topic, look_back_days=10000)
    until(world.gates[topic].asked.is_set)
    farm.kill_server()
    world.gates[topic].open.set()
    until(lambda: len(world.stored(topic)) == 12)
    farm.start_server()
    farm.ended(cut_off)
    farm.resume(f"ingest/{topic}")
    until(lambda: any(run["auto_scheduled"] for run in farm.runs(f"ingest/{topic}", "COMPLETED")))
    world.once(topic, 4)
