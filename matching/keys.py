"""Blocking keys: what a claim is filed under, so that its few candidates are found among a million.

A key is a pair of canonical names ("killed" with "person"), hashed to a signed 64-bit integer that is
the same in every process. Two claims that share two keys are worth judging.
"""

from collections.abc import Iterator
from hashlib import blake2b

from claims.claim import FigureClaim
from claims.relation import Evidence

_NOBODY = ""


def keys(evidence: Evidence) -> frozenset[int]:
    """The keys of a claim: actor, action, head, place, measure and story in pairs."""
    return frozenset(_hashed(*pair) for pair in _pairs(evidence))


def _pairs(evidence: Evidence) -> Iterator[tuple[str, str]]:
    claim = evidence.claim
    actor = claim.actor.key if claim.actor else _NOBODY
    action = (claim.action.family or claim.action.key) if claim.action else _NOBODY
    if isinstance(claim, FigureClaim):
        head = (claim.counted.family or claim.counted.key) if claim.counted else _NOBODY
        measure = claim.quantity.unit.dimension if claim.quantity.unit else "count"
    else:
        head = (claim.object.family or claim.object.key) if claim.object else _NOBODY
        measure = "role"
    for place in _with_holders(evidence.context.places):
        yield measure + action, "in " + place
        yield head, "in " + place
    for event in evidence.context.events:
        yield measure + action, "at " + event
    for name, other in ((actor, head), (actor, action), (action, head)):
        if name and other:
            yield name, other
    yield measure + action, "of " + evidence.story
    yield head, "of " + evidence.story


def _with_holders(places: frozenset[str]) -> set[str]:
    """Places and what holds them, so that Peshawar's and Pakistan's claims meet."""
    found = set()
    for place in places:
        parts = place.partition("/@")[0].split("/")
        found |= {"/".join(parts[: n + 1]) for n in range(len(parts))}
    return found


def _hashed(*parts: str) -> int:
    digest = blake2b("\x1f".join(parts).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
