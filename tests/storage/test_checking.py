"""Protects `atodds check`: a sound base has no faults, and each kind of damage is found and named."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.base import Base
from storage.checking import check
from storage.fetches import Fetches
from tests.flows.reports import FIRST, OTHER, pass_over, rows
from tests.storage.test_fetches import fetch


@pytest.fixture
def filled(base: Base, tmp_path: Path) -> Base:
    pass_over(base, rows(tmp_path / "in.jsonl", FIRST, OTHER), alert_history=True)
    Fetches(base, "everything").fetched(fetch())
    return base


def faults(base: Base, after: timedelta = timedelta(0)) -> list[str]:
    return [str(fault) for fault in check(base, datetime.now(UTC) + after)]


def test_a_sound_base_has_no_faults(filled: Base) -> None:
    assert faults(filled) == []


def test_an_empty_base_has_no_faults(base: Base) -> None:
    assert faults(base) == []


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("UPDATE article SET text = text || '.' WHERE id = (SELECT min(id) FROM article)", "1 articles whose text is"),
        ("UPDATE claim SET evidence = '{}' WHERE id = (SELECT min(id) FROM claim)", "1 claims whose evidence cannot"),
        ("UPDATE claim SET stable_id = 'x' WHERE id = (SELECT min(id) FROM claim)", "1 claims whose quote or id"),
        ("UPDATE body SET data = substr(data, 1, 5)", "1 archived pages"),
        ("INSERT INTO claim_key VALUES (7, 7, 2000000000)", "1 pair keys of claims that are gone"),
        ("INSERT INTO story_key VALUES (7, 7, 'none')", "1 keys of stories that are gone"),
        ("DELETE FROM story", "2 articles of a story that is not there"),
        ("DELETE FROM position WHERE number = 0", "1 open cases with fewer than two positions"),
        ("DELETE FROM position_claim WHERE number = 0", "1 positions without evidence"),
        ("DELETE FROM question_claim", " questions that no claim answers"),
        ("DELETE FROM voice", " questions that nobody speaks for"),
        ("INSERT INTO voice VALUES ('none', 7, NULL)", "1 voices of claims that are gone"),
        ("DELETE FROM case_change", "1 cases without the change"),
        ("UPDATE notification SET state = 'lost'", "1 notifications in a state that nobody knows"),
        ("UPDATE notification SET state = 'sent'", "1 notifications noted as sent without the time"),
        ("UPDATE notification SET alert_id = NULL", "1 notifications of nothing"),
    ],
)
def test_damage_is_found_and_named(filled: Base, damage: str, said: str) -> None:
    with filled.writing() as connection:
        connection.execute(text(damage))
    assert any(said in fault for fault in faults(filled)), faults(filled)


def test_what_nobody_sends_is_found_after_a_day(filled: Base) -> None:
    assert faults(filled, timedelta(hours=23)) == []
    (fault,) = faults(filled, timedelta(hours=25))
    assert fault.startswith("1 notifications of everything over console that nobody sends")


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    file = tmp_path / "claims.db"
    with Base.open(f"sqlite:///{file}") as base:
        pass_over(base, rows(tmp_path / "in.jsonl", FIRST, OTHER))
    data = bytearray(file.read_bytes())
    with Base.open(f"sqlite:///{file}") as base, base.reading() as connection:
        root = connection.execute(text("SELECT rootpage FROM sqlite_master WHERE name = 'notification_due'")).scalar()
        size = connection.execute(text("PRAGMA page_size")).scalar()
    assert isinstance(root, int)
    assert isinstance(size, int)
    data[(root - 1) * size : (root - 1) * size + 40] = b"\x5a" * 40
    file.write_bytes(data)
    with Base.open(f"sqlite:///{file}") as base:
        assert any("damaged" in fault or "malformed" in fault for fault in faults(base))
