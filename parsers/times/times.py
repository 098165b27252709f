"""Times: what a text says of when, as periods of whole days.

Relative ones ("last week", "on Friday") are resolved against the day of publication; without one
they are open at both ends and keep their words. A past event keeps its own year.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from claims.claim import Period
from claims.span import Span
from parsers.dates import almanac, years
from parsers.dates import days as calendar
from parsers.dates.almanac import WEEKDAYS, WHICH
from parsers.dates.dates import MONTHS, Date, spot
from parsers.dates.days import Stretch
from parsers.quantities.numbers import STARTERS
from parsers.text.tokens import NUMBER, Token, apart, has_digit_or_hyphen, word_at
from parsers.times import relative
from parsers.times.relative import BY_WORD, SEASONS

_FIRST_WORDS = frozenset({*WEEKDAYS, *SEASONS, *BY_WORD, *WHICH, *STARTERS, "the"})
# A sentence without one of these, without digits and hyphens has no time.
_SIGNALS = frozenset({*WEEKDAYS, *SEASONS, *BY_WORD, *WHICH, *MONTHS, "ago", "weekend", "end"}) - {"the"}


_EDGES = frozenset(("end", "close", "middle", "turn"))


@dataclass(frozen=True, slots=True)
class Moment:
    """A time expression: its days, and where it stands in the text."""

    period: Period
    span: Span


def read(text: str, tokens: Sequence[Token], published: date | None) -> list[Moment]:
    """The time expressions among ``tokens`` of ``text``, in order of their place."""
    if _SIGNALS.isdisjoint([t.lower for t in tokens]) and not has_digit_or_hyphen(text, tokens):
        return []
    fine = apart(tokens)
    dates = {d.first: d for d in spot(fine)}
    found: list[Stretch] = []
    free = 0
    for at, token in enumerate(fine):
        if at < free or not (token.lower in _FIRST_WORDS or token.kind is NUMBER or at in dates):
            continue
        days = _said_at(fine, at, dates, published)
        if days is None:
            continue
        free = days.end
        days = _in_part(fine, days, published)
        joined = _joined(fine, found[-1], days) if found else None
        if joined:
            found[-1] = joined
        else:
            found.append(days)
    return [_moment(text, fine, _bounded(fine, days)) for days in found]


def _moment(text: str, tokens: Sequence[Token], days: Stretch) -> Moment:
    span = Span(tokens[days.first].start, tokens[days.end - 1].end)
    return Moment(Period(*days.interval, span.of(text)), span)


def _said_at(tokens: Sequence[Token], at: int, dates: dict[int, Date], published: date | None) -> Stretch | None:
    word = tokens[at].lower
    if at in dates:
        return almanac.dated(tokens, dates[at], published)
    if tokens[at].kind is NUMBER:
        return years.read(tokens, at) or relative.ago(tokens, at, published)
    if word in WEEKDAYS and tokens[at].capital:
        return almanac.weekday(tokens, at, dates, published)
    return (
        relative.relative(tokens, at, published)
        or relative.season(tokens, at, published)
        or relative.ago(tokens, at, published)
    )


def _in_part(tokens: Sequence[Token], days: Stretch, published: date | None) -> Stretch:
    """As in "late last month", "early 2021", "mid-June", "earlier this week"."""
    at = days.first - 1
    if word_at(tokens, at) == "-":
        at -= 1
    if word_at(tokens, at) == "in" and word_at(tokens, at - 1) in ("early", "late", "earlier", "later"):
        at -= 1
    word = word_at(tokens, at)
    if word in ("early", "mid", "late"):
        return Stretch(at, days.end, calendar.part_of(days.interval, word))
    start, end = days.interval
    if word in ("earlier", "later") and published and start and end and start <= published <= end:
        return Stretch(at, days.end, (start, published) if word == "earlier" else (published, end))
    return days


def _joined(tokens: Sequence[Token], one: Stretch, other: Stretch) -> Stretch | None:
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
    return None if start and end and start > end else Stretch(one.first, other.end, (start, end))


def _bounded(tokens: Sequence[Token], days: Stretch) -> Stretch:
    """As in "since 2019", "until Monday", "by Friday", "before May": open at one end."""
    start, end = days.interval
    at = days.first - 1
    word = word_at(tokens, at)
    edge = word == "of" and word_at(tokens, at - 1) in _EDGES and word_at(tokens, at - 2) == "the"
    if edge and word_at(tokens, at - 3) in ("until", "till", "by", "before"):  # "by the end of 2033"
        return Stretch(at - 3, days.end, (None, end))
    if word == "since":
        return Stretch(at, days.end, (start, None))
    if word in ("until", "till", "by"):
        return Stretch(at, days.end, (None, end))
    if word == "before" and start:
        return Stretch(at, days.end, (None, calendar.shift(start, -1)))
    if word == "after" and end:
        return Stretch(at, days.end, (calendar.shift(end, 1), None))
    return days
