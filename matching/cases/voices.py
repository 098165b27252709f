"""Voices: the few pieces of evidence that speak for all that is said on a question.

However many reports repeat an answer, how it stands to the others shows in the first that gave it and in some of
other origins; the rest are listed with their case and counted.
"""

from collections.abc import Collection, Hashable, Iterable, Sequence

from claims.agencies import Agencies
from claims.case import told
from claims.claim import FigureClaim
from claims.relation import Evidence, Kind
from matching.roles import pairs
from matching.wording import answers

# How many pieces of evidence of a position are judged against another's: the first told are enough.
SPOKESMEN = 3
# Of how many origins the first to give an answer is heard: enough to tell whether two sides are two voices.
ORIGINS = 6


def voices(evidence: Sequence[Evidence], agencies: Agencies) -> list[Evidence]:
    """Those of one question's evidence that are enough to arrange it, however much more says the same.

    Voices chosen among voices and what came later are those chosen among all.
    """
    ordered = sorted(evidence, key=told)
    kind = answers.kind_of(ordered, agencies)
    said: dict[Hashable, list[Evidence]] = {}
    for item in ordered:
        said.setdefault(answer(item, kind), []).append(item)
    if len(said) == 1:
        return _speakers(ordered)
    chosen = [_speakers(items) for items in said.values()]
    speak = {item.article_id for items in chosen for item in items}
    # An article that gives several answers speaks for none: whoever speaks for one is heard on the others, too.
    also = [_first_of_each(items, speak) for items in said.values()]
    return [voice for pair in zip(chosen, also, strict=True) for voice in _once([*pair[0], *pair[1]])]


def answer(item: Evidence, kind: Kind) -> Hashable:
    """What a claim says: two of one answer are of one position, whatever else is said."""
    claim = item.claim
    if isinstance(claim, FigureClaim):
        quantity = claim.quantity
        return quantity.lower, quantity.upper, quantity.bound, quantity.unit
    if kind is Kind.AGENCY:
        return claim.actor.key
    return answers.answer(claim), claim.action.key if claim.action.key in pairs.OPPOSED else ""


def _speakers(said: list[Evidence]) -> list[Evidence]:
    """The first to give an answer, the first of some origins, the first to lead with it, and of figures the last."""
    if len(said) <= SPOKESMEN:
        return said
    of_origin: dict[str, Evidence] = {}
    for item in said:
        if item.origin not in of_origin:
            of_origin[item.origin] = item
            if len(of_origin) == ORIGINS:
                break
    leads = next((item for item in said if item.lead), said[0])
    last = said[-1:] if isinstance(said[-1].claim, FigureClaim) else []  # a count that grows is not told later
    return _once([*said[:SPOKESMEN], *of_origin.values(), leads, *last])


def _first_of_each(said: list[Evidence], articles: Collection[str]) -> list[Evidence]:
    found: dict[str, Evidence] = {}
    for item in said:
        if item.article_id in articles:
            found.setdefault(item.article_id, item)
    return list(found.values())


def _once(evidence: Iterable[Evidence]) -> list[Evidence]:
    return list({id(item): item for item in evidence}.values())
