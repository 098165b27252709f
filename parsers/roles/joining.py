"""Joining: a sentence's tokens as the shallow reader of roles needs them.

Quotation marks and short parentheses ("(DHS)") go; what a hyphen ties to digits is one word: "Meteor-2", "90-bed".
"""

from collections.abc import Sequence

from parsers.text.tokens import HYPHENS, MARK, NUMBER, WORD, Token

_QUOTES = frozenset("\"'“”‘’«»`")
_PARTING = _QUOTES | {"(", ")"} | set(HYPHENS)
_LONGEST_PARENTHESIS = 8


def joined(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens without quotation marks and short parentheses, words with digits whole."""
    if _PARTING.isdisjoint([token.text for token in tokens]):
        return tokens
    kept: list[Token] = []
    opened: int | None = None
    for token in tokens:
        if token.text == "(":
            opened = len(kept)
        elif token.text == ")":
            if opened is not None and len(kept) - opened <= _LONGEST_PARENTHESIS:
                del kept[opened:]
            opened = None
        elif token.text not in _QUOTES:
            if _tied(kept, token):
                token = _one(kept.pop(-2), kept.pop(), token)
            kept.append(token)
    return kept


def _tied(kept: Sequence[Token], last: Token) -> bool:
    """Whether a hyphen without spaces ties a word to a number before it or behind it."""
    if len(kept) < 2 or kept[-1].text not in HYPHENS:
        return False
    first, hyphen = kept[-2], kept[-1]
    if first.end != hyphen.start or hyphen.end != last.start or MARK in (first.kind, last.kind):
        return False
    return (first.kind is NUMBER) != (last.kind is NUMBER)


def _one(first: Token, hyphen: Token, last: Token) -> Token:
    return Token(
        first.text + hyphen.text + last.text,
        f"{first.lower}-{last.lower}",
        first.start,
        last.end,
        WORD,
        first.capital or last.capital,
    )
