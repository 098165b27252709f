"""Offsets into a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open character offsets: ``text[start:end]`` is the quote."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The quote itself."""
        return text[self.start : self.end]

    def shift(self, by: int) -> "Span":
        """The same span in a text that this one's text is part of, ``by`` characters in."""
        return Span(self.start + by, self.end + by)

    def holds(self, other: "Span") -> bool:
        """Whether ``other`` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def __len__(self) -> int:
        return self.end - self.start
