"""Protects what keeps settling cheap: a few voices stand for all that is said, and give the same positions."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.agencies import Agencies, Agency
from claims.factuality import Factuality
from claims.quantity import Bound
from claims.relation import Evidence
from matching.cases.positions import arrange
from matching.cases.voices import ORIGINS, SPOKESMEN, voices
from tests.matching.made import figure, role

AGENCIES = Agencies([Agency("army", "the army", (), None), Agency("police", "the police", (), None)])
OUTLETS = st.sampled_from([f"Outlet {n}" for n in range(12)])
FIGURES = st.builds(
    figure,
    st.sampled_from([40, 41, 25, "1200", "1210"]),
    OUTLETS,
    bound=st.sampled_from([Bound.EXACT, Bound.ABOUT, Bound.AT_LEAST]),
    hours=st.integers(0, 60),
)
ROLES = st.builds(
    role,
    st.sampled_from([Factuality.CERTAIN, Factuality.PROBABLE, Factuality.CERTAIN_NOT]),
    OUTLETS,
    actor=st.sampled_from(["army", "police", "mayor"]),
    hours=st.integers(0, 60),
)
TOLD = st.one_of(st.lists(FIGURES, min_size=2, max_size=60), st.lists(ROLES, min_size=2, max_size=60))


@settings(max_examples=150, deadline=None)
@given(TOLD, st.randoms(use_true_random=False))
def test_voices_chosen_article_by_article_are_those_chosen_among_all(told: list[Evidence], chance: Random) -> None:
    spoken: list[Evidence] = []
    articles = sorted({item.article_id for item in told})
    chance.shuffle(articles)
    for article in articles:  # what one article says comes at once
        spoken = voices([*spoken, *(item for item in told if item.article_id == article)], Agencies())
    whole = voices(told, Agencies())
    assert sorted(e.id for e in spoken) == sorted(e.id for e in whole)


@settings(max_examples=150, deadline=None)
@given(TOLD)
def test_voices_say_all_that_is_said(told: list[Evidence]) -> None:
    told = [replace(item, article_id=f"{n}") for n, item in enumerate(told)]
    whole, spoken = (arrange(said, AGENCIES) for said in (told, voices(told, AGENCIES)))
    assert (whole is None) == (spoken is None)
    if whole and spoken:
        assert [p.says for p in spoken.positions] == [p.says for p in whole.positions]
        assert [p.evidence[0] for p in spoken.positions] == [p.evidence[0] for p in whole.positions]
        assert (spoken.question, spoken.relation) == (whole.question, whole.relation)


def test_an_article_that_gives_both_answers_is_known_for_it_among_many() -> None:
    """Its outlet gave the second answer before, so that it is not needed for that one."""
    both = [figure(number, "Herald", hours=5, article="both") for number in (40, 25)]
    said = [*both, *(figure(25, "Herald", hours=n, article=f"{n}") for n in range(4))]
    spoken = voices(said, Agencies())
    assert [item in spoken for item in both] == [True, True]


def test_a_thousand_reports_of_one_answer_have_few_voices() -> None:
    said = [figure(40, f"Outlet {n % 50}", hours=n) for n in range(1000)]
    spoken = voices(said, Agencies())
    assert len(spoken) <= SPOKESMEN + ORIGINS + 2
    assert spoken[:SPOKESMEN] == said[:SPOKESMEN]
    assert spoken[-1] == said[-1]  # the last to tell it: a count that grows is told no more by then
