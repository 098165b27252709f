"""Votes and scores: two numbers that stand against each other and count nothing by themselves."""

from collections.abc import Sequence

from parsers.lexicon import table
from parsers.quantities.values import Number
from parsers.text.tokens import DASHES, Token, is_number, word_at

_CONTESTS = frozenset(table("silence")["contests"])
_NEIGHBOURS = 8
_ROUNDS = frozenset((4, 8, 16, 32, 64))


def par(tokens: Sequence[Token], number: Number) -> bool:
    """As in "11 under par", "the last 16": a golfer's card, a round of a cup."""
    end = number.end
    if word_at(tokens, end) in ("under", "over") and word_at(tokens, end + 1) == "par":
        return True
    return (
        number.low in _ROUNDS and word_at(tokens, number.first - 1) == "last" and not word_at(tokens, end)[:1].isalpha()
    )


def contest(tokens: Sequence[Token], number: Number) -> bool:
    """As in "51-49", "won 3-1", "a 5-to-4 ruling", "by 211 to 148": a vote or a score."""
    for low in (number.first, number.first - 2, number.first - 4):
        high = _other_side(tokens, low)
        if high is None or number.first not in (low, high):
            continue
        near = {word_at(tokens, at) for at in range(low - _NEIGHBOURS, high + _NEIGHBOURS)} & _CONTESTS
        falls = _falls(tokens[low].text, tokens[high].text)
        if word_at(tokens, high - 1) == "to":
            if near and falls and word_at(tokens, low - 1) != "from":
                return True
        elif near or falls or _among_sets(tokens, low, high):
            return True
    return False


def _among_sets(tokens: Sequence[Token], low: int, high: int) -> bool:
    """The 4-6 of "7-5, 4-6, 6-3"."""
    before = low >= 4 and tokens[low - 1].lower in (",", "and") and _other_side(tokens, low - 4) == low - 2
    return before or (word_at(tokens, high + 1) in (",", "and") and _other_side(tokens, high + 2) == high + 4)


def _other_side(tokens: Sequence[Token], low: int) -> int | None:
    """The number that a dash, "to" or "-to-" ties to the one at ``low``."""
    if low < 0 or not is_number(tokens, low):
        return None
    links = [word_at(tokens, at) for at in range(low + 1, low + 4)]
    if links[0] in DASHES and links[1] == "to" and links[2] in DASHES:
        high = low + 4
    elif links[0] in (*DASHES, "to"):
        high = low + 2
    else:
        return None
    return high if is_number(tokens, high) else None


def _falls(left: str, right: str) -> bool:
    return (len(left), left) >= (len(right), right)
