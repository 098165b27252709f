"""Amounts: numbers with the unit, currency, sign or age that stands with them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claims.quantity import Bound, Unit
from parsers.lexicon import table
from parsers.quantities import units
from parsers.quantities.ages import is_age
from parsers.quantities.cardinals import and_a_part
from parsers.quantities.values import Form, Number, letter_scaled
from parsers.text.tokens import HYPHENS, Token, after_hyphen, glued, is_number, word_at

_CUES = {name: frozenset(words) for name, words in table("amounts").items()}
# "Put the magnitude of Tuesday night's earthquake at 6.8": so many words before the figure may name the quake.
_QUAKE_NEAR = 9
COUNTED_BY_ARTICLE = _CUES["counted_by_article"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what stands with it, over ``tokens[first:end]``; ``bound`` where its own words give one."""

    number: Number
    first: int
    end: int
    low: Decimal
    high: Decimal | None
    unit: Unit | None
    bound: Bound | None = None


def of(tokens: Sequence[Token], number: Number) -> Amount:
    """``number`` with its currency or sign before it and its unit behind it."""
    currency = units.before(tokens, number.first)
    if currency or _is_letter_million(tokens, number):
        number = letter_scaled(tokens, number)
    bound = Bound.ABOUT if number.rounded else None
    plain = Amount(number, number.first, number.end, number.low, number.high, None, bound)
    if currency:
        again = units.behind(tokens, number.end, True)
        end = again.at if again and again.unit.dimension.startswith("money") else number.end
        plain = replace(plain, first=currency.at, end=end, unit=currency.unit)
    elif number.form is Form.TIMES:
        plain = replace(plain, unit=units.TIMES)
    else:
        plain = _with_unit(tokens, plain)
    return _signed(tokens, plain)


def _with_unit(tokens: Sequence[Token], plain: Amount) -> Amount:
    number = plain.number
    share = number.form is Form.SHARE
    end = number.end
    if share:  # "half a mile", "a quarter of a percentage point"
        article = end + (word_at(tokens, end) == "of")
        end = article + 1 if word_at(tokens, article) in ("a", "an", "one") else end
    found = units.behind(tokens, end, number.scaled or number.low >= 1000)
    if found and (end > number.end or not share or found.unit.dimension != "share"):
        return replace(plain, unit=found.unit, end=found.at)
    if share:
        return replace(plain, unit=units.SHARE)
    return _told_by_neighbours(tokens, plain)


def _is_letter_million(tokens: Sequence[Token], number: Number) -> bool:
    """As in "1.2m people": million where a plural stands behind, metres elsewhere."""
    if word_at(tokens, number.end) != "m" or not glued(tokens, number.end):
        return False
    behind = word_at(tokens, number.end + 1)
    plural = len(behind) > 3 and behind.endswith("s") and behind not in _CUES["races"]
    return plural or behind in _CUES["after_million"]


def _told_by_neighbours(tokens: Sequence[Token], plain: Amount) -> Amount:
    """Ages, magnitudes and multiples."""
    number = plain.number
    first, end = number.first, number.end
    before = first - 1 - (word_at(tokens, first - 1) in HYPHENS)
    at = after_hyphen(tokens, end)
    word, behind = word_at(tokens, before), word_at(tokens, at)
    if word in ("aged", "age", "ages") and number.low < 130:
        return replace(plain, first=before, unit=units.AGE)
    named = word_at(tokens, before - 1) if word == "of" else ""
    small = number.low < 10 and "." in tokens[first].text
    of_magnitude = named == "magnitude" or (small and named in _CUES["quakes"])
    if word == "magnitude" or of_magnitude or _is_measured_quake(tokens, number):
        return replace(plain, first=before if word == "magnitude" else first, unit=units.MAGNITUDE)
    if behind == "magnitude":
        return replace(plain, end=at + 1, unit=units.MAGNITUDE)
    if behind in _CUES["quakes"] and number.low < 10 and "." in tokens[end - 1].text:
        return replace(plain, unit=units.MAGNITUDE)
    if behind == "on" and word_at(tokens, end + 2) == "richter":
        return replace(plain, unit=units.MAGNITUDE)
    if behind in ("times", "fold") or (at == end and _is_times_sign(tokens, at)):
        return replace(plain, end=at + 1, unit=units.TIMES)
    return replace(plain, unit=units.AGE) if is_age(tokens, number) else plain


