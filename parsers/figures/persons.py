"""Persons by name, capitalised words that are no place, no title, no word of the dictionary; or by what they were."""

from collections.abc import Collection, Sequence

from claims.term import Term
from parsers.lexicon import table, words
from parsers.text.tokens import WORD, Token, is_capital, word_at
from parsers.text.words import STOP, common

SOLE = "sole"  # the family of those of whom an event has one
_SOLE = {word: group.split()[0] for group in table("figures")["sole"] for word in group.split()}
_BETWEEN = frozenset((",", "was", "is", "who", "aged", "a", "an"))
_TITLES = words(table("words")["titles"])


def person_at(tokens: Sequence[Token], placed: Collection[int], at: int, step: int) -> Term | None:
    """The name that starts (``step`` 1) or ends (-1) at ``at``; its key is the surname, which news repeats."""
    found: list[Token] = []
    while 0 <= at < len(tokens) and at not in placed and _namelike(tokens[at]):
        found.append(tokens[at])
        at += step
    if step < 0:
        found.reverse()
    if not found or all(common(t.lower.removesuffix("'s")) for t in found):
        return None
    return Term(" ".join(t.text for t in found), found[-1].lower.removesuffix("'s"), "person")


def sole(tokens: Sequence[Token], first: int, last: int) -> Term | None:
    """Whose age tokens ``first`` to ``last`` give, if that is somebody of whom an event has one and no name is told.

    "The pilot was 51", "the 51-year-old pilot"; so old may be what they flew in, too: "the aircraft was 19 years old".
    """
    behind = word_at(tokens, first - 1) == "the" and not is_capital(tokens, last + 1)
    at = last if behind else first - 1
    while not behind and at > 0 and tokens[at].lower in _BETWEEN:
        at -= 1
    if word_at(tokens, at - 1) == "the" and word_at(tokens, at - 2) == "of":
        at -= 3  # "the captain of the ferry was 54"
    told = word_at(tokens, at) in _SOLE and (behind or word_at(tokens, at - 1) == "the")
    return Term(f"the {tokens[at].lower}", _SOLE[tokens[at].lower], SOLE) if told else None


def _namelike(token: Token) -> bool:
    return token.kind is WORD and token.capital and token.lower not in STOP and token.lower not in _TITLES
