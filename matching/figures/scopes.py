"""Scopes: which of an article's figures is its answer, and which are parts of it.

An article that puts 24 dead into its opening and then counts ten here and twelve there tells two parts; they
answer no question about the whole.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from claims.claim import Claim, FigureClaim, Part
from claims.relation import Evidence, Relation
from matching.figures import intervals, policy


def scoped(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence of one article, in its order; a figure below the one that the article opens with is its part."""
    wholes = _wholes(evidence)
    return [_as_part(item) if _is_part(item, wholes) else item for item in evidence]


def _as_part(item: Evidence) -> Evidence:
    claim = item.claim
    return replace(item, claim=replace(claim, part=Part.PART)) if isinstance(claim, FigureClaim) else item


def _wholes(evidence: Sequence[Evidence]) -> dict[tuple[str, str], FigureClaim]:
    """For each count the figure that the opening puts highest; without one there, that of the whole text."""
    found: dict[tuple[str, str], Evidence] = {}
    for item in evidence:
        claim = item.claim
        if not isinstance(claim, FigureClaim) or claim.part is not None or (key := _counts(claim)) is None:
            continue
        present = found.get(key)
        if present is None or (item.lead, _value(claim)) > (present.lead, _value(present.claim)):
            found[key] = item
    return {key: item.claim for key, item in found.items() if isinstance(item.claim, FigureClaim)}


def _is_part(item: Evidence, wholes: Mapping[tuple[str, str], FigureClaim]) -> bool:
    claim = item.claim
    if not isinstance(claim, FigureClaim) or claim.part is not None or (key := _counts(claim)) is None:
        return False
    whole = wholes[key]
    apart = intervals.compare(claim.quantity, whole.quantity).relation in (Relation.CONFLICTS, Relation.UPDATES)
    return claim is not whole and apart and _value(claim) < _value(whole)


def _counts(claim: FigureClaim) -> tuple[str, str] | None:
    """What befell whom; None for what has no parts that news tells (measures, requests), or is denied."""
    if claim.quantity.unit is not None or claim.action is None or claim.action.key not in policy.CASUALTY:
        return None
    if not claim.factuality.affirms:
        return None
    return claim.action.key, claim.counted.family if claim.counted else "person"


def _value(claim: Claim) -> Decimal:
    value = claim.quantity.value if isinstance(claim, FigureClaim) else None
    return value if value is not None else Decimal(0)
