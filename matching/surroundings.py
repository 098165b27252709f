"""Surroundings: what the words right beside a figure say of it that its claim does not hold.

"900 cars a day" is a rate, "in the village" a part of the land, "has 300 shops" what somebody owns.
"""

import re

from claims.claim import FigureClaim
from claims.relation import Evidence
from matching import policy
from matching.content import words

_RATE = re.compile(rf"[ -]?(?:[\w-]+ ){{0,3}}?(?:(?:an?|per|each|every) (?:{'|'.join(policy.PER)})|daily|weekly)\b")
_WITHIN = re.compile(rf"\b(?:in|at|of) (?:[\w-]+ ){{0,2}}?(?:{'|'.join(policy.SMALL_PLACES)})\b|\balone\b")
_OPENS_WITHIN = re.compile(rf"in (?:[\w-]+ ){{1,3}}?(?:{'|'.join(policy.SMALL_PLACES)})\b")
_STILL = re.compile(r" (?:[\w-]+ ){0,3}?(?:still|remain|remained)\b")
_WHERE = re.compile(rf"\b[Ii]n (?:the )?([A-Z][\w'’-]+|{'|'.join(policy.QUARTERS)})\b")
# So many letters are looked at, behind a figure and before it.
_NEAR = 60


class Surroundings:
    """What stands before and behind a figure in its sentence, and what follows from it."""

    __slots__ = ("aside", "held", "qualified", "rate", "still", "whereabouts", "within", "words")

    def __init__(self, claim: FigureClaim, evidence: Evidence) -> None:
        span = claim.quantity.span.shift(-claim.sentence.start)
        said, sentence = words(evidence.sentence), evidence.sentence
        before, behind = words(sentence[max(0, span.start - _NEAR) : span.start]), sentence[span.end :][:_NEAR].lower()
        opening = f" {' '.join(said[: policy.OPENING])} "
        # so many each day or year: "900 cars a day"
        self.rate = _RATE.match(behind) is not None
        # what somebody has: "has 300 shops", "with 900 pupils"
        self.held = bool(before) and before[-1] in policy.HOLDS
        # of a small place, or of one alone: "130 homes in the village of Orl"
        self.within = _WITHIN.search(behind) is not None
        opens = sentence[: span.start].lower()
        self.within = self.within or _OPENS_WITHIN.match(opens) is not None
        # of those left of more: "60,000 customers were still without power"
        self.still = _STILL.match(behind) is not None
        self.words = frozenset(said)
        # by names that no gazetteer need know: "in Arle", "in the north"
        self.whereabouts = frozenset(name.lower() for name in _WHERE.findall(sentence)) - policy.NO_PLACES
        # the sentence turns to others than its article is about: "Next door in Tarn, …"
        self.aside = any(f" {cue} " in opening for cue in policy.ASIDES)
        # of what kind the measured thing is: "youth unemployment", "net profit"
        self.qualified = policy.QUALIFIERS & set(words(claim.counted.text) if claim.counted else ())
