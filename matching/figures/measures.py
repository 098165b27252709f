"""Measures: what it takes for two figures with a unit to answer one question, dimension by dimension.

Money, shares and lengths are everywhere in a report; one word of context more or less is another question.
"""

from collections.abc import Callable, Mapping

from claims.claim import FigureClaim
from matching.events import events
from matching.figures import movers, policy, word_policy
from matching.figures.side import FigureSide
from matching.words.likeness import one_word


def one_question(a: FigureSide, b: FigureSide, anchored: bool) -> bool:
    """Whether both say enough of what they measure to be held against each other."""
    x, y = a.claim, b.claim
    if x.counted is not None and x.counted.key in policy.PROGRESS:
        return False
    dimension = x.quantity.unit.dimension if x.quantity.unit else ""
    if dimension == "age":
        one_of_story = bool(x.actor and x.actor.family == policy.SOLE)  # "the pilot", whom each story has
        return bool(x.actor and y.actor and (a.story or not one_of_story)) or anchored
    if dimension.startswith(policy.SUBJECT_NEEDED):
        return _one_subject(a, b, dimension)
    if dimension in _OF_DIMENSION:
        return _OF_DIMENSION[dimension](a, b)
    done_otherwise = a.story != "" and a.action != b.action and "" not in (a.action, b.action)
    return _same_action(a, b) or (_same_thing(a, b) and not done_otherwise)


def _one_quake(a: FigureSide, b: FigureSide) -> bool:
    x, y = a.claim.counted, b.claim.counted
    if x is None or y is None or x.key != "magnitude":
        return False  # aftershocks come one after the other
    return _of_quake(a, b) and events.level(a.about, b.about)


def _of_quake(a: FigureSide, b: FigureSide) -> bool:
    return "earthquake" in a.about.kinds.words | b.about.kinds.words


def _one_length(a: FigureSide, b: FigureSide) -> bool:
    counted = a.claim.counted
    if counted is not None and counted.key == "distance":
        return _same_thing(a, b) and _shared(a, b) >= policy.SAME_PLACES
    if counted is not None and counted.key == "depth" and _same_thing(a, b) and a.story and _of_quake(a, b):
        return True
    # The gallery is so deep; the drill has come to such a depth.
    told = a.about.words.words & b.about.words.words - word_policy.DIMENSIONS
    apart = a.story != "" and not _same_action(a, b) and not told and events.kinds(a.about, b.about).score != 1.0
    return (_same_action(a, b) or _same_thing(a, b)) and not apart


def _one_time(a: FigureSide, b: FigureSide) -> bool:
    counted = a.claim.counted
    if counted is not None and counted.family == policy.SPAN:
        one = counted.key in policy.ONE_SPAN or _told_beside(a, b)
        return _same_thing(a, b) and a.story != "" and one
    return _same_action(a, b) and a.action in policy.TERMS


def _one_subject(a: FigureSide, b: FigureSide, dimension: str) -> bool:
    """Of money and shares: whether both tell of one subject."""
    done = {a.action, b.action}
    if dimension == "share" and "" in done and done - policy.LEVELS:
        return False  # "stopped 70 percent of trains", "one in five trains ran"
    if a.story and (_of_others(a, b) or _has_and_does(a, b) or _has_and_does(b, a)):
        return False
    if a.story and a.story == b.story and _told_alike(a.claim, b.claim):
        return True
    shared = _shared(a, b) + bool(events.places(a.about, b.about).score)
    return shared >= 3 or (shared >= 2 and (_same_thing(a, b) or _same_action(a, b)))


def _one_speed(a: FigureSide, b: FigureSide) -> bool:
    x, y = a.claim.counted, b.claim.counted
    moves = a.story != "" and x is not None and y is not None and movers.one(x, y)
    return moves or _same_action(a, b) or _same_thing(a, b)


_OF_DIMENSION: Mapping[str, Callable[[FigureSide, FigureSide], bool]] = {
    "magnitude": _one_quake,
    "length": _one_length,
    "time": _one_time,
    "speed": _one_speed,
}


def _same_thing(a: FigureSide, b: FigureSide) -> bool:
    x, y = a.claim.counted, b.claim.counted
    return x is not None and y is not None and x.key == y.key


def _same_action(a: FigureSide, b: FigureSide) -> bool:
    return a.action != "" and a.action == b.action


def _told_beside(a: FigureSide, b: FigureSide) -> bool:
    """Whether both tell more than what lasts so long: "a 72-hour truce of the two armies"."""
    lasts = {w for side in (a, b) if side.claim.counted for w in side.claim.counted.text.lower().split()}
    return bool(a.about.words.words & b.about.words.words - lasts)


def _has_and_does(a: FigureSide, b: FigureSide) -> bool:
    """What somebody has, against what somebody did with as much: "holds 300 million", "paid out 140 million"."""
    return a.beside.held and not b.beside.held and b.action != ""


def _of_others(a: FigureSide, b: FigureSide) -> bool:
    """Whether each tells of a thing that the other does not name: "for the striker", "for the goalkeeper"."""
    x, y = a.claim.counted, b.claim.counted
    if x is None or y is None or one_word(x, y):
        return False
    return x.key not in b.about.words.words and y.key not in a.about.words.words


def _told_alike(x: FigureClaim, y: FigureClaim) -> bool:
    """One word for what is measured, and no other for what is done with it: "turnout was 61 percent"."""
    if x.counted is None or y.counted is None or not one_word(x.counted, y.counted) or x.counted.family == "person":
        return False
    return x.action is None or y.action is None or x.action.key == y.action.key


def _shared(a: FigureSide, b: FigureSide) -> int:
    return len(a.about.words.words & b.about.words.words)


def plausible(a: FigureClaim, b: FigureClaim, apart: bool) -> bool:
    """Two reports of one figure that are ``apart`` differ by a few times at most; a toll may grow a hundredfold."""
    x, y = a.quantity.base[0] or a.quantity.base[1], b.quantity.base[0] or b.quantity.base[1]
    if not apart or not x or not y or (a.action is None and b.action is None and a.counted is None):
        return True
    if a.quantity.unit is not None and a.quantity.unit.dimension == "magnitude":
        return abs(x - y) <= policy.ONE_QUAKE
    growing = a.action is not None and a.action.key in policy.GROWS
    low, high = sorted((abs(x), abs(y)))
    return high <= low * (policy.IMPLAUSIBLE_TOLL if growing else policy.IMPLAUSIBLE)
