"""Presence: what sets two counts of those at a place apart, where both were aboard, lived, stayed, gathered or came."""

import re
from typing import Any

from claims.claim import Part, Period
from claims.relation import Feature
from matching.events.policy import STRETCH
from matching.figures import policy, word_policy
from matching.figures.side import FigureSide
from matching.words.content import words

# "Arle has", "Arle, with its", "Arle is home to"; "in Arle", "of Arle"
_NAMED = re.compile(r"([A-Z][\w'’-]+),? (?:has|had|with its|is home)\b|\b(?:[Ii]n|of) (?:the )?([A-Z][\w'’-]+)")

_BREAK = re.compile(r"[,;:](?!\d)")


def apart(a: FigureSide, b: FigureSide) -> Feature:
    """0 for a part of those there, another day, another place, and for passengers against all with the crew."""
    told = a.action in word_policy.PRESENCE or (_cash(a) and _cash(b))
    why = _why(a, b) if a.action == b.action and told else ""
    return Feature("presence", 0.0 if why else 1.0, why, "", "")


def _why(a: FigureSide, b: FigureSide) -> str:
    if _part(a, b):
        return "a part of those there"
    if _on_other_days(a, b):
        return "on other days"
    another = _clause(a) & word_policy.ANOTHER, _clause(b) & word_policy.ANOTHER
    named = _disjoint(_names(a), _names(b)) or (a.action == "live" and _several(a) != _several(b))
    named = named or (a.action == "attend" and (_unheard(a, b) or _unheard(b, a)))
    if _disjoint(_kinds(a), _kinds(b)) or bool(another[0]) != bool(another[1]) or named:
        return "at other places"
    return "one with the crew" if _with_crew(a, b) or _with_crew(b, a) else ""


def _kinds(side: FigureSide) -> frozenset[int]:
    """The kinds of places that its sentence tells of."""
    return frozenset(kind for word, kind in word_policy.PLACE_KINDS.items() if word in side.beside.words)


def _unheard(a: FigureSide, b: FigureSide) -> bool:
    """Whether it is of a place that the other's text does not name: "in Borm, 4,000 people gathered"."""
    return bool(_names(a)) and _names(a).isdisjoint(b.about.words.words | b.beside.words)


def _several(side: FigureSide) -> frozenset[int]:
    """The kinds of which it tells of several: "the city and its suburbs"."""
    return frozenset(kind for word, kind in word_policy.SEVERAL.items() if word in side.beside.words)


def _clause(side: FigureSide) -> frozenset[str]:
    """The words of the clause of its figure."""
    at, sentence = side.claim.quantity.span.start - side.claim.sentence.start, side.evidence.sentence
    return frozenset(words(_BREAK.split(sentence[:at])[-1])) | frozenset(words(_BREAK.split(sentence[at:])[0]))


def _disjoint(x: frozenset[Any], y: frozenset[Any]) -> bool:
    return bool(x) and bool(y) and x.isdisjoint(y)


def _part(a: FigureSide, b: FigureSide) -> bool:
    """Whether one counts some of those whom the other counts: children, the crew, a people, those of one wing."""
    x, y = a.claim.counted, b.claim.counted
    keys = {x.key if x else "", y.key if y else ""}
    if len(keys) > 1 and keys & word_policy.THERE_TOO:
        return True
    p, q = _noun(a), _noun(b)
    if (p in word_policy.CREW) != (q in word_policy.CREW) or p[:1].isupper() != q[:1].isupper():
        return True
    low, high = (a, b) if _size(a) < _size(b) else (b, a)
    some = bool(_in_part(low)) and not _in_part(high)
    return some or _at_a_stop(low) or (a.action != "live" and _told_which(low))


def _in_part(side: FigureSide) -> frozenset[str]:
    """Words that say it is of a part; whoever took part in something was all there."""
    said = _clause(side)
    return said & word_policy.A_PART - (frozenset(("part",)) if said & word_policy.TAKING else frozenset())


def _at_a_stop(side: FigureSide) -> bool:
    """ "Some 120 passengers boarded the ferry in Orla", unless they were all: "a total of"."""
    told = side.claim.action
    if told is None or side.claim.part is Part.TOTAL or not told.text.lower().startswith(("board", "embark")):
        return False
    return not _clause(side).isdisjoint(("in", "at"))


def _told_which(side: FigureSide) -> bool:
    """ "Only 12 trucks with flour arrived"."""
    span = side.claim.quantity.span.shift(-side.claim.sentence.start)
    counted = side.claim.counted
    behind = side.evidence.sentence[span.end :].strip()
    if counted is None or not behind.startswith(counted.text):
        return False
    return behind[len(counted.text) :].lstrip().startswith(tuple(f"{w} " for w in word_policy.WHICH_OF_THEM))


def _cash(side: FigureSide) -> bool:
    return side.claim.counted is not None and side.claim.counted.key == "cash"


def _noun(side: FigureSide) -> str:
    return side.claim.counted.text.split()[-1] if side.claim.counted else ""


def _with_crew(a: FigureSide, b: FigureSide) -> bool:
    """Whether ``b`` may be the passengers of ``a`` and their crew."""
    if a.action != "aboard" or _noun(a) not in word_policy.PASSENGERS or _noun(b) in word_policy.PASSENGERS:
        return False
    return _size(a) < _size(b) <= _size(a) * policy.WITH_CREW


def _on_other_days(a: FigureSide, b: FigureSide) -> bool:
    """Whether both tell their day, or one does, long before the report of the other; who lives there lives on."""
    x, y = a.claim.time, b.claim.time
    if a.action != "live" and (_runs(x) != _runs(y) or a.beside.so_far != b.beside.so_far):
        return True
    if x is not None and y is not None:
        return bool(x.start and x.end and y.start and y.end) and not x.meets(y)
    return a.action != "live" and (_gone(x, b) or _gone(y, a))


def _runs(told: Period | None) -> bool:
    """Whether a time is a stretch: "since March", "this year"."""
    if told is None or told.start is None:
        return False
    return told.end is None or (told.end - told.start).days >= STRETCH


def _gone(told: Period | None, other: FigureSide) -> bool:
    day = other.evidence.published_at
    return told is not None and told.end is not None and day is not None and (day.date() - told.end).days > policy.SINCE


def _names(side: FigureSide) -> frozenset[str]:
    found = (one or other for one, other in _NAMED.findall(side.evidence.sentence))
    return frozenset(name.lower() for name in found) - word_policy.NO_PLACES


def _size(side: FigureSide) -> float:
    return float(side.claim.quantity.base[0] or side.claim.quantity.base[1] or 0)
