"""Claims: a figure or a role, in one sentence, with who says so and how sure they are."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import blake2b
from typing import TypeAlias

from claims.factuality import Factuality
from claims.quantity import Quantity
from claims.span import Span
from claims.term import Term


class AttributionKind(StrEnum):
    """Who stands behind a claim."""

    NAMED = "named"
    UNNAMED = "unnamed"
    OUTLET = "outlet"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Attribution:
    """The source of a claim as the text gives it ("a defense official"), and the cue ("told")."""

    source: str
    cue: str
    kind: AttributionKind


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``start`` to ``end`` inclusive (None: open), and the words that say so."""

    start: date | None
    end: date | None
    text: str

    def meets(self, other: "Period") -> bool:
        """Whether the two may share a day."""
        before = self.end is not None and other.start is not None and self.end < other.start
        after = other.end is not None and self.start is not None and other.end < self.start
        return not (before or after)


class Part(StrEnum):
    """What a figure is of its whole; WHOLE is how many there were of whom some are told: "five of the seven"."""

    PART = "part"
    WHOLE = "whole"
    ADDITIONAL = "additional"
    TOTAL = "total"


class Status(StrEnum):
    """Whether what a figure counts has happened; EARLIER is the value that another is compared with."""

    DONE = "done"
    PLANNED = "planned"
    ASKED = "asked"
    GOAL = "goal"
    ESTIMATE = "estimate"
    EARLIER = "earlier"


_Told: TypeAlias = tuple[object, ...]


class _Identified:
    """Keeps the id of a claim once it was asked for: to put it together takes longer than to judge the claim."""

    __slots__ = ("_id",)
    _id: str

    @property
    def id(self) -> str:
        """Stable within an article version: the same text read by the same rules has the same id."""
        try:
            return self._id
        except AttributeError:
            object.__setattr__(self, "_id", blake2b(repr(self._told()).encode(), digest_size=8).hexdigest())
            return self._id

    def _told(self) -> _Told:
        """What makes it this claim and no other of its article."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureClaim(_Identified):
    """A quantity of something counted or measured, and the action it belongs to.

    ``sentence`` and ``evidence`` are spans in the article's text; ``place`` and ``actor`` are the
    claim's own, None where the sentence names none.
    """

    quantity: Quantity
    counted: Term | None
    action: Term | None
    actor: Term | None
    place: Term | None
    time: Period | None
    part: Part | None
    status: Status
    factuality: Factuality
    attribution: Attribution | None
    sentence: Span
    evidence: Span
    parser: str

    def _told(self) -> _Told:
        q = self.quantity
        return "figure", self.evidence, q.span, q.lower, q.upper, q.bound, self.counted, self.action


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleClaim(_Identified):
    """Someone does, did, will, may or won't do something; ``factuality`` carries yes, no, maybe."""

    actor: Term
    action: Term
    object: Term | None
    condition: str | None
    place: Term | None
    time: Period | None
    factuality: Factuality
    attribution: Attribution | None
    sentence: Span
    evidence: Span
    parser: str

    def _told(self) -> _Told:
        return "role", self.evidence, self.actor, self.action, self.object, self.factuality


Claim: TypeAlias = FigureClaim | RoleClaim
