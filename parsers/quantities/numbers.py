"""Numbers: digits, number words, fractions and magnitudes, as runs of tokens with a value.

A number is what the words say, before anything is known of what it counts; whether it counts at all
is for `silence` to tell.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from parsers.lexicon import table
from parsers.quantities import cardinals, digits, shares
from parsers.quantities.cardinals import BELOW_HUNDRED, SCALES
from parsers.quantities.shares import PARTS, Share
from parsers.text.tokens import HYPHENS, Token, TokenKind, after_hyphen, glued, word_at

_WORDS = table("numbers")
_SHORT: dict[str, int] = _WORDS["short_scales"]
_LETTERS: dict[str, int] = _WORDS["letter_scales"]
_VAGUE: dict[str, int] = _WORDS["vague"]
_TIMES: dict[str, float] = _WORDS["times"]
_DOUBLING: dict[str, int] = _WORDS["doubling"]
_CUES = {name: frozenset(words) for name, words in _WORDS["cues"].items()}
_FEW = ("several", "few")
STARTERS = frozenset(
    {*BELOW_HUNDRED, *SCALES, *_VAGUE, *_TIMES, *digits.SIGNS, *_DOUBLING, *PARTS, *_FEW, "couple", "a", "an"}
)
# A sentence without one of these, without digits and hyphens has no number.
SIGNALS = STARTERS - {"a", "an"}


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


def scan(tokens: Sequence[Token]) -> list[Number]:
    """The numbers among ``tokens`` (hyphens apart, see `tokens.apart`), in order, none overlapping."""
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        number = None
        if tokens[at].kind is TokenKind.NUMBER or tokens[at].lower in STARTERS:
            number = read_at(tokens, at)
        if number:
            found.append(number)
        at = number.end if number else at + 1
    return found


def read_at(tokens: Sequence[Token], at: int) -> Number | None:
    """The number that starts at ``at``, if one does."""
    if at >= len(tokens):
        return None
    number = _digits(tokens, at) if tokens[at].kind is TokenKind.NUMBER else _worded(tokens, at)
    if number is None or number.scaled or number.form not in (Form.DIGITS, Form.WORDS):
        return number
    share = shares.of_whole(tokens, number.first, number.end, number.low)
    return _shared(at, share) if share else number


def _shared(first: int, share: Share | None) -> Number | None:
    if share is None:
        return None
    return Number(first, share.end, share.value, Form.WORDS if share.whole else Form.SHARE, scaled=share.whole)


def _digits(tokens: Sequence[Token], at: int) -> Number | None:
    found = digits.read(tokens, at)
    if found is None:
        return None
    value, end = found
    if tokens[at].text in _CUES["round"] and glued(tokens, end) and word_at(tokens, end) == "s":
        return Number(at, end + 1, value, Form.VAGUE, value * 10, True) if word_at(tokens, end + 1) == "of" else None
    part = cardinals.and_a_part(tokens, end)
    if part and value < 100:
        return _scaled(tokens, Number(at, part[1], value + part[0], Form.DIGITS))
    if (
        word_at(tokens, at - 1) == "."
        and glued(tokens, at)
        and not glued(tokens, at - 1)
        and tokens[at].text.isdecimal()
    ):
        return Number(at - 1, end, Decimal(f"0.{tokens[at].text}"), Form.DIGITS)  # "a level of .08"
    return _scaled(tokens, Number(at, end, value, Form.DIGITS))


def _scaled(tokens: Sequence[Token], number: Number) -> Number:
    """``number`` times the magnitudes behind it: "1.2 million", "20k", "4,500 crore", "100 bil."."""
    at = after_hyphen(tokens, number.end)
    word = word_at(tokens, at)
    scale = SCALES.get(word) or _SHORT.get(word)
    if scale is None or not 0 < number.low < 10**13:
        return number
    if word in _SHORT and word_at(tokens, at + 1) == "." and glued(tokens, at + 1) and word not in ("k", "bn", "tn"):
        at += 1
    return _scaled(tokens, Number(number.first, at + 1, number.low * scale, number.form, scaled=True))


def letter_scaled(tokens: Sequence[Token], number: Number) -> Number:
    """``number`` with a single letter behind it taken as a magnitude: "£3m", "$2B"."""
    scale = _LETTERS.get(word_at(tokens, number.end))
    if scale is None or number.scaled or number.form is not Form.DIGITS or number.low >= 10**6:
        return number
    return Number(number.first, number.end + 1, number.low * scale, number.form, scaled=True)


def _worded(tokens: Sequence[Token], at: int) -> Number | None:
    word = tokens[at].lower
    if word in _TIMES:
        return Number(at, at + 1, Decimal(str(_TIMES[word])), Form.TIMES)
    if word in _DOUBLING:
        return _doubling(tokens, at)
    if word in _VAGUE:
        return _vague(tokens, at)
    if word in _FEW:
        return _few(tokens, at, at)
    if word == "couple":  # "the last couple of days"
        return _couple(tokens, at - 1) if word_at(tokens, at - 1) in _CUES["before_couple"] else None
    if word == "half":
        return _shared(at, shares.half(tokens, at, at))
    if word in digits.SIGNS:
        over, under = digits.SIGNS[word]
        return Number(at, at + 1, Decimal(over) / under, Form.SHARE)
    if word in ("a", "an"):
        return _article(tokens, at)
    if word in PARTS:  # a headline leaves out its article: "Third of staff face burnout"
        return _shared(at, shares.a_part(tokens, at - 1)) if not at and word_at(tokens, 1) == "of" else None
    found = cardinals.read(tokens, at)
    if found is None:
        return None
    share = shares.part(tokens, after_hyphen(tokens, found.end), found.value)
    if share:
        return _shared(at, share)
    return Number(at, found.end, found.value, Form.WORDS, scaled=found.scaled)


def _article(tokens: Sequence[Token], at: int) -> Number | None:
    """As in "a hundred", "a dozen", "a couple of hundred", "a few thousand", "a half", "a third of"."""
    word = word_at(tokens, at + 1)
    if word in SCALES:
        found = cardinals.read(tokens, at + 1)
        return found and Number(at, found.end, found.value, Form.WORDS, scaled=True)
    if word == "couple":
        return _couple(tokens, at)
    if word in _FEW:
        return _few(tokens, at, at + 1)
    if word == "half":
        return _shared(at, shares.half(tokens, at, at + 1))
    return _shared(at, shares.a_part(tokens, at))


def _couple(tokens: Sequence[Token], at: int) -> Number | None:
    """As in "a couple of hundred", "a couple of weeks", with its "a" or another word before at ``at``: about two."""
    first = at if word_at(tokens, at) == "a" else at + 1
    end = at + 2
    of = word_at(tokens, end) == "of"
    scale = SCALES.get(word_at(tokens, end + of))
    if scale:
        return Number(first, end + of + 1, Decimal(2 * scale), Form.WORDS, scaled=True, rounded=True)
    return Number(first, end + 1, Decimal(2), Form.WORDS, rounded=True) if of else None


def _few(tokens: Sequence[Token], first: int, at: int) -> Number | None:
    """As in "a few hundred", "several thousand": some two to nine of them."""
    end, scale = at + 1, Decimal(1)
    while word_at(tokens, end) in SCALES and scale < 10**9:
        scale *= SCALES[word_at(tokens, end)]
        end += 1
    return Number(first, end, 2 * scale, Form.VAGUE, 10 * scale, True) if end > at + 1 else None


def _vague(tokens: Sequence[Token], at: int) -> Number | None:
    """As in "dozens", "hundreds of thousands", "tens of millions"."""
    word, other = tokens[at].lower, word_at(tokens, at + 2)
    if word_at(tokens, at + 1) == "of" and other in _VAGUE and other != "scores":
        low = Decimal(_VAGUE[word] * _VAGUE[other])
        return Number(at, at + 3, low, Form.VAGUE, low * 10, True)
    again = word_at(tokens, at + 1) in ("and", "upon") and other == word  # "hundreds and hundreds"
    if again:
        return Number(at, at + 3, Decimal(_VAGUE[word]), Form.VAGUE, Decimal(_VAGUE[word] * 10), True)
    if word == "tens" or (word == "scores" and word_at(tokens, at + 1) not in _CUES["after_scores"]):
        return None
    return Number(at, at + 1, Decimal(_VAGUE[word]), Form.VAGUE, Decimal(_VAGUE[word] * 10), True)


def _doubling(tokens: Sequence[Token], at: int) -> Number | None:
    """As in "double the number", "is expected to triple": not "a double murder"."""
    before, behind = word_at(tokens, at - 1), word_at(tokens, at + 1)
    if behind in HYPHENS or not (behind in _CUES["after_double"] or before in _CUES["before_double"]):
        return None
    return Number(at, at + 1, Decimal(_DOUBLING[tokens[at].lower]), Form.TIMES)
