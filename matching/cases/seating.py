"""Seating: which position of a case, as it stood, each position of its new arrangement is."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count

from claims.case import Arrangement
from claims.relation import Evidence


@dataclass(frozen=True, slots=True)
class Seating:
    """The numbers of an arrangement's positions, in their order, and those that went into another."""

    numbers: tuple[int, ...]
    merged: Mapping[int, int]


def seat(arrangement: Arrangement, stood: Mapping[int, int]) -> Seating | None:
    """Number the positions by where their evidence (by `id`) stood; a position of new evidence gets the next number.

    None where one has come apart: who belongs where must be asked of all evidence then.
    """
    known = [_stood(position.evidence, stood) for position in arrangement.positions]
    if sum(map(len, known)) > len(set().union(*known)):
        return None
    free = count(max(stood.values(), default=-1) + 1)
    numbers = tuple(min(of_one) if of_one else next(free) for of_one in known)
    return Seating(numbers, {old: new for new, of_one in zip(numbers, known, strict=True) for old in of_one - {new}})


def _stood(evidence: tuple[Evidence, ...], stood: Mapping[int, int]) -> set[int]:
    return {stood[id(e)] for e in evidence if id(e) in stood}
