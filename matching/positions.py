"""Positions: all evidence of one question, sorted into what it says, and how the positions stand to each other."""

from collections.abc import Sequence
from itertools import combinations

from claims.agencies import Agencies
from claims.case import Arrangement, Position
from claims.claim import FigureClaim, RoleClaim
from claims.relation import Evidence, Kind, Relation, Verdict
from matching import answers, intervals, policy, wording
from matching.judge import judge


def arrange(evidence: Sequence[Evidence], agencies: Agencies) -> Arrangement | None:
    """The positions of one question's evidence; None where all of it says the same.

    The same evidence in any order gives the same arrangement.
    """
    ordered = sorted(evidence, key=_told)
    roles = [e.claim for e in ordered if isinstance(e.claim, RoleClaim)]
    asked = answers.kind(roles, agencies) if roles else Kind.FIGURE
    positions = _positions(ordered, asked, agencies)
    if len(positions) < 2:
        return None
    pairs = [_stand(p, q, agencies) for p, q in combinations(positions, 2)]
    relation, page, reason = max(pairs, key=lambda stand: (stand[1], stand[0].strength))
    question = answers.question(ordered, asked, agencies) if roles else wording.figure_question(ordered)
    return Arrangement(question, asked, tuple(positions), relation, page, reason)


def _positions(evidence: Sequence[Evidence], asked: Kind, agencies: Agencies) -> list[Position]:
    """Evidence that says the same is one position, told by the first of it."""
    groups: list[list[Evidence]] = []
    for item in evidence:
        home = next((g for g in groups if _one_position(g[0], item, asked, agencies)), None)
        if home is None:
            groups.append([item])
        else:
            home.append(item)
    return [Position(_says(group[0], asked, agencies), tuple(group)) for group in groups]


def _one_position(a: Evidence, b: Evidence, asked: Kind, agencies: Agencies) -> bool:
    if isinstance(a.claim, RoleClaim) and isinstance(b.claim, RoleClaim):
        return answers.one_answer(a.claim, b.claim, asked, agencies)
    return _one_figure(a, b)


def _one_figure(a: Evidence, b: Evidence) -> bool:
    """Whether two figures agree or one is a rounding of the other; an open bound glues nothing."""
    if not (isinstance(a.claim, FigureClaim) and isinstance(b.claim, FigureClaim)):
        return False
    compared = intervals.compare(a.claim.quantity, b.claim.quantity)
    if compared.relation is Relation.AGREES:
        return True
    closed = not {a.claim.quantity.bound, b.claim.quantity.bound} - intervals.CLOSED
    return compared.relation is Relation.COMPATIBLE and closed


def _stand(p: Position, q: Position, agencies: Agencies) -> tuple[Relation, bool, str]:
    """How two positions stand: relation, whether to page, and why in one sentence."""
    # An article that states both figures explains the one by the other: it opposes neither.
    both = {e.article_id for e in p.evidence} & {e.article_id for e in q.evidence}
    left = [e for e in p.evidence if e.article_id not in both]
    right = [e for e in q.evidence if e.article_id not in both]
    if not left or not right:
        a, b = p.evidence[0], q.evidence[0]
        verdict = judge(a, b, agencies)
        return (
            min(verdict.relation, Relation.DIFFERS, key=lambda r: r.strength),
            False,
            "one article gives both figures",
        )
    verdicts = [judge(a, b, agencies) for a in left[:5] for b in right[:5]]
    best = max(verdicts, key=lambda v: (v.relation.strength, v.same))
    if best.relation is Relation.CONFLICTS and _grew(left, right):
        return Relation.UPDATES, False, "a count that grows: the higher figure is the newer one"
    weighty = _listed(best, agencies) or (_weighty(left) and _weighty(right))
    page = best.relation is Relation.CONFLICTS and _two_voices(left, right) and weighty
    return best.relation, page, best.reason


def _grew(left: Sequence[Evidence], right: Sequence[Evidence]) -> bool:
    """Whether the higher figure of a growing count was told later, every time."""
    low, high = sorted((left, right), key=lambda side: _value(side[0]))
    if not all(isinstance(e.claim, FigureClaim) and e.claim.action for e in (low[0], high[0])):
        return False
    claim = high[0].claim
    if not isinstance(claim, FigureClaim) or claim.action is None or claim.action.key not in policy.GROWS:
        return False
    lows = [e.published_at for e in low if e.published_at]
    highs = [e.published_at for e in high if e.published_at]
    return bool(lows and highs) and max(lows) < min(highs)


def _two_voices(left: Sequence[Evidence], right: Sequence[Evidence]) -> bool:
    return bool({e.origin for e in left} - {e.origin for e in right}) and bool(
        {e.origin for e in right} - {e.origin for e in left}
    )


def _weighty(side: Sequence[Evidence]) -> bool:
    """Told in a headline or opening, or by two origins: a figure in passing pages nobody."""
    return any(e.lead for e in side) or len({e.origin for e in side}) > 1


def _listed(verdict: Verdict, agencies: Agencies) -> bool:
    """What a body does that the desk has listed matters wherever in a report it stands."""
    told = (verdict.a.claim, verdict.b.claim)
    return all(isinstance(claim, RoleClaim) and claim.actor.key in agencies for claim in told)


def _says(item: Evidence, asked: Kind, agencies: Agencies) -> str:
    claim = item.claim
    return wording.says(claim.quantity) if isinstance(claim, FigureClaim) else answers.says(claim, asked, agencies)


def _value(item: Evidence) -> float:
    claim = item.claim
    value = claim.quantity.value if isinstance(claim, FigureClaim) else None
    return float(value) if value is not None else 0.0


def _told(item: Evidence) -> tuple[bool, str, str]:
    """Dated evidence first, by date; then by when it was read; ids break ties."""
    moment = item.published_at or item.seen_at
    return item.published_at is None, moment.isoformat(), item.id
