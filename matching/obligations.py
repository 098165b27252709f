"""Obligations: what somebody must do, or was told to do, is no event; but a yes and a no to it are at odds."""

from matching import role_policy as policy
from matching.sides import RoleSide

_HAVE = frozenset("have has had".split())
_NEED = frozenset("need needs needed required obliged".split())
_NOT = frozenset("not never n't needn't no".split())


def opposed(a: RoleSide, b: RoleSide) -> tuple[RoleSide, RoleSide] | None:
    """The no and the yes: "does not have to repay the aid", "must repay it"; "was not told to wait", "was told to"."""
    (one, x), (other, y) = _bound(a), _bound(b)
    if not one or one != other or x == y:
        return None
    return (b, a) if x else (a, b)


def told(side: RoleSide) -> bool:
    """Whether a claim is of what somebody must do, or was told to."""
    return _bound(side)[0] != ""


def _bound(side: RoleSide) -> tuple[str, bool]:
    """Whether a claim is of a duty or of a command, and whether it says yes to that."""
    said = side.claim.action.text.lower().split()
    yes = _NOT.isdisjoint(said)
    to = said.index("to") if "to" in said else 0
    before = said[to - 1] if to else ""
    if said[0] == "must" or before in _HAVE or before in _NEED or (said[0] in ("need", "needn't") and not yes):
        return "duty", yes
    return ("command" if before in policy.COMMANDS else ""), yes
