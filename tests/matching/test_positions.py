"""Protects the sorting of evidence into positions, and what is worth a page."""

from dataclasses import replace
from itertools import permutations

import pytest

from claims.agencies import Agencies
from claims.case import Arrangement
from claims.claim import RoleClaim
from claims.relation import Evidence, Relation
from matching.cases.positions import arrange
from tests.matching.told import article, figure


def arranged(*evidence: Evidence) -> Arrangement:
    found = arrange(evidence, Agencies())
    assert found is not None
    return found


def test_two_voices_in_conflict_page() -> None:
    found = arranged(figure("The Lyon fire killed 30 people.", "Herald"), figure("The Lyon fire killed 24.", "Post"))
    assert [p.says for p in found.positions] == ["30", "24"]
    assert (found.relation, found.page) == (Relation.CONFLICTS, True)


def test_one_origin_never_pages() -> None:
    """Five copies of one agency report are one voice."""
    found = arranged(figure("The Lyon fire killed 30 people.", "AFP"), figure("The Lyon fire killed 24.", "AFP", 2))
    assert not found.page


def test_a_rounded_figure_is_no_position_of_its_own() -> None:
    rounded = figure("The Lyon fire burned about 1,200 hectares.")
    assert arrange([rounded, figure("The Lyon fire burned 1,210 hectares.", "Post")], Agencies()) is None


def test_an_open_bound_glues_nothing() -> None:
    """ "At least 40" holds 41 and 52; they stay two positions."""
    found = arranged(
        figure("The Lyon fire killed at least 40 people.", "Herald"),
        figure("The Lyon fire killed 41 people.", "Post"),
        figure("The Lyon fire killed 52 people.", "Times"),
    )
    assert len(found.positions) == 3


def test_a_growing_count_told_higher_and_later_is_an_update() -> None:
    found = arranged(
        figure("The Lyon fire killed 30 people.", "Herald", 2), figure("The Lyon fire killed 41 people.", "Post", 4)
    )
    assert (found.relation, found.page) == (Relation.UPDATES, False)


def test_how_many_were_held_is_told_otherwise_by_their_lawyers() -> None:
    """Police have counted whom they hold: more, told later, is growth by the police and a dispute by lawyers."""
    first = figure("Police in Lyon detained 46 people, a spokesman said.", "Herald", 2)
    lawyers = figure("At least 130 people were detained in Lyon, lawyers for the marchers said.", "Post", 3, lead=False)
    police = figure("Police in Lyon detained 130 people, a spokesman said.", "Post", 3)
    assert arranged(first, lawyers).page
    assert not arranged(first, police).page


def test_later_and_lower_is_a_conflict() -> None:
    found = arranged(
        figure("The Lyon fire killed 41 people.", "Herald", 2), figure("The Lyon fire killed 30 people.", "Post", 4)
    )
    assert (found.relation, found.page) == (Relation.CONFLICTS, True)


def test_a_figure_in_passing_pages_nobody() -> None:
    found = arranged(
        figure("The Lyon fire killed 41 people.", "Herald"),
        figure("The Lyon fire killed 30 people.", "Post", lead=False),
    )
    assert (found.relation, found.page) == (Relation.CONFLICTS, False)


def test_an_article_that_states_both_opposes_neither() -> None:
    both = list(article("The Lyon fire killed 41 people. An earlier report said the Lyon fire killed 30 people."))
    assert arrange(both, Agencies()) is None
    again = article("The Lyon fire killed 30 people.", "Post")  # who says only the one is at odds with the other
    assert arrange([*both, *again], Agencies()) is None
    more = article("The Lyon fire killed 35 people.", "Tribune")
    found = arrange([*both, *more], Agencies())
    assert found is not None
    assert found.page


def test_an_article_that_tells_of_two_things_still_opposes_another() -> None:
    """What a law forbids in general explains nothing of what these soldiers may do."""
    one = article(
        "The soldiers will be allowed to arrest people. Federal law forbids the army to act as police.", "Herald"
    )
    other = article("The troops will not be allowed to make arrests.", "Post")
    said = [e for e in (*one, *other) if isinstance(e.claim, RoleClaim) and e.claim.action.key in ("allow", "ban")]
    assert len(said) == 3
    assert arranged(*said).page


def test_one_persons_fate_is_no_toll() -> None:
    found = arranged(
        figure("A child died when a wall fell in Lyon.", "Herald"), figure("The Lyon fire killed 30 people.", "Post")
    )
    assert not found.page


def test_the_order_in_which_evidence_comes_changes_nothing() -> None:
    told = [
        figure("The Lyon fire killed 30 people.", "Herald", 2),
        figure("The Lyon fire killed 24 people.", "Post", 3),
        figure("The Lyon fire killed thirty people.", "Times", 4),
    ]
    first = arranged(*told)
    assert all(arranged(*order) == first for order in permutations(told))


