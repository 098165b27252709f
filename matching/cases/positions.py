"""Positions: all evidence of one question, sorted into what it says, and how the positions stand to each other."""

from collections.abc import Hashable, Sequence
from dataclasses import replace
from functools import partial

from claims.agencies import Agencies
from claims.case import Arrangement, Position, told
from claims.claim import FigureClaim, RoleClaim
from claims.relation import Evidence, Kind, Relation
from matching.cases.stands import Judge, stand
from matching.cases.voices import answer, voices
from matching.figures import intervals
from matching.judge import judge
from matching.wording import answers, asking, wording

# The first answers to a question, which all others are held against: where there are more, the late ones are not held
# against each other, or a question of fifty answers would cost what a thousand pairs cost.
COMPARED = 8


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
    judged = judged or partial(judge, agencies=agencies)
    stands = [stand(p.evidence, q.evidence, agencies, judged) for p, q in pairs]
    stands = [
        held.settled if _is_settled(p, q, settled, kind, agencies) else held
        for (p, q), held in zip(pairs, stands, strict=True)
    ]
    at_odds = {id(p) for pair, held in zip(pairs, stands, strict=True) if held.page for p in pair}
    positions = [replace(p, opposed=id(p) in at_odds) for p in positions]
    first = max(stands, key=lambda held: held.rank)
    if first.relation.strength <= Relation.COMPATIBLE.strength:
        return None  # "hundreds" and "around 500", 14.7 and "about 15"
    if all(held.explained for held in stands):
        return None  # "to 4.25 percent from 4": nobody but this article gives the other figure
    is_figure = kind is Kind.FIGURE
    question = wording.figure_question(spoken) if is_figure else asking.question(spoken, kind, agencies)
    verdict = first.verdict
    return Arrangement(
        question, kind, tuple(positions), first.relation, first.page, first.reason, verdict.same, verdict.features
    )


def _is_settled(
    p: Position, q: Position, settled: Sequence[tuple[Evidence, Evidence]], kind: Kind, agencies: Agencies
) -> bool:
    def says(position: Position, item: Evidence) -> bool:
        return _one_position(position.evidence[0], item, kind, agencies)

    return any((says(p, a) and says(q, b)) or (says(p, b) and says(q, a)) for a, b in settled)


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


def _says(item: Evidence, kind: Kind, agencies: Agencies, action: str) -> str:
    claim = item.claim
    if isinstance(claim, FigureClaim):
        return wording.figure(claim.quantity)
    return answers.says(claim, kind, agencies, action)
