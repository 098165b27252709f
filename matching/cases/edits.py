"""Edits: what a later version of a page says otherwise than the one before, without a word about it.

Within one version an article may contradict itself, which is a note; between two versions the page took something
back, and the desk that quoted it must hear of that.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rapidfuzz import fuzz

from claims.agencies import Agencies
from claims.case import Arrangement, Position
from claims.claim import FigureClaim, RoleClaim
from claims.relation import Evidence, Kind, Relation, Verdict
from matching.figures import intervals, policy
from matching.judge import judge
from matching.wording import answers, asking, wording

_TOLD = frozenset({Relation.AGREES, Relation.COMPATIBLE})
_OTHERWISE = frozenset({Relation.CONFLICTS, Relation.UPDATES, Relation.DIFFERS})


def edits(before: Sequence[Evidence], after: Sequence[Evidence], agencies: Agencies) -> list[Verdict]:
    """The claims that a later version changes: ``a`` as it stood, ``b`` as it stands; each claim once.

    What both versions tell alike is set aside first, so that a figure that stayed is not opposed by another one.
    """
    gone, new = _untold(before, after, agencies), _untold(after, before, agencies)
    verdicts = [v for a in gone for b in new if (v := _verdict(a, b, agencies)).relation in _OTHERWISE]
    found: list[Verdict] = []
    taken: set[str] = set()
    for verdict in sorted(verdicts, key=lambda v: (-v.same, v.a.claim.sentence, v.b.claim.sentence)):
        if not taken & {f"a{verdict.a.claim.id}", f"b{verdict.b.claim.id}"}:
            taken |= {f"a{verdict.a.claim.id}", f"b{verdict.b.claim.id}"}
            found.append(verdict)
    # A figure of the headline that the opening repeats was changed once.
    told = sorted(found, key=lambda v: v.a.claim.sentence)
    once = {(_says(v.a, agencies, v.a), _says(v.b, agencies, v.a), _action(v.b)): v for v in reversed(told)}
    return list(once.values())[::-1]


def arrange(said: Sequence[Evidence], agencies: Agencies) -> Arrangement | None:
    """What a page said in its versions, ``said`` in their order; None where they say the same."""
    told = [(_says(item, agencies, said[0]), item) for item in said]
    steps = [told[0]] + [later for earlier, later in pairwise(told) if later[0] != earlier[0]]
    if len(steps) < 2:
        return None
    (was, a), (now, b) = steps[-2:]
    verdict = _verdict(a, b, agencies)
    relation = Relation.UPDATES if _grew(a, b) else verdict.relation
    positions = tuple(Position(says, (item,)) for says, item in steps)
    who = b.outlet or b.origin
    reason = f"{who} changed “{was}” to “{now}” at the same address."
    return Arrangement(
        _question(said, agencies), Kind.EDIT, positions, relation, _pages(relation, b), reason, verdict.same
    )


def _pages(relation: Relation, now: Evidence) -> bool:
    """A figure or a role that is another one pages; a toll that grew, or a figure under another bound, is a note."""
    return relation is Relation.CONFLICTS or (relation is Relation.DIFFERS and isinstance(now.claim, RoleClaim))


def _untold(mine: Sequence[Evidence], others: Sequence[Evidence], agencies: Agencies) -> list[Evidence]:
    """The evidence of one version that the other does not tell alike."""
    sentences = {e.sentence for e in others}
    return [
        e
        for e in mine
        if e.sentence not in sentences
        and not any(judge(replace(e, story=other.story), other, agencies).relation in _TOLD for other in others)
    ]


def _verdict(a: Evidence, b: Evidence, agencies: Agencies) -> Verdict:
    """How the later stands to the earlier; one sentence that was edited is one question, whatever else is told."""
    judged = judge(replace(a, story=b.story), b, agencies)
    alike = fuzz.ratio(a.sentence, b.sentence) / 100
    relation = judged.relation
    if relation not in _OTHERWISE and alike >= policy.EDITED_SENTENCE:
        relation = _of_one_sentence(a, b)
    return Verdict(relation, Kind.EDIT, False, "one page, two versions", max(judged.same, alike), judged.features, a, b)


def _of_one_sentence(a: Evidence, b: Evidence) -> Relation:
    """The relation of two claims in one place of one sentence, whose words were left as they are."""
    x, y = a.claim, b.claim
    if isinstance(x, FigureClaim) and isinstance(y, FigureClaim):
        return intervals.compare(x.quantity, y.quantity).relation if x.action == y.action else Relation.UNRELATED
    if isinstance(x, RoleClaim) and isinstance(y, RoleClaim) and x.action.key == y.action.key:
        opposed = (x.factuality.affirms and y.factuality.denies) or (x.factuality.denies and y.factuality.affirms)
        return Relation.CONFLICTS if opposed else Relation.UNRELATED
    return Relation.UNRELATED


def _grew(a: Evidence, b: Evidence) -> bool:
    """Whether a count that can only grow did so."""
    x, y = a.claim, b.claim
    if not (isinstance(x, FigureClaim) and isinstance(y, FigureClaim)) or y.action is None:
        return False
    low, high = x.quantity.value, y.quantity.value
    return y.action.key in policy.GROWS and low is not None and high is not None and low < high


def _says(item: Evidence, agencies: Agencies, first: Evidence) -> str:
    """What a version says to the question that the ``first`` answered."""
    claim = item.claim
    if isinstance(claim, FigureClaim):
        return wording.figure(claim.quantity)
    return answers.says(claim, Kind.ROLE, agencies, _action(first))


def _action(item: Evidence) -> str:
    return item.claim.action.key if item.claim.action else ""


def _question(said: Sequence[Evidence], agencies: Agencies) -> str:
    if isinstance(said[0].claim, RoleClaim):
        return asking.question(said, Kind.ROLE, agencies)
    return wording.figure_question(said)
