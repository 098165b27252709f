"""Hearing: whether a conflict is one that the desk must hear of, by who tells its two sides and where."""

from collections.abc import Sequence

from claims.agencies import Agencies
from claims.claim import FigureClaim, RoleClaim
from claims.relation import Evidence, Verdict
from matching.cases.further import disputed
from matching.figures import movers, policy


def must_hear(left: Sequence[Evidence], right: Sequence[Evidence], verdict: Verdict, agencies: Agencies) -> bool:
    """Whether two voices tell the sides of a ``verdict``, and not in passing.

    In passing is what stands in no headline or opening, told by one origin. How many came or were on board, and what is
    measured of one thing (a speed, a turnout, an offer), needs one side that is not; what one story says is done and
    not done, what a listed body does, and how old somebody is, matters wherever in a report it stands.
    """
    weights = (_weighty(left), _weighty(right))
    anywhere = _done_or_not(verdict) or _listed(verdict, agencies) or _aged(verdict) or disputed(left, right)
    one_will_do = _crowd(verdict) or _measured(verdict)
    return (anywhere or all(weights) or (any(weights) and one_will_do)) and _two_voices(left, right)


def _two_voices(left: Sequence[Evidence], right: Sequence[Evidence]) -> bool:
    p, q = {e.origin for e in left}, {e.origin for e in right}
    return bool(p - q) and bool(q - p)


def _weighty(side: Sequence[Evidence]) -> bool:
    """Told in a headline or opening, or by two origins: a claim in passing pages nobody."""
    return any(e.lead for e in side) or len({e.origin for e in side}) > 1


def _listed(verdict: Verdict, agencies: Agencies) -> bool:
    """What a body does that the desk has listed matters wherever in a report it stands."""
    told = (verdict.a.claim, verdict.b.claim)
    return all(isinstance(claim, RoleClaim) and claim.actor.key in agencies for claim in told)


def _done_or_not(verdict: Verdict) -> bool:
    """A yes against a no on what one story tells."""
    roles = isinstance(verdict.a.claim, RoleClaim) and isinstance(verdict.b.claim, RoleClaim)
    return roles and verdict.a.story != "" and verdict.a.story == verdict.b.story


def _crowd(verdict: Verdict) -> bool:
    """How many came, which the police and the organisers count otherwise, or were on board."""
    told = (verdict.a.claim, verdict.b.claim)
    return any(c.action is not None and c.action.key in policy.HEADS for c in told if isinstance(c, FigureClaim))


def _measured(verdict: Verdict) -> bool:
    """What both measure of a thing that both name alike: "the lorry weighed 96 tonnes", "his lorry weighed 44"."""
    x, y = verdict.a.claim, verdict.b.claim
    if not (isinstance(x, FigureClaim) and isinstance(y, FigureClaim)) or x.quantity.unit is None:
        return False
    if x.counted is None or y.counted is None or x.counted.family in policy.DIMENSIONS:
        return False  # other quakes had their magnitudes, too
    moves = movers.is_speed(x) and movers.one(x.counted, y.counted)
    return moves or (x.counted.key == y.counted.key and x.counted.key not in policy.MANY_OF_ONE_NAME)


def _aged(verdict: Verdict) -> bool:
    """How old somebody is stands beside the name, wherever that is told."""
    claim = verdict.a.claim
    measure = claim.quantity.unit if isinstance(claim, FigureClaim) else None
    return measure is not None and measure.dimension == "age"
