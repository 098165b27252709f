"""Figures: whether two figure claims answer one question, and how their answers stand to each other."""

from collections.abc import Callable
from typing import TypeAlias

from rapidfuzz import fuzz

from claims.claim import FigureClaim, Part, Status
from claims.quantity import Bound
from claims.relation import Evidence, Feature, Relation
from matching import events, intervals, measures, policy

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
    if (x.family and x.family == y.family) or (casualty and "" in (x.family, y.family)):
        return _kindred(x.key, y.key, casualty, text)
    alike = fuzz.token_set_ratio(x.text.lower(), y.text.lower()) / 100
    if alike >= 0.8:
        return Feature("counted", alike, "alike in words", *text)
    # What money and shares are of is told in other words: "in a $2 billion deal", "buys it for $2 billion".
    told_freely = a[0].quantity.unit is not None and a[0].quantity.unit.dimension.startswith(policy.SUBJECT_NEEDED)
    return Feature("counted", 0.3 if told_freely else 0.0, "different things counted", *text)


def _kindred(x: str, y: str, casualty: bool, text: tuple[str, str]) -> Feature:
    specific = {x, y} - {"anyone"}
    if casualty and specific & policy.SUBSETS:
        return Feature("counted", 0.0, "a part of those counted", *text)
    if "anyone" in (x, y):
        return Feature("counted", 0.8, "a general word for the other", *text)
    return Feature("counted", 0.6 if casualty else 0.0, "kindred things counted", *text)


def moment(a: Side, b: Side) -> Feature:
    """0 where either tells of a market: a price without its minute is another question."""
    market = (a[1].context.events & policy.MARKETS) | (b[1].context.events & policy.MARKETS)
    return Feature("moment", 0.0 if market else 1.0, "a level that moves by the minute" if market else "", "", "")


def reach(a: Side, b: Side) -> Feature:
    """0 for "nationwide" against "worldwide", or "worldwide" against "in Wales"."""
    x, y = a[1].context.words & policy.REACH, b[1].context.words & policy.REACH
    placed = bool(a[1].context.places if y else b[1].context.places)
    apart = not x & y if x and y else bool(x or y) and placed
    return Feature("reach", 0.0 if apart else 1.0, "of another reach" if apart else "", " ".join(x), " ".join(y))


def role(a: Side, b: Side) -> Feature:
    """0 for actions that are told for each other but count otherwise: eight shot may be three dead and five hurt."""
    x, y = _key(a), _key(b)
    same = x == y or not x or not y or a[0].quantity.unit is not None
    return Feature("role", 1.0 if same else 0.0, "" if same else f"{x} against {y}", x, y)


def action(a: Side, b: Side) -> Feature:
    """What befell or was done: one class, or classes that reports of one event use for each other."""
    x, y = a[0].action, b[0].action
    measure = a[0].quantity.unit is not None
    text = (x.text if x else "", y.text if y else "")
    if x is None and y is None:
        nameless = not measure and (a[0].counted is None or b[0].counted is None)
        return Feature("action", 0.0 if nameless else None, "no action on either side", *text)
    if x is None or y is None:
        one = x or y
        apart = one is not None and one.key in policy.CASUALTY and not measure
        return Feature("action", 0.0 if apart else None, "an action on one side only", *text)
    if x.key == y.key:
        return Feature("action", 1.0, "the same action", *text)
    if any({x.key, y.key} <= group for group in policy.INTERCHANGEABLE):
        return Feature("action", 0.7, "actions told for each other", *text)
    return Feature("action", 0.3 if measure else 0.0, "different actions", *text)


def owner(a: Side, b: Side) -> Feature:
    """Whose measure it is: 0 for two people of other names."""
    x, y = a[0].actor, b[0].actor
    text = (x.text if x else "", y.text if y else "")
    if x is None or y is None:
        return Feature("owner", None, "not said on one side", *text)
    same = x.key == y.key or fuzz.ratio(x.key, y.key) >= policy.SAME_NAME
    return Feature("owner", 1.0 if same else 0.0, "the same name" if same else "different people", *text)


def status(a: Side, b: Side) -> Feature:
    """0 for what is planned, asked or past against what is."""
    x, y = a[0].status, b[0].status
    same = {x, y} <= policy.FACTS or (x == y and x is not Status.EARLIER)
    return Feature("status", 1.0 if same else 0.0, "the same status" if same else f"{x} against {y}", x, y)


def part(a: Side, b: Side) -> Feature:
    """0 for a part or an addition against a whole."""
    x, y = a[0].part, b[0].part
    text = (x or "", y or "")
    small = {Part.PART, Part.ADDITIONAL}
    if x in small or y in small:
        same = x == y and counted(a, b).score == 1.0
        return Feature("part", 1.0 if same else 0.0, "both parts" if same else "a part against a whole", *text)
    return Feature("part", 1.0, "both wholes", *text)


def place(a: Side, b: Side) -> Feature:
    return events.places(a[1].context, b[1].context)


def event(a: Side, b: Side) -> Feature:
    return events.kinds(a[1].context, b[1].context)


def year(a: Side, b: Side) -> Feature:
    return events.years(a[1].context, b[1].context)


def site(a: Side, b: Side) -> Feature:
    return events.sites(a[1].context, b[1].context)


def when(a: Side, b: Side) -> Feature:
    return events.times(a[0].time, b[0].time)


def names(a: Side, b: Side) -> Feature:
    return events.names(a[1].context, b[1].context)


def words(a: Side, b: Side) -> Feature:
    return events.words(a[1].context, b[1].context)


