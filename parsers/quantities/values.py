"""Values: a number as its words say it, and the magnitudes behind it ("1.2 million", "20k", "£3m")."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from parsers.lexicon import table
from parsers.quantities.cardinals import SCALES
from parsers.text.tokens import Token, after_hyphen, glued, word_at

_SHORT: dict[str, int] = table("numbers")["short_scales"]
_LETTERS: dict[str, int] = table("numbers")["letter_scales"]


class Form(StrEnum):
    """How a number is said."""

    DIGITS = "digits"
    WORDS = "words"
    VAGUE = "vague"
    SHARE = "share"
    TIMES = "times"


@dataclass(frozen=True, slots=True)
class Number:
    """A value over ``tokens[first:end]``.

    ``high`` is set where the words are loose ("dozens"), ``scaled`` where a magnitude was said
    ("million"), ``rounded`` where the words themselves round ("a couple of hundred").
    """

    first: int
    end: int
    low: Decimal
    form: Form
    high: Decimal | None = None
    scaled: bool = False
    rounded: bool = False


def scaled(tokens: Sequence[Token], number: Number) -> Number:
    """``number`` times the magnitudes behind it: "1.2 million", "20k", "4,500 crore", "100 bil."."""
    at = after_hyphen(tokens, number.end)
    word = word_at(tokens, at)
    scale = SCALES.get(word) or _SHORT.get(word)
    if scale is None or not 0 < number.low < 10**13:
        return number
    if word in _SHORT and word_at(tokens, at + 1) == "." and glued(tokens, at + 1) and word not in ("k", "bn", "tn"):
        at += 1
    return scaled(tokens, Number(number.first, at + 1, number.low * scale, number.form, scaled=True))


def letter_scaled(tokens: Sequence[Token], number: Number) -> Number:
    """``number`` with a single letter behind it taken as a magnitude: "£3m", "$2B"."""
    scale = _LETTERS.get(word_at(tokens, number.end))
    if scale is None or number.scaled or number.form is not Form.DIGITS or number.low >= 10**6:
        return number
    return Number(number.first, number.end + 1, number.low * scale, number.form, scaled=True)
