"""Tokens: the words, numbers and marks of a text with their offsets. One regular expression, one pass."""

import re
from dataclasses import dataclass
from enum import StrEnum


class TokenKind(StrEnum):
    """What a token looks like, before anything is known of what it means."""

    WORD = "word"
    NUMBER = "number"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Token:
    """A token; ``lower`` is its text in lower case with typographic apostrophes made plain."""

    text: str
    lower: str
    start: int
    end: int
    kind: TokenKind

    @property
    def capital(self) -> bool:
        """Whether it starts with a capital letter."""
        return self.text[:1].isupper()


# A number keeps its grouping ("20,000", "3.5"); a word keeps inner apostrophes, hyphens and the dots of
# initials ("U.S."), but not a hyphen that ties it to digits: "32-year-old" is 32 - year - old.
_TOKEN = re.compile(
    r"""(?P<number>\d+(?:[.,]\d+)*)
      | (?P<word>(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*(?:-[^\W\d_]+(?:['’][^\W\d_]+)*)*)
      | (?P<mark>[^\w\s]|_)""",
    re.VERBOSE,
)


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text[start:end]``, offsets counted from the start of ``text``."""
    found = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        kind = TokenKind(match.lastgroup or "mark")
        surface = match.group()
        found.append(Token(surface, surface.lower().replace("’", "'"), match.start(), match.end(), kind))
    return found
