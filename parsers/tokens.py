"""Tokens: the words, numbers and marks of a text with their offsets. One regular expression, one pass."""

import re
from collections.abc import Sequence
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


def apart(tokens: Sequence[Token]) -> list[Token]:
    """The same tokens with hyphenated words taken apart: "year-old" is year, -, old."""
    found: list[Token] = []
    for token in tokens:
        if token.kind is TokenKind.WORD and "-" in token.text:
            found += tokenize_hyphens(token)
        else:
            found.append(token)
    return found


def tokenize_hyphens(token: Token) -> list[Token]:
    """The parts of a hyphenated word and the hyphens between them."""
    found, start = [], token.start
    for number, part in enumerate(token.text.split("-")):
        if number:
            found.append(Token("-", "-", start, start + 1, TokenKind.MARK))
            start += 1
        found.append(Token(part, part.lower().replace("’", "'"), start, start + len(part), TokenKind.WORD))
        start += len(part)
    return found
