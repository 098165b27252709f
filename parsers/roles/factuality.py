"""Factuality: what modals, negation and cue verbs do to the event that they govern.

Each cue has two effects, one as it stands and one when negated ("expected": probable, "not expected":
probably not). Effects compose from the outside in: certainty is that of the weakest, polarity the
product. The cues are lexicon/factuality.toml, after FactBank's classes (Saurí & Pustejovsky 2009).
"""

from functools import cache

from claims.factuality import Factuality
from parsers.lexicon import table

CERTAIN, CERTAIN_NOT = Factuality.CERTAIN, Factuality.CERTAIN_NOT  # every verb asks, and an enumeration is slow
_RANK = {"CT": 0, "PR": 1, "PS": 2}

Cue = tuple[Factuality, Factuality]


def compose(outer: Factuality, inner: Factuality) -> Factuality:
    """The factuality of an event that is ``inner`` to a source that is itself ``outer``.

    >>> compose(Factuality.PROBABLE_NOT, Factuality.CERTAIN).value
    'PR-'
    """
    if outer is CERTAIN:
        return inner
    if inner is CERTAIN:
        return outer
    if outer.open or inner.open:
        return outer if outer.open else inner
    certainty = max(outer.value[:2], inner.value[:2], key=_RANK.__getitem__)
    return Factuality(certainty + ("+" if outer.affirms == inner.affirms else "-"))


def effect(cue: Cue, negated: bool) -> Factuality:
    """What a cue does, as it stands or negated."""
    return cue[1] if negated else cue[0]


def cue(kind: str, word: str) -> Cue | None:
    """The cue of a kind (modals, adverbs, verbs, passives, adjectives, nouns, clauses, clause_words)."""
    return _cues(kind).get(word)


@cache
def _cues(kind: str) -> dict[str, Cue]:
    return {w: (Factuality(a), Factuality(b)) for w, (a, b) in table("factuality")[kind].items()}
