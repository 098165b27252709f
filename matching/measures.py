"""Measures: what it takes for two figures with a unit to answer one question, dimension by dimension.

Money, shares and lengths are everywhere in a report; one word of context more or less is another question.
"""

from claims.claim import FigureClaim
from claims.relation import Evidence
from matching import events, policy


def one_question(a: FigureClaim, b: FigureClaim, left: Evidence, right: Evidence, anchored: bool) -> bool:
    """Whether both say enough of what they measure to be held against each other."""
    dimension = a.quantity.unit.dimension if a.quantity.unit else ""
    same_thing = a.counted is not None and b.counted is not None and a.counted.key == b.counted.key
    same_action = a.action is not None and b.action is not None and a.action.key == b.action.key
    if dimension == "age":
        return bool(a.actor and b.actor) or anchored
    if dimension == "magnitude":
        quake = "earthquake" in left.context.events | right.context.events
        return quake and events.level(left.context, right.context)
    if dimension == "length":
        if a.counted is not None and a.counted.key == "distance":
            return same_thing and len(_content(left) & _content(right)) >= policy.SAME_PLACES
        return same_action or same_thing
    if dimension == "time":
        return same_action and a.action is not None and a.action.key in policy.TERMS
    if dimension.startswith(policy.SUBJECT_NEEDED):
        shared = len(_content(left) & _content(right)) + bool(events.places(left.context, right.context).score)
        return shared >= 3 or (shared >= 2 and (same_thing or same_action))
    return same_thing or same_action


def plausible(a: FigureClaim, b: FigureClaim, apart: bool) -> bool:
    """Two reports of one figure that are ``apart`` differ by a few times at most; a toll may grow a hundredfold."""
    x, y = a.quantity.base[0] or a.quantity.base[1], b.quantity.base[0] or b.quantity.base[1]
    if not apart or not x or not y or (a.action is None and b.action is None and a.counted is None):
        return True
    growing = a.action is not None and a.action.key in policy.GROWS
    low, high = sorted((abs(x), abs(y)))
    return high <= low * (policy.IMPLAUSIBLE_TOLL if growing else policy.IMPLAUSIBLE)


def _content(evidence: Evidence) -> frozenset[str]:
    return evidence.context.words | evidence.context.names
