"""Contrasts: features that set two figures apart by the words beside them, each with 0 for a veto."""

from decimal import Decimal

from claims.relation import Feature
from matching.figures import policy
from matching.figures.side import FigureSide
from matching.words.policy import WEEKDAYS


def aside(a: FigureSide, b: FigureSide) -> Feature:
    """0 where one tells of a neighbour, of others, of elsewhere: "Next door in Tarn, the budget is $3 billion"."""
    return _apart("aside", a.beside.aside != b.beside.aside, "one tells of others")


def rate(a: FigureSide, b: FigureSide) -> Feature:
    """0 for so many a day against so many in all."""
    by_the_year = a.beside.yearly or b.beside.yearly
    return _apart("rate", a.beside.rate != b.beside.rate and not by_the_year, "a rate against a count")


def then(a: FigureSide, b: FigureSide) -> Feature:
    """0 for the news against what was a year earlier."""
    return _apart("then", a.beside.then != b.beside.then, "one is of a time before")


def whereabouts(a: FigureSide, b: FigureSide) -> Feature:
    """0 for two places that no gazetteer knows: "in Arle" against "in Borm", "in the north" against "in the south"."""
    x, y = a.beside.whereabouts, b.beside.whereabouts
    unknown = a.story != "" and not (a.about.places.words or b.about.places.words)
    named = x & b.beside.words or y & a.beside.words  # "in Orra's Mahr valley", "in the Mahr valley"
    apart = bool(x) and bool(y) and not named and unknown
    return _apart("whereabouts", apart, "at other places", ", ".join(sorted(x)), ", ".join(sorted(y)))


def kind(a: FigureSide, b: FigureSide) -> Feature:
    """0 for "youth unemployment" against "unemployment", "net profit" against "operating profit"."""
    thing, other = a.claim.counted, b.claim.counted
    if thing is None or other is None:
        return _apart("kind", False, "")
    x, y, p, q = a.beside.qualified, b.beside.qualified, a.beside.sector, b.beside.sector
    untold = (a.beside.modified - b.beside.words) | (b.beside.modified - a.beside.words)
    modified = a.story != "" and thing.key == other.key and bool(untold)
    apart = x != y or modified or (bool(p) and bool(q) and p.isdisjoint(q))
    return _apart("kind", apart, "of another kind", thing.text, other.text)


def group(a: FigureSide, b: FigureSide) -> Feature:
    """0 for two measures of two groups of people: a raise for workers, a raise for managers."""
    x, y = a.beside.groups, b.beside.groups
    unit = a.claim.quantity.unit
    measure = a.story != "" and unit is not None and unit.dimension.startswith(policy.SUBJECT_NEEDED)
    return _apart("group", measure and bool(x) and bool(y) and x.isdisjoint(y), "of other people")


def nations(a: FigureSide, b: FigureSide) -> Feature:
    """0 for the people of two lands: what each army lost in a battle."""
    x, y = a.beside.nations, b.beside.nations
    apart = bool(x) and bool(y) and {nation[:4] for nation in x}.isdisjoint(nation[:4] for nation in y)
    return _apart("nations", apart, "people of two lands", ", ".join(sorted(x)), ", ".join(sorted(y)))


def severity(a: FigureSide, b: FigureSide) -> Feature:
    """0 for those badly hurt against all who were."""
    x, y = a.beside.severity, b.beside.severity
    apart = a.action == "injure" and b.action == "injure" and bool(x) != bool(y)
    return _apart("severity", apart, "how badly they were hurt", ", ".join(sorted(x)), ", ".join(sorted(y)))


def estimate(a: FigureSide, b: FigureSide) -> Feature:
    """0 for two sizes of a crowd that lie close together: nobody counts heads to the hundred."""
    x, y = sorted((_size(a), _size(b)))
    close = a.action in policy.CROWDS and b.action in policy.CROWDS and x >= policy.ONE_CROWD * y
    return _apart("estimate", close, "two estimates close to each other")


def day(a: FigureSide, b: FigureSide) -> Feature:
    """0 for what is counted by the day: Sunday's march against Monday's, the arrests of two nights."""
    x, y = (WEEKDAYS & side.beside.words for side in (a, b))
    daily = a.action in policy.DAILY and b.action in policy.DAILY
    apart = daily and bool(x) and bool(y) and x.isdisjoint(y)
    return _apart("day", apart, "of another day", ", ".join(sorted(x)), ", ".join(sorted(y)))


def whole(a: FigureSide, b: FigureSide) -> Feature:
    """0 for a share of a part of the land, or of the time, against one of the whole: "by noon 40 percent had voted"."""
    unit = a.claim.quantity.unit
    share = unit is not None and unit.dimension == "share"
    apart = a.beside.regional != b.beside.regional or a.beside.so_far != b.beside.so_far
    return _apart("whole", share and apart, "a part against the whole")


def polled(a: FigureSide, b: FigureSide) -> Feature:
    """0 for a share of those asked against one of the votes: "an exit poll had put him at 52 percent"."""
    unit = a.claim.quantity.unit
    share = unit is not None and unit.dimension == "share"
    return _apart("polled", share and a.beside.polled != b.beside.polled, "a poll against a count")


def numbered(a: FigureSide, b: FigureSide) -> Feature:
    """0 for the first of several against the second: quarters, rounds, deliveries."""
    x, y = a.beside.numbered, b.beside.numbered
    return _apart("numbered", bool(x) and bool(y) and x.isdisjoint(y), "one of several against another")


def horizon(a: FigureSide, b: FigureSide) -> Feature:
    """0 for the lower of two plans that is for an earlier day: 400 jobs "next year", 900 "by 2030"."""
    low, high = (a, b) if _size(a) < _size(b) else (b, a)
    one, other = low.claim.time, high.claim.time
    planned = low.ahead and high.ahead and one is not None and other is not None
    days = (other.end - one.end).days if planned and one and other and one.end and other.end else 0
    return _apart("horizon", days > policy.HORIZON, "planned for another day")


def longer(a: FigureSide, b: FigureSide) -> Feature:
    """0 for the higher of two counts that alone is of a longer time: "since January 40 people have been killed"."""
    low, high = (a, b) if _size(a) < _size(b) else (b, a)
    count = a.claim.quantity.unit is None and a.story != ""
    return _apart("longer", count and _is_long(high) and not _is_long(low), "over a longer time")


def _is_long(side: FigureSide) -> bool:
    """Whether it is told of weeks that led up to the report."""
    when, told = side.claim.time, side.evidence.published_at
    if when is None or when.start is None or told is None:
        return False
    lasts = when.end is None or when.end >= told.date()
    return lasts and (told.date() - when.start).days > policy.ONE_EVENT


def still(a: FigureSide, b: FigureSide) -> Feature:
    """0 for those still without power against all who were; whoever is missing is so still."""
    casualty = {a.action, b.action} & policy.CASUALTY
    return _apart("still", not casualty and a.beside.still != b.beside.still, "one of those left")


def within(a: FigureSide, b: FigureSide) -> Feature:
    """0 for the lower of two figures that alone names a small place: it may be a part of the other."""
    low, high = (a, b) if _size(a) < _size(b) else (b, a)
    return _apart("within", low.beside.within and not high.beside.within, "one place of several")


def _size(side: FigureSide) -> Decimal:
    return side.claim.quantity.base[0] or side.claim.quantity.base[1] or Decimal(0)


def _apart(name: str, apart: bool, detail: str, a: str = "", b: str = "") -> Feature:
    return Feature(name, 0.0 if apart else 1.0, detail if apart else "", a, b)
