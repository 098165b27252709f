"""Ranges: two numbers that are one interval ("300-400", "between 40 and 50", "10 to 12", "two or three").

"from 500 to 300" is a change and stays two numbers, unless a word like "ranging" makes it a range.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from claims.quantity import Bound
from parsers.lexicon import table
from parsers.quantities import units
from parsers.quantities.amounts import Amount
from parsers.quantities.silence import Silence
from parsers.quantities.values import Form
from parsers.text.tokens import DASHES, HYPHENS, Token, after_hyphen, glued, is_number, word_at

_WORDS = {name: frozenset(words) for name, words in table("ranges").items()}
_FAR_APART = 20


def join(tokens: Sequence[Token], low: Amount, high: Amount, silence: Silence) -> Amount | None:
    """``low`` and ``high`` as one amount, None where they are two."""
    link = _link(tokens, low, high)
    if link is None or low.high is not None or high.high is not None:
        return None
    if Form.TIMES in (low.number.form, high.number.form):
        return None
    if low.number.form is Form.SHARE and low.unit != high.unit:
        return None
    first = _opening(tokens, low, high, link)
    bottom, top = _ends(low, high)
    if first is None or bottom >= top or not _one_unit(low, high):
        return None
    far = bottom >= 10 and top > bottom * _FAR_APART and high.unit is None
    if link == "-" and (far or not _plain_pair(tokens, low, high)):
        return None
    unit = high.unit or low.unit
    if word_at(tokens, first - 1) in ("aged", "age", "ages"):  # "aged between 16 and 52"
        first -= 1
    if unit is None and not _WORDS["ages"].isdisjoint(t.lower for t in tokens[first : low.first]):
        unit = units.AGE
    measured = unit is not None
    if all(silence.falls_on(a.number, measured, False) for a in (low, high)):  # "between 2014 and 2019"
        return None
    if any(silence.falls_on(a.number, measured, first < low.first) for a in (low, high)):
        return None
    number = replace(low.number, scaled=low.number.scaled or high.number.scaled)
    return Amount(number, first, high.end, bottom, top, unit, Bound.BETWEEN)


def of_one_unit(tokens: Sequence[Token], said: list[Amount]) -> list[Amount]:
    """The numbers of a change with the unit that is said once behind both: "from 20 to 22 percent"."""
    for at, (low, high) in enumerate(pairwise(said)):
        change = low.unit is None and high.unit is not None and word_at(tokens, low.first - 1) == "from"
        plain = not high.number.scaled and low.high is None and high.high is None
        if change and plain and high.first == high.number.first and _link(tokens, low, high) == "to":
            said[at] = replace(low, unit=high.unit)
    return said


def _link(tokens: Sequence[Token], low: Amount, high: Amount) -> str | None:
    """What stands between the two: "-", "to", "or" or "and", None where it is more than that."""
    at = low.end
    word = word_at(tokens, at)
    if word in DASHES and high.first == at + 1:
        return "-"
    at = after_hyphen(tokens, at)
    if word_at(tokens, at) in HYPHENS and glued(tokens, at):  # "12- to 14-year-olds"
        at += 1
    word = word_at(tokens, at)
    return word if word in ("to", "or", "and") and high.first == after_hyphen(tokens, at + 1) else None


def _plain_pair(tokens: Sequence[Token], low: Amount, high: Amount) -> bool:
    """Not the middle of a longer run ("18-1234-5"), and no nought before the second ("555-0143")."""
    return not (is_number(tokens, high.number.first) and tokens[high.number.first].text[0] == "0" and high.low >= 1)


def _opening(tokens: Sequence[Token], low: Amount, high: Amount, link: str) -> int | None:
    """Where the range starts, its "between" or "from" included; None where there is no range."""
    before, earlier = word_at(tokens, low.first - 1), word_at(tokens, low.first - 2)
    if before == "between":
        return low.first - 1 if link in ("and", "to", "-") else None
    ages = [word_at(tokens, low.first - n) for n in (4, 3, 2, 1)]
    if ages in (["between", "the", "ages", "of"], ["from", "the", "ages", "of"]) and link in ("and", "to", "-"):
        return low.first - 4
    if before == "from":
        near = {word_at(tokens, low.first - n) for n in range(2, 5)}
        return low.first - 1 if near & _WORDS["ranging"] else None
    if link == "or":
        return low.first if low.unit is None and high.low <= 2 * low.low else None
    if link == "and":
        return None
    if link == "to" and low.unit is units.SHARE and low.unit == high.unit:  # "cut by a third to a half"
        return low.first
    if link == "to" and (before in _WORDS["changing"] or (before == "by" and earlier in _WORDS["changing"])):
        return low.first if low.unit is None and high.unit is not None else None
    return low.first


def _one_unit(low: Amount, high: Amount) -> bool:
    """As in "5 to 10 percent", "$5-10": said once for both, or the same on both sides."""
    if low.unit is None:
        return high.unit is None or not high.unit.dimension.startswith("money") or high.first == high.number.first
    if high.unit is None:
        return low.unit.dimension.startswith("money") or low.unit is units.AGE
    return low.unit == high.unit


def _ends(low: Amount, high: Amount) -> tuple[Decimal, Decimal]:
    """Both ends; "5-10 million", "1.5 and 2 million" and "$8.5-$9 billion" say the magnitude once."""
    if high.number.scaled and not low.number.scaled and low.number.form is high.number.form and low.low < 1000:
        scale = Decimal(1)
        while scale * 1000 <= high.low:
            scale *= 1000
        if low.low * scale < high.low:
            return low.low * scale, high.low
    thousands = high.number.form is Form.DIGITS and high.low % 1000 == 0 and low.low < 100  # "5-6,000"
    if thousands and not low.number.scaled and not high.number.scaled and low.low * 1000 < high.low <= low.low * 10000:
        return low.low * 1000, high.low
    return low.low, high.low
