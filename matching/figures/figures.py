"""Figures: whether two figure claims answer one question, and how their answers stand to each other."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from claims.claim import FigureClaim, Part, Status
from claims.quantity import Bound
from claims.relation import Feature, Relation, Verdict
from matching.figures import contrasts, counts, intervals, measures, policy, presence, scope, word_policy
from matching.figures import features as of
from matching.figures.features import Test
from matching.figures.intervals import Comparison
from matching.figures.side import FigureSide

# A feature of the first list that scores 0 ends it; what policy.WEIGHTS names is weighed.
VETOES: tuple[Test, ...] = (of.action, of.counted, of.owner, of.when, of.place, of.event, of.title, of.year)
WEIGHED: tuple[Test, ...] = (of.site, of.names, of.words, of.near)
# ... and so does one of these where the values differ; it is kept only then.
CONTRASTS: tuple[Test, ...] = (
    *(contrasts.aside, contrasts.rate, contrasts.whereabouts, contrasts.kind, contrasts.still, contrasts.then),
    *(contrasts.group, contrasts.nations, contrasts.numbered, contrasts.polled, contrasts.day),
    *(contrasts.whole, contrasts.horizon, contrasts.longer, presence.apart),
)
# Of these, what is said of a figure once in its article: the headline leaves it out.
_SAID_ONCE = frozenset(test.__name__ for test in (contrasts.aside, contrasts.nations, contrasts.within))
# ... and one of these that scores 0 makes of a conflict a difference in scope.
SCOPES: tuple[Test, ...] = (
    scope.part,
    scope.status,
    scope.sureness,
    scope.moment,
    scope.role,
    scope.reach,
    contrasts.within,
    contrasts.severity,
    contrasts.estimate,
)
# A relation, how sure it is one question, why, and the features.
Told: TypeAlias = tuple[Relation, float, str, tuple[Feature, ...]]
_NOTHING_SHARED = "nothing shared but the kind of event"


def relate(a: FigureSide, b: FigureSide, anchored: bool = False) -> Told:
    """The relation of two figure claims, how sure it is one question, why, and the features.

    ``anchored``: other figures of the two texts agree, which ties them to one event.
    """
    if a.story != b.story:
        return _unrelated("two stories")
    if not (a.claim.factuality.affirms and b.claim.factuality.affirms):
        return _unrelated("not told as so")
    if not a.claim.quantity.comparable(b.claim.quantity):
        return _unrelated("measured in different things")
    features: list[Feature] = []
    veto = _against(VETOES, a, b, features)
    if veto:
        return _unrelated(veto, features)
    features += [test(a, b) for test in WEIGHED]
    values = intervals.compare(a.claim.quantity, b.claim.quantity)
    apart = values.relation is not Relation.AGREES
    contrast = next((f for f in (test(a, b) for test in CONTRASTS) if f.score == 0.0), None) if apart else None
    if contrast:
        return _unrelated(contrast.detail, (*features, contrast))
    same, lack = _one_question(a, b, features, values.relation, anchored)
    if lack:
        return _unrelated(lack, features, same)
    limit = _against(SCOPES, a, b, features) if apart else ""
    relation, why = (min(values.relation, Relation.DIFFERS, key=_strength), limit) if limit else _answer(a, b, values)
    return relation, same, why, tuple(features)


def _unrelated(why: str, features: Sequence[Feature] = (), same: float = 0.0) -> Told:
    return Relation.UNRELATED, same, why, tuple(features)


def _against(tests: Iterable[Test], a: FigureSide, b: FigureSide, features: list[Feature]) -> str:
    """What the first test that scores 0 says, if one does; what was asked until then joins the features."""
    for test in tests:
        feature = test(a, b)
        features.append(feature)
        if feature.score == 0.0:
            return feature.detail
    return ""


def _one_question(
    a: FigureSide, b: FigureSide, features: Sequence[Feature], values: Relation, anchored: bool
) -> tuple[float, str]:
    """How sure it is that both answer one question, and what it lacks, if it does."""
    score = {f.name: f.score or 0.0 for f in features}
    tied = anchored or a.story != "" or _identified(score)
    if not (tied and measures.plausible(a.claim, b.claim, values in policy.APART)):
        return 0.0, _NOTHING_SHARED
    measure = a.claim.quantity.unit is not None
    if not (measures.one_question(a, b, anchored) if measure else counts.one_question(a, b, score)):
        return 0.0, _NOTHING_SHARED
    same = _sureness(a, features, score, anchored)
    return same, "" if same >= policy.SAME_QUESTION else "not surely one question"


def _answer(a: FigureSide, b: FigureSide, values: Comparison) -> tuple[Relation, str]:
    """How two answers to one question stand to each other by their values, and why."""
    if values.relation is Relation.UPDATES and a.claim.quantity.unit is not None and a.action not in policy.GROWS:
        return Relation.COMPATIBLE, values.detail
    if values.relation is Relation.COMPATIBLE and _counters(a, b):
        return Relation.UPDATES, "one toll, further on"
    return values.relation, values.detail


def sets_apart(verdict: Verdict) -> bool:
    """Whether a verdict on two figures says by the words beside them that they count two things."""
    last = verdict.features[-1] if verdict.features else None
    return verdict.relation is Relation.UNRELATED and last is not None and last.score == 0.0 and last.name in _SAID_ONCE


def _counters(a: FigureSide, b: FigureSide) -> bool:
    """Two running tolls, one of them just past a mark: "passes 500", "climbs to 580"."""
    floors = {a.claim.quantity.bound, b.claim.quantity.bound} & {Bound.MORE_THAN}
    return bool(floors) and a.claim.part is Part.TOTAL and b.claim.part is Part.TOTAL


def _identified(score: Mapping[str, float]) -> bool:
    """Whether place, names or words tie the two together: a kind of event alone is a template."""
    # A country has many events at once: it names one only together with its kind or a word of it.
    placed = score["place"] == 1 or (score["place"] > 0 and (score["event"] >= 0.9 or score["words"] > 0))
    close = score["near"] > 0 and score["event"] == 1
    return (
        placed
        or close
        or score["names"] >= 0.3
        or score["words"] >= 0.5
        or (score["site"] == 1 and score["event"] == 1)
    )


def _sureness(a: FigureSide, features: Sequence[Feature], score: Mapping[str, float], anchored: bool) -> float:
    """How sure it is one question, 0 to 1; two articles of one story start from there."""
    told_alike = a.claim.quantity.unit is not None and score["counted"] == 1 and score["action"] == 1
    weighed = _weigh(features) + (policy.ANCHOR if anchored else 0.0) + (policy.TOLD_ALIKE if told_alike else 0.0)
    return min(1.0, max(weighed, policy.ONE_STORY) if a.story != "" else weighed)


def pages(a: FigureSide, b: FigureSide) -> bool:
    """Whether a conflict over such figures is one that the desk must hear of now.

    Batches of people and looks back are not; nor is one person's fate against a toll ("a child died when a wall fell").
    What is planned is planned whole: "to close 40 shops" is no batch.
    """
    batch = a.claim.quantity.unit is None and a.action in policy.BATCHES and a.claim.status is not Status.PLANNED
    return not (batch or a.looks_back or _somebody(a.claim) or _somebody(b.claim))


def _somebody(claim: FigureClaim) -> bool:
    """Whether a count of one tells of a certain person rather than of how many."""
    if claim.quantity.unit is not None or claim.quantity.value != 1 or claim.counted is None:
        return False
    return claim.quantity.bound is Bound.EXACT and claim.counted.text.lower().split()[-1] in word_policy.SOMEBODY


def _weigh(features: Sequence[Feature]) -> float:
    total = 0.0
    for feature in features:
        weight = policy.WEIGHTS.get(feature.name, 0.0)
        total += weight * (policy.SILENT[feature.name] if feature.score is None else feature.score) if weight else 0.0
    return total


def _strength(relation: Relation) -> int:
    return relation.strength
