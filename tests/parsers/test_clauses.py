"""Protects the reading of clauses: chains are one event, with who does it, to what, and how sure."""

import pytest

from parsers.actions import Actions
from parsers.roles.clauses import ClauseReader
from parsers.text.tokens import tokenize

READER = ClauseReader(Actions())


def read(text: str) -> list[tuple[str, str, str, str]]:
    """Subject, action key (support marked), factuality and object of each predicate."""
    clauses = READER.read(tokenize(text))

    def words(where: range | None) -> str:
        return "" if where is None else clauses.text(text, where)

    return [
        (words(p.subject), ("support-" if p.support else "") + p.action.key, p.factuality.value, words(p.object))
        for p in clauses.predicates
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Rangers are not expected to help with arrests.", ("The Rangers", "support-arrest", "PR-", "")),
        ("The ministry has yet to issue a statement.", ("The ministry", "statement", "CT-", "")),
        ("Deputies made no arrests.", ("Deputies", "arrest", "CT-", "")),
        ("Officers may take part.", ("Officers", "attend", "PS+", "")),
        ("Rivals accused the mayor of fraud.", ("Rivals", "accuse", "CT+", "the mayor of fraud")),
        ("Volvo to close its plant in Ghent", ("Volvo", "close", "PR+", "its plant")),
        ("No soldiers will be sent.", ("No soldiers", "send", "CT-", "")),
        ("The firm cannot pay its debts.", ("The firm", "pay", "CT-", "its debts")),
        ("The crew failed to stop the leak.", ("The crew", "end", "CT-", "the leak")),
        ("The council is considering banning fireworks.", ("The council", "ban", "PS+", "fireworks")),
        ("The bank has no plans to sell the unit.", ("The bank", "sell", "PR-", "the unit")),
        ("The union is unlikely to accept the offer.", ("The union", "accept", "PR-", "the offer")),
    ],
)
def test_one_event(text: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor denied that police shot the man.", ("police", "shoot", "CT-", "the man")),
        ("It is unclear whether the army will withdraw.", ("the army", "withdraw", "Uu", "")),
        ("Officials did not say whether Oslo would pay the ransom.", ("Oslo", "pay", "CTu", "the ransom")),
        ("There is no evidence that the pilot slept.", ("the pilot", "sleep", "Uu", "")),
        ("Claims that Tesla bought the mine are false.", ("Tesla", "buy", "CT-", "the mine")),
        ("The minister asked the army to clear the square.", ("the army", "clear", "Uu", "the square")),
        ("Guards prevented fans from entering the pitch.", ("fans", "enter", "CT-", "the pitch")),
    ],
)
def test_what_governs_a_clause(text: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in read(text)


@pytest.mark.parametrize("text", ["", "?", "of", "to to to", "not", "was", "“”", ", , and", "is is is", "said said"])
def test_broken_text_is_read_without_error(text: str) -> None:
    read(text)
