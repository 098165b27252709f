"""Protects what counts as a change of a case: a new position pages once, one more voice for a known one does not."""

from dataclasses import replace

import pytest

from claims.case import Arrangement, CaseStatus, ChangeKind, Position
from claims.relation import Evidence, Kind, Relation
from matching.cases.changes import changed, opened
from tests.alerts.made import NOON, evidence

A = evidence("CNN", "The ministry asked for 4,000 medics.", figure="4,000", article="a")
B = evidence("NPR", "The ministry asked for 5,000 medics.", figure="5,000", article="b")
C = evidence("CBS", "The ministry asked for 5,000 medics, it said.", figure="5,000", article="c")
D = evidence("AP", "The ministry asked for 6,000 medics.", figure="6,000", article="d")


def arranged(*positions: tuple[Evidence, ...], page: bool = True) -> Arrangement:
    seats = tuple(Position(" ".join(str(e.outlet) for e in said), said) for said in positions)
    return Arrangement("How many?", Kind.FIGURE, seats, Relation.CONFLICTS, page, "They differ.")


TWO = arranged((A,), (B,))
NOTE = arranged((A,), (B,), page=False)


@pytest.mark.parametrize(
    ("before", "status", "now", "kind", "page", "left"),
    [
        (TWO, CaseStatus.OPEN, TWO, None, False, CaseStatus.OPEN),
        (TWO, CaseStatus.OPEN, arranged((A,), (B, C)), ChangeKind.EVIDENCE, False, CaseStatus.OPEN),
        (TWO, CaseStatus.OPEN, arranged((A,), (B,), (D,)), ChangeKind.POSITION, True, CaseStatus.OPEN),
        (NOTE, CaseStatus.OPEN, arranged((A,), (B, C)), ChangeKind.EVIDENCE, True, CaseStatus.OPEN),
        (NOTE, CaseStatus.OPEN, arranged((A,), (B,), (D,), page=False), ChangeKind.POSITION, False, CaseStatus.OPEN),
        (TWO, CaseStatus.OPEN, None, ChangeKind.CLOSED, False, CaseStatus.CLOSED),
        (TWO, CaseStatus.CLOSED, None, None, False, CaseStatus.CLOSED),
        (TWO, CaseStatus.CLOSED, arranged((A,), (B,), (D,)), ChangeKind.REOPENED, True, CaseStatus.OPEN),
        (TWO, CaseStatus.DISMISSED, arranged((A,), (B,), (D,)), ChangeKind.POSITION, False, CaseStatus.DISMISSED),
    ],
)
def test_changes(
    before: Arrangement,
    status: CaseStatus,
    now: Arrangement | None,
    kind: ChangeKind | None,
    page: bool,
    left: CaseStatus,
) -> None:
    case = replace(opened("q", "t", "s", before, NOON).case, status=status)
    change = changed(case, now, NOON)
    if kind is None:
        assert change is None
    else:
        assert change is not None
        assert (change.kind, change.page, change.case.status) == (kind, page, left)


@pytest.mark.parametrize(
    ("pair_alone", "page", "kind", "left"),
    [
        (True, True, ChangeKind.REOPENED, CaseStatus.OPEN),
        (True, False, ChangeKind.POSITION, CaseStatus.DISMISSED),
        (False, True, ChangeKind.POSITION, CaseStatus.DISMISSED),
    ],
)
def test_a_third_answer_to_a_dismissed_case(pair_alone: bool, page: bool, kind: ChangeKind, left: CaseStatus) -> None:
    dismissed = replace(opened("q", "t", "s", TWO, NOON).case, status=CaseStatus.DISMISSED)
    change = changed(dismissed, arranged((A,), (B,), (D,), page=page), NOON, pair_alone=pair_alone)
    assert change is not None
    assert (change.kind, change.page, change.case.status) == (kind, left is CaseStatus.OPEN, left)
