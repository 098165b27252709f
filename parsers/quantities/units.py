"""Units: the measure or money that stands with a number, and what makes two of them comparable.

The factors are pint's, written down in lexicon/units.toml: its registry takes half a second to build.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from claims.quantity import Unit
from parsers.lexicon import table
from parsers.text.tokens import HYPHENS, Token, after_hyphen, glued, is_number, word_at

SHARE = Unit("share", "share")
TIMES = Unit("times", "multiple")
MAGNITUDE = Unit("magnitude", "magnitude")
AGE = Unit("year old", "age")

# Ages share no dimension with durations: "aged 31" never opposes "31 years in prison". In years of 365.25 days.
_AGES = {"year": "1", "month": "0.08333333", "week": "0.01916495", "day": "0.00273785", "hour": "0.00011408"}
_TABLE = table("units")
_MONEY = table("money")
_SIGNS: dict[str, str] = _MONEY["signs"]
_CENTS: dict[str, str] = _MONEY["cents"]
_GLUED_CENTS: dict[str, str] = _MONEY["glued_cents"]
_SCALED_MONEY: dict[str, str] = _MONEY["scaled_words"]
_MONEY_CUES = frozenset(_MONEY["money_cues"]["words"])
_NEAR = 8


class Found(NamedTuple):
    """A unit and where its words start (before a number) or end (behind one)."""

    unit: Unit
    at: int


def _keyed(forms: Iterable[tuple[str, str]]) -> dict[tuple[str, ...], str]:
    return {tuple(form.split()): name for form, name in forms}


_MEASURES = _keyed((form, name) for name, row in _TABLE.items() for form in row["words"])
_GLUED = {form: name for name, row in _TABLE.items() for form in row.get("glued", ())}
_MONEY_WORDS = _keyed(_MONEY["words"].items())
_LONGEST = max(map(len, (*_MEASURES, *_MONEY_WORDS)))
_FIRST = {key[0] for key in (*_MEASURES, *_MONEY_WORDS)} | {*_GLUED, *_SCALED_MONEY, *_CENTS, *_GLUED_CENTS}


@cache
def unit(name: str) -> Unit:
    """The unit of a table of ``lexicon/units.toml``."""
    row = _TABLE[name]
    return Unit(name, row["dimension"], Decimal(row["factor"]), Decimal(row.get("offset", 0)))


@cache
def money(code: str, factor: str = "1") -> Unit:
    """Money of an ISO 4217 code; cents and pence are hundredths of it."""
    return Unit(code if factor == "1" else f"{code} cent", f"money:{code}", Decimal(factor))


@cache
def age(per: str) -> Unit:
    """The age in years, months, weeks, days or hours."""
    return AGE if per == "year" else Unit(f"{per} old", "age", Decimal(_AGES[per]))


def behind(tokens: Sequence[Token], at: int, big: bool) -> Found | None:
    """The unit that starts at ``at``, right behind a number.

    ``big``: the number has a magnitude or grouping, so that "500 million won" is money.
    """
    start = after_hyphen(tokens, at)
    first = word_at(tokens, start)
    if first not in _FIRST:
        return None
    words, ends = _ahead(tokens, start)
    for length in range(len(words), 0, -1):
        key = tuple(words[:length])
        if key in _MEASURES:
            return _weighed(tokens, at, _aged(tokens, _MEASURES[key], ends[length - 1]))
        if key in _MONEY_WORDS:
            return Found(money(_MONEY_WORDS[key]), ends[length - 1])
    return _short(tokens, start, start == at and glued(tokens, start), big)


def _short(tokens: Sequence[Token], at: int, tied: bool, big: bool) -> Found | None:
    """Units of one short word: some only when tied to the digits, some only behind a big number."""
    word = tokens[at].lower
    alone = word == "m" and not word_at(tokens, at + 1)[:1].isalnum()  # "(10,668 m)"
    cents = tokens[at].text == "c"  # degrees have a capital
    if word in _GLUED and (tied or alone) and not cents:
        return Found(unit(_GLUED[word]), at + 1)
    if tied and tokens[at].text in _GLUED_CENTS:
        return Found(money(_GLUED_CENTS[tokens[at].text], "0.01"), at + 1)
    if word in _CENTS:
        return Found(money(_CENTS[word], "0.01"), at + 1)
    if big and word in _SCALED_MONEY:
        return Found(money(_SCALED_MONEY[word]), at + 1)
    return None


def _ahead(tokens: Sequence[Token], start: int) -> tuple[list[str], list[int]]:
    """The next words, hyphens left out, and where each ends: "square-mile" is "square mile"."""
    words: list[str] = []
    ends: list[int] = []
    at = start
    while at < len(tokens) and len(words) < _LONGEST:
        if words and word_at(tokens, at - 1) in HYPHENS and is_number(tokens, at):  # "1.5m-2m"
            break
        words.append(tokens[at].lower)
        ends.append(at + 1)
        at = after_hyphen(tokens, at + 1)
    return words, ends


def _aged(tokens: Sequence[Token], name: str, end: int) -> Found:
    """As in "32-year-old", "31 years of age": a time that is an age."""
    if name in _AGES:
        at = after_hyphen(tokens, end)
        if word_at(tokens, at) in ("old", "olds", "old's"):
            return Found(age(name), at + 1)
        if word_at(tokens, at) == "of" and word_at(tokens, at + 1) == "age":
            return Found(age(name), at + 2)
    return Found(unit(name), end)


def _weighed(tokens: Sequence[Token], at: int, found: Found) -> Found:
    """Pounds weigh, unless money is near ("was fined 3,500 pounds") or they are millions, and of nothing."""
    if found.unit.name != "pound":
        return found
    near = any(word_at(tokens, n) in _MONEY_CUES for n in range(at - _NEAR, at + _NEAR))
    millions = word_at(tokens, at - 1) in ("million", "billion", "trillion") and word_at(tokens, found.at) != "of"
    return Found(money("GBP"), found.at) if near or millions else found


def before(tokens: Sequence[Token], at: int) -> Found | None:
    """The currency before the number at ``at``: "$", "US$", "Rs.", "EUR"."""
    sign, country = word_at(tokens, at - 1), word_at(tokens, at - 2)
    if sign == "$":
        if glued(tokens, at - 1) and f"{country}$" in _SIGNS:
            return Found(money(_SIGNS[f"{country}$"]), at - 2)
        of_us = country == "u.s." or (country == "us" and tokens[at - 2].text == "US")
        return Found(money("USD"), at - 2 if of_us else at - 1)
    if sign == "." and glued(tokens, at - 1) and country == "rs":
        return Found(money("INR"), at - 2)
    if sign in _SIGNS and (not sign.isalpha() or tokens[at - 1].capital):
        return Found(money(_SIGNS[sign]), at - 1)
    return None
