"""Denials: one sentence tells a story, another calls it untrue ("… is a hoax")."""

from claims.relation import Feature, Kind, Relation
from matching.roles import policy
from matching.roles.outcome import Outcome
from matching.roles.side import RoleSide
from matching.words.content import share


def relate(a: RoleSide, b: RoleSide) -> Outcome | None:
    """The conflict of a story and its denial; None where they are not. A cue on both sides cancels out."""
    if a.calls_untrue == b.calls_untrue:
        return None
    teller = b if a.calls_untrue else a
    if teller.may_deny or not teller.claim.factuality.affirms:
        return None
    x, y = ((side.sentence | side.names) - policy.CUE_STEMS for side in (a, b))
    shared = x & y
    score = share(x, y)
    by_name = not a.names.isdisjoint(b.names) and score >= policy.SAME_STORY_BY_NAME and len(shared) > 2
    if (score < policy.SAME_STORY or len(shared) < 2) and not by_name:
        return None
    feature = Feature("story", score, ", ".join(sorted(shared)), "", "")
    return Outcome(Relation.CONFLICTS, Kind.ROLE, score, "one tells it, the other calls it untrue", (feature,))