# A feature of the first list that scores 0 ends it; what policy.WEIGHTS names is weighed.
VETOES: tuple[Test, ...] = (action, counted, owner, when, place, event, year)
WEIGHED: tuple[Test, ...] = (site, names, words)
# ... and one of these that scores 0 makes of a conflict a difference in scope.
SCOPES: tuple[Test, ...] = (part, status, moment, role, reach)


def relate(a: Side, b: Side, anchored: bool = False) -> tuple[Relation, float, str, tuple[Feature, ...]]:
    """The relation of two figure claims, how sure it is one question, why, and the features.

    ``anchored``: other figures of the two texts agree, which ties them to one event.
    """
    values = intervals.compare(a[0].quantity, b[0].quantity)
    if values.relation is Relation.UNRELATED:
        return Relation.UNRELATED, 0.0, values.detail, ()
    if a[1].story != b[1].story:
        return Relation.UNRELATED, 0.0, "two stories", ()
    features: list[Feature] = []
    for test in VETOES:
        feature = test(a, b)
        features.append(feature)
        if feature.score == 0.0:
            return Relation.UNRELATED, 0.0, feature.detail, tuple(features)
    features += [test(a, b) for test in WEIGHED]
    if not _one_question(a, b, features, anchored, values.relation is Relation.CONFLICTS):
        return Relation.UNRELATED, 0.0, "nothing shared but the kind of event", tuple(features)
    same = _sureness(a, b, features, anchored)
    if same < policy.SAME_QUESTION:
        return Relation.UNRELATED, same, "not surely one question", tuple(features)
    if values.relation is not Relation.AGREES:
        for test in SCOPES:
            scope = test(a, b)
            features.append(scope)
            if scope.score == 0.0:
                return min(values.relation, Relation.DIFFERS, key=_strength), same, scope.detail, tuple(features)
    if values.relation is Relation.UPDATES and a[0].quantity.unit is not None and _key(a) not in policy.GROWS:
        return Relation.COMPATIBLE, same, values.detail, tuple(features)
    if values.relation is Relation.COMPATIBLE and _counters(a, b):
        return Relation.UPDATES, same, "one toll, further on", tuple(features)
    return values.relation, same, values.detail, tuple(features)


def _counters(a: Side, b: Side) -> bool:
    """Two running tolls, one of them just past a mark: "passes 500", "climbs to 580"."""
    floors = {a[0].quantity.bound, b[0].quantity.bound} & {Bound.MORE_THAN}
    return bool(floors) and a[0].part is Part.TOTAL and b[0].part is Part.TOTAL


def _one_question(a: Side, b: Side, features: list[Feature], anchored: bool, apart: bool) -> bool:
    """Whether the two are tied to one event, and say enough of what they figure."""
    if not (anchored or _one_story(a, b) or _identified(features)) or not measures.plausible(a[0], b[0], apart):
        return False
    if a[0].quantity.unit is not None:
        return measures.one_question(a[0], b[0], a[1], b[1], anchored)
    if any(side[0].counted and side[0].counted.key in policy.NOTHING_COUNTED for side in (a, b)):
        return False
    if a[0].action is not None and b[0].action is not None:
        return True
    score = {f.name: f.score or 0.0 for f in features}
    thing = a[0].counted is not None and a[0].counted.family == "thing"
    alike = score["words"] >= policy.SAME_WORDS or (thing and score["place"] > 0 and score["event"] == 1)
    return score["counted"] >= 1.0 and alike


def _one_story(a: Side, b: Side) -> bool:
    return a[1].story != "" and a[1].story == b[1].story


def _identified(features: list[Feature]) -> bool:
    """Whether place, names or words tie the two together: a kind of event alone is a template."""
    score = {f.name: f.score or 0.0 for f in features}
    named = score["place"] > 0 or score["names"] >= 0.3 or score["words"] >= 0.5
    return named or (score["site"] == 1 and score["event"] == 1)


def _sureness(a: Side, b: Side, features: list[Feature], anchored: bool) -> float:
    """How sure it is one question, 0 to 1; two articles of one story start from there."""
    score = {f.name: f.score or 0.0 for f in features}
    told_alike = a[0].quantity.unit is not None and score["counted"] == 1 and score["action"] == 1
    weighed = _weigh(features) + (policy.ANCHOR if anchored else 0.0) + (policy.TOLD_ALIKE if told_alike else 0.0)
    return min(1.0, max(weighed, policy.ONE_STORY) if _one_story(a, b) else weighed)


def pages(a: FigureClaim, b: FigureClaim) -> bool:
    """Whether a conflict over such figures is one that the desk must hear of now.

    Batches and looks back are not; nor is one person's fate against a toll ("a child died when a wall fell").
    """
    batch = a.action is not None and a.action.key in policy.BATCHES
    return not (batch or events.looks_back(a.time) or _somebody(a) or _somebody(b))


def _somebody(claim: FigureClaim) -> bool:
    """Whether a count of one tells of a certain person rather than of how many."""
    if claim.quantity.unit is not None or claim.quantity.value != 1 or claim.counted is None:
        return False
    return claim.quantity.bound is Bound.EXACT and claim.counted.text.lower().split()[-1] in policy.SOMEBODY


def _weigh(features: list[Feature]) -> float:
    total = 0.0
    for feature in features:
        weight = policy.WEIGHTS.get(feature.name, 0.0)
        total += weight * (policy.SILENT[feature.name] if feature.score is None else feature.score) if weight else 0.0
    return total


def _strength(relation: Relation) -> int:
    return relation.strength


def _key(side: Side) -> str:
    return side[0].action.key if side[0].action else ""
