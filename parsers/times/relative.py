"""Relative times: days counted from the day of publication ("last week", "two years ago", "this winter")."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from parsers.dates import days
from parsers.dates.almanac import WHICH, looks_ahead
from parsers.dates.days import OPEN, Stretch
from parsers.dates.years import year_at
from parsers.lexicon import table
from parsers.quantities.numbers import STARTERS, read_at
from parsers.quantities.values import Form
from parsers.text.tokens import NUMBER, Token, word_at

_TABLE = table("times")
SEASONS: dict[str, int] = _TABLE["seasons"]
BY_WORD: dict[str, list[tuple[list[str], tuple[int, int]]]] = {}
for _phrase, _span in sorted(_TABLE["days"].items(), key=lambda row: -len(row[0])):
    BY_WORD.setdefault(_phrase.split()[0], []).append((_phrase.split(), (_span[0], _span[1])))
_SPANS: dict[str, list[int]] = _TABLE["spans"]
_UNITS = frozenset({"week", "weekend", "month", "quarter", "year", "decade", "century"})


def relative(tokens: Sequence[Token], at: int, published: date | None) -> Stretch | None:
    """As in "yesterday", "last night", "last week", "earlier this month", "over the weekend", "the past year"."""
    for words, (first, last) in BY_WORD.get(tokens[at].lower, ()):
        if all(word_at(tokens, at + n) == word for n, word in enumerate(words)):
            interval = (days.shift(published, first), days.shift(published, last)) if published else OPEN
            return Stretch(at, at + len(words), interval)
    which, unit = WHICH.get(tokens[at].lower), word_at(tokens, at + 1)
    if which is None or unit not in _UNITS:
        if tokens[at].lower == "the" and unit == "weekend":
            return Stretch(at, at + 2, days.weekend_of(days.shift(published, -5)) if published else OPEN)
        if tokens[at].lower == "the" and unit in _UNITS and _runs_out(tokens, at):
            return Stretch(at, at + 2, days.unit_around(published, unit, 0) if published else OPEN)
        return _past_spans(tokens, at, published)
    if published is None:
        return Stretch(at, at + 2, OPEN)
    if unit == "weekend" and which == 0 and published.weekday() < 3 and not looks_ahead(tokens, at):
        which = -1  # early in the week "this weekend" is the one just gone
    if word_at(tokens, at) == "past" or (which == -1 and word_at(tokens, at - 1) == "the"):
        return Stretch(at, at + 2, (days.shift(published, -_SPANS.get(unit, [91])[0]), published))
    return Stretch(at, at + 2, days.unit_around(published, unit, which))


def _runs_out(tokens: Sequence[Token], at: int) -> bool:
    """ "By the end of the year": the one that runs."""
    before = [word_at(tokens, at - n) for n in (4, 3, 2, 1)]
    return before[0] in ("by", "until", "till", "before") and before[1:] == ["the", "end", "of"]


def _past_spans(tokens: Sequence[Token], at: int, published: date | None) -> Stretch | None:
    """As in "the past two weeks", "the last three years", "the next 10 days"."""
    which = WHICH.get(tokens[at].lower)
    number = read_at(tokens, at + 1) if which and at + 1 < len(tokens) else None
    if number is None or number.form not in (Form.DIGITS, Form.WORDS) or not 0 < number.low < 100_000:
        return None
    unit = word_at(tokens, number.end).removesuffix("s")
    if unit not in _SPANS:
        return None
    if published is None:
        return Stretch(at, number.end + 1, OPEN)
    away = days.shift(published, int(number.low * _SPANS[unit][0]) * (which or 0))
    return Stretch(at, number.end + 1, (min(away, published), max(away, published)))


def ago(tokens: Sequence[Token], at: int, published: date | None) -> Stretch | None:
    """As in "three days ago", "two weeks ago", "a year ago": the longer the unit, the looser it is meant."""
    if tokens[at].lower not in STARTERS and tokens[at].kind is not NUMBER:
        return None
    number = read_at(tokens, at)
    end, count = (number.end, number.low) if number and number.high is None else (at + 1, Decimal(1))
    if number is None and tokens[at].lower not in ("a", "an"):
        return None
    unit = word_at(tokens, end).removesuffix("s")
    if unit not in _SPANS or word_at(tokens, end + 1) != "ago":
        return None
    if published is None or count > 100_000:
        return Stretch(at, end + 2, OPEN)
    length, slack = _SPANS[unit]
    middle = days.shift(published, -int(count * length))
    slack = slack if length > 1 else 0
    return Stretch(at, end + 2, (days.shift(middle, -slack), min(days.shift(middle, slack), published)))


def season(tokens: Sequence[Token], at: int, published: date | None) -> Stretch | None:
    """As in "last summer", "this winter", "in the spring of 2019", "spring 2020"."""
    month = SEASONS.get(tokens[at].lower)
    if month is None:
        return None
    behind = at + 1 + (word_at(tokens, at + 1) == "of")
    year = year_at(tokens, behind)
    if year is not None:
        return Stretch(at, behind + 1, days.months_from(year, month, 3))
    which = WHICH.get(word_at(tokens, at - 1))
    if which is None:
        return None
    if published is None:
        return Stretch(at - 1, at + 1, OPEN)
    began = published.year - (published.month < month)
    return Stretch(at - 1, at + 1, days.months_from(began + which if which else published.year, month, 3))
