"""Figures: whether two figure claims answer one question, and how their answers stand to each other."""

from claims.claim import FigureClaim, Part
from claims.quantity import Bound
from claims.relation import Feature, Relation
from matching import events, intervals, measures, policy
from matching import figure_features as of
from matching.figure_features import Side, Test

# A feature of the first list that scores 0 ends it; what policy.WEIGHTS names is weighed.
VETOES: tuple[Test, ...] = (of.action, of.counted, of.owner, of.when, of.place, of.event, of.year)
WEIGHED: tuple[Test, ...] = (of.site, of.names, of.words)
# ... and one of these that scores 0 makes of a conflict a difference in scope.
SCOPES: tuple[Test, ...] = (of.part, of.status, of.moment, of.role, of.reach)


def relate(a: Side, b: Side, anchored: bool = False) -> tuple[Relation, float, str, tuple[Feature, ...]]:
    """The relation of two figure claims, how sure it is one question, why, and the features.

    ``anchored``: other figures of the two texts agree, which ties them to one event.
    """
    if a[1].story != b[1].story:
        return Relation.UNRELATED, 0.0, "two stories", ()
    if not a[0].quantity.comparable(b[0].quantity):
        return Relation.UNRELATED, 0.0, "measured in different things", ()
    features: list[Feature] = []
    for test in VETOES:
        feature = test(a, b)
        features.append(feature)
        if feature.score == 0.0:
            return Relation.UNRELATED, 0.0, feature.detail, tuple(features)
    features += [test(a, b) for test in WEIGHED]
    values = intervals.compare(a[0].quantity, b[0].quantity)
    if not _one_question(a, b, features, anchored, values.relation in policy.APART):
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
    # A country has many events at once: it names one only together with its kind or a word of it.
    placed = score["place"] == 1 or (score["place"] > 0 and (score["event"] >= 0.9 or score["words"] > 0))
    return placed or score["names"] >= 0.3 or score["words"] >= 0.5 or (score["site"] == 1 and score["event"] == 1)


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
