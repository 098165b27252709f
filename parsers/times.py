"""Times: what a text says of when, as periods of whole days.

Relative ones ("last week", "on Friday") are resolved against the day of publication; without one
they are open at both ends and keep their words. A past event keeps its own year.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from claims.claim import Period
from claims.span import Span
from parsers import days as calendar
from parsers.dates import MONTHS, Date, is_year, spot, year_at
from parsers.days import OPEN, Interval
from parsers.lexicon import table
from parsers.numbers import STARTERS, Form, read_at
from parsers.tokens import Token, TokenKind, after_hyphen, apart, glued, has_digit_or_hyphen, word_at

_TABLE = table("times")
_WEEKDAYS: dict[str, int] = _TABLE["weekdays"]
_SEASONS: dict[str, int] = _TABLE["seasons"]
_BY_WORD: dict[str, list[tuple[list[str], tuple[int, int]]]] = {}
for _phrase, _span in sorted(_TABLE["days"].items(), key=lambda row: -len(row[0])):
    _BY_WORD.setdefault(_phrase.split()[0], []).append((_phrase.split(), (_span[0], _span[1])))
_SPANS: dict[str, list[int]] = _TABLE["spans"]
_AHEAD, _BEHIND = frozenset(_TABLE["words"]["ahead"]), frozenset(_TABLE["words"]["behind"])
_UNITS = frozenset({"week", "weekend", "month", "quarter", "year", "decade", "century"})
_WHICH = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1}
_FIRST_WORDS = frozenset({*_WEEKDAYS, *_SEASONS, *_BY_WORD, *_WHICH, *STARTERS, "the"})
# A sentence without one of these, without digits and hyphens has no time.
_SIGNALS = frozenset({*_WEEKDAYS, *_SEASONS, *_BY_WORD, *_WHICH, *MONTHS, "ago", "weekend"}) - {"the"}
_LOOK = 12


@dataclass(frozen=True, slots=True)
class Moment:
    """A time expression: its days, and where it stands in the text."""

    period: Period
    span: Span


@dataclass(frozen=True, slots=True)
class _Days:
    """Days over ``tokens[first:end]``."""

    first: int
    end: int
    interval: Interval


def read(text: str, tokens: Sequence[Token], published: date | None) -> list[Moment]:
    """The time expressions among ``tokens`` of ``text``, in order of their place."""
    if _SIGNALS.isdisjoint([t.lower for t in tokens]) and not has_digit_or_hyphen(text, tokens):
        return []
    fine = apart(tokens)
    dates = {d.first: d for d in spot(fine)}
    found: list[_Days] = []
    at = 0
    while at < len(fine):
        opens = fine[at].lower in _FIRST_WORDS or fine[at].kind is TokenKind.NUMBER or at in dates
        days = _said_at(fine, at, dates, published) if opens else None
        if days is None:
            at += 1
            continue
        at = days.end
        days = _in_part(fine, days, published)
        joined = _joined(fine, found[-1], days) if found else None
        if joined:
            found[-1] = joined
        else:
            found.append(days)
    return [_moment(text, fine, _bounded(fine, days)) for days in found]


def _moment(text: str, tokens: Sequence[Token], days: _Days) -> Moment:
    span = Span(tokens[days.first].start, tokens[days.end - 1].end)
    return Moment(Period(*days.interval, span.of(text)), span)


def _said_at(tokens: Sequence[Token], at: int, dates: dict[int, Date], published: date | None) -> _Days | None:
    word = tokens[at].lower
    if at in dates:
        return _calendar(tokens, dates[at], published)
    if tokens[at].kind is TokenKind.NUMBER:
        return _years(tokens, at) or _ago(tokens, at, published)
    if word in _WEEKDAYS and tokens[at].capital:
        return _weekday(tokens, at, dates, published)
    return _relative(tokens, at, published) or _season(tokens, at, published) or _ago(tokens, at, published)


def _calendar(tokens: Sequence[Token], found: Date, published: date | None) -> _Days:
    """As in "May 12, 2003", "May 12", "in May", "2003-05-12": the year is the nearest in its direction."""
    year = found.year or (published and _nearest_year(tokens, found, published))
    interval = OPEN
    if year and found.month is None:
        interval = calendar.year_of(year)
    elif year and found.month:
        interval = calendar.month_of(year, found.month)
        if found.day:
            interval = calendar.day_of(year, found.month, found.day)
            if found.last:
                interval = interval[0], calendar.day_of(year, found.month, found.last)[1]
    return _Days(found.first, found.end, interval)


def _nearest_year(tokens: Sequence[Token], found: Date, published: date) -> int:
    """The year of a date without one: the last such date gone by, or the next where the text looks ahead."""
    there, here = (found.month or 1, found.day or 1), (published.month, published.day if found.day else 1)
    if there == here:
        return published.year
    if _looks_ahead(tokens, found.first):
        return published.year + (there < here)
    return published.year - (there > here)


def _looks_ahead(tokens: Sequence[Token], at: int) -> bool:
    """Whether the nearest verb before ``at`` looks ahead: "will vote on Friday", "is due in March"."""
    for back in range(at - 1, max(at - _LOOK, 0) - 1, -1):
        word = tokens[back].lower
        if word in _BEHIND or (word.endswith("ed") and word not in _AHEAD):
            return False
        if word in _AHEAD:
            return True
    return any(tokens[on].lower in ("will", "shall") for on in range(at + 1, min(at + 6, len(tokens))))


def _weekday(tokens: Sequence[Token], at: int, dates: dict[int, Date], published: date | None) -> _Days | None:
    """As in "Friday", "last Friday", "Friday, June 6" (the date decides), "Friday night"."""
    if len(tokens[at].text) == 3 and tokens[at].lower in ("sun", "sat") and not published:
        return None
    comma = at + 1 + (word_at(tokens, at + 1) == ",")
    if comma in dates:
        dated = _calendar(tokens, dates[comma], published)
        return _Days(at, dated.end, dated.interval)
    end = at + 1 + (word_at(tokens, at + 1) in ("morning", "afternoon", "evening", "night"))
    first, which = at, _WHICH.get(word_at(tokens, at - 1))
    if which is not None:
        first = at - 1
    if published is None:
        return _Days(first, end, OPEN)
    number = _WEEKDAYS[tokens[at].lower]
    if which == -1:
        return _Days(first, end, calendar.weekday(calendar.shift(published, -1), number, False))
    if which == 1:
        return _Days(first, end, calendar.weekday(calendar.shift(published, 1), number, True))
    return _Days(first, end, calendar.weekday(published, number, _looks_ahead(tokens, at)))


def _years(tokens: Sequence[Token], at: int) -> _Days | None:
    """As in "2003", "2019-20", "the 1990s"."""
    year = year_at(tokens, at)
    if year is None:
        return None
    if word_at(tokens, at + 1) == "s" and glued(tokens, at + 1):
        return None if year % 10 else _Days(at, at + 2, (calendar.year_of(year)[0], calendar.year_of(year + 9)[1]))
    if not is_year(tokens, at):
        return None
    last = after_hyphen(tokens, at + 1)
    digits = word_at(tokens, last)
    if last > at + 1 and digits.isdecimal() and len(digits) in (2, 4):
        other = int(digits) if len(digits) == 4 else year // 100 * 100 + int(digits)
        if other > year:
            return _Days(at, last + 1, (calendar.year_of(year)[0], calendar.year_of(other)[1]))
    return _Days(at, at + 1, calendar.year_of(year))


def _relative(tokens: Sequence[Token], at: int, published: date | None) -> _Days | None:
    """As in "yesterday", "last night", "last week", "earlier this month", "over the weekend", "the past year"."""
    for words, (first, last) in _BY_WORD.get(tokens[at].lower, ()):
        if all(word_at(tokens, at + n) == word for n, word in enumerate(words)):
            days = (calendar.shift(published, first), calendar.shift(published, last)) if published else OPEN
            return _Days(at, at + len(words), days)
    which, unit = _WHICH.get(tokens[at].lower), word_at(tokens, at + 1)
    if which is None or unit not in _UNITS:
        if tokens[at].lower == "the" and unit == "weekend":
            return _Days(at, at + 2, calendar.weekend_of(calendar.shift(published, -5)) if published else OPEN)
        return _past_spans(tokens, at, published)
    if published is None:
        return _Days(at, at + 2, OPEN)
    if unit == "weekend" and which == 0 and published.weekday() < 3 and not _looks_ahead(tokens, at):
        which = -1  # early in the week "this weekend" is the one just gone
    if word_at(tokens, at) == "past" or (which == -1 and word_at(tokens, at - 1) == "the"):
        return _Days(at, at + 2, (calendar.shift(published, -_SPANS.get(unit, [91])[0]), published))
    return _Days(at, at + 2, calendar.unit_around(published, unit, which))


def _past_spans(tokens: Sequence[Token], at: int, published: date | None) -> _Days | None:
    """As in "the past two weeks", "the last three years", "the next 10 days"."""
    which = _WHICH.get(tokens[at].lower)
    number = read_at(tokens, at + 1) if which and at + 1 < len(tokens) else None
    if number is None or number.form not in (Form.DIGITS, Form.WORDS) or not 0 < number.low < 100_000:
        return None
    unit = word_at(tokens, number.end).removesuffix("s")
    if unit not in _SPANS:
        return None
    if published is None:
        return _Days(at, number.end + 1, OPEN)
    away = calendar.shift(published, int(number.low * _SPANS[unit][0]) * (which or 0))
    return _Days(at, number.end + 1, (min(away, published), max(away, published)))


def _ago(tokens: Sequence[Token], at: int, published: date | None) -> _Days | None:
    """As in "three days ago", "two weeks ago", "a year ago": the longer the unit, the looser it is meant."""
    if tokens[at].lower not in STARTERS and tokens[at].kind is not TokenKind.NUMBER:
        return None
    number = read_at(tokens, at)
    end, count = (number.end, number.low) if number and number.high is None else (at + 1, Decimal(1))
    if number is None and tokens[at].lower not in ("a", "an"):
        return None
    unit = word_at(tokens, end).removesuffix("s")
    if unit not in _SPANS or word_at(tokens, end + 1) != "ago":
        return None
    if published is None or count > 100_000:
        return _Days(at, end + 2, OPEN)
    length, slack = _SPANS[unit]
    middle = calendar.shift(published, -int(count * length))
    slack = slack if length > 1 else 0
    return _Days(at, end + 2, (calendar.shift(middle, -slack), min(calendar.shift(middle, slack), published)))


def _season(tokens: Sequence[Token], at: int, published: date | None) -> _Days | None:
    """As in "last summer", "this winter", "in the spring of 2019", "spring 2020"."""
    month = _SEASONS.get(tokens[at].lower)
    if month is None:
        return None
    behind = at + 1 + (word_at(tokens, at + 1) == "of")
    year = year_at(tokens, behind)
    if year is not None:
        return _Days(at, behind + 1, calendar.months_from(year, month, 3))
    which = _WHICH.get(word_at(tokens, at - 1))
    if which is None:
        return None
    if published is None:
        return _Days(at - 1, at + 1, OPEN)
    began = published.year - (published.month < month)
    return _Days(at - 1, at + 1, calendar.months_from(began + which if which else published.year, month, 3))


def _in_part(tokens: Sequence[Token], days: _Days, published: date | None) -> _Days:
    """As in "late last month", "early 2021", "mid-June", "earlier this week"."""
    at = days.first - 1
    if word_at(tokens, at) == "-":
        at -= 1
    if word_at(tokens, at) == "in" and word_at(tokens, at - 1) in ("early", "late", "earlier", "later"):
        at -= 1
    word = word_at(tokens, at)
    if word in ("early", "mid", "late"):
        return _Days(at, days.end, calendar.part_of(days.interval, word))
    start, end = days.interval
    if word in ("earlier", "later") and published and start and end and start <= published <= end:
        return _Days(at, days.end, (start, published) if word == "earlier" else (published, end))
    return days


def _joined(tokens: Sequence[Token], one: _Days, other: _Days) -> _Days | None:
    """As in "from Monday to Thursday", "between May and July", "2014 to 2019": one period."""
    link = [t.lower for t in tokens[one.end : other.first]]
    opener = word_at(tokens, one.first - 1)
    together = link in (["to"], ["through"], ["until"], ["till"], ["-"], ["–"]) or (
        link == ["and"] and opener == "between"
    )
    (start, _), (_, end) = one.interval, other.interval
    if not together:
        return None
    if start and end and start > end:  # "between May and October", "from Monday to Thursday": the ones before
        start = calendar.shift(start, -7 if (start - end).days < 7 else -365)
    return None if start and end and start > end else _Days(one.first, other.end, (start, end))


def _bounded(tokens: Sequence[Token], days: _Days) -> _Days:
    """As in "since 2019", "until Monday", "by Friday", "before May": open at one end."""
    start, end = days.interval
    word = word_at(tokens, days.first - 1)
    if word == "since":
        return _Days(days.first - 1, days.end, (start, None))
    if word in ("until", "till", "by"):
        return _Days(days.first - 1, days.end, (None, end))
    if word == "before" and start:
        return _Days(days.first - 1, days.end, (None, calendar.shift(start, -1)))
    if word == "after" and end:
        return _Days(days.first - 1, days.end, (calendar.shift(end, 1), None))
    return days
