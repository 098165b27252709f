"""Scopes: which of an article's figures is its answer, and which are parts of it.

An article that puts 24 dead into its opening and then counts ten here and twelve there tells two parts; they
answer no question about the whole.
"""

from collections.abc import Iterable
from dataclasses import replace

from claims.claim import FigureClaim, Part
from claims.relation import Evidence, Relation
from matching import intervals, policy


def scoped(evidence: Iterable[Evidence]) -> list[Evidence]:
    """The evidence of one article, in its order; a figure below the one told first for the same is its part."""
    told: dict[tuple[str, str], FigureClaim] = {}
    found = []
    for item in evidence:
        claim = item.claim
        if isinstance(claim, FigureClaim) and (key := _counts(claim)):
            whole = told.setdefault(key, claim)
            if claim.part is None and _below(claim, whole):
                item = replace(item, claim=replace(claim, part=Part.PART))
        found.append(item)
    return found


def _counts(claim: FigureClaim) -> tuple[str, str] | None:
    """What befell whom; None for what has no parts that news tells (measures, requests)."""
    if claim.quantity.unit is not None or claim.action is None or claim.action.key not in policy.CASUALTY:
        return None
    return claim.action.key, claim.counted.family if claim.counted else "person"


def _below(claim: FigureClaim, whole: FigureClaim) -> bool:
    apart = intervals.compare(claim.quantity, whole.quantity).relation in (Relation.CONFLICTS, Relation.UPDATES)
    x, y = claim.quantity.value, whole.quantity.value
    return claim is not whole and apart and x is not None and y is not None and x < y
