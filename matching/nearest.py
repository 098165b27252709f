"""Nearest: of the stored claims that share keys with a new one, those that most surely answer its question."""

from collections.abc import Iterable, Sequence

from claims.agencies import Agencies
from claims.claim import FigureClaim
from claims.relation import Evidence, Kind, Relation, Verdict
from matching.judge import judge
from matching.roles import policy
from matching.sides import side


def nearest(new: Evidence, candidates: Sequence[Evidence], agencies: Agencies) -> list[tuple[int, Verdict]]:
    """For each kind of question the related candidate that most surely answers the same one: its place, the verdict.

    Of those that are as sure the first is taken. Another page comes before the claim's own, whose headline says in
    other words what its text says.
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
    return verdict.same > best[verdict.kind][1].same


def _kinds(new: Evidence, agencies: Agencies) -> frozenset[Kind]:
    """The kinds of question that a claim may answer."""
    claim = new.claim
    if isinstance(claim, FigureClaim):
        return frozenset({Kind.FIGURE})
    of_one_body = claim.action.key in policy.OF_ONE_BODY and claim.actor.key in agencies
    return frozenset({Kind.ROLE, Kind.AGENCY} if of_one_body else {Kind.ROLE})
