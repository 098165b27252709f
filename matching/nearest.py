"""Nearest: of the stored claims that share keys with a new one, those that most surely answer its question."""

from collections.abc import Iterable, Sequence

from claims.agencies import Agencies
from claims.claim import FigureClaim
from claims.relation import Evidence, Kind, Relation, Verdict
from matching import role_policy as policy
from matching.judge import judge
from matching.sides import side


def nearest(new: Evidence, candidates: Sequence[Evidence], agencies: Agencies) -> list[tuple[int, Verdict]]:
    """For each kind of question the related candidate that most surely answers the same one: its place, the verdict.

    Of those that are as sure that of the closest value is taken, then the first. Another page comes before the claim's
    own, whose headline says in other words what its text says.
    """
    asked = _kinds(new, agencies)
    own = [place for place, candidate in enumerate(candidates) if candidate.url == new.url]
    others = [place for place, candidate in enumerate(candidates) if candidate.url != new.url]
    best = _surest(new, candidates, others, asked, agencies)
    if not asked <= best.keys():
        best = _surest(new, candidates, own, asked, agencies) | best
    return list(best.values())


def _surest(
    new: Evidence, candidates: Sequence[Evidence], places: Iterable[int], asked: frozenset[Kind], agencies: Agencies
) -> dict[Kind, tuple[int, Verdict]]:
    """The best of some candidates; a copy of one before cannot be better."""
    best: dict[Kind, tuple[int, Verdict]] = {}
    heard: dict[str, list[Evidence]] = {}
    for place in places:
        alike = heard.setdefault(candidates[place].sentence, [])
        if alike and side(candidates[place]).heard in {side(other).heard for other in alike}:
            continue
        alike.append(candidates[place])
        verdict = judge(candidates[place], new, agencies)
        if verdict.relation is Relation.UNRELATED or (verdict.kind in best and not _surer(verdict, best)):
            continue
        best[verdict.kind] = place, verdict
        if all(kind in best and best[kind][1].same >= 1.0 for kind in asked):
            break
    return best


def _surer(verdict: Verdict, best: dict[Kind, tuple[int, Verdict]]) -> bool:
    """Of figures that are as surely of one question, the closest: 480 dead are rather of the heat than of its fires."""
    before = best[verdict.kind][1]
    if verdict.same != before.same or verdict.kind is not Kind.FIGURE:
        return verdict.same > before.same
    return _closeness(verdict) > _closeness(before)


def _closeness(verdict: Verdict) -> float:
    """How much of the larger of two values the smaller is, 0 to 1."""
    x, y = verdict.a.claim, verdict.b.claim
    if not (isinstance(x, FigureClaim) and isinstance(y, FigureClaim)):
        return 1.0
    low, high = sorted(abs(float(c.quantity.base[0] or c.quantity.base[1] or 0)) for c in (x, y))
    return low / high if high else 1.0


def _kinds(new: Evidence, agencies: Agencies) -> frozenset[Kind]:
    """The kinds of question that a claim may answer."""
    claim = new.claim
    if isinstance(claim, FigureClaim):
        return frozenset({Kind.FIGURE})
    of_one_body = claim.action.key in policy.OF_ONE_BODY and claim.actor.key in agencies
    return frozenset({Kind.ROLE, Kind.AGENCY} if of_one_body else {Kind.ROLE})
