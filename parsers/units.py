"""Units: the measure or money that stands with a number, and what makes two of them comparable.

pint knows the factors. Its registry takes most of a second to build, so it is asked only when a
measure is first met.
"""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from claims.quantity import Unit
from parsers.lexicon import table
from parsers.numbers import after_hyphen, glued, word_at
from parsers.tokens import Token

SHARE = Unit("share", "share")
TIMES = Unit("times", "multiple")
MAGNITUDE = Unit("magnitude", "magnitude")

# Ages share no dimension with durations: "aged 31" never opposes "31 years in prison".
_AGES = {
    "year": "1",
    "month": "0.08333333",
    "week": "0.01916495",
    "day": "0.00273785",
    "hour": "0.00011408",
    "decade": "10",
}
AGE = Unit("year old", "age")

_TABLE = table("units")
_MONEY = table("money")


def _keyed(forms: list[str], name: str) -> dict[tuple[str, ...], str]:
    return {tuple(form.split()): name for form in forms}


_SPACED = {k: v for name, row in _TABLE.items() for k, v in _keyed(row["words"], name).items()}
_GLUED = {k: v for name, row in _TABLE.items() for k, v in _keyed(row.get("glued", []), name).items()}
_MONEY_WORDS = {tuple(form.split()): code for form, code in _MONEY["words"].items()}
_SIGNS: dict[str, str] = _MONEY["signs"]
_LONGEST = max(map(len, (*_SPACED, *_MONEY_WORDS)))
_FIRST = {key[0] for table in (_SPACED, _GLUED, _MONEY_WORDS) for key in table} | {
    *_MONEY["scaled_words"],
    *_MONEY["cents"],
}


@cache
def unit(name: str) -> Unit:
    """The unit of a table of ``lexicon/units.toml``."""
    row = _TABLE[name]
    if "factor" in row:
        return Unit(name, row["dimension"], Decimal(row["factor"]))
    registry = _registry()
    zero, one = (registry.Quantity(Decimal(n), row["pint"]).to_base_units().magnitude for n in (0, 1))
    return Unit(name, row["dimension"], one - zero, zero)


@cache
def _registry() -> Any:
    import pint

    return pint.UnitRegistry(non_int_type=Decimal)


@cache
def money(code: str, factor: str = "1") -> Unit:
    """Money of an ISO 4217 code; cents and pence are hundredths of it."""
    return Unit(code if factor == "1" else f"{code} cent", f"money:{code}", Decimal(factor))


@cache
def _age(per: str) -> Unit:
    return AGE if per == "year" else Unit(f"{per} old", "age", Decimal(_AGES[per]))


def after(tokens: Sequence[Token], at: int, big: bool) -> tuple[Unit, int] | None:
    """The unit that starts at ``at``, right behind a number, and where it ends.

    ``big``: the number has a magnitude or grouping, so that "500 million won" is money.
    """
    start = after_hyphen(tokens, at)
    first = word_at(tokens, start)
    if first not in _FIRST:
        return None
    words, ends = _ahead(tokens, start)
    for length in range(len(words), 0, -1):
        key = tuple(words[:length])
        if key in _SPACED:
            return _aged(tokens, unit(_SPACED[key]), ends[length - 1])
        if key in _MONEY_WORDS:
            return money(_MONEY_WORDS[key]), ends[length - 1]
    if (first,) in _GLUED and glued(tokens, start) and start == at:
        return unit(_GLUED[(first,)]), ends[0]
    if first in _MONEY["cents"]:
        return money(_MONEY["cents"][first], "0.01"), ends[0]
    if big and first in _MONEY["scaled_words"]:
        return money(_MONEY["scaled_words"][first]), ends[0]
    return None


def _ahead(tokens: Sequence[Token], start: int) -> tuple[list[str], list[int]]:
    """The next words, hyphens left out, and where each ends: "square-mile" is "square mile"."""
    words: list[str] = []
    ends: list[int] = []
    at = start
    while at < len(tokens) and len(words) < _LONGEST:
        words.append(tokens[at].lower)
        ends.append(at + 1)
        at = after_hyphen(tokens, at + 1)
    return words, ends


def _aged(tokens: Sequence[Token], found: Unit, end: int) -> tuple[Unit, int]:
    """ "32-year-old", "31 years of age": a time that is an age."""
    if found.name in _AGES:
        at = after_hyphen(tokens, end)
        if word_at(tokens, at) in ("old", "olds"):
            return _age(found.name), at + 1
        if word_at(tokens, at) == "of" and word_at(tokens, at + 1) == "age":
            return _age(found.name), at + 2
    return found, end


def before(tokens: Sequence[Token], at: int) -> tuple[Unit, int] | None:
    """The currency before the number at ``at`` ("$", "US$", "Rs."), and where it starts."""
    sign = word_at(tokens, at - 1)
    if sign == "$":
        country = word_at(tokens, at - 2)
        if glued(tokens, at - 1) and f"{country}$" in _SIGNS:
            return money(_SIGNS[f"{country}$"]), at - 2
        if glued(tokens, at - 1) and country == "u.s.":
            return money("USD"), at - 2
        return money("USD"), at - 1
    if sign == "." and glued(tokens, at - 1) and word_at(tokens, at - 2) == "rs":
        return money("INR"), at - 2
    if sign in _SIGNS and (not sign.isalpha() or tokens[at - 1].text[:1].isupper()):
        return money(_SIGNS[sign]), at - 1
    return None
