"""The almanac: dates and weekdays of a text as days, the nearest in the direction that the text looks."""

from collections.abc import Sequence
from datetime import date

from parsers.dates import days
from parsers.dates.dates import Date
from parsers.dates.days import OPEN, Stretch
from parsers.lexicon import table
from parsers.text.tokens import Token, word_at

_TABLE = table("times")
WEEKDAYS: dict[str, int] = _TABLE["weekdays"]
WHICH: dict[str, int] = _TABLE["which"]
_AHEAD, _BEHIND = frozenset(_TABLE["words"]["ahead"]), frozenset(_TABLE["words"]["behind"])
_LOOK = 12


def dated(tokens: Sequence[Token], found: Date, published: date | None) -> Stretch:
    """As in "May 12, 2003", "May 12", "in May", "2003-05-12": the year is the nearest in its direction."""
    year = found.year or (published and _nearest_year(tokens, found, published))
    interval = OPEN
    if year and found.month is None:
        interval = days.year_of(year)
    elif year and found.month:
        interval = days.month_of(year, found.month)
        if found.day:
            interval = days.day_of(year, found.month, found.day)
            if found.last:
                interval = interval[0], days.day_of(year, found.month, found.last)[1]
    return Stretch(found.first, found.end, interval)


def _nearest_year(tokens: Sequence[Token], found: Date, published: date) -> int:
    """The year of a date without one: the last such date gone by, or the next where the text looks ahead."""
    there, here = (found.month or 1, found.day or 1), (published.month, published.day if found.day else 1)
    if there == here:
        return published.year
    if looks_ahead(tokens, found.first):
        return published.year + (there < here)
    return published.year - (there > here)


def looks_ahead(tokens: Sequence[Token], at: int) -> bool:
    """Whether the nearest verb before ``at`` looks ahead: "will vote on Friday", "is due in March"."""
    for back in range(at - 1, max(at - _LOOK, 0) - 1, -1):
        word = tokens[back].lower
        if word in _BEHIND or (word.endswith("ed") and word not in _AHEAD):
            return False
        if word in _AHEAD:
            return True
    return any(tokens[on].lower in ("will", "shall") for on in range(at + 1, min(at + 6, len(tokens))))


def weekday(tokens: Sequence[Token], at: int, dates: dict[int, Date], published: date | None) -> Stretch | None:
    """As in "Friday", "last Friday", "Friday, June 6" (the date decides), "Friday night"."""
    if len(tokens[at].text) == 3 and tokens[at].lower in ("sun", "sat") and not published:
        return None
    comma = at + 1 + (word_at(tokens, at + 1) == ",")
    if comma in dates:
        day = dated(tokens, dates[comma], published)
        return Stretch(at, day.end, day.interval)
    end = at + 1 + (word_at(tokens, at + 1) in ("morning", "afternoon", "evening", "night"))
    first, which = at, WHICH.get(word_at(tokens, at - 1))
    if which is not None:
        first = at - 1
    if published is None:
        return Stretch(first, end, OPEN)
    number = WEEKDAYS[tokens[at].lower]
    if which == -1:
        return Stretch(first, end, days.weekday(days.shift(published, -1), number, False))
    if which == 1:
        return Stretch(first, end, days.weekday(days.shift(published, 1), number, True))
    return Stretch(first, end, days.weekday(published, number, looks_ahead(tokens, at)))
