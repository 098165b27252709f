"""The outcome of judging two role claims."""

from collections.abc import Sequence
from typing import NamedTuple

from claims.relation import Feature, Kind, Relation


class Outcome(NamedTuple):
    """The relation of two role claims, how sure it is one question (0 to 1), why, and the features."""

    relation: Relation
    kind: Kind
    same: float
    reason: str
    features: tuple[Feature, ...]


def unrelated(why: str, features: Sequence[Feature]) -> Outcome:
    """The outcome of two claims that answer two questions."""
    return Outcome(Relation.UNRELATED, Kind.ROLE, 0.0, why, tuple(features))
