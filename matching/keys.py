"""Blocking keys: what a claim is filed under, so that its few candidates are found among a million.

A key is a pair of canonical names ("killed" with "person"), hashed to a signed 64-bit integer that is
the same in every process. Two claims that share two keys are worth judging.
"""

from collections.abc import Iterator

from claims.claim import FigureClaim, RoleClaim
from claims.relation import Evidence
from claims.term import Term
from matching.figures import policy
from matching.roles import pairs
from matching.roles import policy as role_policy
from matching.words.content import hashed

_NOBODY = ""


def keys(evidence: Evidence) -> frozenset[int]:
    """The keys of a claim: actor, action, head, place and story in pairs.

    Figures of two stories are never one question, so they share no key; a role may be told again in another story.
    """
    claim = evidence.claim
    if isinstance(claim, FigureClaim):
        told = (*_pairs(evidence, claim.counted), *_for_each_other(claim, evidence.story))
        return frozenset(hashed(evidence.story, *pair) for pair in told)
    return frozenset(hashed(*pair) for pair in (*_pairs(evidence, _theme(claim)), *_either(claim, evidence.story)))


def _pairs(evidence: Evidence, thing: Term | None) -> Iterator[tuple[str, str]]:
    claim = evidence.claim
    actor = claim.actor.key if claim.actor else _NOBODY
    action, head = _class(claim.action), _class(thing)
    for place in _with_holders(evidence.context.places):
        yield action, "in " + place
        yield head, "in " + place
    for event in evidence.context.events:
        yield action, "at " + event
    for name, other in ((actor, head), (actor, action), (action, head)):
        if name and other:
            yield name, other
    yield action, "of " + evidence.story
    yield head, "of " + evidence.story


def _for_each_other(claim: FigureClaim, story: str) -> Iterator[tuple[str, str]]:
    """Actions that reports of one story use for each other: who marched took part; what one charges, another pays."""
    action = claim.action.key if claim.action else _NOBODY
    for group in policy.INTERCHANGEABLE if story else ():
        if action in group:
            yield " or ".join(sorted(group)), "of " + story
    if story and claim.quantity.unit is not None and action in policy.DEALS:
        yield "a deal", "of " + story


def _theme(claim: RoleClaim) -> Term | None:
    """What it is done to; what ends by itself is what somebody ends."""
    return claim.actor if claim.object is None and claim.action.key in role_policy.ERGATIVE else claim.object


def _either(claim: RoleClaim, story: str) -> Iterator[tuple[str, str]]:
    """A yes to one action is a no to its opposite, and kindred ones are told with either verb: all of one thing.

    Of one story the action is enough, for whom and what it names in other words: it counts for two keys.
    """
    if story:
        yield "role " + _class(claim.action), "of " + story
        if claim.action.key in role_policy.PARTS or claim.action.key == "take-part":
            yield "a part", "of " + story
            yield "role a part", "of " + story
    for pair in pairs.BESIDE_EACH_OTHER if claim.action.key in pairs.PAIRED else ():
        if claim.action.key in pair:
            either = " or ".join(sorted(pair))
            yield either, _class(_theme(claim))
            if story:
                yield either, "of " + story
                yield "role " + either, "of " + story


def _class(term: Term | None) -> str:
    return (term.family or term.key) if term else _NOBODY


def _with_holders(places: frozenset[str]) -> set[str]:
    """Places and what holds them, so that Peshawar's and Pakistan's claims meet."""
    found = set()
    for place in places:
        parts = place.partition("/@")[0].split("/")
        found |= {"/".join(parts[: n + 1]) for n in range(len(parts))}
    return found
