"""Obligations: what somebody must do, or was told to do, is no event; but a yes and a no to it are at odds."""

from claims.claim import RoleClaim
from claims.factuality import Factuality
from matching.roles import policy

_HAVE = frozenset("have has had".split())
_NEED = frozenset("need needs needed required obliged".split())
_NOT = frozenset("not never n't needn't no".split())


def opposed(a: RoleClaim, b: RoleClaim) -> bool | None:
    """Whether the first says yes to a duty or command that the other says no to; None where they are not at odds.

    "Must repay the aid", "does not have to repay it"; "was told to wait", "was never told to wait".
    """
    (one, yes), (other, also) = _bound(a), _bound(b)
    return None if not one or one != other or yes == also else yes


def told(claim: RoleClaim) -> bool:
    """Whether a claim is of what somebody must do, or was told to."""
    return _bound(claim)[0] != ""


def duty(claim: RoleClaim) -> Factuality | None:
    """Yes or no to what somebody must do, where it is left open whether that was done; None of all else."""
    kind, yes = _bound(claim)
    if kind != "duty" or not claim.factuality.open:
        return None
    return Factuality.CERTAIN if yes else Factuality.CERTAIN_NOT


def _bound(claim: RoleClaim) -> tuple[str, bool]:
    """Whether a claim is of a duty or of a command, and whether it says yes to that."""
    said = claim.action.text.lower().split()
    yes = _NOT.isdisjoint(said)
    to = said.index("to") if "to" in said else 0
    before = said[to - 1] if to else ""
    must = said[0] == "must" and said[1:2] != ["have"]  # "must have been" is a guess
    if must or before in _HAVE or before in _NEED or (said[0] in ("need", "needn't") and not yes):
        return "duty", yes
    return ("command" if before in policy.COMMANDS else ""), yes
