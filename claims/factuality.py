"""Factuality after FactBank (Saurí & Pustejovsky 2009): how sure a source is that an event holds.

Always relative to a source: "a defense official said the Guard is not expected to help" is PR- for
the official, whatever another says.
"""

from enum import StrEnum


class Factuality(StrEnum):
    """Certainty (CT certain, PR probable, PS possible, U unknown) and polarity (+, -, u unknown)."""

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    CERTAIN_NOT = "CT-"
    PROBABLE_NOT = "PR-"
    POSSIBLE_NOT = "PS-"
    CERTAIN_UNTOLD = "CTu"
    UNKNOWN = "Uu"

    @property
    def affirms(self) -> bool:
        return self in _YES

    @property
    def denies(self) -> bool:
        return self in _NO

    @property
    def open(self) -> bool:
        """Undecided, unclear or not told."""
        return self in _OPEN

    @property
    def in_words(self) -> str:
        """What a position of this factuality says, for people."""
        return _WORDS[self]

    @property
    def negated(self) -> "Factuality":
        """The same certainty with the other polarity; unknown stays unknown."""
        return _NEGATED[self]


_FLIP = str.maketrans("+-", "-+")
_NEGATED = {said: Factuality(said.value.translate(_FLIP)) for said in Factuality}
_YES, _NO, _OPEN = (frozenset(said for said in Factuality if said.value.endswith(end)) for end in "+-u")
_WORDS = {
    Factuality.CERTAIN: "yes",
    Factuality.PROBABLE: "expected to",
    Factuality.POSSIBLE: "possibly",
    Factuality.CERTAIN_NOT: "no",
    Factuality.PROBABLE_NOT: "not expected to",
    Factuality.POSSIBLE_NOT: "possibly not",
    Factuality.CERTAIN_UNTOLD: "not told",
    Factuality.UNKNOWN: "undecided",
}
