"""Protects the way from an article to its notification: each step has a line with the ids of the step before, whatever
level others log at."""

import json
from contextvars import ContextVar
from pathlib import Path

import pytest

from claims import journal
from flows.telling.delivering import send
from flows.telling.reviewing import topic_of
from storage.base import Base
from tests.flows.reports import FIRST, OTHER, pass_over, rows
from tests.flows.test_delivering import Recorder


def test_ids_lead_from_an_article_to_its_notification(
    base: Base, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    pass_over(base, rows(tmp_path / "old.jsonl", FIRST))
    caplog.clear()
    pass_over(base, rows(tmp_path / "in.jsonl", OTHER))
    send(base, topic_of("everything"), {"console": Recorder()})
    lines = [json.loads(record.message) for record in caplog.records if record.name == "atodds.journal"]
    stored, opened, sent = lines
    assert (stored["event"], stored["url"], stored["topic"]) == ("stored", OTHER["url"], "everything")
    assert (opened["event"], opened["url"], opened["article"]) == ("opened", OTHER["url"], stored["article"])
    assert (sent["event"], sent["case"], sent["channel"]) == ("sent", opened["case"], "console")


def test_every_line_is_written_in_the_context_of_its_run(
    base: Base, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By it Prefect knows which run's log a line belongs to; senders work in threads of their own."""
    run = ContextVar("run", default="of nobody")
    seen = {}
    keep = lambda record: not seen.update({json.loads(record.getMessage())["event"]: run.get()})  # noqa: E731
    monkeypatch.setattr(journal.log, "filters", [keep])
    run.set("ours")
    pass_over(base, rows(tmp_path / "in.jsonl", FIRST, OTHER), alert_history=True)
    send(base, topic_of("everything"), {"console": Recorder()})
    assert seen == dict.fromkeys(("stored", "opened", "sent"), "ours")
