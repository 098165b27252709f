"""Protects the question of a case on roles: it is asked in the words of the reports, not by the name of a class."""

import pytest

from claims.agencies import Agencies
from claims.claim import RoleClaim
from matching.cases.positions import arrange
from matching.roles.complements import told_to
from tests.matching.told import article

ASKED = [
    ("Must Dornbau pay back the aid?", "Dornbau does not have to pay back the aid.", "Dornbau must pay back the aid."),
    (
        "Was the warden suspended?",
        "The ministry suspended the warden.",
        "The warden has not been suspended.",
    ),
    ("Has Corva halted production?", "Corva had halted production.", "Corva has not stopped production."),
    ("Did the robbers fire any shots?", "No shots were fired.", "The robbers fired six shots."),
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
    ("Was the base handed over?", "The base was handed over to the army.", "The base was not handed over to the army."),
    (
        "Was the officer placed on paid leave?",
        "The officer was placed on paid leave.",
        "The officer was not placed on paid leave.",
    ),
    ("Has the mill raised the alarm?", "The mill raised the alarm.", "The mill did not raise the alarm."),
    (
        "Did the mayor ask for the soldiers?",
        "The mayor asked for the soldiers.",
        "The mayor never asked for the soldiers.",
    ),
    (
        "Did the governor ask for soldiers?",
        "The governor asked the army for soldiers.",
        "The governor did not ask for soldiers.",
    ),
    ("Did police kill the baker?", "Police shot the baker dead.", "The baker killed himself."),
    ("Was the director detained?", "Prosecutors have detained the director.", "The director is not in custody."),
    ("Was anybody arrested?", "Police have arrested a clerk.", "Nobody has been arrested."),
    ("Did inspectors find any defects?", "Inspectors found 17 defects.", "No defects were found."),
    ("Was a ransom of 3 million dollars paid?", "A ransom of 3 million dollars had been paid.", "No ransom was paid."),
    (
        "Was the choir behind the bombing?",
        "The choir claimed responsibility for the bombing.",
        "The choir denied any involvement in the bombing.",
    ),
    ("Did officers fire any tear gas?", "Officers fired tear gas.", "No tear gas was fired."),
]


@pytest.mark.parametrize(("question", "one", "other"), ASKED)
def test_a_question_of_roles(question: str, one: str, other: str) -> None:
    found = arrange([*article(one, "Herald", 3), *article(other, "Post", 4)], Agencies())
    assert found is not None
    assert found.question == question


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The coast guard ordered the ferry to stay in port on Monday.", "to stay in port"),
        ("The clerks were allowed to open the safe, the bank said.", "to open the safe"),
        ("The mayor asked her to put off the sale because of the rain.", "her to put off the sale"),
        ("The coast guard ordered a new ferry.", ""),
        ("The baker hopes to open the shop.", ""),
        ("The mill applied to the bank for a loan.", ""),
    ],
)
def test_what_somebody_is_to_do(text: str, wanted: str) -> None:
    told = [(e, e.claim) for e in article(text, "Herald") if isinstance(e.claim, RoleClaim)]
    assert {to for e, claim in told if (to := told_to(e, claim))} == {wanted} - {""}
