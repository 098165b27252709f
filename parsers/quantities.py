"""Quantities: the numbers of a text that count or measure something, as intervals with their quotes.

A span covers the words that bind the number, the number, and its unit, so that the quote reads on
its own: "more than 20,000", "$1.2 billion", "about 600 metres", "32-year-old", "between 40 and 50".
What is counted ("troops") is not part of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claims.quantity import Bound, Quantity, Unit
from claims.span import Span
from parsers import bounds, units
from parsers.numbers import STARTERS, Form, Number, after_hyphen, glued, letter_scaled, scan, word_at
from parsers.silence import silent
from parsers.tokens import Token, TokenKind, apart


@dataclass(frozen=True, slots=True)
class _Measure:
    """A number with what stands around it: token range, interval, unit and bound."""

    number: Number
    first: int
    end: int
    low: Decimal
    high: Decimal | None
    unit: Unit | None
    bound: Bound | None = None


def read(text: str, tokens: Sequence[Token]) -> list[Quantity]:
    """The quantities among ``tokens`` of ``text``, in order of their place; spans are offsets into ``text``."""
    if not any(t.kind is TokenKind.NUMBER or t.lower in STARTERS or "-" in t.text for t in tokens):
        return []
    fine = apart(list(tokens))
    measures = [_measured(fine, number) for number in scan(fine)]
    found: list[Quantity] = []
    at = 0
    while at < len(measures):
        ranged = _range(fine, measures, at)
        measure = ranged or measures[at]
        at += 2 if ranged else 1
        quantity = _quantity(fine, measure)
        if quantity:
            found.append(quantity)
    return found


def _measured(tokens: Sequence[Token], number: Number) -> _Measure:
    """``number`` with the currency before it and the unit behind it."""
    first, end, unit = number.first, number.end, None
    currency = units.before(tokens, first)
    if currency:
        unit, first = currency
        number = letter_scaled(tokens, number)
        end = number.end
        doubled = units.after(tokens, end, True)
        if doubled and doubled[0].dimension.startswith("money"):
            unit, end = doubled
    elif number.form in (Form.SHARE, Form.TIMES):
        unit = units.SHARE if number.form is Form.SHARE else units.TIMES
        measure = units.after(tokens, _past_article(tokens, end), False)
        if measure and number.form is Form.SHARE:
            unit, end = measure
    else:
        big = number.scaled or number.low >= 1000
        found = units.after(tokens, end, big) or _special(tokens, number)
        if found:
            unit, end = found
    first, low, high = _signed(tokens, first, number)
    return _Measure(number, first, end, low, high, unit)


def _past_article(tokens: Sequence[Token], at: int) -> int:
    """ "half an hour", "half a mile"."""
    return at + 1 if word_at(tokens, at) in ("a", "an") else at


def _special(tokens: Sequence[Token], number: Number) -> tuple[Unit, int] | None:
    """Ages, magnitudes and multiples, which their neighbours tell."""
    first, end = number.first, number.end
    before, behind = word_at(tokens, first - 1), word_at(tokens, after_hyphen(tokens, end))
    if before in ("aged", "age", "ages") and number.low < 130:
        return units.AGE, end
    if before == "magnitude" or (before == "-" and word_at(tokens, first - 2) == "magnitude"):
        return units.MAGNITUDE, end
    if behind == "magnitude":
        return units.MAGNITUDE, after_hyphen(tokens, end) + 1
    if behind in ("times", "fold") or (behind == "x" and glued(tokens, end)):
        return units.TIMES, after_hyphen(tokens, end) + 1
    if _apposed(tokens, number):
        return units.AGE, end
    return None


def _apposed(tokens: Sequence[Token], number: Number) -> bool:
    """ "John Smith, 31, was arrested": the age of a name."""
    at = number.first
    if number.form is not Form.DIGITS or not 0 < number.low < 120 or number.low != int(number.low) or at < 2:
        return False
    named = word_at(tokens, at - 1) == "," and tokens[at - 2].kind is TokenKind.WORD and tokens[at - 2].capital
    return named and word_at(tokens, number.end) in (",", ".", ";", "") and not glued(tokens, number.end + 1)


def _signed(tokens: Sequence[Token], first: int, number: Number) -> tuple[int, Decimal, Decimal | None]:
    """A minus before the number: "-5C", "minus 5 degrees"."""
    sign = word_at(tokens, first - 1)
    negative = sign in ("minus", "negative") or (
        sign in ("-", "−") and glued(tokens, first) and not glued(tokens, first - 1) and number.high is None
    )
    return (first - 1, -number.low, None) if negative else (first, number.low, number.high)


_DASHES = ("-", "–", "—", "−", "‑")


def _range(tokens: Sequence[Token], measures: list[_Measure], at: int) -> _Measure | None:
    """``measures[at]`` and the next as one range: "300-400", "between 40 and 50", "10 to 12", "two or three"."""
    if at + 1 >= len(measures):
        return None
    low, high = measures[at], measures[at + 1]
    link = word_at(tokens, low.end)
    dash = link in _DASHES
    start = low.end + 1
    if link == "-" and word_at(tokens, start) == "to":
        start, dash, link = start + 1, False, "to"
    if high.first != start or low.high is not None or high.high is not None:
        return None
    before = word_at(tokens, low.first - 1)
    if link == "and" and before == "between":
        first = low.first - 1
    elif dash or link == "to":
        if (
            link == "to"
            and before == "from"
            and word_at(tokens, low.first - 2) not in ("ranging", "anywhere", "range", "ranged", "ranges")
        ):
            return None
        first = low.first
    elif link == "or" and low.low + 1 == high.low:
        first = low.first
    else:
        return None
    bottom, top = _shared_scale(low, high)
    if bottom >= top or (low.unit and low.unit != high.unit and not dash):
        return None
    if low.unit and high.unit and low.unit.dimension != high.unit.dimension:
        return None
    number = replace(low.number, scaled=low.number.scaled or high.number.scaled)
    if silent(tokens, low.number, bool(high.unit), False) or silent(tokens, high.number, bool(high.unit), False):
        return None
    return _Measure(number, first, high.end, bottom, top, high.unit or low.unit, Bound.BETWEEN)


def _shared_scale(low: _Measure, high: _Measure) -> tuple[Decimal, Decimal]:
    """ "5-10 million", "$1.2 to $1.5 billion": the magnitude said once holds for both."""
    if high.number.scaled and not low.number.scaled and low.low < 1000 and high.low >= 1000:
        scale = Decimal(1000) ** int((high.low.adjusted()) // 3)
        if low.low * scale < high.low:
            return low.low * scale, high.low
    return low.low, high.low


def _quantity(tokens: Sequence[Token], measure: _Measure) -> Quantity | None:
    first, end, bound = measure.first, measure.end, measure.bound
    before = bounds.before(tokens, first)
    if before:
        bound = bound or before[0]
        first = before[1]
    behind = bounds.after(tokens, end)
    if behind:
        bound = behind[0] if bound in (None, Bound.ABOUT) else bound
        end = behind[1]
    number = measure.number
    if measure.bound is None and silent(
        tokens, number, measure.unit is not None, before is not None or behind is not None
    ):
        return None
    if measure.high is not None and bound in (None, Bound.ABOUT):
        bound = Bound.VAGUE
    low, high = _interval(measure.low, measure.high, bound or Bound.EXACT)
    return Quantity(low, high, bound or Bound.EXACT, measure.unit, Span(tokens[first].start, tokens[end - 1].end))


def _interval(low: Decimal, high: Decimal | None, bound: Bound) -> tuple[Decimal | None, Decimal | None]:
    if bound in (Bound.BETWEEN, Bound.VAGUE):
        return low, high
    if bound in (Bound.MORE_THAN, Bound.AT_LEAST):
        return low, None
    if bound in (Bound.LESS_THAN, Bound.AT_MOST):
        return None, low
    return low, low
