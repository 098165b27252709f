"""Protects the question of a case on roles: it is asked in the words of the reports, not by the name of a class."""

import pytest

from claims.agencies import Agencies
from matching.positions import arrange
from tests.matching.told import article

ASKED = [
    (
        "Was the warden suspended?",
        "The ministry suspended the warden.",
        "The warden has not been suspended.",
    ),
    ("Has Corva halted production?", "Corva had halted production.", "Corva has not stopped production."),
    ("Were any shots fired?", "No shots were fired.", "The robbers fired six shots."),
    ("Is a ceasefire in force?", "A ceasefire is in force.", "No ceasefire is in force."),
    ("Will the strike continue?", "The strike will continue.", "The Dockers' League called off the strike."),
    ("Will the bridge stay open?", "The bridge will stay open.", "The bridge will be closed."),
    ("Was Captain Olle Berg arrested?", "Captain Olle Berg was arrested.", "Captain Olle Berg was not arrested."),
    (
        "Will the navy search for survivors?",
        "The navy will carry out a search for survivors.",
        "The navy will not search for survivors.",
    ),
    ("Were the people arrested?", "The people had been arrested.", "The people have not been arrested."),
    ("Did officers fire tear gas?", "Officers fired tear gas.", "No tear gas was fired."),
]


@pytest.mark.parametrize(("question", "one", "other"), ASKED)
def test_a_question_of_roles(question: str, one: str, other: str) -> None:
    found = arrange([*article(one, "Herald"), *article(other, "Post")], Agencies())
    assert found is not None
    assert found.question == question
