"""Joining: a sentence's tokens as the shallow reader of roles needs them.

Quotation marks and short parentheses ("(DHS)") go; what a hyphen ties to digits is one word ("Meteor-2", "90-bed"), and
so is a possessive ("the rebels' attempt").
"""

from collections.abc import Sequence

from parsers.text.tokens import HYPHENS, MARK, NUMBER, WORD, Token

_QUOTES = frozenset("\"'“”‘’«»`")
_APOSTROPHES = frozenset("'’")
_SINGLE = frozenset("'‘’")
_PARTING = _QUOTES | {"(", ")"} | set(HYPHENS)
_LONGEST_PARENTHESIS = 8


def joined(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens without quotation marks and short parentheses, words with digits whole."""
    if _PARTING.isdisjoint([token.text for token in tokens]):
        return tokens
    kept: list[Token] = []
    opened: int | None = None
    quoted = False
    for token in tokens:
        if token.text == "(":
            opened = len(kept)
        elif token.text == ")":
            if opened is not None and len(kept) - opened <= _LONGEST_PARENTHESIS:
                del kept[opened:]
            opened = None
        elif token.text in _APOSTROPHES and kept and kept[-1].end == token.start and not quoted and _owns(kept[-1]):
            kept.append(_with_apostrophe(kept.pop(), token))
        elif token.text in _QUOTES:
            quoted = token.text in _SINGLE and not quoted
        else:
            if _tied(kept, token):
                token = _one(kept.pop(-2), kept.pop(), token)
            kept.append(token)
    return kept


def _owns(word: Token) -> bool:
    return word.kind is WORD and word.lower.endswith("s")


def _with_apostrophe(word: Token, mark: Token) -> Token:
    return Token(word.text + mark.text, f"{word.lower}'", word.start, mark.end, WORD, word.capital)


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
