"""Protects retention: what is old and in no case goes with all that hangs on it; cases and their evidence stay."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from claims.settings_file import SettingsError
from claims.topic import load_topic
from flows.upkeep.retention import retain
from storage import listing
from storage.base import Base
from storage.checking import check
from storage.pruning import prunable, prune
from tests.flows.reports import AGREES, FIRST, OTHER, pass_over, rows
from tests.flows.test_pass import count

LATER = datetime.now(UTC) + timedelta(days=9000)
ALONE = {
    **FIRST,
    "id": "alone",
    "url": "https://wire.example/strike",
    "title": "Dockers strike in Halden",
    "text": "Dockers strike in Halden\nSome 300 dockers in Halden stopped work on Wednesday, their union said.",
}
LAST = {**ALONE, "id": "last", "url": "https://wire.example/sheep", "title": "Sheep", "text": "Farmers sold 90 sheep."}


@pytest.fixture
def filled(base: Base, tmp_path: Path) -> Base:
    pass_over(base, rows(tmp_path / "in.jsonl", FIRST, ALONE, OTHER, AGREES, LAST), alert_history=True)
    return base


def test_what_is_in_no_case_goes_and_cases_stay_whole(filled: Base) -> None:
    with filled.reading() as connection:
        before = list(listing.cases(connection, filled.memory))
        assert prunable(connection, "everything", LATER) == 1
    assert prune(filled, "everything", LATER) == 1
    with filled.reading() as connection:
        assert list(listing.cases(connection, filled.memory)) == before
    assert count(filled, "article") == 4  # the last stays, whatever it is
    assert check(filled, datetime.now(UTC)) == []
    assert prune(filled, "everything", LATER) == 0


def test_what_is_young_or_of_another_topic_stays(filled: Base) -> None:
    assert prune(filled, "everything", datetime(2031, 4, 2, tzinfo=UTC)) == 0
    assert prune(filled, "another", LATER) == 0
    assert count(filled, "article") == 5


def test_what_was_pruned_may_come_again(filled: Base, tmp_path: Path) -> None:
    prune(filled, "everything", LATER)
    assert pass_over(filled, tmp_path / "in.jsonl").tally.stored == 1
    assert check(filled, datetime.now(UTC)) == []


def test_a_topic_may_not_forget_what_its_feeds_still_bring(tmp_path: Path) -> None:
    file = tmp_path / "topic.toml"
    file.write_text('name = "Floods"\nlook_back_days = 30\nkeep_days = 60\n')
    with pytest.raises(SettingsError, match="'keep_days' must be over 60"):
        load_topic(file)
    file.write_text('name = "Floods"\nlook_back_days = 30\nkeep_days = 61\n')
    assert load_topic(file).keep_days == 61


def test_each_topic_goes_by_its_rule(base: Base, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "floods.toml").write_text('name = "Floods"\nkeep_days = 90\n')
    (tmp_path / "fires.toml").write_text('name = "Fires"\n')
    named = os.pathsep.join(str(tmp_path / name) for name in ("floods.toml", "fires.toml"))
    monkeypatch.setenv("ATODDS_TOPICS", named)
    assert dict(retain(base, {}, LATER)) == {"archive": 0, "floods": 0}
    assert dict(retain(base, {}, LATER, dry_run=True)) == {"floods": 0}
