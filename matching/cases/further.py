"""Further on: whether two positions of a figure are one count at two times: it grew, moved, or was of another day."""

from collections.abc import Sequence
from datetime import date

from claims.claim import FigureClaim, Part
from claims.relation import Evidence
from matching.figures import policy, word_policy
from matching.words import content
from matching.words.policy import CALENDAR

Side = Sequence[Evidence]
_PARTS = (Part.PART, Part.ADDITIONAL)


def further_on(left: Side, right: Side) -> str | None:
    """Why two positions that exclude each other are one count at two times, in a sentence; None if they are not."""
    if _at_one_hour(left, right) or disputed(left, right):
        return None
    if _grew(left, right) or _told_on(left, right):
        return "A count that grows: the higher figure is the newer one."
    if _moved(left, right):
        return "A count that goes up and down: one figure is the newer one."
    return "A level told of two days." if _of_other_days(left, right) else None


def _grew(left: Side, right: Side) -> bool:
    """Whether the higher figure of a growing count was told later, every time."""
    low, high = sorted((left, right), key=lambda side: _value(side[0]))
    grows = _counts(high[0], policy.GROWS) and not _of(high[0], policy.OVER)
    return (grows or _of(high[0], policy.GROWING)) and _before(low, high)


def _at_one_hour(left: Side, right: Side) -> bool:
    """Whether both say at what hour of what day it stood so, and it is one: "by Tuesday morning"."""
    p, q = ({hour for e in side if (hour := _hour(e))} for side in (left, right))
    return not p.isdisjoint(q)


def disputed(left: Side, right: Side) -> bool:
    """Whether those who hold people say how many, and lawyers or the union that they are more."""
    low, high = sorted((left, right), key=lambda side: _value(side[0]))
    if not _counts(high[0], policy.HOLD):
        return False
    p, q = ([frozenset(content.words(e.sentence)) for e in side] for side in (low, high))
    theirs = all(said & word_policy.HOLDERS and not said & word_policy.THEIR_SIDE for said in p)
    return theirs and all(said & word_policy.THEIR_SIDE for said in q)


def _hour(item: Evidence) -> str:
    claim = item.claim
    told = claim.time.text.lower() if isinstance(claim, FigureClaim) and claim.time else ""
    said = told.split()
    return " ".join(said[-2:]) if len(said) > 1 and said[-1] in word_policy.HOURS and said[-2] in CALENDAR else ""


def _told_on(left: Side, right: Side) -> bool:
    """Whether the later reports say themselves that their higher count is further on: "has risen to nine", "now 14"."""
    low, high = sorted((left, right), key=lambda side: _value(side[0]))
    if not _before(low, high) or any(isinstance(e.claim, FigureClaim) and e.claim.quantity.unit for e in high):
        return False
    return all(not word_policy.FURTHER_ON.isdisjoint(content.words(e.sentence)) for e in high)


def _of(item: Evidence, things: frozenset[str]) -> bool:
    claim = item.claim
    return isinstance(claim, FigureClaim) and claim.counted is not None and claim.counted.key in things


def _moved(left: Side, right: Side) -> bool:
    """Whether all reports of the one figure of a count that goes up and down are later than all of the other."""
    if all(any(not word_policy.MOMENTS.isdisjoint(content.words(e.sentence)) for e in side) for side in (left, right)):
        return False
    varies = _counts(left[0], policy.VARIES) or _of(left[0], policy.VARYING)
    return varies and (_before(left, right) or _before(right, left))


def _of_other_days(left: Side, right: Side) -> bool:
    """Whether both tell how it stands, the one on days before those of the other: ships waiting, a fire contained."""
    first, then = ({day for e in side if (day := _day_of_level(e))} for side in (left, right))
    return bool(first and then) and (max(first) < min(then) or max(then) < min(first))


def _day_of_level(item: Evidence) -> date | None:
    """The day on which something stood so; None for what was done, or where no day is told."""
    claim = item.claim
    if not isinstance(claim, FigureClaim) or claim.time is None:
        return None
    unit = claim.quantity.unit
    level = unit.dimension == "share" if unit else claim.action is None
    days = {day for day in (claim.time.start, claim.time.end) if day is not None}
    return days.pop() if level and len(days) == 1 else None


def _counts(item: Evidence, actions: frozenset[str]) -> bool:
    claim = item.claim
    return isinstance(claim, FigureClaim) and claim.action is not None and claim.action.key in actions


def _before(left: Side, right: Side) -> bool:
    lefts = [e.published_at for e in _wholes(left) if e.published_at]
    rights = [e.published_at for e in _wholes(right) if e.published_at]
    return bool(lefts and rights) and max(lefts) < min(rights)


def _wholes(side: Side) -> Side:
    """What tells the whole count, where some of it does: two bodies of nine are not the two of the first report."""
    return [e for e in side if not (isinstance(e.claim, FigureClaim) and e.claim.part in _PARTS)] or side


def _value(item: Evidence) -> float:
    claim = item.claim
    value = claim.quantity.base[0] or claim.quantity.base[1] if isinstance(claim, FigureClaim) else None
    return float(value) if value is not None else 0.0
