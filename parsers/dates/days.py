"""Days: weeks, months, seasons and years as intervals of whole days; dates never overflow."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple, TypeAlias

Interval: TypeAlias = tuple[date | None, date | None]
OPEN: Interval = (None, None)


class Stretch(NamedTuple):
    """Days that ``tokens[first:end]`` say."""

    first: int
    end: int
    interval: Interval


def shift(day: date, by: int) -> date:
    """``day`` moved by a number of days, stopped at the ends of the calendar."""
    ordinal = min(max(day.toordinal() + by, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(ordinal)


def day_of(year: int, month: int, day: int) -> Interval:
    """One day; open where there is no such day."""
    try:
        found = date(year, month, day)
    except (ValueError, OverflowError):
        return OPEN
    return found, found


def month_of(year: int, month: int) -> Interval:
    """A month of a year."""
    if not 1 <= year <= 9999:
        return OPEN
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def months_from(year: int, month: int, count: int) -> Interval:
    """``count`` months from a month on, over the turn of the year."""
    last = (year * 12 + month - 1) + count - 1
    start, _ = month_of(year, month)
    _, end = month_of(last // 12, last % 12 + 1)
    return start, end


def year_of(year: int) -> Interval:
    """A calendar year."""
    return (date(year, 1, 1), date(year, 12, 31)) if 1 <= year <= 9999 else OPEN


def week_of(day: date) -> Interval:
    """Monday to Sunday around ``day``."""
    monday = shift(day, -day.weekday())
    return monday, shift(monday, 6)


def weekend_of(day: date) -> Interval:
    """Saturday and Sunday of the week of ``day``."""
    monday = shift(day, -day.weekday())
    return shift(monday, 5), shift(monday, 6)


def weekday(published: date, number: int, ahead: bool) -> Interval:
    """The nearest such weekday, the day of publication included, in one direction."""
    by = (number - published.weekday()) % 7 if ahead else -((published.weekday() - number) % 7)
    found = shift(published, by)
    return found, found


def unit_around(published: date, unit: str, by: int) -> Interval:
    """The calendar week, month, quarter, weekend, year, decade or century ``by`` such units away from ``published``."""
    if unit == "week":
        return week_of(shift(published, 7 * by))
    if unit == "weekend":
        return weekend_of(shift(published, 7 * by))
    if unit in ("month", "quarter"):
        length = 1 if unit == "month" else 3
        month = (published.year * 12 + published.month - 1) // length * length + by * length
        return months_from(month // 12, month % 12 + 1, length)
    if unit == "year":
        return year_of(published.year + by)
    years = 10 if unit == "decade" else 100
    start = published.year // years * years + by * years
    return year_of(start)[0], year_of(start + years - 1)[1]


def part_of(interval: Interval, part: str) -> Interval:
    """The early, middle or late third of an interval."""
    start, end = interval
    if start is None or end is None:
        return interval
    third = timedelta(days=max((end - start).days // 3, 0))
    if part == "early":
        return start, start + third
    if part == "late":
        return end - third, end
    return start + third, end - third
