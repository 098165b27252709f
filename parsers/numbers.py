"""Numbers: digits, number words, fractions and magnitudes, as runs of tokens with a value.

A number is what the words say, before anything is known of what it counts; whether it counts at all
is for `silence` to tell.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from parsers.lexicon import table, words
from parsers.tokens import Token, TokenKind

_WORDS = table("numbers")
_ONES, _TEENS, _TENS = _WORDS["ones"], _WORDS["teens"], _WORDS["tens"]
_UNITS = _ONES | _TEENS | _TENS
_SCALES, _SHORT, _LETTERS = _WORDS["scales"], _WORDS["short_scales"], _WORDS["letter_scales"]
_VAGUE, _PARTS, _TIMES = _WORDS["vague"], _WORDS["parts"], _WORDS["times"]
_FEW = {"several", "few", "many"}
STARTERS = frozenset({*_UNITS, *_SCALES, *_VAGUE, *_TIMES, "half", "several", "few", "a", "an", "third", "quarter"})

# A longer run of digits is an id; Decimal arithmetic on it would leave its 28 digits anyway.
_LONGEST = 18


class Form(StrEnum):
    """How a number is said."""

    DIGITS = "digits"
    WORDS = "words"
    VAGUE = "vague"
    SHARE = "share"
    TIMES = "times"


@dataclass(frozen=True, slots=True)
class Number:
    """A value over ``tokens[first:end]``; ``high`` is set where the words are loose ("dozens").

    ``scaled``: whether a magnitude was said ("million").
    """

    first: int
    end: int
    low: Decimal
    high: Decimal | None
    form: Form
    scaled: bool = False


def scan(tokens: Sequence[Token]) -> list[Number]:
    """The numbers among ``tokens`` (hyphens apart, see `tokens.apart`), in order, none overlapping."""
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        number = read_at(tokens, at)
        if number:
            found.append(number)
        at = number.end if number else at + 1
    return found


def read_at(tokens: Sequence[Token], at: int) -> Number | None:
    """The number that starts at ``at``, if one does."""
    token = tokens[at]
    if token.kind is TokenKind.NUMBER:
        return _in_four(tokens, _digits(tokens, at))
    word = token.lower
    if word not in STARTERS:
        return None
    if word in _TIMES:
        return Number(at, at + 1, Decimal(str(_TIMES[word])), None, Form.TIMES)
    if word in _VAGUE:
        return _vague(tokens, at)
    if word in _FEW:
        return _few(tokens, at, at)
    if word in ("a", "an"):
        return _article(tokens, at)
    if word == "half":
        return _half(tokens, at, at)
    return _in_four(tokens, _worded(tokens, at))


def word_at(tokens: Sequence[Token], at: int) -> str:
    """The lower-cased token at ``at``, empty outside of the text."""
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def glued(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token at ``at`` follows the one before without a space."""
    return 0 < at < len(tokens) and tokens[at - 1].end == tokens[at].start


def after_hyphen(tokens: Sequence[Token], at: int) -> int:
    """``at``, or past the hyphen there that ties two tokens: "5-million", "two-thirds"."""
    return at + 1 if word_at(tokens, at) in ("-", "‑", "‐") and glued(tokens, at) and glued(tokens, at + 1) else at


def value_of(digits: str) -> Decimal | None:
    """The value of a run of digits with its grouping; None where the grouping makes no sense.

    "20,000" and "1,00,000" group, "3.5" is a fraction, "1.234.567" groups, "10,20,30" is a list.
    """
    if len(digits) > _LONGEST + 8:
        return None
    head, *groups = digits.split(",")
    if groups:
        *inner, last = groups
        whole, _, rest = last.partition(".")
        western = len(head) <= 3 and all(len(g) == 3 for g in (*inner, whole))
        indian = len(head) <= 2 and all(len(g) == 2 for g in inner) and len(whole) == 3
        if "." in head or not (western or indian) or any("." in g for g in inner) or "." in rest:
            return None
        return Decimal(digits.replace(",", ""))
    if digits.count(".") > 1:
        first, *parts = digits.split(".")
        return Decimal(digits.replace(".", "")) if len(first) <= 3 and all(len(p) == 3 for p in parts) else None
    return Decimal(digits)


