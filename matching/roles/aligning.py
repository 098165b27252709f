"""Aligning: which of two role claims' actors and objects stand for each other.

"The union will end the strike" and "the strike will end" are both of the strike; "A will meet B" is B's meeting, too.
"""

from typing import NamedTuple, TypeAlias

from claims.term import Term
from matching.roles import policy
from matching.roles.side import RoleSide
from matching.words.content import share

# A term and the words of it that say something.
Part: TypeAlias = tuple[Term, frozenset[str]]


class Aligned(NamedTuple):
    """Who acts, of either claim, and what it is done to; ``what`` is None where one's object is the other's actor."""

    who: tuple[Part, Part]
    what: tuple[Part | None, Part | None] | None


def align(a: RoleSide, b: RoleSide) -> Aligned:
    """The parts of two claims that are to be compared."""
    if a.claim.actor.key and b.claim.actor.key and (a.names_itself or b.names_itself):
        what = (None if a.bare else _done_to(a), None if b.bare else _done_to(b))
        return Aligned((_doer(a), _doer(b)), what)  # "fired two shots", "did not shoot"
    if _object_acts(a, b):
        return Aligned((_done_to(a) or _doer(a), _doer(b)), None)
    if _object_acts(b, a):
        return Aligned((_doer(a), _done_to(b) or _doer(b)), None)
    if _crossed(a, b):
        return Aligned((_doer(a), _done_to(b) or _doer(b)), (_done_to(a), _doer(b)))
    return Aligned((_doer(a), _doer(b)), (_done_to(a), _done_to(b)))


def _object_acts(a: RoleSide, b: RoleSide) -> bool:
    """Whether the object of the one is the actor of the other: whom it befell, or what ends by itself or is ended."""
    x, y = a.claim, b.claim
    if x.object is None or not y.actor.key or (_bare(y.actor) and not _bare(x.object)):
        return False  # "the club opened its doors", "doors that would not open"
    if x.action.key in policy.ERGATIVE and y.action.key in policy.ERGATIVE:
        return y.object is None
    befalls = x.action.key in policy.BEFALLS and y.action.key in policy.BEFALLS
    alone = y.object is None or y.action.key == "survive"
    return befalls and alone and (not x.actor.key or share(a.thing, b.actor) == 1.0)


def _crossed(a: RoleSide, b: RoleSide) -> bool:
    """Whether what two do with each other is told from the one's side and from the other's."""
    x, y = a.claim, b.claim
    if x.action.key != y.action.key or x.action.key not in policy.SYMMETRIC or x.object is None or y.object is None:
        return False
    straight, across = share(a.actor, b.actor), max(share(a.actor, b.thing), share(a.thing, b.actor))
    return across >= policy.SAME_ACTOR > straight


def _bare(term: Term) -> bool:
    """Whether any of a kind are told of: "doors"."""
    return term.text.islower() and len(term.text.split()) == 1 and term.text.endswith("s")


def _doer(side: RoleSide) -> Part:
    return side.claim.actor, side.actor


def _done_to(side: RoleSide) -> Part | None:
    return (side.claim.object, side.thing) if side.claim.object else None
