"""Dates: days, months and years of the calendar among tokens, as the text gives them.

`silence` keeps their digits out of the figures, `times` turns them into periods.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from parsers.dates.years import year_at
from parsers.lexicon import table
from parsers.text.tokens import NUMBER, Token, glued, is_capital, word_at

MONTHS: dict[str, int] = table("times")["months"]
_ORDINALS = ("st", "nd", "rd", "th")
_DASHES = ("-", "–", "—", "to", "and", "&", "through", "/")
# "may" and "march" are verbs more often than months unless one of these stands before them.
_BEFORE_MONTH = frozenset(
    {
        "in",
        "since",
        "until",
        "by",
        "of",
        "last",
        "next",
        "this",
        "early",
        "late",
        "mid",
        "-",
        "between",
        "from",
        "and",
        "to",
        "through",
        "during",
        "before",
        "after",
        "for",
    }
)


@dataclass(frozen=True, slots=True)
class Date:
    """A date over ``tokens[first:end]``; ``last`` is the last of a run of days."""

    first: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last: int | None = None


def spot(tokens: Sequence[Token]) -> list[Date]:
    """The dates with a month or in digits among ``tokens`` (hyphens apart), in order."""
    found: list[Date] = []
    end = 0
    for at, token in enumerate(tokens):
        if at >= end and (token.kind is NUMBER or token.lower in MONTHS):
            date = _date(tokens, at)
            if date:
                found.append(date)
                end = date.end
    return found


def _date(tokens: Sequence[Token], at: int) -> Date | None:
    if tokens[at].kind is NUMBER:
        return _written_in_digits(tokens, at) or _day_first(tokens, at)
    return _month_first(tokens, at)


def _month(tokens: Sequence[Token], at: int) -> int | None:
    """The month named at ``at``; its abbreviation's full stop is not looked at."""
    month = MONTHS.get(word_at(tokens, at))
    if month is None or not tokens[at].capital:
        return None
    return month


def _day(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """A day of the month at ``at`` ("12", "12th") and its end."""
    digits = word_at(tokens, at)
    if not digits.isdecimal() or len(digits) > 2 or not 1 <= int(digits) <= 31:
        return None
    end = at + 1
    return int(digits), end + (word_at(tokens, end) in _ORDINALS and glued(tokens, end))


def _month_first(tokens: Sequence[Token], at: int) -> Date | None:
    month = _month(tokens, at)
    if month is None:
        return None
    end = at + 1
    if (
        word_at(tokens, end) == "."
        and glued(tokens, end)
        and len(tokens[at].text) <= 4
        and word_at(tokens, at) != "may"
    ):
        end += 1
    day = _day(tokens, end)
    if day and not _goes_on(tokens, day[1]):
        last = _day(tokens, day[1] + 1) if word_at(tokens, day[1]) in _DASHES else None
        if last and last[0] > day[0] and not _goes_on(tokens, last[1]):
            return _with_year(tokens, Date(at, last[1], None, month, day[0], last[0]))
        return _with_year(tokens, Date(at, day[1], None, month, day[0]))
    dated = _with_year(tokens, Date(at, end, None, month), of=True)
    if dated.year is not None:
        return dated
    # "in May", "last March", "September was hot"; not "May Smith said", "Jan Peters", "they march"
    led = word_at(tokens, at - 1) in _BEFORE_MONTH
    plain = len(tokens[at].text) > 4 and tokens[at].lower != "march" and not is_capital(tokens, end)
    return Date(at, at + 1, None, month) if led or plain else None


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether the digits before ``at`` belong to a clock time or a longer number: "May 9:30"."""
    return (word_at(tokens, at) == ":" and glued(tokens, at)) or word_at(tokens, at) in (
        "million",
        "billion",
        "percent",
        "%",
    )


def _with_year(tokens: Sequence[Token], date: Date, of: bool = False) -> Date:
    """``date`` with the year behind it: "May 12, 2003", "May 2003", "March of 2003"."""
    at = date.end + (word_at(tokens, date.end) in (("of", ",") if of else (",",)))
    year = year_at(tokens, at)
    if year is None or (word_at(tokens, at + 1).endswith("s") and at > date.end and year < 1900):
        return date
    return Date(date.first, at + 1, year, date.month, date.day, date.last)


def _day_first(tokens: Sequence[Token], at: int) -> Date | None:
    """As in "12 May", "the 12th of May 2003", "12-14 May"."""
    day = _day(tokens, at)
    if day is None:
        return None
    end, last = day[1], None
    if word_at(tokens, end) in _DASHES and (later := _day(tokens, end + 1)) and later[0] > day[0]:
        last, end = later[0], later[1]
    if word_at(tokens, end) == "of":
        end += 1
    month = _month(tokens, end)
    if month is None or (
        word_at(tokens, end - 1) != "of"
        and _day(tokens, end + 1)
        and end + 2 < len(tokens)
        and word_at(tokens, end + 2) == ","
    ):
        return None
    return _with_year(tokens, Date(at, end + 1, None, month, day[0], last))


def _written_in_digits(tokens: Sequence[Token], at: int) -> Date | None:
    """As in "2003-05-12", "13/05/2003", "13.05.2003" (one token): past 12 a number is told to be the day."""
    parts = tokens[at].text.split(".")
    end = at + 1
    if len(parts) != 3:
        mark = word_at(tokens, at + 1)
        if mark not in ("-", "/") or word_at(tokens, at + 3) != mark:
            return None
        if not all(glued(tokens, at + n) for n in range(1, 5)):
            return None
        parts, end = [word_at(tokens, at + n) for n in (0, 2, 4)], at + 5
    if not all(p.isdecimal() and len(p) <= 4 for p in parts):
        return None
    numbers = [int(p) for p in parts]
    if len(parts[0]) == 4:
        year, month, day = numbers
    elif len(parts[2]) == 4:
        month, day, year = numbers
        if month > 12:
            month, day = day, month
        elif day <= 12 and month != day:
            return Date(at, end, year)
    else:
        return None
    return Date(at, end, year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 and year >= 1 else None
