"""Protects that a topic is a file: an earthquake's tolls over two days, with not a word of it in the code."""

from pathlib import Path

import pytest

from claims.case import Case
from claims.claim import FigureClaim
from claims.relation import Kind
from flows.desk import SEEDS, open_desk
from storage import listing
from storage.base import Base
from tests.flows.reports import pass_over

FOLDER = SEEDS / "earthquake"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def found(base: Base) -> list[Case]:
    desk = open_desk(FOLDER / "topic.toml")
    for name in ("history.jsonl", "reports.jsonl"):
        assert pass_over(base, FOLDER / name, desk=desk).problems == ()
    with base.reading() as connection:
        return list(listing.cases(connection, base.memory, "earthquake"))


def values(case: Case) -> set[int]:
    claims = [e.claim for p in case.arrangement.positions for e in p.evidence]
    return {int(c.quantity.value or 0) for c in claims if isinstance(c, FigureClaim)}


def test_the_tolls_at_odds_page_and_older_quakes_do_not_mix_in(found: list[Case]) -> None:
    (tolls,) = [case for case in found if {17, 26} <= values(case)]
    assert tolls.arrangement.page
    assert {28, 31} <= values(tolls)
    assert not {310, 84} & set.union(*map(values, found))  # Peru's in 2021 and the region's of 2007


def test_how_many_soldiers_is_a_question_of_its_own(found: list[Case]) -> None:
    assert [values(case) for case in found if 700 in values(case)] == [{400, 700}]


def test_who_searches_is_at_odds(found: list[Case]) -> None:
    roles = [case for case in found if case.arrangement.kind is Kind.ROLE and case.arrangement.page]
    assert any(
        {"post-1", "courant-1"} <= {e.article_id for p in c.arrangement.positions for e in p.evidence} for c in roles
    )


def test_nothing_of_the_topic_stands_in_the_code() -> None:
    code = [f for folder in ("claims", "parsers", "matching", "storage", "flows") for f in (ROOT / folder).rglob("*.*")]
    assert not [f.name for f in code if f.suffix in (".py", ".toml") and "valdora" in f.read_text("utf-8").lower()]
