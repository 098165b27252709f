"""Positions: all evidence of one question, sorted into what it says, and how the positions stand to each other."""

from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import replace
from functools import partial

from claims.agencies import Agencies
from claims.case import Arrangement, Position, told
from claims.claim import FigureClaim, RoleClaim
from claims.relation import Evidence, Kind, Relation, Verdict
from matching.cases.further import further_on
from matching.cases.hearing import must_hear
from matching.cases.voices import SPOKESMEN, answer, voices
from matching.figures import figures, intervals
from matching.judge import judge
from matching.wording import answers, asking, wording

Judge = Callable[[Evidence, Evidence], Verdict]
# The first answers to a question, which all others are held against: where there are more, the late ones are not held
# against each other, or a question of fifty answers would cost what a thousand pairs cost.
COMPARED = 8
_EXPLAINED = "One article gives both."


def arrange(
    evidence: Sequence[Evidence],
    agencies: Agencies,
    settled: Sequence[tuple[Evidence, Evidence]] = (),
    judged: Judge | None = None,
) -> Arrangement | None:
    """The positions of one question's evidence; None where all of it says the same, or can stand side by side.

    ``settled`` are pairs that a person found no conflict: two positions that say what they say page no more. The
    same evidence in any order gives the same arrangement. ``judged`` gives verdicts on pairs, if not `judge`.
    """
    ordered = sorted(evidence, key=told)
    kind = answers.kind_of(ordered, agencies)
    groups = _groups(ordered, kind, agencies)
    if len(groups) < 2:
        return None
    spoken = sorted(voices(ordered, agencies), key=told)  # so that it is asked alike, whatever more is said
    action = answers.asked_for([e.claim for e in spoken if isinstance(e.claim, RoleClaim)])
    positions = [Position(_says(group[0], kind, agencies, action), tuple(group)) for group in groups]
    pairs = [(p, q) for n, p in enumerate(positions[:COMPARED], 1) for q in positions[n:]]
    stands = [
        _settled(stand) if _is_settled(p, q, settled, kind, agencies) else stand
        for p, q in pairs
        for stand in [_stand(p.evidence, q.evidence, agencies, judged or partial(judge, agencies=agencies))]
    ]
    at_odds = {id(p) for pair, stand in zip(pairs, stands, strict=True) if stand[1] for p in pair}
    positions = [replace(p, opposed=id(p) in at_odds) for p in positions]
    relation, page, reason, verdict = max(stands, key=lambda stand: (stand[1], stand[0].strength, stand[3].same))
    if relation.strength <= Relation.COMPATIBLE.strength:
        return None  # "hundreds" and "around 500", 14.7 and "about 15"
    if all(stand[2] == _EXPLAINED for stand in stands):
        return None  # "to 4.25 percent from 4": nobody but this article gives the other figure
    is_figure = kind is Kind.FIGURE
    question = wording.figure_question(spoken) if is_figure else asking.question(spoken, kind, agencies)
    return Arrangement(question, kind, tuple(positions), relation, page, reason, verdict.same, verdict.features)


def _is_settled(
    p: Position, q: Position, settled: Sequence[tuple[Evidence, Evidence]], kind: Kind, agencies: Agencies
) -> bool:
    def says(position: Position, item: Evidence) -> bool:
        return _one_position(position.evidence[0], item, kind, agencies)

    return any((says(p, a) and says(q, b)) or (says(p, b) and says(q, a)) for a, b in settled)


def _settled(stand: tuple[Relation, bool, str, Verdict]) -> tuple[Relation, bool, str, Verdict]:
    relation, _, reason, verdict = stand
    return min(relation, Relation.DIFFERS, key=_strength), False, reason, verdict


