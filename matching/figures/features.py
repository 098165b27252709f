"""Features of a pair of figure claims: each returns a score, the detail, and the two strings compared."""

from collections.abc import Callable
from typing import TypeAlias

from rapidfuzz import fuzz

from claims.claim import Part
from claims.relation import Feature
from matching.events import events
from matching.figures import movers, policy, word_policy
from matching.figures.side import FigureSide
from matching.words.likeness import one_word

Test: TypeAlias = Callable[[FigureSide, FigureSide], Feature]

_FAR = Feature("near", None, "", "", "")


def counted(a: FigureSide, b: FigureSide) -> Feature:
    """What is counted: one class, or one that may stand for the other; 0 for a part of the other's people."""
    x, y = a.claim.counted, b.claim.counted
    text = (x.text if x else "", y.text if y else "")
    if _thing_for_people(a) or _thing_for_people(b):
        return Feature("counted", 0.0, "things where people are counted", *text)
    casualty = a.action in policy.CASUALTY and b.action in policy.CASUALTY
    if x is None or y is None:
        known = x or y
        if known is not None and casualty and known.key in _subsets(a):
            return Feature("counted", 0.0, "a part of those counted", *text)
        return Feature("counted", None, "not said on one side", *text)
    if x.key == y.key:
        if _two_kinds(x.text, y.text):
            return Feature("counted", 0.0, "two kinds counted", *text)
        return Feature("counted", 1.0, "the same thing counted", *text)
    if (x.family and x.family == y.family) or (casualty and "" in (x.family, y.family)):
        exchanged = a.action == b.action and a.action in policy.EXCHANGED
        return _kindred(x.key, y.key, _subsets(a) if casualty else None, exchanged, text)
    alike = fuzz.token_set_ratio(x.text.lower(), y.text.lower()) / 100
    if alike >= 0.8:
        return Feature("counted", alike, "alike in words", *text)
    if a.story != "" and a.claim.quantity.unit is not None and one_word(x, y):
        return Feature("counted", 1.0, "told in another word", *text)
    if a.story != "" and movers.is_speed(a.claim) and movers.one(x, y):
        return Feature("counted", 0.8, "one thing that moves", *text)
    # What money and shares are of is told in other words: "in a $2 billion deal", "buys it for $2 billion".
    told_freely = a.claim.quantity.unit is not None and a.claim.quantity.unit.dimension.startswith(
        policy.SUBJECT_NEEDED
    )
    return Feature("counted", 0.3 if told_freely else 0.0, "different things counted", *text)


def _two_kinds(x: str, y: str) -> bool:
    """Whether two nouns of one class are kinds of it: teachers and nurses, cars and buses."""
    p, q = (word_policy.KINDS.get(text.lower().rsplit(maxsplit=1)[-1]) if text else None for text in (x, y))
    return p is not None and q is not None and p != q


def _thing_for_people(side: FigureSide) -> bool:
    counted = side.claim.counted
    return counted is not None and counted.family == "thing" and side.action in policy.PEOPLE_ONLY


def _subsets(side: FigureSide) -> frozenset[str]:
    """The classes that are a part of those counted; whom police hold are suspects, protesters or militants anyway."""
    return policy.SUBSETS - policy.HELD if side.action in policy.HOLDING else policy.SUBSETS


def _kindred(x: str, y: str, subsets: frozenset[str] | None, exchanged: bool, text: tuple[str, str]) -> Feature:
    specific = {x, y} - {"anyone"}
    if exchanged and len(specific) > 1:
        return Feature("counted", 0.0, "each side's own people", *text)
    if subsets is not None and specific & subsets:
        return Feature("counted", 0.0, "a part of those counted", *text)
    if "anyone" in (x, y):
        return Feature("counted", 0.8, "a general word for the other", *text)
    return Feature("counted", 0.0 if subsets is None else 0.6, "kindred things counted", *text)


def action(a: FigureSide, b: FigureSide) -> Feature:
    """What befell or was done: one class, or classes that reports of one event use for each other."""
    x, y = a.claim.action, b.claim.action
    measure = a.claim.quantity.unit is not None
    text = (x.text if x else "", y.text if y else "")
    if x is None and y is None:
        nameless = not measure and (a.claim.counted is None or b.claim.counted is None)
        return Feature("action", 0.0 if nameless else None, "no action on either side", *text)
    if x is None or y is None:
        one = x or y
        if Part.WHOLE in (a.claim.part, b.claim.part):
            return Feature("action", 0.0, "all there were against what befell some", *text)
        apart = one is not None and one.key in policy.CASUALTY and not measure
        return Feature("action", 0.0 if apart else None, "an action on one side only", *text)
    if x.key == y.key:
        return Feature("action", 1.0, "the same action", *text)
    touched = {x.key, y.key} & policy.AFFECTS and not {x.key, y.key} & policy.CASUALTY and not measure
    if touched or any({x.key, y.key} <= group for group in policy.INTERCHANGEABLE):
        return Feature("action", 0.7, "actions told for each other", *text)
    return Feature("action", 0.3 if measure else 0.0, "different actions", *text)


def owner(a: FigureSide, b: FigureSide) -> Feature:
    """Whose measure it is: 0 for two people of other names."""
    x, y = a.claim.actor, b.claim.actor
    text = (x.text if x else "", y.text if y else "")
    if x is None or y is None:
        return Feature("owner", None, "not said on one side", *text)
    if a.claim.counted and a.claim.counted.key in policy.VARYING:
        return Feature("owner", None, "nobody has the wind", *text)
    if a.action in policy.DEALS and b.action in policy.DEALS and a.story != "" and a.claim.quantity.unit is not None:
        return Feature("owner", None, "who pays and who is paid", *text)
    same = x.key == y.key or fuzz.ratio(x.key, y.key) >= policy.SAME_NAME
    return Feature("owner", 1.0 if same else 0.0, "the same name" if same else "different people", *text)


def place(a: FigureSide, b: FigureSide) -> Feature:
    return events.places(a.about, b.about)


def event(a: FigureSide, b: FigureSide) -> Feature:
    """What kind of event it was; one named person of a story may be told of in each of its events."""
    found = events.kinds(a.about, b.about)
    one = a.story != "" and owner(a, b).score == 1.0
    return Feature("event", None, "of one person", found.a, found.b) if one and found.score == 0.0 else found


def title(a: FigureSide, b: FigureSide) -> Feature:
    return events.titles(a.about, b.about)


def year(a: FigureSide, b: FigureSide) -> Feature:
    return events.years(a.about, b.about)


def site(a: FigureSide, b: FigureSide) -> Feature:
    return events.sites(a.about, b.about)


def when(a: FigureSide, b: FigureSide) -> Feature:
    return events.times(a.claim.time, b.claim.time, a.looks_back, b.looks_back)


def near(a: FigureSide, b: FigureSide) -> Feature:
    """How close two large tolls are; close ones are rather of one event than of two: 170 and 200 missing."""
    x, y = a.claim.quantity.value, b.claim.quantity.value
    toll = a.claim.quantity.unit is None and a.action == b.action and a.action in policy.CASUALTY
    if not toll or x is None or y is None or min(x, y) < max(policy.TELLING, policy.CLOSE * max(x, y)):
        return _FAR
    return Feature("near", float(min(x, y) / max(x, y)), "two tolls close to each other", str(x), str(y))


def names(a: FigureSide, b: FigureSide) -> Feature:
    return events.names(a.about, b.about)


def words(a: FigureSide, b: FigureSide) -> Feature:
    return events.words(a.about, b.about)
