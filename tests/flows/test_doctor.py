"""Protects `atodds doctor`: what is in order is said to be, and what is not comes with what to do."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from claims.fetching import Fetch
from flows.doctor import Finding, examine
from storage.base import Base
from storage.fetches import Fetches
from tests.flows.reports import FIRST, OTHER, pass_over, rows

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
    return {finding.what: finding.fix for finding in found(address, now) if finding.fix}


def test_a_sound_installation_has_nothing_to_fix(base: Base, base_url: str) -> None:
    assert to_fix(base_url, datetime.now(UTC)) == {}
    told = [finding.what for finding in found(base_url, datetime.now(UTC))]
    assert any(what.startswith("claim base: ") for what in told)
    assert any(what.startswith("topics: ") and "floods" in what for what in told)


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


def test_prefects_server_that_does_not_answer(base_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")
    (what,) = to_fix(base_url, datetime.now(UTC))
    assert what.startswith("Prefect's server does not answer at http://127.0.0.1:9/api")
