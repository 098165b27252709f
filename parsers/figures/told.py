"""Told: what a figure counts or measures, and what is told of that."""

from typing import NamedTuple

from claims.term import Term


class Told(NamedTuple):
    """What a figure counts or measures, the action it belongs to, and the token where its phrase ends (exclusive)."""

    counted: Term | None
    action: Term | None
    end: int
