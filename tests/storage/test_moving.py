"""Protects the move to another database: all of it the same, counted and hashed, or nothing; and again."""

from pathlib import Path

import pytest
from sqlalchemy import text

from storage import moving
from storage.base import Base
from storage.errors import BaseError
from storage.moving import move
from tests.flows.reports import AGREES, FIRST, OTHER, pass_over, rows
from tests.flows.test_pass import count


@pytest.fixture
def filled(tmp_path: Path) -> Base:
    """A base on SQLite with a case, its alert, and a fetch with its bytes."""
    base = Base.open(f"sqlite:///{tmp_path}/old.db")
    pass_over(base, rows(tmp_path / "in.jsonl", FIRST, OTHER), alert_history=True)
    from storage.fetches import Fetches
    from tests.storage.test_fetches import fetch, heard

    heard(memory := Fetches(base, "everything"), "https://post.example/fire")
    memory.fetched(fetch())
    return base


def test_everything_arrives_and_work_goes_on_there(filled: Base, base: Base, tmp_path: Path) -> None:
    found = move(filled, base)
    assert found["article"].rows == 2
    assert found["notification"].rows == found["cases"].rows == found["body"].rows == 1
    (change,) = pass_over(base, rows(tmp_path / "new.jsonl", AGREES)).changes  # numbers go on behind what was moved
    assert len(change.case.arrangement.positions) == 2


def test_a_second_move_compares_and_changes_nothing(filled: Base, base: Base) -> None:
    assert move(filled, base) == move(filled, base)


def test_a_base_that_was_worked_with_since_is_not_overwritten(filled: Base, base: Base, tmp_path: Path) -> None:
    move(filled, base)
    pass_over(base, rows(tmp_path / "new.jsonl", AGREES))
    with pytest.raises(BaseError, match=r"--replace.*article \(2 and 3 rows\)"):
        move(filled, base)
    assert count(base, "article") == 3
    move(filled, base, replace=True)
    assert count(base, "article") == 2


def test_it_leads_back_to_sqlite(filled: Base, base: Base, tmp_path: Path) -> None:
    there = move(filled, base)
    with Base.open(f"sqlite:///{tmp_path}/again.db") as again:
        assert move(base, again) == there


def test_a_move_that_fails_half_way_leaves_nothing(filled: Base, base: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(moving, "_all", lambda _: dict.fromkeys([t.name for t in moving._tables()], moving.Contents()))
        with pytest.raises(BaseError, match="not like the original"):
            move(filled, base)
    assert count(base, "article") == 0
    move(filled, base)


def test_a_hash_sees_one_letter(filled: Base, base: Base) -> None:
    move(filled, base)
    with base.writing() as connection:
        connection.execute(text("UPDATE article SET title = 'Quake in Varsund kills 41' WHERE id = 1"))
    with pytest.raises(BaseError, match=r"unlike are: article \(2 and 2 rows\)"):
        move(filled, base)
