"""Vague numbers: "dozens", "a few thousand", "hundreds of thousands", "a couple of hundred"."""

from collections.abc import Sequence
from decimal import Decimal

from parsers.lexicon import table
from parsers.quantities.cardinals import SCALES
from parsers.quantities.values import Form, Number
from parsers.text.tokens import Token, word_at

VAGUE: dict[str, int] = table("numbers")["vague"]
FEW = ("several", "few")
_AFTER_SCORES = frozenset(table("numbers")["cues"]["after_scores"])


def dozens(tokens: Sequence[Token], at: int) -> Number | None:
    """As in "dozens", "hundreds of thousands", "tens of millions"."""
    word, other = tokens[at].lower, word_at(tokens, at + 2)
    if word_at(tokens, at + 1) == "of" and other in VAGUE and other != "scores":
        low = Decimal(VAGUE[word] * VAGUE[other])
        return Number(at, at + 3, low, Form.VAGUE, low * 10, True)
    again = word_at(tokens, at + 1) in ("and", "upon") and other == word  # "hundreds and hundreds"
    if again:
        return Number(at, at + 3, Decimal(VAGUE[word]), Form.VAGUE, Decimal(VAGUE[word] * 10), True)
    if word == "tens" or (word == "scores" and word_at(tokens, at + 1) not in _AFTER_SCORES):
        return None
    return Number(at, at + 1, Decimal(VAGUE[word]), Form.VAGUE, Decimal(VAGUE[word] * 10), True)


def few(tokens: Sequence[Token], first: int, at: int) -> Number | None:
    """As in "a few hundred", "several thousand": some two to nine of them."""
    end, scale = at + 1, Decimal(1)
    while word_at(tokens, end) in SCALES and scale < 10**9:
        scale *= SCALES[word_at(tokens, end)]
        end += 1
    return Number(first, end, 2 * scale, Form.VAGUE, 10 * scale, True) if end > at + 1 else None


def couple(tokens: Sequence[Token], at: int) -> Number | None:
    """As in "a couple of hundred", "a couple of weeks", with its "a" or another word before at ``at``: about two."""
    first = at if word_at(tokens, at) == "a" else at + 1
    end = at + 2
    of = word_at(tokens, end) == "of"
    scale = SCALES.get(word_at(tokens, end + of))
    if scale:
        return Number(first, end + of + 1, Decimal(2 * scale), Form.WORDS, scaled=True, rounded=True)
    return Number(first, end + 1, Decimal(2), Form.WORDS, rounded=True) if of else None
