"""Figures: whether two figure claims answer one question, and how their answers stand to each other."""

from collections.abc import Callable
from typing import TypeAlias

from rapidfuzz import fuzz

from claims.claim import FigureClaim, Part
from claims.relation import Evidence, Feature, Relation
from matching import events, intervals, policy

Side: TypeAlias = tuple[FigureClaim, Evidence]
Test: TypeAlias = Callable[[Side, Side], Feature]


def counted(a: Side, b: Side) -> Feature:
    """What is counted: one class, or one that may stand for the other; 0 for a part of the other's people."""
    x, y = a[0].counted, b[0].counted
    text = (x.text if x else "", y.text if y else "")
    casualty = _key(a) in policy.CASUALTY and _key(b) in policy.CASUALTY
    if x is None or y is None:
        known = x or y
        if known is not None and casualty and known.key in policy.SUBSETS:
            return Feature("counted", 0.0, "a part of those counted", *text)
        return Feature("counted", None, "not said on one side", *text)
    if x.key == y.key:
        return Feature("counted", 1.0, "the same thing counted", *text)
    if x.family and x.family == y.family:
        return _kindred(x.key, y.key, casualty, text)
    alike = fuzz.token_set_ratio(x.text.lower(), y.text.lower()) / 100
    if alike >= 0.8:
        return Feature("counted", alike, "alike in words", *text)
    return Feature("counted", 0.0, "different things counted", *text)


def _kindred(x: str, y: str, casualty: bool, text: tuple[str, str]) -> Feature:
    specific = {x, y} - {"anyone"}
    if casualty and specific & policy.SUBSETS:
        return Feature("counted", 0.0, "a part of those counted", *text)
    if "anyone" in (x, y):
        return Feature("counted", 0.8, "a general word for the other", *text)
    return Feature("counted", 0.6 if casualty else 0.0, "kindred things counted", *text)


def action(a: Side, b: Side) -> Feature:
    """What befell or was done: one class, or classes that reports of one event use for each other."""
    x, y = a[0].action, b[0].action
    text = (x.text if x else "", y.text if y else "")
    if x is None and y is None:
        return Feature("action", None, "no action on either side", *text)
    if x is None or y is None:
        one = x or y
        apart = one is not None and one.key in policy.CASUALTY
        return Feature("action", 0.0 if apart else None, "an action on one side only", *text)
    if x.key == y.key:
        return Feature("action", 1.0, "the same action", *text)
    if any({x.key, y.key} <= group for group in policy.INTERCHANGEABLE):
        return Feature("action", 0.7, "actions told for each other", *text)
    return Feature("action", 0.0, "different actions", *text)


def part(a: Side, b: Side) -> Feature:
    """0 for a part or an addition against a whole."""
    x, y = a[0].part, b[0].part
    text = (x or "", y or "")
    small = {Part.PART, Part.ADDITIONAL}
    if (x in small) != (y in small):
        return Feature("part", 0.0, "a part against a whole", *text)
    return Feature("part", 1.0, "both wholes" if x not in small else "both parts", *text)


def place(a: Side, b: Side) -> Feature:
    return events.places(a[1].context, b[1].context)


def event(a: Side, b: Side) -> Feature:
    return events.kinds(a[1].context, b[1].context)


def year(a: Side, b: Side) -> Feature:
    return events.years(a[1].context, b[1].context)


def names(a: Side, b: Side) -> Feature:
    return events.names(a[1].context, b[1].context)


def words(a: Side, b: Side) -> Feature:
    return events.words(a[1].context, b[1].context)


# A feature of the first list that scores 0 ends it; those of the second are weighed (policy.WEIGHTS).
VETOES: tuple[Test, ...] = (action, counted, place, event, year)
WEIGHED: tuple[Test, ...] = (place, event, names, words)


def relate(a: Side, b: Side) -> tuple[Relation, float, str, tuple[Feature, ...]]:
    """The relation of two figure claims, how sure it is one question, why, and the features."""
    values = intervals.compare(a[0].quantity, b[0].quantity)
    if values.relation is Relation.UNRELATED:
        return Relation.UNRELATED, 0.0, values.detail, ()
    features: list[Feature] = []
    for test in VETOES:
        feature = test(a, b)
        features.append(feature)
        if feature.score == 0.0:
            return Relation.UNRELATED, 0.0, feature.detail, tuple(features)
    features += [names(a, b), words(a, b)]
    same = _weigh(features) * (_measure_certainty(a, b) if a[0].quantity.unit else 1.0)
    if same < policy.SAME_QUESTION:
        return Relation.UNRELATED, same, "not surely one question", tuple(features)
    scope = part(a, b)
    features.append(scope)
    if scope.score == 0.0 and values.relation is not Relation.AGREES:
        return Relation.DIFFERS, same, scope.detail, tuple(features)
    return values.relation, same, values.detail, tuple(features)


def _weigh(features: list[Feature]) -> float:
    total = 0.0
    for feature in features:
        weight = policy.WEIGHTS.get(feature.name, 0.0)
        total += weight * (policy.SILENT[feature.name] if feature.score is None else feature.score) if weight else 0.0
    return total


def _measure_certainty(a: Side, b: Side) -> float:
    """Measures need more than an event: one subject and one measure, said on both sides."""
    dimension = a[0].quantity.unit.dimension if a[0].quantity.unit else ""
    if dimension == "age":
        return 1.0 if a[1].context.names & b[1].context.names else 0.0
    said = a[0].counted is not None and b[0].counted is not None
    return 1.0 if said else 0.8


def _key(side: Side) -> str:
    return side[0].action.key if side[0].action else ""