def _digits(tokens: Sequence[Token], at: int) -> Number | None:
    text, end = tokens[at].text, at + 1
    if len(text) <= 3 and _stray_space(tokens, at):
        text, end = text + tokens[at + 2].text, at + 3
    value = value_of(text)
    if value is None:
        return None
    whole_and_part = _vulgar(tokens, at, end)
    if whole_and_part:
        part, end = whole_and_part
        value = part if end - at == 3 else value + part
    return _scaled(tokens, Number(at, end, value, None, Form.DIGITS))


def _stray_space(tokens: Sequence[Token], at: int) -> bool:
    """ "2, 000ft": scraped pages put a space behind the comma of a group."""
    if at + 2 >= len(tokens) or word_at(tokens, at + 1) != "," or not glued(tokens, at + 1):
        return False
    group = tokens[at + 2].text
    return len(group) == 3 and group.isdigit() and group[0] == "0" and tokens[at + 2].start == tokens[at + 1].end + 1


_VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "1/3", "⅔": "2/3", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625"}


def _vulgar(tokens: Sequence[Token], at: int, end: int) -> tuple[Decimal, int] | None:
    """The fraction behind ``tokens[at:end]``: "2½", "2 1/2", or "3/4" itself."""
    sign = word_at(tokens, end)
    if sign in _VULGAR:
        over, _, under = _VULGAR[sign].partition("/")
        return Decimal(over) / Decimal(under or 1), end + 1
    for start in (end, at):
        over, slash, under = (word_at(tokens, start + n) for n in range(3))
        tied = glued(tokens, start + 1) and glued(tokens, start + 2)
        if slash == "/" and tied and under in ("2", "3", "4", "5", "8") and len(over) == 1 and "0" < over < under:
            return Decimal(over) / Decimal(under), start + 3
    return None


def _scaled(tokens: Sequence[Token], number: Number) -> Number:
    """``number`` times the magnitude behind it."""
    at = after_hyphen(tokens, number.end)
    word = word_at(tokens, at)
    if word in _SCALES:
        more = _scaled(tokens, Number(number.first, at + 1, number.low * _SCALES[word], None, number.form, True))
        return more
    if number.form is Form.DIGITS and word in _SHORT and not number.scaled:
        return Number(number.first, at + 1, number.low * _SHORT[word], None, number.form, True)
    return number


def letter_scaled(tokens: Sequence[Token], number: Number) -> Number:
    """``number`` with a single letter behind it taken as a magnitude: "£3m", "$2B"."""
    scale = _LETTERS.get(word_at(tokens, number.end))
    if scale is None or number.scaled or number.form is not Form.DIGITS:
        return number
    return Number(number.first, number.end + 1, number.low * scale, None, number.form, True)


def _worded(tokens: Sequence[Token], at: int) -> Number | None:
    cardinal = _cardinal(tokens, at)
    if cardinal is None:
        return None
    value, end, scaled = cardinal
    part = after_hyphen(tokens, end)
    if word_at(tokens, part) in _PARTS and value < 100 and _is_share(tokens, part, value):
        share = Number(at, part + 1, value / _PARTS[word_at(tokens, part)], None, Form.SHARE)
        return _of_scale(tokens, share)
    halved = _and_a_half(tokens, end)
    if halved:
        value, end = value + Decimal("0.5"), halved
        return _scaled(tokens, Number(at, end, value, None, Form.WORDS))
    return Number(at, end, value, None, Form.WORDS, scaled)


def _and_a_half(tokens: Sequence[Token], at: int) -> int | None:
    """The end of "and a half" at ``at``."""
    said = []
    end = at
    for _ in range(3):
        end = after_hyphen(tokens, end)
        said.append(word_at(tokens, end))
        end += 1
    return end if said == ["and", "a", "half"] else None


