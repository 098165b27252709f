"""Movers: whether two speeds of one story are of one thing: "the express was doing 137", "a speed of 137"."""

from claims.claim import FigureClaim
from claims.term import Term
from matching.figures import policy, word_policy
from matching.words.likeness import one_word

_SPEED = "speed"


def is_speed(claim: FigureClaim) -> bool:
    """Whether a figure is a speed."""
    return claim.quantity.unit is not None and claim.quantity.unit.dimension == _SPEED


def one(x: Term, y: Term) -> bool:
    """Whether one mover is told in two ways: by its kind, its name, its driver or the word "speed"; not two kinds.

    A wind or a limit is no mover.
    """
    kinds = [word_policy.KINDS.get(term.key) for term in (x, y)]
    if not (_moves(x) and _moves(y)) or (None not in kinds and kinds[0] != kinds[1]):
        return False
    loose = [term.key == _SPEED or term.key in word_policy.DRIVERS or _is_name(term) for term in (x, y)]
    return any(loose) or one_word(x, y)


def _moves(term: Term) -> bool:
    known = term.key in word_policy.MOVERS or term.key in word_policy.DRIVERS
    return known or term.key == _SPEED or _is_name(term)


def _is_name(term: Term) -> bool:
    return term.text[:1].isupper() and term.key not in policy.VARYING  # "Winds of 90 km/h"
