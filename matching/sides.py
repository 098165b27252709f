"""Sides: a claim as judging reads it, kept for as long as its evidence comes back."""

from typing import TypeAlias

from claims.claim import FigureClaim
from claims.relation import Evidence
from matching.figures.side import FigureSide
from matching.roles.side import RoleSide

# A page is held against some hundred claims: more than one page's worth of sides is kept, and not a base's.
KEPT = 20_000

Side: TypeAlias = FigureSide | RoleSide
_sides: dict[int, Side] = {}


def side(evidence: Evidence) -> Side:
    """The side that a piece of evidence takes; kept beside the evidence itself, for candidates come back."""
    found = _sides.get(id(evidence))
    if found is None or found.evidence is not evidence:
        if len(_sides) >= KEPT:
            _sides.clear()
        claim = evidence.claim
        found = FigureSide(claim, evidence) if isinstance(claim, FigureClaim) else RoleSide(claim, evidence)
        _sides[id(evidence)] = found
    return found
