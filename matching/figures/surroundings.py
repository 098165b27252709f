"""Surroundings: what the words right beside a figure say of it that its claim does not hold.

"900 cars a day" is a rate, "in the village" a part of the land, "has 300 shops" what somebody owns.
"""

import re

from claims.claim import FigureClaim
from claims.relation import Evidence
from matching.figures import word_policy
from matching.words.content import words

_EACH = rf"(?:an?|per|each|every|for each (?:[\w-]+ )?) ?(?:{'|'.join(word_policy.PER)})|daily|weekly|yearly|annually"
# ... but for "for a year", "within a day"
_LEADS = r"(?!(?:for|after|within|over|during|than) )[\w-]+ "
_RATE = re.compile(rf"[ -]?(?:{_LEADS}){{0,3}}?(?:{_EACH})\b(?! (?:after|before|later|earlier|ago))")
_THEN = re.compile(
    rf"\b(?<!than a )(?<!from a )(?<!on a )(?:{'|'.join(word_policy.STRETCHES)}) (?:{'|'.join(word_policy.THEN)})\b"
)
_LAST = re.compile(
    rf"\b(?:at|in|of|from) the (?:{'|'.join(word_policy.LAST)}) (?:\w+ )?(?:{'|'.join(word_policy.ROUNDS)})\b"
)
_WITHIN = re.compile(rf"\b(?:in|at|of) (?:[\w'’-]+ ){{0,2}}?(?:{'|'.join(word_policy.SMALL_PLACES)})\b|\balone\b")
_OPENS_WITHIN = re.compile(rf"(?:in|at) (?:[\w'’-]+ ){{1,3}}?(?:{'|'.join(word_policy.SMALL_PLACES)})\b")
_REGIONAL = re.compile(rf"\b(?:in|across) (?:the )?(?:[\w-]+ )?(?:{'|'.join(word_policy.PARTS_OF_A_LAND)})\b|\balone\b")
_SO_FAR = re.compile(rf"\b(?:{'|'.join(word_policy.SO_FAR)}|by \d[\d.:]* ?[ap]\.?m)\b")
_STILL = re.compile(r" (?:[\w-]+ ){0,3}?(?:still|remain|remained)\b")
_WHERE = re.compile(rf"\b[Ii]n (?:the )?([A-Z][\w'’-]+|{'|'.join(word_policy.QUARTERS)})\b")
_RIVAL = re.compile(r"(?:^|while )(?:[Ii]ts )?(?:[Rr]ival|[Cc]ompetitor) [A-Z]")  # "Rival Astor shed 900 jobs"
_NUMBERED = re.compile(rf"\b({'|'.join(word_policy.WHICH)}) (?:{'|'.join(word_policy.NUMBERED)})\b")
# Whose people they are: "four Dravian soldiers", "two servicemen of the Torman border guard".
_NATION = re.compile(r"\b([A-Z][a-z]{2,}(?:i|an|ese|ish|ch))\b")
# So many letters are looked at, behind a figure and before it.
_NEAR = 60


class Surroundings:
    """What stands before and behind a figure in its sentence, and what follows from it."""

    __slots__ = (
        *(
            "aside",
            "groups",
            "held",
            "modified",
            "nations",
            "numbered",
            "polled",
            "qualified",
            "rate",
            "regional",
            "sector",
            "severity",
            "so_far",
            "still",
            "then",
            "whereabouts",
            "within",
            "words",
            "yearly",
        ),
    )

    def __init__(self, claim: FigureClaim, evidence: Evidence) -> None:
        span = claim.quantity.span.shift(-claim.sentence.start)
        said, sentence = words(evidence.sentence), evidence.sentence
        before, behind = words(sentence[max(0, span.start - _NEAR) : span.start]), sentence[span.end :][:_NEAR].lower()
        opening = f" {' '.join(said[: word_policy.OPENING])} "
        # so many each day or year: "900 cars a day"
        self.rate = _RATE.match(behind) is not None
        # the same said before it, which is often left out: "annual savings of"
        self.yearly = not word_policy.BY_THE_YEAR.isdisjoint(before)
        # of the time before: "a year earlier", "turnout then was"
        again = _LAST.search(sentence) is not None
        self.then = again or _THEN.search(behind) is not None or "then" in before[-2:]
        # what somebody has: "has 300 shops", "with 900 pupils"
        self.held = bool(before) and before[-1] in word_policy.HOLDS
        # of a small place, or of one alone: "130 homes in the village of Orl"
        opens = sentence[: span.start].lower()
        self.within = _WITHIN.search(behind) is not None or _OPENS_WITHIN.match(opens) is not None
        # of those left of more: "60,000 customers were still without power"
        self.still = _STILL.match(behind) is not None
        # of a part of the land: "turnout in the capital"
        self.regional = _REGIONAL.search(sentence.lower()) is not None
        # before the end: "by noon"
        self.so_far = _SO_FAR.search(sentence.lower()) is not None
        self.words = frozenset(said)
        # asked of some: "an exit poll put it at"
        self.polled = not word_policy.POLLS.isdisjoint(said)
        # by names that no gazetteer need know: "in Arle", "in the north"
        where = (word for name in _WHERE.findall(sentence) for word in words(name))
        self.whereabouts = frozenset(where) - word_policy.NO_PLACES
        # the sentence turns to others than its article is about: "Next door in Tarn, …"
        others = any(f" {cue} " in opening for cue in word_policy.ASIDES) or _RIVAL.search(sentence) is not None
        self.aside = others or not word_policy.OTHER_SHOCKS.isdisjoint(said)
        # of what kind the measured thing is: "youth unemployment", "net profit"
        named = set(words(claim.counted.text) if claim.counted else ())
        # what stands before its noun and tells another thing: "food inflation"
        self.modified = frozenset(_modifiers(claim)) - word_policy.LOOSE - evidence.context.names
        # whose it is: "teachers", "managers"
        self.groups = frozenset(w.removesuffix("s") for w in said) & word_policy.GROUPS
        near = sentence[span.end :][:_NEAR].partition(",")[0]
        self.nations = frozenset(nation.lower() for nation in _NATION.findall(_of_whom(near, claim)))
        # how badly they were hurt: "five of them seriously"
        self.severity = word_policy.SEVERITY & frozenset(words(near))
        # which of several: "the first quarter"
        self.numbered = frozenset(_NUMBERED.findall(sentence.lower()))
        self.qualified, self.sector = word_policy.QUALIFIERS & named, word_policy.SECTORS & named


def _of_whom(behind: str, claim: FigureClaim) -> str:
    """The words behind a figure that say whose people are counted: up to their noun, and from "of" or "from" on."""
    noun = claim.counted.text if claim.counted and claim.quantity.unit is None else ""
    before, found, after = behind.partition(noun) if noun else ("", "", "")
    belongs = re.match(r" (?:of|from) (?:[\w-]+ ){0,2}?[A-Z]\w+", after)
    return f"{before}{found}{belongs.group() if belongs else ''}"


def _modifiers(claim: FigureClaim) -> list[str]:
    """The words before the noun of what is measured; a name has a trade before it, and no kinds."""
    if claim.counted and claim.counted.text.split()[-1][:1].isupper():
        return []
    return claim.counted.text.lower().split()[:-1] if claim.counted and claim.quantity.unit else []
