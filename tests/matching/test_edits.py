"""Protects silent edits: what a later version of a page says otherwise is found, and nothing else."""

from dataclasses import replace

import pytest

from claims.agencies import Agencies
from claims.factuality import Factuality
from claims.relation import Evidence, Kind, Relation
from claims.span import Span
from claims.term import Term
from matching.cases.edits import arrange, edits
from tests.matching.made import figure, role

AGENCIES = Agencies()
MEDICS = Term("medics", "medic", "person")
ASK = Term("asked for", "request", "request")
NO, YES, MAYBE = Factuality.CERTAIN_NOT, Factuality.CERTAIN, Factuality.POSSIBLE


def at(evidence: Evidence, start: int) -> Evidence:
    """The same claim further on in the text."""
    return replace(evidence, claim=replace(evidence.claim, sentence=Span(start, start + 40)))


def asked(number: int) -> Evidence:
    return figure(number, counted=MEDICS, action=ASK)


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ([figure(40)], [figure(25)], [("40", "25")]),
        ([figure(40)], [figure(40)], []),
        ([figure(40)], [at(figure(40), 300)], []),  # told alike, elsewhere in the text
        ([figure(40)], [], []),
        ([], [figure(40)], []),
        ([figure(40), asked(700)], [figure(40), asked(900)], [("700", "900")]),
        ([figure(40), figure(12, counted=MEDICS)], [figure(40)], []),  # one figure is gone, the other has not changed
        ([figure(40), at(figure(40), 90)], [figure(25), at(figure(25), 90)], [("40", "25")]),  # headline and opening
        ([role(NO)], [role(YES)], [("no", "yes")]),
        ([role(NO)], [role(NO)], []),
        ([figure(40)], [figure(25, story="another")], [("40", "25")]),  # the page counts, not the story it tells now
    ],
)
def test_edits(before: list[Evidence], after: list[Evidence], changed: list[tuple[str, str]]) -> None:
    found = [arrange([v.a, v.b], AGENCIES) for v in edits(before, after, AGENCIES)]
    assert [tuple(p.says for p in a.positions) for a in found if a] == changed
    assert all(a is not None and a.kind is Kind.EDIT for a in found)


@pytest.mark.parametrize(
    ("versions", "says", "relation", "page"),
    [
        ([figure(40), figure(25)], ["40", "25"], Relation.CONFLICTS, True),
        ([figure(25), figure(40)], ["25", "40"], Relation.UPDATES, False),  # a toll that grew is no silent edit
        ([asked(700), asked(900)], ["700", "900"], Relation.CONFLICTS, True),
        ([figure(40), figure(25), figure(40)], ["40", "25", "40"], Relation.UPDATES, False),
        ([role(NO), role(YES)], ["no", "yes"], Relation.CONFLICTS, True),
        ([role(YES), role(MAYBE)], ["yes", "possibly"], Relation.DIFFERS, True),
    ],
)
def test_what_pages(versions: list[Evidence], says: list[str], relation: Relation, page: bool) -> None:
    arranged = arrange(versions, AGENCIES)
    assert arranged is not None
    assert [p.says for p in arranged.positions] == says
    assert (arranged.relation, arranged.page) == (relation, page)
    assert "Halden Wire changed" in arranged.reason


def test_versions_that_say_the_same_are_no_case() -> None:
    assert arrange([figure(40), figure(40)], AGENCIES) is None