def test_yes_to_the_opposite_is_a_no() -> None:
    """Two actions that exclude each other are two answers to one question, and not twice a yes."""
    passed = article("The mine at Oruro passed a safety inspection in May.", outlet="Post")
    failed = article("The mine at Oruro failed a safety inspection in May.", outlet="Echo")
    said = [e for e in (*passed, *failed) if e.claim.action and e.claim.action.key in ("pass-test", "fail-test")]
    found = arrange(said, Agencies([]))
    assert found is not None
    assert found.relation is Relation.CONFLICTS
    assert {p.says for p in found.positions} == {"yes", "no"}
    assert found.question in (
        "Did the mine at Oruro pass a safety inspection?",
        "Did the mine at Oruro fail a safety inspection?",
    )


def test_what_can_stand_side_by_side_is_no_case() -> None:
    thousands = figure("Thousands of people marched through Tirana.", "Post")
    counted = figure("About 4,000 people marched through Tirana.", "Echo")
    assert arrange([thousands, counted], Agencies([])) is None


def test_a_vague_count_is_told_in_its_own_word() -> None:
    said = [figure("Dozens of people were killed.", "Post"), figure("Two people were killed.", "Echo")]
    found = arrange(said, Agencies([]))
    assert found is not None
    assert {p.says for p in found.positions} == {"dozens", "2"}


def test_a_headline_opposes_nothing_that_its_text_sets_apart() -> None:
    """Two armies each count their own dead; their headlines alone would be at odds."""
    one = article("Four soldiers dead in clash\n\nFour Dravian soldiers were killed on Monday.", "Herald")
    other = article("Two soldiers killed on border\n\nTwo Tormanian soldiers were killed on Monday.", "Post")
    said = [
        e for e in (*one, *other) if e.claim.action and e.claim.action.key == "kill" and hasattr(e.claim, "quantity")
    ]
    assert len(said) == 4
    assert not arranged(*said).page
    headlines = [e for e in said if "clash" in e.sentence or "border" in e.sentence]
    assert arranged(*headlines).page


def test_a_position_is_told_in_the_text_and_not_in_its_headline() -> None:
    """A headline leaves out whose word it is, and says less surely what is to come."""
    headline = "Marines not to guard port"
    said = article(f"{headline}\n\nThe marines will not guard the port, the harbour master said.", "Herald")
    told = [
        replace(e, title=headline) for e in said if isinstance(e.claim, RoleClaim) and e.claim.action.key == "guard"
    ]
    assert len(told) == 2
    found = arranged(*told, *article("The marines will guard the port.", "Post"))
    assert [(p.says, p.evidence[0].sentence == headline) for p in found.positions] == [("no", False), ("yes", False)]


def test_what_came_since_a_denial_opposes_it_only_if_it_had_come_before() -> None:
    denied = article("Norland has not supplied missiles.", "Herald", 6)
    since = article("Norland has supplied missiles.", "Post", 8)
    before = article("Norland has supplied missiles since March.", "Post", 8)
    assert not arranged(*denied, *since).page
    assert arranged(*denied, *before).page


def test_counts_of_one_hour_have_not_grown() -> None:
    """A burned area told later is further on, unless both say when it was so large."""
    first = figure("The fire had burned 900 hectares by Tuesday morning.", "Herald", 7)
    later = figure("The fire has burned 1,400 hectares.", "Post", 8)
    same = figure("By Tuesday morning the fire had burned 1,400 hectares.", "Post", 8)
    assert arranged(first, later).relation is Relation.UPDATES
    assert arranged(first, same).relation is Relation.CONFLICTS


def test_what_goes_up_and_down_has_one_figure_at_one_hour() -> None:
    first = figure("By Monday evening 14,000 people had been evacuated from Orle.", day=6)
    then = figure("By Monday evening 22,000 people had been evacuated from Orle.", "Post", day=7)
    assert arranged(first, then).relation is Relation.CONFLICTS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Odile had winds of 185 kilometres per hour at landfall.",
            "It came ashore with winds of 205 kilometres per hour.",
        ),
        ("The officer fired four shots.", "The officer fired eleven shots."),
    ],
)
def test_what_is_over_does_not_grow(one: str, other: str) -> None:
    assert arranged(figure(one, day=6), figure(other, "Post", day=7)).relation is Relation.CONFLICTS


def test_a_part_of_a_later_count_is_not_the_first_count() -> None:
    """Two bodies of nine are no reason to hold the two of the first report for newer than five."""
    first = figure("Two people were killed in the storm.", "Herald", 6)
    then = figure("Five people were killed in the storm.", "Post", 7)
    last = figure("The storm's toll rose after the bodies of two of the missing were found.", "Times", 8)
    assert not arranged(first, then, last).page
