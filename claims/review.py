"""Reviews: what a person decided on a case. A decision sticks, and is kept as a labelled pair."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


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
