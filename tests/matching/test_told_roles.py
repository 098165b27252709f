"""Protects what two outlets say of one deed in one story: which sentences are at odds, and which are of two things."""

import pytest

from claims.agencies import Agencies
from claims.claim import RoleClaim
from claims.relation import Evidence
from matching.judge import judge
from tests.matching.told import article

OPPOSED = [
    ("The exits were locked, three workers said.", "All emergency exits were open when the fire broke out."),
    ("The man, identified as Joel Orran, was armed.", "Joel Orran was unarmed when he was shot."),
    ("Corvane will not appeal to the federal courts.", "Corvane will appeal the ruling."),
    ("Vardia will not pay for the tanks.", "Vardia will pay 340 million crowns for the tanks."),
    ("The pilot was drunk.", "The pilot was not drunk, the airline said."),
    ("The union said the strike had ended.", "The strike had not ended, the company said."),
    ("Deputy Governor Lund will resign.", "Lund will not resign, the bank said."),
    ("Body camera video will be released soon.", "Video from the officer's body camera will not be released."),
]
SILENT = [
    ("The club opened its doors at night.", "Guests spoke of doors that would not open."),
    ("The north gate was open on Monday.", "The north gate was closed on Friday."),
    ("The regulator approved the drug.", "The regulator has not approved the drug for children under six."),
    ("Vardia will not pay for the tanks.", "Vardia will pay 340 million crowns for the bridge."),
    ("The minister resigned.", "The minister had refused to resign for weeks."),
    ("The suspect has confessed.", "The suspect did not confess at first."),
    ("The strike has ended.", "The strike had not ended by noon."),
    ("The plant will close.", "The plant will not close before 2033."),
    ("The plant will close.", "If the price falls, the plant will not close."),
    ("The president will attend the summit.", "The president did not attend the last summit."),
    ("The president will attend the summit.", "The vice president will not attend the summit."),
    ("The pilot was drunk.", "The co-pilot was not drunk."),
    ("The firm denied the report.", "The firm did not deny that talks had been held."),
]


def roles(text: str, outlet: str) -> list[Evidence]:
    return [e for e in article(text, outlet, 6) if isinstance(e.claim, RoleClaim)]


def pages(one: str, other: str) -> bool:
    """Whether a role of ``one`` pages against a role of ``other``, as two outlets tell them in one story."""
    return any(judge(a, b, Agencies()).page for a in roles(one, "Herald") for b in roles(other, "Courier"))


@pytest.mark.parametrize(("one", "other"), OPPOSED)
def test_deeds_that_are_at_odds(one: str, other: str) -> None:
    assert pages(one, other)
    assert pages(other, one)


@pytest.mark.parametrize(("one", "other"), SILENT)
def test_deeds_of_two_questions(one: str, other: str) -> None:
    assert not pages(one, other)
    assert not pages(other, one)
