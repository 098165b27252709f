"""Protects what an editor reads first: the question and the positions in plain words."""

import pytest

from claims.claim import FigureClaim
from matching.wording.wording import figure, figure_question
from tests.matching.told import figure as told


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("The fire killed more than 20,000 people", "more than 20,000"),
        ("The deal is worth about $1.2 billion", "about $1.2 billion"),
        ("The fire burned 300 to 400 acres", "300 to 400 acres"),
        ("He fell 60 feet", "60 feet"),
        ("Prices rose 3.5 percent", "3.5 percent"),
        ("A 6.1-magnitude earthquake struck", "magnitude 6.1"),
        ("Robert Hale, 32, was named", "32 years old"),
        ("The bank paid 1,250,000 euros", "€1.25 million"),
        ("The bank paid 1,250,417 euros", "€1,250,417"),
        ("A third of the trains ran", "33.3 percent"),
    ],
)
def test_a_figure(text: str, says: str) -> None:
    claim = told(text).claim
    assert isinstance(claim, FigureClaim)
    assert figure(claim.quantity) == says


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("The fire in Lyon killed 30 people", "How many people were killed? (Lyon)"),
        ("The ministry requested 20,000 guards", "How many guards were requested?"),
        ("40 sailors are missing off Malta", "How many sailors are missing? (Malta)"),
        ("Robert Hale, 32, was named", "How old is Robert Hale?"),
        ("The court sentenced Quill to seven years in prison", "How long is the prison sentence?"),
        ("Quill must pay a fine of $40,000", "How large is the fine?"),
        ("The club gave Quill a three-year contract", "How long is the contract?"),
        ("Turnout was 61 percent", "How high was the turnout?"),
        ("The bank expects inflation of 2.1 percent", "How high will inflation be?"),
        ("The ship lies at a depth of 68 metres", "How deep? “The ship lies at a depth of …”"),
        ("Officers fired six shots", "How many shots were fired?"),
        ("Sixty inmates escaped from a jail in Malta", "How many inmates escaped? (Malta)"),
        ("The plant cut 900 jobs", "How many jobs were cut?"),
        ("The plant will cut 900 jobs", "How many jobs will be cut?"),
        ("The plant will lay off 900 workers", "How many workers will be laid off?"),
        ("Some 40 of Tuesday's flights were cancelled", "How many flights were cancelled?"),
        (
            "Halden Foods agreed to buy Brightmill for $5.2 billion",
            "How much? “Halden Foods agreed to buy Brightmill for …”",
        ),
    ],
)
def test_a_question(text: str, question: str) -> None:
    assert figure_question([told(text)]) == question
