"""Events: whether two profiles may tell of one event. Place, kind, year and moment each can say no."""

from claims.article import Profile
from claims.claim import Period
from claims.relation import Feature
from matching import policy

_SILENT = "not said on one side"


def places(a: Profile, b: Profile) -> Feature:
    """1 for a place in common (or one that holds the other), 0 for two places apart.

    What both name is set aside first: "US drone strike in Pakistan", "US drone strike in Yemen" are apart.
    """
    x, y = _leaves(a.places), _leaves(b.places)
    if not x or not y:
        peoples = x | y and any(_touch(p, q) for p in x or a.names for q in y or b.names)
        return _feature("place", 0.5 if peoples else None, "a people of the place" if peoples else _SILENT, x, y)
    shared = {p for p in x if any(_touch(p, q) for q in y)} | {q for q in y if any(_touch(p, q) for p in x)}
    if not shared or (x - shared and y - shared):
        return _feature("place", 0.0, "different places", x, y)
    deep = any("/" in p and p in y for p in x)
    return _feature("place", 1.0 if deep else 0.8, "same place" if deep else "one holds the other", x, y)


def held(article: Profile, story: Profile) -> float | None:
    """The share of an article's places that a story holds; less where a country is all they share, None if unsaid."""
    x = _leaves(article.places)
    if not x or not story.places:
        return None
    share = sum(any(_touch(p, q) for q in story.places) for p in x) / len(x)
    return share if any("/" in p and p in story.places for p in x) else 0.7 * share


def level(a: Profile, b: Profile) -> bool:
    """Whether both name their place as closely: a country has many quakes, "Papua" one at a time."""
    x, y = _leaves(a.places), _leaves(b.places)
    return not x or not y or max(map(_depth, x)) == max(map(_depth, y))


def _depth(place: str) -> int:
    return place.partition("/@")[0].count("/")


def kinds(a: Profile, b: Profile) -> Feature:
    """1 for one kind of event, 0 for two kinds that never name one event."""
    x, y = _kinds(a), _kinds(b)
    if not x or not y:
        return _feature("event", None, _SILENT, x, y)
    if x & policy.SETTINGS and y & policy.SETTINGS and not x & y & policy.SETTINGS:
        return _feature("event", 0.0, "in different settings", x, y)
    if (x & y) - policy.SETTINGS:
        return _feature("event", 1.0, "same kind of event", x, y)
    if x & y:
        return _feature("event", 0.9, "in the same setting", x, y)
    if any(_may_name(p, q) for p in x for q in y):
        return _feature("event", 0.7, "one may stand for the other", x, y)
    return _feature("event", 0.0, "different kinds of event", x, y)


def sites(a: Profile, b: Profile) -> Feature:
    """1 for one kind of site ("school", "nightclub"), 0.2 for two: reports may name the street or the house."""
    x, y = a.events - _kinds(a), b.events - _kinds(b)
    if not x or not y:
        return _feature("site", None, _SILENT, x, y)
    return _feature("site", 1.0 if x & y else 0.2, "same kind of site" if x & y else "different sites", x, y)


def years(a: Profile, b: Profile) -> Feature:
    """0 where both name years and none in common."""
    x, y = frozenset(map(str, a.years)), frozenset(map(str, b.years))
    if not x or not y:
        return _feature("year", None, _SILENT, x, y)
    return _feature("year", 1.0 if x & y else 0.0, "same year" if x & y else "different years", x, y)


def times(a: Period | None, b: Period | None) -> Feature:
    """0 for a look back against the news of the day, and for two times far apart; tolls of one week are one moment."""
    text = (a.text if a else "", b.text if b else "")
    if looks_back(a) != looks_back(b):
        return Feature("time", 0.0, "one looks back", *text)
    if a is None or b is None:
        return Feature("time", None, _SILENT, *text)
    apart = _days_between(a, b) > policy.ONE_MOMENT
    return Feature("time", 0.0 if apart else 1.0, "at other times" if apart else "times that may meet", *text)


def looks_back(period: Period | None) -> bool:
    """Whether a time is a year or longer, or one long past: "in 2004", "last year", "three years ago"."""
    if period is None:
        return False
    if period.start is None or period.end is None:
        return "year" in period.text.lower() or "decade" in period.text.lower()
    return (period.end - period.start).days >= policy.LOOK_BACK


def _days_between(a: Period, b: Period) -> int:
    gaps = [
        (later.start - earlier.end).days
        for earlier, later in ((a, b), (b, a))
        if earlier.end is not None and later.start is not None
    ]
    return max(gaps, default=0)


def names(a: Profile, b: Profile) -> Feature:
    """How many of the shorter side's proper names the other names too; two are enough."""
    return _overlap("names", a.names, b.names, 2)


def words(a: Profile, b: Profile) -> Feature:
    """How many of the shorter side's content words, names among them, the other uses too; five are enough."""
    return _overlap("words", a.words | a.names, b.words | b.names, 5)


def _kinds(profile: Profile) -> frozenset[str]:
    return frozenset(e for e in profile.events if not e.startswith("site:"))


def _overlap(name: str, x: frozenset[str], y: frozenset[str], enough: int) -> Feature:
    if not x or not y:
        return _feature(name, None, _SILENT, x, y)
    shared = x & y
    score = min(1.0, len(shared) / min(len(x), len(y), enough))
    return _feature(name, score, f"shared: {', '.join(sorted(shared)) or 'nothing'}", x, y)


def _leaves(places: frozenset[str]) -> frozenset[str]:
    """Places without those that hold another of them: {"china", "china/sichuan"} is Sichuan."""
    return frozenset(p for p in places if not any(q != p and q.startswith(p + "/") for q in places))


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


def _feature(name: str, score: float | None, detail: str, x: frozenset[str], y: frozenset[str]) -> Feature:
    return Feature(name, score, detail, ", ".join(sorted(x)), ", ".join(sorted(y)))
