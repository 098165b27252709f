"""Protects what one story tells in other words: one person or thing, or two that must not be taken for one."""

import pytest

from claims.term import Term
from matching.words import likeness


def term(text: str, key: str, family: str = "") -> Term:
    return Term(text, key, family)


@pytest.mark.parametrize(
    ("x", "y", "one"),
    [
        (term("a pay offer", "offer"), term("the employers' latest proposal", "proposal"), True),
        (term("its new injection velotine", "velotine"), term("Ellway's velotine", "velotine"), True),
        (term("the main goal of a trial", "goal"), term("the primary endpoint", "endpoint"), True),
        (term("the officer who opened fire", "officer"), term("the officer who shot Orr", "officer"), True),
        (term("the officer who fired", "officer"), term("the officer who fell", "officer"), False),
        (term("the paint shop", "shop"), term("the body shop", "shop"), False),
        (term("the northern gate", "gate"), term("the gate", "gate"), False),
        (term("the plant", "plant"), term("the offer", "offer"), False),
    ],
)
def test_one_head(x: Term, y: Term, one: bool) -> None:
    assert likeness.one_head(x, y) is likeness.one_head(y, x) is one


@pytest.mark.parametrize(
    ("x", "y", "apart"),
    [
        ("the first suspect", "the second suspect", True),
        ("the first suspect", "the suspect", True),
        ("First Minister Ida Roth", "Ida Roth", False),
        ("defence officials", "police officials", True),
        ("the older brother", "the younger brother", True),
        ("freight trains", "goods trains", False),
        ("passenger trains", "goods trains", True),
        ("the town's mayor", "the mayor", False),
    ],
)
def test_set_against_each_other(x: str, y: str, apart: bool) -> None:
    assert likeness.apart(x, y) is likeness.apart(y, x) is apart


@pytest.mark.parametrize(
    ("x", "y", "rivals"),
    [
        (term("its paint plant", "plant"), term("its engine plant", "plant"), True),
        (term("a plant", "plant"), term("the battery plant", "plant"), True),
        (term("the plant", "plant"), term("the battery plant", "plant"), False),
        (term("its paint plant", "plant"), term("the new offer", "offer"), False),
    ],
)
def test_rivals(x: Term, y: Term, rivals: bool) -> None:
    assert likeness.rivals(x, y) is likeness.rivals(y, x) is rivals


def test_parts_sums_names_and_people() -> None:
    roof, hall = term("the roof of the hall", "roof"), term("the hall", "hall")
    assert likeness.one_of(roof, hall)
    assert not likeness.one_of(hall, term("the hall of Orle", "hall"))
    assert likeness.one_sum(term("$4 million", "million"), term("any ransom", "ransom"))
    assert not likeness.one_sum(term("$4 million", "million"), term("the ransom", "ransom"))
    rocket, ship = term("Ellway's Meteor-2", "meteor-2", "name"), term("the Meteor-2 rocket", "rocket")
    assert likeness.one_name(rocket, ship)
    assert not likeness.one_name(rocket, term("the Meteor-3 rocket", "rocket"))
    assert likeness.other_names("firefighters from Lonsk", "firefighters from Orle")
    assert not likeness.other_names("Mayor Ida Roth", "Ida Roth")
    men, miners = term("the trapped men", "man"), term("the miners", "miner")
    assert likeness.one_people(men, miners, frozenset(("miner", "trapp", "trap")))
    assert not likeness.one_people(term("the men", "man"), miners, frozenset(("miner",)))
    assert likeness.other_kinds("issued a flood warning", "issued no gale warning")
    assert not likeness.other_kinds("issued a gale warning", "issued no gale warning")
