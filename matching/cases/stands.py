"""Stands: how two positions of a question stand to each other, and whether the desk must hear of it now."""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from claims.agencies import Agencies
from claims.claim import FigureClaim
from claims.relation import Evidence, Relation, Verdict
from matching.cases.further import further_on
from matching.cases.hearing import must_hear
from matching.cases.voices import SPOKESMEN
from matching.figures import figures

Judge = Callable[[Evidence, Evidence], Verdict]


class Stand(NamedTuple):
    """The relation of two positions, whether to page, why in one sentence, and the verdict that says so.

    ``explained``: nobody but one article gives them both.
    """

    relation: Relation
    page: bool
    reason: str
    verdict: Verdict
    explained: bool = False

    @property
    def rank(self) -> tuple[bool, int, float]:
        """Of several stands the greatest tells of their case."""
        return self.page, self.relation.strength, self.verdict.same

    @property
    def settled(self) -> "Stand":
        """As a person's decision leaves it: at odds no more."""
        return self._replace(relation=_at_most_differs(self.relation), page=False)


def stand(left: Sequence[Evidence], right: Sequence[Evidence], agencies: Agencies, judged: Judge) -> Stand:
    """How the evidence of one position stands to that of another."""
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
        return Stand(_at_most_differs(verdict.relation), False, "One article gives both.", verdict, explained=True)
    best = max(verdicts, key=lambda v: (v.relation.strength, v.same))
    if best.relation is Relation.CONFLICTS:
        if newer := further_on(p, q):
            return Stand(Relation.UPDATES, False, newer, best)
        if apart := next((v for v in verdicts if _same_articles(v, best) and figures.sets_apart(v)), None):
            return Stand(Relation.DIFFERS, False, f"{apart.reason[:1].upper()}{apart.reason[1:]}.", best)
    told = next(v for v in verdicts if v.relation is best.relation)  # in its text, not in its headline
    return Stand(best.relation, best.page and must_hear(p, q, best, agencies), told.reason, best)


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


def _at_most_differs(relation: Relation) -> Relation:
    return min(relation, Relation.DIFFERS, key=lambda one: one.strength)
