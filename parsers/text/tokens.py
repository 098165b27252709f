"""Tokens: the words, numbers and marks of a text with their offsets. One regular expression, one pass."""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple


class TokenKind(StrEnum):
    """What a token looks like, before anything is known of what it means."""

    WORD = "word"
    NUMBER = "number"
    MARK = "mark"


class Token(NamedTuple):
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


# A number keeps its grouping ("20,000", "3.5", "80 937" where the space does not break); a word keeps inner
# apostrophes, hyphens and the dots of initials ("U.S."), but not a hyphen that ties it to digits: "32-year-old" is
# 32 - year - old. The signs of fractions are letters to Python; here they are marks, so that "2½" is two tokens.
_LETTER = r"[^\W\d_½¼¾⅓⅔⅛⅜⅝⅞²³]"
_TOKEN = re.compile(
    rf"""(?P<number>\d{{1,3}}(?:[\u00a0\u2009\u202f]\d{{3}}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,]\d+)*)
      | (?P<word>(?:{_LETTER}\.){{2,}}|{_LETTER}+(?:['’]{_LETTER}+)*(?:-{_LETTER}+(?:['’]{_LETTER}+)*)*)
      | (?P<mark>[^\w\s]|[_½¼¾⅓⅔⅛⅜⅝⅞²³])""",
    re.VERBOSE,
)
_KINDS = {kind.value: kind for kind in TokenKind}
HYPHENS = ("-", "‑", "‐")
DASHES = (*HYPHENS, "–", "−", "—")
_DIGIT_OR_HYPHEN = re.compile(r"[\d-]")


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text[start:end]``, offsets counted from the start of ``text``."""
    found = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        surface = match.group()
        lower = surface.lower()
        if "’" in lower:
            lower = lower.replace("’", "'")
        found.append(Token(surface, lower, *match.span(), _KINDS[match.lastgroup or "mark"]))
    return found


def has_digit_or_hyphen(text: str, tokens: Sequence[Token]) -> bool:
    """Whether ``tokens`` of ``text`` may hold digits or a word with a hyphen; one look at the characters."""
    return bool(tokens) and _DIGIT_OR_HYPHEN.search(text, tokens[0].start, tokens[-1].end) is not None


def apart(tokens: Sequence[Token]) -> list[Token]:
    """The same tokens with hyphenated words taken apart: "year-old" is year, -, old."""
    found: list[Token] = []
    for token in tokens:
        if token.kind is TokenKind.WORD and "-" in token.text:
            found += _parts(token)
        else:
            found.append(token)
    return found


def _parts(token: Token) -> list[Token]:
    found, start = [], token.start
    for number, part in enumerate(token.text.split("-")):
        if number:
            found.append(Token("-", "-", start, start + 1, TokenKind.MARK))
            start += 1
        found.append(Token(part, part.lower().replace("’", "'"), start, start + len(part), TokenKind.WORD))
        start += len(part)
    return found


def word_at(tokens: Sequence[Token], at: int) -> str:
    """The lower-cased token at ``at``, empty outside of the text."""
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def is_number(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token at ``at`` is digits."""
    return 0 <= at < len(tokens) and tokens[at].kind is TokenKind.NUMBER


def is_capital(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token at ``at`` is a word with a capital."""
    return 0 <= at < len(tokens) and tokens[at].kind is TokenKind.WORD and tokens[at].capital


def glued(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token at ``at`` follows the one before without a space."""
    return 0 < at < len(tokens) and tokens[at - 1].end == tokens[at].start


def after_hyphen(tokens: Sequence[Token], at: int) -> int:
    """``at``, or past the hyphen there that ties two tokens: "5-million", "two-thirds"."""
    return at + 1 if word_at(tokens, at) in HYPHENS and glued(tokens, at) and glued(tokens, at + 1) else at
