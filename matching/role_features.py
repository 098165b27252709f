"""Features of a pair of role claims: each returns a score, the detail, and the two strings compared."""

from claims.agencies import Agencies
from claims.claim import RoleClaim
from claims.relation import Feature
from claims.term import Term
from matching import role_policy as policy
from matching.content import share
from matching.sides import RoleSide

SAME_BODY = "the same body"
_UNTOLD = "not told on one side"


def actor(a: RoleSide, b: RoleSide, agencies: Agencies) -> Feature:
    """Who acts: the same body, one that contains it, or a name told longer and shorter; None if not told."""
    x, y = befallen(a.claim, b.claim)
    if not x.key or not y.key:
        return Feature("actor", None, _UNTOLD, x.text, y.text)
    if x.key in agencies or y.key in agencies:
        if x.key == y.key:
            return Feature("actor", 1.0, SAME_BODY, x.text, y.text)
        if agencies.contains(x.key, y.key) or agencies.contains(y.key, x.key):
            return Feature("actor", 0.8, "one contains the other", x.text, y.text)
        return Feature("actor", 0.0, "other bodies", x.text, y.text)
    shared = share(a.actor if x is a.claim.actor else a.thing, b.actor if y is b.claim.actor else b.thing)
    if x.key == y.key and not shared:
        shared = 1.0  # a pronoun that points to the same name
    return Feature("actor", shared, "the same name" if shared >= policy.SAME_ACTOR else "other actors", x.text, y.text)


def befallen(a: RoleClaim, b: RoleClaim) -> tuple[Term, Term]:
    """The actors; or whom it befell, where one is told as the object of a passive and the other as who died."""
    x, y = a.actor, b.actor
    if (x.key and y.key) or a.action.key not in policy.BEFALLS or b.action.key not in policy.BEFALLS:
        return x, y
    if not x.key and a.object is not None and (b.object is None or b.action.key == "survive"):
        return a.object, y
    if not y.key and b.object is not None and (a.object is None or a.action.key == "survive"):
        return x, b.object
    return x, y


def action(a: RoleSide, b: RoleSide) -> Feature | None:
    """What is done: one class or family; 0.5 for opposites; None for other actions."""
    x, y = a.claim.action, b.claim.action
    if x.key == y.key or (x.family and x.family == y.family):
        return Feature("action", 1.0, "the same action", x.text, y.text)
    if x.key in policy.OPPOSED and frozenset((x.key, y.key)) in policy.OPPOSITES:
        return Feature("action", 0.5, "opposite actions", x.text, y.text)
    return None


def thing(a: RoleSide, b: RoleSide) -> Feature:
    """What it is done to: the words shared by the shorter of the two; None if not told."""
    x, y = a.claim.object, b.claim.object
    if x is None or y is None or befalls_one(a.claim, b.claim):
        return Feature("object", None, _UNTOLD, x.text if x else "", y.text if y else "")
    if not a.thing or not b.thing:
        return Feature("object", None, "anybody", x.text, y.text)  # "no one was hurt"
    shared = share(a.thing, b.thing)
    if shared and (_other_names(a, b) or _possessed(x, y) or _possessed(y, x)):
        shared = 0.0
    return Feature("object", shared, "alike" if shared >= policy.SAME_OBJECT else "other objects", x.text, y.text)


def befalls_one(a: RoleClaim, b: RoleClaim) -> bool:
    """Whether the object of one is whom the other tells of."""
    return befallen(a, b) != (a.actor, b.actor)


def _other_names(a: RoleSide, b: RoleSide) -> bool:
    """Each names what the other does not: "its Leeds plant", "its York plant"."""
    return bool(a.named - b.named and b.named - a.named)


def _possessed(x: Term, y: Term) -> bool:
    """ "The mayor" and "the mayor's aide" are two."""
    return x.key != y.key and f"{x.key}'s " in y.text.lower().replace("’", "'")


def matter(a: RoleSide, b: RoleSide) -> Feature:
    """What the sentences are about beside actor and action: the share of words in common."""
    shared = a.matter & b.matter
    score = len(shared) / min(len(a.matter), len(b.matter)) if a.matter and b.matter else None
    return Feature("matter", score, ", ".join(sorted(shared)), "", "")
