"""Reviews: what a person decided on a case. A decision sticks, and is kept as a labelled pair."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from claims.relation import Evidence, Relation


class Decision(StrEnum):
    """Whether it is a conflict."""

    CONFIRM = "confirm"
    DISMISS = "dismiss"


class Because(StrEnum):
    """Why a case is none."""

    OTHER_SCOPE = "other-scope"
    UPDATE = "update"
    EXTRACTION = "extraction"
    DUPLICATE = "duplicate"

    @property
    def in_words(self) -> str:
        return _WORDS[self]

    @property
    def of_pair(self) -> bool:
        """Whether it settles the two sides alone, so that a third may open the case again.

        Of two different things no later report makes one; a misread sentence or an update says nothing of others.
        """
        return self in (Because.UPDATE, Because.EXTRACTION)


_WORDS = {
    Because.OTHER_SCOPE: "they speak of two different things",
    Because.UPDATE: "the later report updates the earlier",
    Because.EXTRACTION: "a sentence was misread",
    Because.DUPLICATE: "another case already says this",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A decision on a case; ``because`` is None for a confirmed one. ``sides`` is what the positions said then."""

    case: str
    decision: Decision
    because: Because | None
    note: str
    reviewer: str
    sides: tuple[str, ...]
    at: datetime

    @property
    def in_words(self) -> str:
        """The decision as a thread shows it."""
        who = f" by {self.reviewer}" if self.reviewer else ""
        note = f" ({self.note})" if self.note else ""
        if self.decision is Decision.CONFIRM:
            return f"confirmed as a conflict{who}{note}"
        why = f": {self.because.in_words}" if self.because else ""
        return f"dismissed{who}{why}{note}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledPair:
    """Two claims that a decision was about, one of each side, with what the rules said of them when it was made.

    ``floor`` is what they said when they were last found good.
    """

    number: int
    case: str
    topic: str
    decision: Decision
    because: Because | None
    a: Evidence
    b: Evidence
    relation: Relation
    floor: Relation

    @property
    def conflict(self) -> bool | None:
        """Whether it is one; None where the decision does not say (another case already tells it)."""
        if self.because is Because.DUPLICATE:
            return None
        return self.decision is Decision.CONFIRM
