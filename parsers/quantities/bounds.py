"""Bounds: the words before and behind a number that bind it ("more than", "tops", "or so")."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from claims.quantity import Bound
from parsers.dates.years import is_year
from parsers.lexicon import table
from parsers.quantities import units
from parsers.quantities.amounts import Amount
from parsers.text.tokens import HYPHENS, Token, glued, is_number, word_at


class Binding(NamedTuple):
    """A bound and where its words start (before a number) or end (behind one)."""

    bound: Bound
    at: int


Phrases: TypeAlias = dict[str, list[tuple[tuple[str, ...], Bound]]]


def _phrases(tables: dict[str, list[str]], key: int) -> Phrases:
    """Phrases by their first (0) or last (-1) word, the longest first."""
    by_word: Phrases = {}
    for name, forms in tables.items():
        for form in forms:
            words = tuple(form.split())
            by_word.setdefault(words[key], []).append((words, Bound(name)))
    for rows in by_word.values():
        rows.sort(key=lambda row: -len(row[0]))
    return by_word


_TABLES = table("bounds")
_BEFORE, _AFTER = _phrases(_TABLES["before"], -1), _phrases(_TABLES["after"], 0)
_WORDS = {name: frozenset(words) for name, words in _TABLES["words"].items()}
_LONGEST_FILLING = 2
_NEAR = 7


def taken_in(tokens: Sequence[Token], amount: Amount, free: int = 0) -> Amount:
    """``amount`` with the bounds around it, its span widened over their words; before ``free`` they are another's."""
    opening = before(tokens, amount.first)
    if opening and opening.at >= free and not _means_otherwise(tokens, opening, amount):
        bound = amount.bound if amount.bound not in (None, Bound.ABOUT) else opening.bound
        amount = replace(amount, first=opening.at, bound=bound)
    closing = after(tokens, amount.end)
    if closing:
        older = tokens[closing.at - 1].lower in ("older", "younger")
        unit = units.AGE if older and amount.unit is None else amount.unit
        bound = closing.bound if amount.bound in (None, Bound.ABOUT) else amount.bound
        amount = replace(amount, end=closing.at, bound=bound, unit=unit)
    return amount


def before(tokens: Sequence[Token], at: int) -> Binding | None:
    """The bound whose words end before ``at``; of two in a row the firmer, over both."""
    found = _ending(tokens, at) or _over_fillers(tokens, at)
    while found and tokens[found.at].lower not in ("some", "between"):
        outer = _ending(tokens, found.at)
        if outer is None:
            break
        found = Binding(outer.bound if found.bound is Bound.ABOUT else found.bound, outer.at)
    return found


def _over_fillers(tokens: Sequence[Token], at: int) -> Binding | None:
    """As in "at least another 2,000", "about an additional 20"."""
    for back in range(1, _LONGEST_FILLING + 1):
        if word_at(tokens, at - back) not in _WORDS["fillers"]:
            return None
        found = _ending(tokens, at - back)
        if found:
            return found
    return None


def _ending(tokens: Sequence[Token], at: int) -> Binding | None:
    last = word_at(tokens, at - 1)
    if last in HYPHENS and glued(tokens, at) and word_at(tokens, at + 1) == "s":  # "over-65s"
        last, at = word_at(tokens, at - 2), at - 1
    for words, bound in _BEFORE.get(last, ()):
        start = at - len(words)
        if start >= 0 and all(tokens[start + n].lower == word for n, word in enumerate(words)):
            return Binding(bound, start)
    if last == "more" and _lost_than(tokens, at):
        return Binding(Bound.MORE_THAN, at - 1)
    if last == "than" and word_at(tokens, at - 3) == "no" and word_at(tokens, at - 2).endswith("er"):
        return Binding(Bound.AT_MOST, at - 3)  # "no thicker than 4 cm"
    return _passing(tokens, at)


