"""Events: whether two profiles may tell of one event. Place, kind, year and moment each can say no."""

from datetime import datetime
from functools import lru_cache

from claims.claim import Period
from claims.relation import Feature
from matching.events import policy
from matching.events.about import About, Said

_SILENT = "not said on one side"
ONE_KIND = 0.9  # at least: one kind of event, or one setting


def places(a: About, b: About) -> Feature:
    """1 for a place in common (or one that holds the other), 0 for two places apart.

    What both name is set aside first: "US drone strike in Pakistan", "US drone strike in Yemen" are apart.
    """
    x, y = a.places.words, b.places.words
    if not x or not y:
        peoples = x | y and any(_touch(p, q) for p in x or a.profile.names for q in y or b.profile.names)
        score, detail = (0.5, "a people of the place") if peoples else (None, _SILENT)
        return Feature("place", score, detail, a.places.text, b.places.text)
    shared = {p for p in x if any(_touch(p, q) for q in y)} | {q for q in y if any(_touch(p, q) for p in x)}
    if not shared or (x - shared and y - shared):
        return Feature("place", 0.0, "different places", a.places.text, b.places.text)
    deep = any("/" in p and p in y for p in x)
    score, detail = (1.0, "same place") if deep else (0.8, "one holds the other")
    return Feature("place", score, detail, a.places.text, b.places.text)


def whereabouts(article: About, story: About) -> str:
    """How an article's places stand to a story's.

    As closely as each names them. "same": one below a country in common; "holds": one lies in the other; "apart": not
    so in one country; "elsewhere": in other countries; "": not said on one side.
    """
    x, y = article.places.words, story.places.words
    if not x or not y:
        return ""
    if any("/" in p and "/@" not in p for p in x & y):
        return "same"
    if any(_touch(p, q) for p in x for q in y):
        return "holds"
    return "apart" if {p.split("/")[0] for p in x} & {q.split("/")[0] for q in y} else "elsewhere"


def level(a: About, b: About) -> bool:
    """Whether both name their place as closely: a country has many quakes, "Papua" one at a time."""
    x, y = a.places.words, b.places.words
    return not x or not y or max(map(_depth, x)) == max(map(_depth, y))


def _depth(place: str) -> int:
    return place.partition("/@")[0].count("/")


def kinds(a: About, b: About) -> Feature:
    """1 for one kind of event, 0 for two kinds that never name one event."""
    score, detail = _kinds(a.kinds.words, b.kinds.words)
    return Feature("event", score, detail, a.kinds.text, b.kinds.text)


def _kinds(x: frozenset[str], y: frozenset[str]) -> tuple[float | None, str]:
    if not x or not y:
        return None, _SILENT
    shared = x & y
    if x & policy.SETTINGS and y & policy.SETTINGS and not shared & policy.SETTINGS:
        return 0.0, "in different settings"
    if shared - policy.SETTINGS:
        return 1.0, "same kind of event"
    if shared:
        return 0.9, "in the same setting"
    if any(_may_name(p, q) for p in x for q in y):
        return 0.7, "one may stand for the other"
    return 0.0, "different kinds of event"


def sites(a: About, b: About) -> Feature:
    """1 for one kind of site ("school", "nightclub"), 0.2 for two: reports may name the street or the house."""
    return _meeting("site", a.sites, b.sites, (1.0, "same kind of site"), (0.2, "different sites"))


def titles(a: About, b: About) -> Feature:
    """0 where both events bear names and none in common: "the Pine Ridge Fire", "the Granite Fire"."""
    return _meeting("title", a.titles, b.titles, (1.0, "an event of one name"), (0.0, "events of other names"))


def years(a: About, b: About) -> Feature:
    """0 where both name years and none in common."""
    return _meeting("year", a.years, b.years, (1.0, "same year"), (0.0, "different years"))


def _meeting(name: str, x: Said, y: Said, met: tuple[float, str], apart: tuple[float, str]) -> Feature:
    if not x.words or not y.words:
        return Feature(name, None, _SILENT, x.text, y.text)
    return Feature(name, *(apart if x.words.isdisjoint(y.words) else met), x.text, y.text)


