"""Persons by name: a run of capitalised words that is no place, no title and no word of the dictionary."""

from collections.abc import Collection, Sequence

from claims.term import Term
from parsers.lexicon import table, words
from parsers.text.tokens import WORD, Token
from parsers.text.words import STOP, common

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


def _namelike(token: Token) -> bool:
    return token.kind is WORD and token.capital and token.lower not in STOP and token.lower not in _TITLES