def _is_share(tokens: Sequence[Token], part: int, value: Decimal) -> bool:
    """Whether "one third" is a share: a plural or a hyphen says so, else what follows."""
    word = word_at(tokens, part)
    if word.endswith("s") and word != "quarters":
        return True
    if word == "quarters":
        return value == 3 or word_at(tokens, part + 1) == "of"
    return value == 1 and (word_at(tokens, part - 1) == "-" or _part_goes_on(tokens, part))


def _part_goes_on(tokens: Sequence[Token], part: int) -> bool:
    return word_at(tokens, part + 1) in ("of", "more", "less", "fewer", "as", "to", "from", "since", ".", ",", "")


def _of_scale(tokens: Sequence[Token], share: Number) -> Number:
    """ "a quarter of a million" is a number, not a share."""
    at = share.end
    if word_at(tokens, at) == "of":
        at += 1
    if word_at(tokens, at) == "a":
        at += 1
    word = word_at(tokens, at)
    if word not in _SCALES or (at == share.end + 1 and word_at(tokens, share.end) == "of"):
        return share
    return Number(share.first, at + 1, share.low * _SCALES[word], None, Form.WORDS, True)


def _cardinal(tokens: Sequence[Token], at: int) -> tuple[Decimal, int, bool] | None:
    """Value, end and whether a scale was said, of the number words at ``at``."""
    total, current, end, scale_bound, scaled = Decimal(0), None, at, None, False
    step = at
    while True:
        word = word_at(tokens, step)
        if word in _UNITS and _fits(current, word):
            current = (current or Decimal(0)) + _UNITS[word]
        elif word == "hundred" and (current is None or 0 < current < 100) and (end > at or current is None):
            current = (current or Decimal(1)) * 100
            scaled = True
        elif word in _SCALES and word != "hundred" and (scale_bound is None or _SCALES[word] < scale_bound):
            total += (current or Decimal(1)) * _SCALES[word]
            current, scale_bound, scaled = None, _SCALES[word], True
        else:
            break
        end = step + 1
        step = after_hyphen(tokens, end)
        if scaled and word_at(tokens, step) == "and" and _tail_fits(tokens, step + 1, current, scale_bound):
            step += 1
        if (
            word_at(tokens, step) in _UNITS
            and scale_bound
            and current is None
            and not _tail_fits(tokens, step, current, scale_bound)
        ):
            break
    return (total + (current or 0), end, scaled) if end > at else None


def _fits(current: Decimal | None, word: str) -> bool:
    """Whether a word goes on a number below a thousand: "twenty" "five", "two hundred" "ten"."""
    if current is None:
        return True
    if _ONES.get(word):
        return current % 10 == 0 and current % 100 != 10
    return word not in _ONES and current >= 100 and current % 100 == 0


def _tail_fits(tokens: Sequence[Token], at: int, current: Decimal | None, scale: int | None) -> bool:
    """Whether "and" goes on the number: "two hundred and fifty", not "one hundred and two hundred"."""
    word = word_at(tokens, at)
    if word not in _UNITS or not _UNITS[word]:
        return False
    tens = after_hyphen(tokens, at + 1)
    after = word_at(tokens, tens + 1 if word in _TENS and word_at(tokens, tens) in _ONES else at + 1)
    if current is not None:
        return current % 100 == 0 and after not in _SCALES
    return scale != 12 and (after == "hundred" or after not in _SCALES)


def _article(tokens: Sequence[Token], at: int) -> Number | None:
    """ "a hundred", "a dozen", "a couple of hundred", "a few thousand", "a half", "a third of"."""
    word = word_at(tokens, at + 1)
    if word in _SCALES:
        cardinal = _cardinal(tokens, at + 1)
        if cardinal is None:
            return None
        value, end, _ = cardinal
        return Number(at, end, value, None, Form.WORDS, True)
    if word == "couple":
        return _couple(tokens, at)
    if word in _FEW:
        return _few(tokens, at, at + 1)
    if word == "half":
        return _half(tokens, at, at + 1)
    if word in ("third", "quarter", "fifth", "tenth", "sixth", "eighth") and _part_goes_on(tokens, at + 1):
        share = Number(at, at + 2, Decimal(1) / _PARTS[word], None, Form.SHARE)
        if word_at(tokens, at + 2) == "of" or word_at(tokens, at - 1) in (
            "by",
            "than",
            "about",
            "nearly",
            "over",
            "almost",
        ):
            return _of_scale(tokens, share)
    return None


