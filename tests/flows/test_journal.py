"""Protects the way from an article to its notification: each step has a line with the ids of the step before."""

import json
import logging
from pathlib import Path

import pytest

from flows.delivering import send
from flows.reviewing import topic_of
from storage.base import Base
from tests.flows.reports import FIRST, OTHER, pass_over, rows
from tests.flows.test_delivering import Recorder


def test_ids_lead_from_an_article_to_its_notification(
    base: Base, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    pass_over(base, rows(tmp_path / "old.jsonl", FIRST))
    with caplog.at_level(logging.INFO, "atodds.journal"):
        pass_over(base, rows(tmp_path / "in.jsonl", OTHER))
        send(base, topic_of("everything"), {"console": Recorder()})
    lines = [json.loads(record.message) for record in caplog.records if record.name == "atodds.journal"]
    stored, opened, sent = lines
    assert (stored["event"], stored["url"], stored["topic"]) == ("stored", OTHER["url"], "everything")
    assert (opened["event"], opened["url"], opened["article"]) == ("opened", OTHER["url"], stored["article"])
    assert (sent["event"], sent["case"], sent["channel"]) == ("sent", opened["case"], "console")
