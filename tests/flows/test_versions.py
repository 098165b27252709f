"""Protects what becomes of a page that changes: a case of its own, and no voice for what it no longer says."""

from pathlib import Path

import pytest

from claims.case import CaseChange, CaseStatus, ChangeKind
from claims.relation import Kind
from storage import cases
from storage.base import Base
from tests.flows.reports import AGREES, FIRST, OTHER, pass_over, rows
from tests.flows.test_pass import count


def version(text: str, hour: int = 12, of: dict[str, str] = FIRST) -> dict[str, str]:
    return {**of, "published_at": f"2031-04-02T{hour}:00:00Z", "text": text}


EDITED = version(FIRST["text"].replace("40", "25"))
PADDED = version(FIRST["text"] + " Rain is expected in the valley.", 13)


def news(base: Base, tmp_path: Path, *articles: dict[str, str]) -> dict[Kind, CaseChange]:
    changes = pass_over(base, rows(tmp_path / "news.jsonl", *articles)).changes
    assert len({c.case.arrangement.kind for c in changes}) == len(changes)
    return {c.case.arrangement.kind: c for c in changes}


def test_a_figure_that_a_page_changes_is_a_case_that_pages(base: Base, tmp_path: Path) -> None:
    pass_over(base, rows(tmp_path / "old.jsonl", FIRST))
    change = news(base, tmp_path, EDITED)[Kind.EDIT]
    assert (change.kind, change.page, change.case.status) == (ChangeKind.EDITED, True, CaseStatus.OPEN)
    assert [p.says for p in change.case.arrangement.positions] == ["40", "25"]
    assert change.reason == "Halden Wire changed “40” to “25” at the same address."
    assert count(base, "notification") == 1
    with base.reading() as connection:
        assert cases.case(connection, base.memory, change.case.id) == change.case


def test_one_more_edit_of_the_same_figure_is_told_in_the_same_case(base: Base, tmp_path: Path) -> None:
    pass_over(base, rows(tmp_path / "old.jsonl", FIRST))
    first = news(base, tmp_path, EDITED)[Kind.EDIT]
    again = news(base, tmp_path, version(FIRST["text"].replace("40", "19"), 14))[Kind.EDIT]
    assert again.case.id == first.case.id
    assert [p.says for p in again.case.arrangement.positions] == ["40", "25", "19"]
    assert again.page


def test_a_text_that_only_grows_is_no_edit(base: Base, tmp_path: Path) -> None:
    pass_over(base, rows(tmp_path / "old.jsonl", FIRST))
    assert news(base, tmp_path, PADDED) == {}


def test_two_pages_of_one_outlet_are_no_edit(base: Base, tmp_path: Path) -> None:
    pass_over(base, rows(tmp_path / "old.jsonl", FIRST))
    other_page = {**EDITED, "id": "wire-2", "url": "https://wire.example/second"}
    assert Kind.EDIT not in news(base, tmp_path, other_page)


def test_a_case_closes_when_the_sources_converge_and_opens_again(base: Base, tmp_path: Path) -> None:
    pass_over(base, rows(tmp_path / "old.jsonl", FIRST, OTHER))
    closed = news(base, tmp_path, EDITED)[Kind.FIGURE]
    assert (closed.kind, closed.case.status, closed.page) == (ChangeKind.CLOSED, CaseStatus.CLOSED, False)
    assert [p.says for p in closed.case.arrangement.positions] == ["40", "25"]  # as they last stood
    reopened = news(base, tmp_path, {**AGREES, "published_at": "2031-04-02T08:30:00Z"})[Kind.FIGURE]
    assert (reopened.kind, reopened.case.id, reopened.page) == (ChangeKind.REOPENED, closed.case.id, True)


def test_a_claim_that_a_page_takes_out_is_no_voice_any_more(base: Base, tmp_path: Path) -> None:
    pass_over(base, rows(tmp_path / "old.jsonl", FIRST, OTHER))
    vague = version("Quake in Varsund\nAn earthquake shook Varsund on Wednesday, its mayor said.")
    assert news(base, tmp_path, vague)[Kind.FIGURE].kind is ChangeKind.CLOSED


@pytest.mark.parametrize("text", [PADDED["text"], "Update: " + PADDED["text"]])
def test_a_version_that_says_the_same_changes_no_case(base: Base, tmp_path: Path, text: str) -> None:
    pass_over(base, rows(tmp_path / "old.jsonl", FIRST, OTHER))
    assert news(base, tmp_path, {**FIRST, "text": text}) == {}
