"""Told: what a figure counts or measures, and what is told of that."""

from typing import NamedTuple

from claims.claim import Part
from claims.quantity import Quantity
from claims.term import Term


class Told(NamedTuple):
    """What a figure counts or measures, the action it belongs to, and the token where its phrase ends (exclusive)."""

    counted: Term | None
    action: Term | None
    end: int


class Counted(NamedTuple):
    """A quantity of a sentence at tokens ``first`` to ``last`` (exclusive), with what is told of it, and its part."""

    quantity: Quantity
    first: int
    last: int
    told: Told
    part: Part | None

    def of(self, told: Told, part: Part | None) -> "Counted":
        """The same quantity with something else told of it."""
        return self._replace(told=told, part=part)
