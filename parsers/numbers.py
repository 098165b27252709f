"""Numbers: digits, number words, fractions and magnitudes, as runs of tokens with a value.

A number is what the words say, before anything is known of what it counts; whether it counts at all
is for `silence` to tell.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from parsers import cardinals
from parsers.cardinals import BELOW_HUNDRED, HALF, SCALES
from parsers.lexicon import table
from parsers.tokens import HYPHENS, Token, TokenKind, after_hyphen, glued, is_number, word_at

_WORDS = table("numbers")
_SHORT: dict[str, int] = _WORDS["short_scales"]
_LETTERS: dict[str, int] = _WORDS["letter_scales"]
_VAGUE: dict[str, int] = _WORDS["vague"]
_TIMES: dict[str, float] = _WORDS["times"]
_PARTS: dict[str, int] = _WORDS["parts"]
_CUES = {name: frozenset(words) for name, words in _WORDS["cues"].items()}
_FEW = ("several", "few")
_SIGNS = {
    "½": (1, 2),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
}
STARTERS = frozenset({*BELOW_HUNDRED, *SCALES, *_VAGUE, *_TIMES, *_SIGNS, *_CUES["doubling"], "half", *_FEW, "a", "an"})
# A sentence without one of these, without digits and hyphens has no number.
SIGNALS = (STARTERS - {"a", "an"}) | {*_PARTS, "couple"}

# A longer run of digits is an id; Decimal arithmetic on it would lose digits anyway.
_LONGEST = 26


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
    return _in_four(tokens, number) if number and number.form in (Form.DIGITS, Form.WORDS) else number


def value_of(digits: str) -> Decimal | None:
    """The value of a run of digits with its grouping; None where the grouping makes no sense.

    "20,000" and "1,00,000" group, "3.5" has a fraction, "1.234.567" groups, "10,20,30" is a list.
    """
    if len(digits) > _LONGEST:
        return None
    head, *groups = digits.split(",")
    if not groups:
        return _dotted(digits)
    *inner, last = groups
    whole, _, rest = last.partition(".")
    western = len(head) <= 3 and all(len(g) == 3 for g in (*inner, whole))
    indian = len(head) <= 2 and all(len(g) == 2 for g in inner) and len(whole) == 3
    sound = "." not in head and "." not in rest and not any("." in g for g in inner)
    return Decimal(digits.replace(",", "")) if sound and (western or indian) else None


def _dotted(digits: str) -> Decimal | None:
    first, *parts = digits.split(".")
    if len(parts) < 2:
        return Decimal(digits)
    return Decimal(digits.replace(".", "")) if len(first) <= 3 and all(len(p) == 3 for p in parts) else None


def _digits(tokens: Sequence[Token], at: int) -> Number | None:
    text, end = tokens[at].text, at + 1
    if len(text) <= 3 and text.isdecimal():
        text, end = _regrouped(tokens, at)
    value = value_of(text)
    if value is None:
        return None
    part = _fraction(tokens, end)
    alone = _fraction(tokens, at)
    if part:
        value, end = value + part[0], part[1]
    elif alone:
        value, end = alone
    elif halved := cardinals.and_a_half(tokens, end):
        value, end = value + HALF, halved
    elif word_at(tokens, at - 1) == "." and glued(tokens, at) and not glued(tokens, at - 1) and text.isdecimal():
        return Number(at - 1, end, Decimal(f"0.{text}"), Form.DIGITS)
    return _scaled(tokens, Number(at, end, value, Form.DIGITS))


def _regrouped(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """Groups that a space or an apostrophe parts: "2, 000ft" (scraped pages), "20 000", "20'000".

    Of a space only groups of three that end in a nought are taken: "in 12 300 people" is no number.
    """
    text, end = tokens[at].text, at + 1
    while True:
        mark = word_at(tokens, end)
        if mark in (",", "'", "’") and glued(tokens, end) and is_number(tokens, end + 1):
            group, after, apart = tokens[end + 1].text, end + 2, tokens[end + 1].start - tokens[end].end
            if not (
                len(group) == 3 and group.isdecimal() and (group[0] == "0" if mark == "," else not apart) and apart <= 1
            ):
                return text, end
        elif is_number(tokens, end) and tokens[end].start == tokens[end - 1].end + 1:
            group, after = tokens[end].text, end + 1
            if not (len(group) == 3 and group.isdecimal() and group[2] == "0"):
                return text, end
        else:
            return text, end
        if len(text) > _LONGEST:
            return text, end
        text, end = text + group, after


def _fraction(tokens: Sequence[Token], at: int) -> tuple[Decimal, int] | None:
    """ "½", "1/2" at ``at``; "9/11" and "24/7" are none."""
    sign = _SIGNS.get(word_at(tokens, at))
    if sign:
        return Decimal(sign[0]) / sign[1], at + 1
    over, slash, under = word_at(tokens, at), word_at(tokens, at + 1), word_at(tokens, at + 2)
    if slash != "/" or under not in ("2", "3", "4", "5", "8") or len(over) != 1 or not "0" < over < under:
        return None
    if not (glued(tokens, at + 1) and glued(tokens, at + 2)) or word_at(tokens, at + 3) == "/":
        return None
    return Decimal(over) / Decimal(under), at + 3


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
    if word in _CUES["doubling"]:
        return _doubling(tokens, at)
    if word in _VAGUE:
        return _vague(tokens, at)
    if word in _FEW:
        return _few(tokens, at, at)
    if word == "half":
        return _half(tokens, at, at)
    if word in _SIGNS:
        return Number(at, at + 1, Decimal(_SIGNS[word][0]) / _SIGNS[word][1], Form.SHARE)
    if word in ("a", "an"):
        return _article(tokens, at)
    found = cardinals.read(tokens, at)
    if found is None:
        return None
    part = after_hyphen(tokens, found.end)
    if found.value < 100 and _is_part(tokens, part, found.value):
        return _of_scale(tokens, Number(at, part + 1, found.value / _PARTS[word_at(tokens, part)], Form.SHARE))
    return Number(at, found.end, found.value, Form.WORDS, scaled=found.scaled)


def _article(tokens: Sequence[Token], at: int) -> Number | None:
    """ "a hundred", "a dozen", "a couple of hundred", "a few thousand", "a half", "a third of"."""
    word = word_at(tokens, at + 1)
    if word in SCALES:
        found = cardinals.read(tokens, at + 1)
        return found and Number(at, found.end, found.value, Form.WORDS, scaled=True)
    if word == "couple":
        return _couple(tokens, at)
    if word in _FEW:
        return _few(tokens, at, at + 1)
    if word == "half":
        return _half(tokens, at, at + 1)
    if word in _PARTS and (
        word_at(tokens, at + 2) in _CUES["after_part"] or word_at(tokens, at - 1) in _CUES["before_part"]
    ):
        share = Number(at, at + 2, Decimal(1) / _PARTS[word], Form.SHARE)
        firm = (
            word_at(tokens, at + 2) in ("of", "more", "less", "fewer")
            or word_at(tokens, at - 1) in _CUES["before_part"]
        )
        return _of_scale(tokens, share) if firm else None
    return None


def _couple(tokens: Sequence[Token], at: int) -> Number | None:
    """ "a couple of hundred", "a couple of weeks": about two."""
    end = at + 2
    of = word_at(tokens, end) == "of"
    scale = SCALES.get(word_at(tokens, end + of))
    if scale:
        return Number(at, end + of + 1, Decimal(2 * scale), Form.WORDS, scaled=True, rounded=True)
    return Number(at, end + 1, Decimal(2), Form.WORDS, rounded=True) if of else None


def _few(tokens: Sequence[Token], first: int, at: int) -> Number | None:
    """ "a few hundred", "several thousand": some two to nine of them."""
    end, scale = at + 1, Decimal(1)
    while word_at(tokens, end) in SCALES and scale < 10**9:
        scale *= SCALES[word_at(tokens, end)]
        end += 1
    return Number(first, end, 2 * scale, Form.VAGUE, 10 * scale, True) if end > at + 1 else None


def _vague(tokens: Sequence[Token], at: int) -> Number | None:
    """ "dozens", "hundreds of thousands", "tens of millions"."""
    word, other = tokens[at].lower, word_at(tokens, at + 2)
    if word_at(tokens, at + 1) == "of" and other in _VAGUE and other != "scores":
        low = Decimal(_VAGUE[word] * _VAGUE[other])
        return Number(at, at + 3, low, Form.VAGUE, low * 10, True)
    if word == "tens" or (word == "scores" and word_at(tokens, at + 1) not in _CUES["after_scores"]):
        return None
    return Number(at, at + 1, Decimal(_VAGUE[word]), Form.VAGUE, Decimal(_VAGUE[word] * 10), True)


def _doubling(tokens: Sequence[Token], at: int) -> Number | None:
    """ "double the number", "is expected to triple": not "a double murder"."""
    before, behind = word_at(tokens, at - 1), word_at(tokens, at + 1)
    if behind in HYPHENS or not (behind in _CUES["after_double"] or before in _CUES["before_double"]):
        return None
    return Number(at, at + 1, Decimal(_PARTS_OF_DOUBLING[tokens[at].lower.rstrip("sd")]), Form.TIMES)


_PARTS_OF_DOUBLING = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4}


def _is_part(tokens: Sequence[Token], part: int, count: Decimal) -> bool:
    """Whether "one third", "two fifths" is a share: a plural or a hyphen says so, else what follows."""
    word = word_at(tokens, part)
    if word not in _PARTS:
        return False
    if word.endswith("s"):
        return word != "quarters" or count == 3 or word_at(tokens, part + 1) == "of"
    return count == 1 and (word_at(tokens, part - 1) in HYPHENS or word_at(tokens, part + 1) in _CUES["after_part"])


def _half(tokens: Sequence[Token], first: int, at: int) -> Number | None:
    """ "half a million", "half a dozen", "half the town", "by half", "half an hour", "half-mile"."""
    after = after_hyphen(tokens, at + 1)
    whole = _of_scale(tokens, Number(first, after, HALF, Form.SHARE))
    if whole.form is Form.WORDS:
        return whole
    before, behind = word_at(tokens, first - 1), word_at(tokens, after)
    if before in _CUES["before_half_time"] or behind in _CUES["after_half_word"]:
        return None
    if after > at + 1:
        return Number(first, after, HALF, Form.SHARE)
    if behind in _CUES["after_half"] or before in _CUES["before_part"] or before == "in":
        return Number(first, at + 1, HALF, Form.SHARE)
    return Number(first, at + 1, HALF, Form.SHARE) if first < at else None


def _of_scale(tokens: Sequence[Token], share: Number) -> Number:
    """ "a quarter of a million", "half a dozen" are numbers, not shares."""
    at = share.end
    at += word_at(tokens, at) == "of" and word_at(tokens, at + 1) == "a"
    at += word_at(tokens, at) == "a"
    scale = SCALES.get(word_at(tokens, at))
    return share if scale is None else Number(share.first, at + 1, share.low * scale, Form.WORDS, scaled=True)


def _in_four(tokens: Sequence[Token], number: Number) -> Number:
    """ "one in four", "three out of five", "1 of every 10", "one of four": a share of the whole."""
    at = after_hyphen(tokens, number.end)
    linked = _link_to_whole(tokens, number, at)
    if linked is None or number.scaled or not 0 < number.low < 10 or linked >= len(tokens):
        return number
    at = after_hyphen(tokens, linked)
    whole = _digits(tokens, at) if is_number(tokens, at) else _whole_in_words(tokens, at)
    if whole is None or not number.low < whole.low or whole.low != int(whole.low) or 1900 <= whole.low <= 2100:
        return number
    if word_at(tokens, whole.end) in _CUES["time_units"] and word_at(tokens, number.end) == "in":
        return number
    return Number(number.first, whole.end, number.low / whole.low, Form.SHARE)


def _link_to_whole(tokens: Sequence[Token], number: Number, at: int) -> int | None:
    """Past "in", "out of", "of every", or "of" behind "one"."""
    link, then = word_at(tokens, at), word_at(tokens, at + 1)
    if link == "out" and then == "of":
        at += 2
    elif link == "in" or (link == "of" and (then == "every" or tokens[number.first].lower == "one")):
        at += 1
    else:
        return None
    return at + (word_at(tokens, at) == "every")


def _whole_in_words(tokens: Sequence[Token], at: int) -> Number | None:
    found = cardinals.read(tokens, at + (word_at(tokens, at) == "a"))
    return found and Number(at, found.end, found.value, Form.WORDS, scaled=found.scaled)