def times(a: Period | None, b: Period | None, back_a: bool, back_b: bool) -> Feature:
    """0 for a look back against the news of the day, and for two times far apart; tolls of one week are one moment."""
    text = (a.text if a else "", b.text if b else "")
    if back_a != back_b:
        return Feature("time", 0.0, "one looks back", *text)
    if a is None or b is None:
        return Feature("time", None, _SILENT, *text)
    apart = _days_between(a, b) > policy.ONE_MOMENT or (_stretch(a) and _stretch(b) and not a.meets(b))
    return Feature("time", 0.0 if apart else 1.0, "at other times" if apart else "times that may meet", *text)


def _stretch(period: Period) -> bool:
    """Whether it is a month or so with both its ends: two months are two times, though a day lies between."""
    return period.start is not None and period.end is not None and (period.end - period.start).days >= policy.STRETCH


def looks_back(period: Period | None, told: datetime | None = None) -> bool:
    """Whether a time is a year or longer, or one long past: "in 2004", "last year", "in May 2009" ``told`` in 2013."""
    if period is None:
        return False
    if told is not None and period.end is not None and (told.date() - period.end).days >= policy.BACKGROUND:
        return True
    if told is not None and period.start is None and period.end is not None and period.end >= told.date():
        return False
    text = period.text.lower()
    if any(word in text for word in ("next", "coming", "to come")):
        return False
    if period.start is None or period.end is None:
        return "year" in text or "decade" in text
    return (period.end - period.start).days >= policy.LOOK_BACK


def lies_ahead(period: Period | None, told: datetime | None, planned: bool) -> bool:
    """Whether a time begins after the report, or for what is ``planned`` ends after it: "by 2033", "next year"."""
    if period is None or told is None:
        return False
    if planned and period.end is not None:
        return period.end >= told.date()
    if period.start is None and period.end is not None and period.text.lower().startswith("by "):
        return period.end > told.date()  # "falling to 3.5 percent by the end of 2032"
    return period.start is not None and period.start > told.date()


def _days_between(a: Period, b: Period) -> int:
    gaps = [
        (later.start - earlier.end).days
        for earlier, later in ((a, b), (b, a))
        if earlier.end is not None and later.start is not None
    ]
    return max(gaps, default=0)


def names(a: About, b: About) -> Feature:
    """How many of the shorter side's proper names the other names too; two are enough."""
    return _overlap("names", a.names, b.names, 2)


def words(a: About, b: About) -> Feature:
    """How many of the shorter side's content words, names among them, the other uses too; five are enough."""
    return _overlap("words", a.words, b.words, 5)


def _overlap(name: str, x: Said, y: Said, enough: int) -> Feature:
    if not x.words or not y.words:
        return Feature(name, None, _SILENT, x.text, y.text)
    shared = x.words & y.words
    score = min(1.0, len(shared) / min(len(x.words), len(y.words), enough))
    return Feature(name, score, f"shared: {', '.join(sorted(shared)) or 'nothing'}", x.text, y.text)


@lru_cache(maxsize=65536)
def _touch(p: str, q: str) -> bool:
    """Whether one place is the other or holds it; "western China" may hold Sichuan, but not be eastern China."""
    (parent_p, quarter_p), (parent_q, quarter_q) = _quarter(p), _quarter(q)
    if quarter_p and quarter_q:
        return parent_p == parent_q and bool(set(quarter_p) & set(quarter_q))
    steps = zip(parent_p.split("/"), parent_q.split("/"), strict=False)
    return all(p == q or "?" in (p, q) for p, q in steps)


def _quarter(place: str) -> tuple[str, str]:
    """A place and the quarter of it that is meant: "china/@sw" -> ("china", "sw")."""
    parent, _, quarter = place.partition("/@")
    return parent, quarter


def _may_name(p: str, q: str) -> bool:
    return q in policy.GENERIC_EVENTS.get(p, ()) or p in policy.GENERIC_EVENTS.get(q, ())
