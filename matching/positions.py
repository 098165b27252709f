"""Positions: all evidence of one question, sorted into what it says, and how the positions stand to each other."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from claims.agencies import Agencies
from claims.case import Arrangement, Position, told
from claims.claim import FigureClaim, RoleClaim
from claims.relation import Evidence, Kind, Relation, Verdict
from matching import answers, content, intervals, policy, wording
from matching.judge import judge
from matching.voices import SPOKESMEN, answer, voices

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
    question = wording.figure_question(spoken) if is_figure else answers.question(spoken, kind, agencies)
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
    if not p or not q:
        verdict = judged(left[0], right[0])
        relation = min(verdict.relation, Relation.DIFFERS, key=_strength)
        return relation, False, _EXPLAINED, verdict
    verdicts = [judged(a, b) for a in p[:SPOKESMEN] for b in q[:SPOKESMEN]]
    best = max(verdicts, key=lambda v: (v.relation.strength, v.same))
    if best.relation is Relation.CONFLICTS and (_grew(p, q) or _told_on(p, q)):
        return Relation.UPDATES, False, "A count that grows: the higher figure is the newer one.", best
    if best.relation is Relation.CONFLICTS and _moved(p, q):
        return Relation.UPDATES, False, "A count that goes up and down: one figure is the newer one.", best
    if best.relation is Relation.CONFLICTS and _of_other_days(p, q):
        return Relation.UPDATES, False, "A level told of two days.", best
    weights = (_weighty(p), _weighty(q))
    heard = _listed(best, agencies) or _aged(best) or all(weights) or (_done_or_not(best) and any(weights))
    return best.relation, best.page and _two_voices(p, q) and heard, best.reason, best


def _grew(left: Sequence[Evidence], right: Sequence[Evidence]) -> bool:
    """Whether the higher figure of a growing count was told later, every time."""
    low, high = sorted((left, right), key=lambda side: _value(side[0]))
    return (_counts(high[0], policy.GROWS) or _of(high[0], policy.GROWING)) and _before(low, high)


def _told_on(left: Sequence[Evidence], right: Sequence[Evidence]) -> bool:
    """Whether the later reports say themselves that their higher count is further on: "has risen to nine", "now 14"."""
    low, high = sorted((left, right), key=lambda side: _value(side[0]))
    if not _before(low, high) or any(isinstance(e.claim, FigureClaim) and e.claim.quantity.unit for e in high):
        return False
    return all(not policy.FURTHER_ON.isdisjoint(content.words(e.sentence)) for e in high)


def _of(item: Evidence, things: frozenset[str]) -> bool:
    claim = item.claim
    return isinstance(claim, FigureClaim) and claim.counted is not None and claim.counted.key in things


def _moved(left: Sequence[Evidence], right: Sequence[Evidence]) -> bool:
    """Whether all reports of the one figure of a count that goes up and down are later than all of the other."""
    varies = _counts(left[0], policy.VARIES) or _of(left[0], policy.VARYING)
    return varies and (_before(left, right) or _before(right, left))


def _of_other_days(left: Sequence[Evidence], right: Sequence[Evidence]) -> bool:
    """Whether both tell how it stands, the one on days before those of the other: ships waiting, a fire contained."""
    first, then = ({day for e in side if (day := _day_of_level(e))} for side in (left, right))
    return bool(first and then) and (max(first) < min(then) or max(then) < min(first))


def _day_of_level(item: Evidence) -> date | None:
    """The day on which something stood so; None for what was done, or where no day is told."""
    claim = item.claim
    if not isinstance(claim, FigureClaim) or claim.time is None:
        return None
    unit = claim.quantity.unit
    level = unit.dimension == "share" if unit else claim.action is None
    days = {day for day in (claim.time.start, claim.time.end) if day is not None}
    return days.pop() if level and len(days) == 1 else None


def _counts(item: Evidence, actions: frozenset[str]) -> bool:
    claim = item.claim
    return isinstance(claim, FigureClaim) and claim.action is not None and claim.action.key in actions


def _before(left: Sequence[Evidence], right: Sequence[Evidence]) -> bool:
    lefts = [e.published_at for e in left if e.published_at]
    rights = [e.published_at for e in right if e.published_at]
    return bool(lefts and rights) and max(lefts) < min(rights)


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
    """A yes against a no on what one story tells: the one in passing is heard where the other leads."""
    roles = isinstance(verdict.a.claim, RoleClaim) and isinstance(verdict.b.claim, RoleClaim)
    return roles and verdict.a.story != "" and verdict.a.story == verdict.b.story


def _aged(verdict: Verdict) -> bool:
    """How old somebody is stands beside the name, wherever that is told."""
    claim = verdict.a.claim
    measure = claim.quantity.unit if isinstance(claim, FigureClaim) else None
    return measure is not None and measure.dimension == "age"


def _says(item: Evidence, kind: Kind, agencies: Agencies, action: str) -> str:
    claim = item.claim
    if isinstance(claim, FigureClaim):
        return wording.figure(claim.quantity)
    return answers.says(claim, kind, agencies, action)


def _value(item: Evidence) -> float:
    claim = item.claim
    value = claim.quantity.base[0] or claim.quantity.base[1] if isinstance(claim, FigureClaim) else None
    return float(value) if value is not None else 0.0


def _strength(relation: Relation) -> int:
    return relation.strength