def _is_measured_quake(tokens: Sequence[Token], number: Number) -> bool:
    """As in "an earthquake measuring 5.6 struck", "put the shock at 5.6": "measured 2.5 metres" has its own unit."""
    at = number.first - 1
    near = {word_at(tokens, n) for n in range(at - _QUAKE_NEAR, at)}
    named = "magnitude" in near and word_at(tokens, at) in ("was", "is", "at", "to", "not")  # "the magnitude was 6.1"
    told = (
        named or word_at(tokens, at) in _CUES["measuring"] or (word_at(tokens, at) == "at" and near & _CUES["placing"])
    )
    if not told or not 1 < number.low < 10 or "." not in tokens[at + 1].text:
        return False
    return named or not near.isdisjoint(_CUES["quakes"])


def _is_times_sign(tokens: Sequence[Token], at: int) -> bool:
    """As in "3x" but not "4x100"."""
    return (
        glued(tokens, at) and word_at(tokens, at) == "x" and not (is_number(tokens, at + 1) and glued(tokens, at + 1))
    )


def share_ages(tokens: Sequence[Token], said: list[Amount]) -> list[Amount]:
    """As in "aged 19, 22 and 24", "an 11 and 13-year-old": an age said once holds for the list."""
    found = list(said)
    for at in range(1, len(found)):
        if found[at - 1].unit is units.AGE and _listed(tokens, found[at - 1], found[at]):
            found[at] = replace(found[at], unit=units.AGE)
    for at in range(len(found) - 1, 0, -1):
        if (
            found[at - 1].unit is None
            and found[at].unit is units.AGE
            and _listed(tokens, found[at - 1], found[at], True)
        ):
            found[at - 1] = replace(found[at - 1], unit=units.AGE)
    return found


def _listed(tokens: Sequence[Token], one: Amount, other: Amount, before: bool = False) -> bool:
    """Whether two plain numbers stand in one list; ``before``: the unit is behind the second."""
    bare = one if before else other
    if bare.unit is not None or bare.number.form is not Form.DIGITS or not 0 < bare.low < 120:
        return False
    links = [t.lower for t in tokens[one.end : other.first] if t.lower not in HYPHENS]
    return links == ["and"] or (not before and links in ([","], [",", "and"], ["or"]))


def _signed(tokens: Sequence[Token], amount: Amount) -> Amount:
    """A minus before the number: "-5C", "minus 5 degrees", "−0.3%"."""
    first, end = amount.first, amount.end
    if word_at(tokens, end) == "below" and word_at(tokens, end + 1) == "zero" and amount.high is None:
        return replace(amount, end=end + 2, low=-amount.low)  # "25 degrees below zero"
    sign = word_at(tokens, first - 1)
    if sign == "minus" and word_at(tokens, first - 2) == "or":  # "plus or minus 3 points"
        return amount
    dash = sign in ("-", "−") or (sign == "–" and "." in tokens[amount.number.first].text)
    tied = dash and glued(tokens, first) and not is_number(tokens, first - 2)
    if amount.high is not None or not (sign in ("minus", "negative") or (tied and not glued(tokens, first - 1))):
        return amount
    return replace(amount, first=first - 1, low=-amount.low)


def unit_alone(tokens: Sequence[Token], at: int) -> Amount | None:
    """A unit that an article counts: "a mile and a half"; "less than a year" is for the bound to tell."""
    if word_at(tokens, at + 1) not in COUNTED_BY_ARTICLE:
        return None
    found = units.behind(tokens, at + 1, False)
    if found is None or word_at(tokens, found.at) in ("ago", "earlier", "before", "later"):
        return None
    part = and_a_part(tokens, found.at)  # "an hour and a quarter"
    end, value = (part[1], 1 + part[0]) if part else (found.at, Decimal(1))
    return Amount(Number(at, end, value, Form.WORDS, scaled=True), at, end, value, None, found.unit)
