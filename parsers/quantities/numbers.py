"""Numbers: digits, number words, fractions and magnitudes, as runs of tokens with a value.

A number is what the words say, before anything is known of what it counts; whether it counts at all
is for `silence` to tell.
"""

from collections.abc import Sequence
from decimal import Decimal

from parsers.lexicon import table
from parsers.quantities import cardinals, digits, shares, vague
from parsers.quantities.cardinals import BELOW_HUNDRED, SCALES
from parsers.quantities.shares import PARTS, Share
from parsers.quantities.vague import FEW, VAGUE
from parsers.quantities.values import Form, Number, scaled
from parsers.text.tokens import HYPHENS, NUMBER, Token, after_hyphen, glued, word_at

_WORDS = table("numbers")
_TIMES: dict[str, float] = _WORDS["times"]
_DOUBLING: dict[str, int] = _WORDS["doubling"]
_CUES = {name: frozenset(words) for name, words in _WORDS["cues"].items()}
STARTERS = frozenset(
    {*BELOW_HUNDRED, *SCALES, *VAGUE, *_TIMES, *digits.SIGNS, *_DOUBLING, *PARTS, *FEW, "couple", "a", "an"}
)
# A sentence without one of these, without digits and hyphens has no number.
SIGNALS = STARTERS - {"a", "an"}


def scan(tokens: Sequence[Token]) -> list[Number]:
    """The numbers among ``tokens`` (hyphens apart, see `tokens.apart`), in order, none overlapping."""
    found: list[Number] = []
    free = 0
    for at, token in enumerate(tokens):
        if at >= free and (token.lower in STARTERS or token.kind is NUMBER):
            number = read_at(tokens, at)
            if number:
                found.append(number)
                free = number.end
    return found


def read_at(tokens: Sequence[Token], at: int) -> Number | None:
    """The number that starts at ``at``, if one does."""
    if at >= len(tokens):
        return None
    number = _digits(tokens, at) if tokens[at].kind is NUMBER else _worded(tokens, at)
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
    if _tolls(tokens, end):
        return Number(at, end + 1, value, Form.DIGITS)
    if tokens[at].text in _CUES["round"] and glued(tokens, end) and word_at(tokens, end) == "s":
        return Number(at, end + 1, value, Form.VAGUE, value * 10, True) if word_at(tokens, end + 1) == "of" else None
    part = cardinals.and_a_part(tokens, end)
    if part and value < 100:
        return scaled(tokens, Number(at, part[1], value + part[0], Form.DIGITS))
    if (
        word_at(tokens, at - 1) == "."
        and glued(tokens, at)
        and not glued(tokens, at - 1)
        and tokens[at].text.isdecimal()
    ):
        return Number(at - 1, end, Decimal(f"0.{tokens[at].text}"), Form.DIGITS)  # "a level of .08"
    return scaled(tokens, Number(at, end, value, Form.DIGITS))


def _tolls(tokens: Sequence[Token], end: int) -> bool:
    """As in "the 11th death", "a 12th flood victim": the last one says how many there are."""
    if word_at(tokens, end) not in _CUES["ordinal_endings"] or not glued(tokens, end):
        return False
    for at in range(end + 1, end + 4):
        word = word_at(tokens, at)
        if word in _CUES["tolled"]:
            return True
        if not word.isalpha() or word in _CUES["not_tolled"]:
            return False
    return False


def _worded(tokens: Sequence[Token], at: int) -> Number | None:
    word = tokens[at].lower
    if word in _TIMES:
        return Number(at, at + 1, Decimal(str(_TIMES[word])), Form.TIMES)
    if word in _DOUBLING:
        return _doubling(tokens, at)
    if word in VAGUE:
        return vague.dozens(tokens, at)
    if word in FEW:
        return vague.few(tokens, at, at)
    if word == "couple":  # "the last couple of days"
        return vague.couple(tokens, at - 1) if word_at(tokens, at - 1) in _CUES["before_couple"] else None
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
        return vague.couple(tokens, at)
    if word in FEW:
        return vague.few(tokens, at, at + 1)
    if word == "half":
        return _shared(at, shares.half(tokens, at, at + 1))
    return _shared(at, shares.a_part(tokens, at))


def _doubling(tokens: Sequence[Token], at: int) -> Number | None:
    """As in "double the number", "is expected to triple": not "a double murder"."""
    before, behind = word_at(tokens, at - 1), word_at(tokens, at + 1)
    if behind in HYPHENS or not (behind in _CUES["after_double"] or before in _CUES["before_double"]):
        return None
    return Number(at, at + 1, Decimal(_DOUBLING[tokens[at].lower]), Form.TIMES)
