"""Protects the action classes: all inflections and noun forms of a class meet under one key."""

import pytest

from claims.topic import Vocabulary
from parsers.actions.actions import Actions
from parsers.text.tokens import tokenize

ACTIONS = Actions()


@pytest.mark.parametrize(
    ("words", "key", "length"),
    [
        ("toll", "kill", 1),
        ("deaths", "kill", 1),
        ("killings", "kill", 1),
        ("died", "kill", 1),
        ("death tolls rose", "kill", 2),
        ("lost their lives", "kill", 3),
        ("wounding", "injure", 1),
        ("missing", "missing", 1),
        ("apprehends", "arrest", 1),
        ("taken into custody", "arrest", 3),
        ("laid off", "lay-off", 2),
        ("job cuts", "lay-off", 2),
        ("shutting down", "close", 2),
        ("sank", "sink", 1),
        ("deployments", "deploy", 1),
        ("petitioned", "request", 1),
        ("outlawed", "ban", 1),
        ("handing in her resignation", "resign", 4),
        ("handed in resignation", "resign", 3),
        ("cast their ballots against it", "vote-against", 4),
        ("gave the go-ahead", "approve", 3),
        ("put before parliament", "submit", 3),
    ],
)
def test_forms_of_a_class(words: str, key: str, length: int) -> None:
    found = ACTIONS.at(tokenize(words), 0)
    assert found is not None
    assert (found[0].key, found[1]) == (key, length)


@pytest.mark.parametrize("word", ["president", "of", "green", "Ω", "42"])
def test_words_of_no_class(word: str) -> None:
    assert ACTIONS.at(tokenize(word), 0) is None


def test_a_verb_of_no_class_is_filed_under_itself() -> None:
    assert ACTIONS.of_verb("levitate").key == "levitate"


def test_a_topic_adds_words_of_its_own() -> None:
    own = Actions(Vocabulary(actions={"burn": ("singed",), "calve": ("calve", "ice loss")}))
    assert [own.at(tokenize(w), 0)[0].key for w in ("singeing", "burned", "calves", "ice loss")] == [  # type: ignore[index]
        "burn",
        "burn",
        "calve",
        "calve",
    ]
