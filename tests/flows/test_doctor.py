"""Protects `atodds doctor`: what is in order is said to be, and what is not comes with what to do."""

import asyncio
import json
import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text

from claims.fetching import Fetch
from flows.running import workers
from flows.running.doctor import examine
from flows.running.finding import Finding
from storage.base import Base
from storage.fetches import Fetches
from tests.flows.reports import FIRST, OTHER, pass_over, rows
from tests.sources.playground import Handler, Playground, Reply, Request

NOW = datetime.now(UTC)


@pytest.fixture(autouse=True)
def topic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "floods.toml"
    file.write_text('name = "Floods"\nchannels = ["console"]\n')
    monkeypatch.setenv("ATODDS_TOPICS", str(file))
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    return file


def found(address: str, now: datetime = NOW) -> list[Finding]:
    return list(examine(address, {}.get, now))


def to_fix(address: str, now: datetime = NOW) -> dict[str, str]:
    """What is not in order, but for autovacuum, which a server of tests may do without."""
    return {f.what: f.fix for f in found(address, now) if f.fix and "autovacuum" not in f.what}


def test_a_sound_installation_has_nothing_to_fix(base: Base, base_url: str) -> None:
    assert to_fix(base_url, datetime.now(UTC)) == {}
    told = [finding.what for finding in found(base_url, datetime.now(UTC))]
    assert any(what.startswith("claim base: ") for what in told)
    assert any(what.startswith("topics: ") and "floods" in what for what in told)


def test_a_postgresql_that_is_not_tidied(base: Base, base_url: str) -> None:
    with base.reading() as connection:
        sqlite = connection.dialect.name == "sqlite"
        tidied = sqlite or connection.execute(text("SHOW autovacuum")).scalar_one() == "on"
    told = [finding.fix for finding in found(base_url) if "autovacuum" in finding.what]
    assert told == ([] if tidied else ["ALTER SYSTEM SET autovacuum = on, and reload"])


def test_a_base_that_is_not_there(tmp_path: Path) -> None:
    (what,) = to_fix(f"sqlite:///{tmp_path}/none.db")
    assert what.startswith("there is no claim base")


def test_a_topic_file_that_is_wrong(base_url: str, topic: Path) -> None:
    topic.write_text("name = 7\n")
    (what,) = to_fix(base_url, datetime.now(UTC))
    assert "'name' must be a text" in what


def test_a_channel_without_its_secret(base_url: str, topic: Path) -> None:
    topic.write_text('name = "Floods"\nchannels = ["slack"]\n')
    assert "set ATODDS_SLACK_TOKEN" in to_fix(base_url, datetime.now(UTC))["floods: channel slack"]


def test_a_source_that_fails(base: Base, base_url: str) -> None:
    bad = Fetch(url="https://post.example/feed", at=NOW, status=500, reason="answers 500")
    Fetches(base, "floods").failed(bad.url, "feed", bad)
    (what,) = to_fix(base_url, datetime.now(UTC))
    assert what.startswith("floods: https://post.example/feed: failed once: answers 500")


def test_an_alert_that_waits_and_a_clock_that_stepped_back(base: Base, base_url: str, tmp_path: Path) -> None:
    pass_over(base, rows(tmp_path / "in.jsonl", FIRST, OTHER), alert_history=True)
    with base.writing() as connection:
        due = {"then": NOW - timedelta(hours=3)}
        connection.execute(text("UPDATE notification SET due_at = :then"), due)
        connection.execute(text("UPDATE article SET seen_at = :then"), {"then": NOW + timedelta(hours=3)})
    told = " / ".join(to_fix(base_url, datetime.now(UTC)))
    assert "an alert waits since" in told
    assert "which is to come" in told


def test_without_prefects_server_it_says_who_runs_passes(base: Base, base_url: str) -> None:
    assert any("passes are run by hand" in finding.what for finding in found(base_url))


@pytest.fixture
def nobody() -> Iterator[str]:
    """The address of a server that takes a connection and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/api"


def test_prefects_server_that_is_gone_or_hangs(
    base_url: str, topic: Path, nobody: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of it is asked again, not even for secrets; those of the environment are seen."""
    topic.write_text('name = "Floods"\nchannels = ["slack"]\n')
    monkeypatch.setattr(workers, "PATIENCE", 0.2)
    monkeypatch.setenv("ATODDS_SLACK_WEBHOOK", "https://hooks.example/1")
    for api in ("http://127.0.0.1:9/api", nobody):
        monkeypatch.setenv("PREFECT_API_URL", api)
        told = list(examine(base_url, pytest.fail, datetime.now(UTC)))
        (what,) = (f.what for f in told if f.fix and "autovacuum" not in f.what)
        assert what.startswith(f"Prefect's server does not answer at {api}")
        assert Finding("floods: channel slack") in told


def prefects(deployments: Handler) -> dict[str, Handler]:
    """What a server of Prefect's answers where nothing is late."""
    return {
        "/api/health": Reply(b"true", headers={"Date": format_datetime(datetime.now(UTC), True)}),
        "/api/deployments/filter": deployments,
        "/api/flow_runs/filter": Reply(b"[]"),
    }


@pytest.mark.parametrize(("status", "fix"), [("READY", set()), ("NOT_READY", {"floods: deployed by `atodds serve`"})])
def test_what_atodds_serve_runs_wants_no_workers(
    base_url: str, monkeypatch: pytest.MonkeyPatch, status: str, fix: set[str]
) -> None:
    ours = {"id": str(uuid4()), "flow_id": str(uuid4()), "name": "floods", "status": status}
    with Playground() as server:
        server.routes |= prefects(Reply(json.dumps([ours]).encode()))
        monkeypatch.setenv("PREFECT_API_URL", server.url("/api"))
        assert to_fix(base_url, datetime.now(UTC)).keys() == fix


async def silent(_request: Request, _writer: asyncio.StreamWriter) -> None:
    await asyncio.Event().wait()


@pytest.mark.parametrize(
    ("answer", "said", "fix"),
    [
        (Reply(status=401), "answers 401", "set PREFECT_API_AUTH_STRING to the server's"),
        (Reply(status=500), "answers 500", "see the server's log"),
        (silent, "timed out", "see the server's log"),
    ],
)
def test_prefects_server_that_lets_nobody_in_or_is_broken(
    base_url: str, monkeypatch: pytest.MonkeyPatch, answer: Handler, said: str, fix: str
) -> None:
    monkeypatch.setattr(workers, "PATIENCE", 0.2)
    with Playground() as server:
        server.routes |= prefects(answer)
        monkeypatch.setenv("PREFECT_API_URL", server.url("/api"))
        ((what, told),) = to_fix(base_url, datetime.now(UTC)).items()
    assert what.startswith("Prefect's server does not say who works")
    assert said in what
    assert told == fix
