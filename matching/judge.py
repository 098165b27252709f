"""Judging: the verdict on two pieces of evidence, and on two texts."""

from collections.abc import Sequence

from claims.agencies import Agencies
from claims.claim import FigureClaim
from claims.relation import Evidence, Kind, Relation, Verdict
from matching.figures import figures, policy
from matching.figures.side import FigureSide
from matching.roles import roles
from matching.roles.side import RoleSide
from matching.sides import side


def judge(a: Evidence, b: Evidence, agencies: Agencies, anchored: bool = False) -> Verdict:
    """How ``b`` stands to ``a``. ``anchored``: other figures of their texts agree."""
    x, y = side(a), side(b)
    if isinstance(x, FigureSide) and isinstance(y, FigureSide):
        relation, same, why, features = figures.relate(x, y, anchored)
        page = _pages(relation, a, b) and figures.pages(x, y)
        return Verdict(relation, Kind.FIGURE, page, why, same, features, a, b)
    if isinstance(x, RoleSide) and isinstance(y, RoleSide):
        told = roles.relate(x, y, agencies)
        page = _pages(told.relation, a, b)
        return Verdict(told.relation, told.kind, page, told.reason, told.same, told.features, a, b)
    return Verdict(Relation.UNRELATED, Kind.FIGURE, False, "a figure and a role", 0.0, (), a, b)


# One, two or three of a thing are no sign of one event.
_FEW = 3


def strongest(left: Sequence[Evidence], right: Sequence[Evidence], agencies: Agencies) -> Verdict | None:
    """The strongest relation between the claims of two texts; None if either has none.

    An agreeing pair explains its figures first: a figure that has found its equal opposes no other.
    """
    verdicts = [judge(a, b, agencies) for a in left for b in right]
    near = (f.score or 0.0 for v in verdicts for f in v.features if f.name == "near")
    enough = 0 if any(score >= policy.VERY_CLOSE for score in near) else _FEW
    agreeing = [v for v in verdicts if _agree(v.a, v.b, enough)]
    explained = {id(e) for v in verdicts if v.relation is Relation.AGREES for e in (v.a, v.b)}
    if agreeing:
        anchors = {id(e) for v in agreeing for e in (v.a, v.b)}
        verdicts = [judge(v.a, v.b, agencies, not {id(v.a), id(v.b)} & anchors) for v in verdicts]
    free = [v for v in verdicts if v.relation is Relation.AGREES or not {id(v.a), id(v.b)} & explained]
    return max(free, key=lambda v: (v.relation.strength, v.same), default=None)


def _agree(a: Evidence, b: Evidence, enough: int) -> bool:
    """Whether two figures above ``enough`` are told alike to the last word that types know."""
    x, y = a.claim, b.claim
    if not (isinstance(x, FigureClaim) and isinstance(y, FigureClaim)) or x.quantity.value is None:
        return False
    alike = x.quantity.comparable(y.quantity) and x.quantity.base == y.quantity.base and x.quantity.value > enough
    return alike and (x.action == y.action or bool(x.counted and y.counted and x.counted.key == y.counted.key))


def _pages(relation: Relation, a: Evidence, b: Evidence) -> bool:
    return relation is Relation.CONFLICTS and a.origin != b.origin