def _lost_than(tokens: Sequence[Token], at: int) -> bool:
    """As in "has left more 50 people hurt": not "two more 20-minute delays", "no more 18-hour days"."""
    before = at - 2
    if not is_number(tokens, at) or word_at(tokens, at + 1) in HYPHENS or is_number(tokens, before):
        return False
    return word_at(tokens, before).isalpha() and word_at(tokens, before) not in _WORDS["counts_more"]


def _passing(tokens: Sequence[Token], at: int) -> Binding | None:
    """As in "tops 600", "has surpassed 2,000", "climbed past 40"; "passed two bills" passes no count."""
    verb = word_at(tokens, at - 1)
    if verb in _WORDS["passing"]:
        return Binding(Bound.MORE_THAN, at - 1)
    if verb == "past" and word_at(tokens, at - 2) in _WORDS["climbing"]:
        return Binding(Bound.MORE_THAN, at - 1)
    if verb not in _WORDS["crossing"]:
        return None
    near = any(word_at(tokens, n) in _WORDS["tallies"] for n in range(at - _NEAR, at - 1))
    return Binding(Bound.MORE_THAN, at - 1) if near else None


def _means_otherwise(tokens: Sequence[Token], opening: Binding, amount: Amount) -> bool:
    """Prepositions that bind nothing: "over five years", "held over $5m theft", "found under four metres of rubble"."""
    word, earlier = word_at(tokens, opening.at), word_at(tokens, opening.at - 1)
    dimension = amount.unit.dimension if amount.unit else None
    if amount.first - opening.at > 1:
        lacking = word == "short" and earlier in ("is", "are", "was", "were")  # "is short of 8,000 recruits"
        return lacking or (word == "up" and earlier in _WORDS["motions"])
    if word in ("over", "about", "around", "under", "near") and _is_a_year(tokens, amount):
        return True
    if word == "over" and is_number(tokens, opening.at - 1):  # a blood pressure of 180 over 110
        return True
    if word == "over" and dimension == "time":
        return earlier not in _WORDS["lasting"] and word_at(tokens, amount.end) not in ("ago", "old", "in", "late")
    if word == "over":
        return earlier in _WORDS["quarrels"] or (dimension in ("area", "length") and earlier in _WORDS["spreading"])
    if word in ("under", "below", "above") and dimension in ("length", "volume", "mass"):
        return earlier in _WORDS["lying"] or word_at(tokens, amount.end) == "of"
    if word in ("about", "around"):
        return earlier in _WORDS["talking"]
    return word == "near" and (amount.unit is None and not amount.number.scaled and amount.low < 100)


def _is_a_year(tokens: Sequence[Token], amount: Amount) -> bool:
    """As in "sentenced over 2009 mutiny": a year behind a preposition."""
    return amount.unit is None and not amount.number.scaled and is_year(tokens, amount.first)


def after(tokens: Sequence[Token], at: int) -> Binding | None:
    """The bound whose words start at ``at`` ("or more", "-odd", "+")."""
    hyphen = word_at(tokens, at) in HYPHENS and glued(tokens, at)
    start = at + hyphen
    for words, bound in _AFTER.get(word_at(tokens, start), ()):
        if words[0] in _WORDS["tied"] and not (hyphen or glued(tokens, start)):
            continue
        end = start + len(words)
        if end > len(tokens) or any(tokens[start + n].lower != word for n, word in enumerate(words)):
            continue
        if words == ("tops",) and word_at(tokens, end)[:1].isalnum():  # "it hits 70 tops forecasts", not "70, tops"
            continue
        if words[-1] in ("up", "more", "least", "over", "under", "roughly", "approximately") and _goes_on(tokens, end):
            continue
        return Binding(bound, end)
    return None


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """As in "upwards of 500 and up to 2,000", "20 or more than 30": the words belong to what follows."""
    return word_at(tokens, at) in ("to", "than") or is_number(tokens, at)