def _couple(tokens: Sequence[Token], at: int) -> Number | None:
    end = at + 2
    of = word_at(tokens, end) == "of"
    scale = _SCALES.get(word_at(tokens, end + of))
    if scale:
        return Number(at, end + of + 1, Decimal(2 * scale), None, Form.WORDS, True)
    return Number(at, end + 1, Decimal(2), None, Form.WORDS) if of else None


def _few(tokens: Sequence[Token], first: int, at: int) -> Number | None:
    """ "a few hundred", "several thousand": some two to nine of them."""
    end, scale, said = at + 1, Decimal(1), False
    while word_at(tokens, end) in _SCALES:
        scale *= _SCALES[word_at(tokens, end)]
        end, said = end + 1, True
    return Number(first, end, 2 * scale, 10 * scale, Form.VAGUE, True) if said else None


def _vague(tokens: Sequence[Token], at: int) -> Number | None:
    """ "dozens", "hundreds of thousands", "tens of millions"."""
    word = tokens[at].lower
    if word_at(tokens, at + 1) == "of" and word_at(tokens, at + 2) in _VAGUE and word_at(tokens, at + 2) != "scores":
        low = Decimal(_VAGUE[word] * _VAGUE[word_at(tokens, at + 2)])
        return Number(at, at + 3, low, low * 10, Form.VAGUE, True)
    if word == "tens" or (
        word == "scores" and word_at(tokens, at + 1) not in ("of", "more", "were", "are", "dead", "killed")
    ):
        return None
    return Number(at, at + 1, Decimal(_VAGUE[word]), Decimal(_VAGUE[word] * 10), Form.VAGUE, True)


_HALVED = words("of the a an its their his her our all as were are was have had that those these")


def _half(tokens: Sequence[Token], first: int, at: int) -> Number | None:
    """ "half a million", "half a dozen", "half the town", "half of them", "half an hour"."""
    after = after_hyphen(tokens, at + 1)
    share = Number(first, at + 1, Decimal("0.5"), None, Form.SHARE)
    whole = _of_scale(tokens, Number(first, after, share.low, None, Form.SHARE))
    if whole.form is Form.WORDS:
        return whole
    if word_at(tokens, at - 1) in ("second", "first", "-", "other", "better", "latter"):
        return None
    return share if word_at(tokens, at + 1) in _HALVED or after > at + 1 else None


def _in_four(tokens: Sequence[Token], number: Number | None) -> Number | None:
    """ "one in four", "three out of five", "1 of every 10": a share."""
    if number is None or number.form not in (Form.DIGITS, Form.WORDS) or number.scaled:
        return number
    at = after_hyphen(tokens, number.end)
    if word_at(tokens, at) == "out" and word_at(tokens, at + 1) == "of":
        at += 2
    elif word_at(tokens, at) == "in" or (word_at(tokens, at) == "of" and number.low == 1):
        at += 1
    else:
        return number
    at = after_hyphen(tokens, at)
    if word_at(tokens, at) == "every":
        at += 1
    if at >= len(tokens):
        return number
    whole = _digits(tokens, at) if tokens[at].kind is TokenKind.NUMBER else _plain_words(tokens, at)
    if whole is None or not 0 < number.low < whole.low or (number.low > 9 or 1900 <= whole.low <= 2100):
        return number
    if word_at(tokens, whole.end) in _SPANS_OF_TIME:
        return number
    return Number(number.first, whole.end, number.low / whole.low, None, Form.SHARE)


_SPANS_OF_TIME = words("second seconds minute minutes hour hours day days week weeks month months year years")


def _plain_words(tokens: Sequence[Token], at: int) -> Number | None:
    cardinal = _cardinal(tokens, at + (word_at(tokens, at) == "a"))
    return Number(at, cardinal[1], cardinal[0], None, Form.WORDS) if cardinal else None