def _groups(evidence: Sequence[Evidence], kind: Kind, agencies: Agencies) -> list[list[Evidence]]:
    """Evidence that says the same is one position, told by the first of it."""
    groups: list[list[Evidence]] = []
    of_answer: dict[Hashable, list[Evidence]] = {}
    for item in evidence:
        says = answer(item, kind)
        home = of_answer.get(says)
        if home is None:
            home = next((group for group in groups if _one_position(group[0], item, kind, agencies)), None)
        if home is None:
            groups.append(home := [])
        of_answer[says] = home
        home.append(item)
    return groups


def _one_position(a: Evidence, b: Evidence, kind: Kind, agencies: Agencies) -> bool:
    """Whether two say the same: figures that are equal or rounded, where an open bound glues nothing; or one role."""
    x, y = a.claim, b.claim
    if isinstance(x, RoleClaim) and isinstance(y, RoleClaim):
        return answers.one_answer(x, y, kind, agencies)
    if not (isinstance(x, FigureClaim) and isinstance(y, FigureClaim)):
        return False
    compared = intervals.compare(x.quantity, y.quantity)
    closed = not {x.quantity.bound, y.quantity.bound} - intervals.CLOSED
    return compared.relation is Relation.AGREES or (compared.relation is Relation.COMPATIBLE and closed)


def _stand(
    left: Sequence[Evidence], right: Sequence[Evidence], agencies: Agencies, judged: Judge
) -> tuple[Relation, bool, str, Verdict]:
    """How two positions stand: relation, whether to page, why in one sentence, and the verdict that says so."""
    # An article that states both explains the one by the other: it opposes neither.
    both = {e.article_id for e in left} & {e.article_id for e in right}
    p = [e for e in left if e.article_id not in both]
    q = [e for e in right if e.article_id not in both]
    verdicts = [judged(a, b) for a in p[:SPOKESMEN] for b in q[:SPOKESMEN]]
    if not verdicts:
        verdicts = _surer_than_own(left[:SPOKESMEN], right[:SPOKESMEN], both, judged)
        p, q = [v.a for v in verdicts], [v.b for v in verdicts]
    if not verdicts:
        verdict = judged(left[0], right[0])
        relation = min(verdict.relation, Relation.DIFFERS, key=_strength)
        return relation, False, _EXPLAINED, verdict
    best = max(verdicts, key=lambda v: (v.relation.strength, v.same))
    if best.relation is Relation.CONFLICTS:
        if newer := further_on(p, q):
            return Relation.UPDATES, False, newer, best
        if apart := next((v for v in verdicts if _same_articles(v, best) and figures.sets_apart(v)), None):
            return Relation.DIFFERS, False, f"{apart.reason[:1].upper()}{apart.reason[1:]}.", best
    told = next(v for v in verdicts if v.relation is best.relation)  # in its text, not in its headline
    return best.relation, best.page and must_hear(p, q, best, agencies), told.reason, best


def _surer_than_own(
    left: Sequence[Evidence], right: Sequence[Evidence], both: Collection[str], judged: Judge
) -> list[Verdict]:
    """The verdicts on roles of two articles that are surer than what either tells of both: it tells of two things."""
    if isinstance(left[0].claim, FigureClaim):
        return []
    own = dict.fromkeys(both, 0.0)
    told = [(a, b, judged(a, b)) for a in left for b in right]
    for a, b, verdict in told:
        if a.article_id == b.article_id:
            own[a.article_id] = max(own[a.article_id], verdict.same)
    return [
        verdict
        for a, b, verdict in told
        if a.article_id != b.article_id and verdict.same > max(own.get(a.article_id, 0.0), own.get(b.article_id, 0.0))
    ]


def _same_articles(a: Verdict, b: Verdict) -> bool:
    """Whether two verdicts are on the same two articles: what a headline leaves out, its text says."""
    return {a.a.article_id, a.b.article_id} == {b.a.article_id, b.b.article_id}


def _says(item: Evidence, kind: Kind, agencies: Agencies, action: str) -> str:
    claim = item.claim
    if isinstance(claim, FigureClaim):
        return wording.figure(claim.quantity)
    return answers.says(claim, kind, agencies, action)


def _strength(relation: Relation) -> int:
    return relation.strength
