"""Quantities: the numbers of a text that count or measure something, as intervals with their quotes.

A span covers the words that bind the number, the number, and its unit, so that the quote reads on
its own: "more than 20,000", "$1.2 billion", "about 600 metres", "32-year-old", "between 40 and 50",
"tops 600", "aged 31". What is counted ("troops") is not part of it.
"""

from collections.abc import Sequence
from decimal import Decimal

from claims.quantity import Bound, Quantity
from claims.span import Span
from parsers.quantities import amounts, bounds, compounds, numbers, ranges, singles
from parsers.quantities.amounts import Amount
from parsers.quantities.silence import Silence
from parsers.quantities.singles import ARTICLES
from parsers.quantities.values import Form, Number
from parsers.text.tokens import Token, apart, has_digit_or_hyphen

# Without one of these, "a" and "an" count nothing.
_GOVERNORS = singles.GOVERNORS | amounts.COUNTED_BY_ARTICLE


def read(text: str, tokens: Sequence[Token]) -> list[Quantity]:
    """The quantities among ``tokens`` (one sentence) of ``text``, in order; spans are offsets into ``text``."""
    words = {token.lower for token in tokens}
    by_article = not words.isdisjoint(ARTICLES) and not words.isdisjoint(_GOVERNORS)
    counted = not words.isdisjoint(numbers.SIGNALS) or has_digit_or_hyphen(text, tokens)
    if not (by_article or counted):
        return []
    fine = apart(tokens)
    found = _by_article(fine) if by_article else []
    if counted:
        taken = {at for amount in found for at in range(amount.first, amount.end)}
        found += _counted(fine, taken)
    return [_quantity(fine, amount) for amount in _in_order(found)]


def _in_order(found: list[Amount]) -> list[Amount]:
    """By their place; of two that share a word the first stays."""
    ordered: list[Amount] = []
    for amount in sorted(found, key=lambda a: (a.first, -a.end)):
        if not ordered or amount.first >= ordered[-1].end:
            ordered.append(amount)
    return ordered


def _counted(tokens: Sequence[Token], taken: set[int]) -> list[Amount]:
    """The amounts whose number is said, ranges joined, bounds taken in, silence kept."""
    said = [amounts.of(tokens, number) for number in numbers.scan(tokens) if number.first not in taken]
    if not said:
        return []
    said, silence = compounds.joined(tokens, amounts.share_ages(tokens, said)), Silence(tokens)
    said = ranges.of_one_unit(tokens, said)
    found: list[Amount] = []
    at = 0
    while at < len(said):
        ranged = ranges.join(tokens, said[at], said[at + 1], silence) if at + 1 < len(said) else None
        amount = bounds.taken_in(tokens, ranged or said[at], found[-1].end if found else 0)
        at += 2 if ranged else 1
        if ranged or not silence.falls_on(amount.number, amount.unit is not None, amount.bound is not None):
            found.append(amount)
    return found


def _by_article(tokens: Sequence[Token]) -> list[Amount]:
    """As in "a mile and a half", "less than a year", and "a child" that was killed."""
    found = []
    for at, token in enumerate(tokens):
        alone = amounts.unit_alone(tokens, at) if token.lower in ("a", "an") else None
        if alone:
            alone = bounds.taken_in(tokens, alone)
            if alone.bound or alone.low != 1:
                found.append(alone)
    for first, end in singles.scan(tokens):
        one = Number(first, end, Decimal(1), Form.WORDS)
        found.append(Amount(one, first, end, one.low, None, None))
    return found


def _quantity(tokens: Sequence[Token], amount: Amount) -> Quantity:
    bound = amount.bound or Bound.EXACT
    if amount.high is not None and bound in (Bound.EXACT, Bound.ABOUT):
        bound = Bound.VAGUE
    low, high = _interval(amount.low, amount.high, bound)
    return Quantity(low, high, bound, amount.unit, Span(tokens[amount.first].start, tokens[amount.end - 1].end))


def _interval(low: Decimal, high: Decimal | None, bound: Bound) -> tuple[Decimal | None, Decimal | None]:
    if bound in (Bound.BETWEEN, Bound.VAGUE):
        return low, high
    if bound in (Bound.MORE_THAN, Bound.AT_LEAST):
        return low, None
    if bound in (Bound.LESS_THAN, Bound.AT_MOST):
        return None, low
    return low, low
