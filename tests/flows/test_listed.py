"""Protects what a topic of very many cases costs: board, digest and ledger read the first and count the rest."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from claims.topic import Topic
from flows.telling import artifacts, daily, publishing
from flows.telling.daily import post_digest
from flows.telling.publishing import publish
from storage import listing
from storage.base import Base, Connection
from tests.alerts.made import NOON
from tests.storage.test_listing import CASES, filled

__all__ = ["filled"]
TOPIC = Topic(key="t", name="Harbor")


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The ids of the cases that were read whole."""
    found: set[str] = set()
    whole = listing.cases_by_id

    def noted(connection: Connection, memory: object, case_ids: list[str]) -> object:
        found.update(case_ids)
        return whole(connection, memory, case_ids)  # type: ignore[arg-type]

    monkeypatch.setattr(listing, "cases_by_id", noted)
    return found


def test_the_board_is_of_the_first_open_cases(filled: Base, read: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(artifacts, "BOARD", 2)
    monkeypatch.setattr(artifacts, "create_markdown_artifact", lambda text, **_: shown.append(text))
    artifacts.show_board(filled, TOPIC)
    (text,) = shown
    assert read == {"edit", "same"}
    assert text.endswith(" same |\n\nand 4 more open cases: `atodds cases --topic t`")
    monkeypatch.setattr(artifacts, "BOARD", 6)
    artifacts.show_board(filled, TOPIC)
    assert shown[1].endswith(" note |")


def test_a_digest_reads_what_it_may_list_and_counts_the_rest(
    filled: Base, read: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(daily, "WEIGHED", 1)
    told, _ = post_digest(filled, TOPIC, hours=6, now=NOON + timedelta(hours=11))
    assert told.title == "Harbor: 4 open conflicts, 5 cases moved"
    assert read == {"quiet", "note", "closed"}
    assert [[item.text for item in section.items[1:]] for section in told.sections[:3]] == [
        ["and 3 more"],
        [],
        ["and 1 more"],
    ]


def test_writers_do_not_wait_for_a_digest_to_be_put_together(filled: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    writing = 0
    whole, begin = daily.digest, filled.writing

    @contextmanager
    def counted(topic: str | None = None) -> Iterator[Connection]:
        nonlocal writing
        with begin(topic) as connection:
            writing += 1
            yield connection
            writing -= 1

    def put_together(*args: object) -> object:
        assert not writing
        return whole(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(filled, "writing", counted)
    monkeypatch.setattr(daily, "digest", put_together)
    assert post_digest(filled, TOPIC, now=NOON)[1]


def test_a_ledger_holds_the_first_cases_and_counts_all(
    filled: Base, read: set[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(publishing, "SHOWN", 3)
    _, page = publish(filled, tmp_path, ["t"])
    text = page.read_text()
    assert read == {"new", "same", "old"}
    assert "6 open cases (4 in conflict), 2 closed, 1 dismissed." in text
    assert "Shown here: 3 of 9 cases" in text
    assert text.count("<article ") == 3
    assert text.count("<li><time ") == 3  # the history of each
    monkeypatch.setattr(publishing, "SHOWN", len(CASES))
    assert "Shown here" not in publish(filled, tmp_path, ["t"])[1].read_text()
