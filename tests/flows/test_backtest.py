"""Protects what people decide: it holds for what is said later, and the rules are tested on it."""

from pathlib import Path

import pytest

from claims.case import CaseChange, CaseStatus, ChangeKind
from claims.relation import Relation
from claims.review import Because, Decision
from flows.telling.reviewing import review
from flows.upkeep import backtest as backtests
from flows.upkeep.backtest import backtest
from storage.base import Base
from tests.flows.reports import AGREES, FIRST, OTHER, pass_over, rows

ALSO_25 = {
    **OTHER,
    "id": "herald-1",
    "url": "https://herald.example/1",
    "source": "Herald",
    "published_at": "2031-04-02T08:30:00Z",
}
THIRD = {
    **OTHER,
    "id": "gazette-1",
    "url": "https://gazette.example/1",
    "source": "Gazette",
    "published_at": "2031-04-02T07:00:00Z",
    "title": "61 dead in Varsund quake",
    "text": OTHER["text"].replace("25", "61"),
}


def opened(base: Base, tmp_path: Path) -> str:
    (change,) = pass_over(base, rows(tmp_path / "old.jsonl", FIRST, OTHER)).changes
    return change.case.id


def later(base: Base, tmp_path: Path, article: dict[str, str]) -> CaseChange:
    (change,) = pass_over(base, rows(tmp_path / "new.jsonl", article)).changes
    return change


@pytest.mark.parametrize("because", list(Because))
@pytest.mark.parametrize("article", [AGREES, ALSO_25])
def test_a_dismissal_sticks_for_later_evidence(
    base: Base, tmp_path: Path, because: Because, article: dict[str, str]
) -> None:
    case = opened(base, tmp_path)
    review(base, case, Decision.DISMISS, because)
    change = later(base, tmp_path, article)
    assert (change.case.id, change.case.status, change.page) == (case, CaseStatus.DISMISSED, False)


@pytest.mark.parametrize(
    ("because", "kind"),
    [
        (Because.UPDATE, ChangeKind.REOPENED),  # the two are settled; the third is at odds with both
        (Because.EXTRACTION, ChangeKind.REOPENED),
        (Because.OTHER_SCOPE, ChangeKind.POSITION),  # the question was none
        (Because.DUPLICATE, ChangeKind.POSITION),  # another case will tell it
    ],
)
def test_a_third_answer_opens_what_was_settled_for_two_sides(
    base: Base, tmp_path: Path, because: Because, kind: ChangeKind
) -> None:
    review(base, opened(base, tmp_path), Decision.DISMISS, because)
    change = later(base, tmp_path, THIRD)
    assert (change.kind, change.page) == (kind, kind is ChangeKind.REOPENED)


@pytest.mark.parametrize(
    ("decision", "because", "precision", "recall"),
    [
        (Decision.CONFIRM, None, 1.0, 1.0),
        (Decision.DISMISS, Because.OTHER_SCOPE, 0.0, None),
        (Decision.DISMISS, Because.DUPLICATE, None, None),
    ],
)
def test_decisions_are_replayed_against_the_rules(
    base: Base,
    tmp_path: Path,
    decision: Decision,
    because: Because | None,
    precision: float | None,
    recall: float | None,
) -> None:
    review(base, opened(base, tmp_path), decision, because)
    done = backtest(base)
    assert [r.now for r in done.replays] == [Relation.CONFLICTS]
    assert (done.precision, done.recall, done.changes) == (precision, recall, [])


def test_of_two_decisions_on_a_pair_the_later_holds(base: Base, tmp_path: Path) -> None:
    case = opened(base, tmp_path)
    review(base, case, Decision.DISMISS, Because.UPDATE)
    review(base, case, Decision.CONFIRM)
    (replay,) = backtest(base).replays
    assert replay.pair.conflict


def test_a_change_is_told_until_it_is_made_the_floor(
    base: Base, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    review(base, opened(base, tmp_path), Decision.CONFIRM)
    monkeypatch.setattr(backtests, "strongest", lambda *_: None)  # rules that find nothing
    done = backtest(base)
    assert done.recall == 0.0
    assert [(r.pair.floor, r.now) for r in done.changes] == [(Relation.CONFLICTS, Relation.UNRELATED)]
    assert backtest(base, make_floor=True).changes
    assert backtest(base).changes == []


def test_no_decision_is_no_precision(base: Base) -> None:
    done = backtest(base)
    assert (done.replays, done.precision, done.recall) == ((), None, None)
