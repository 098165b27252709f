"""Tokens: the words, numbers and marks of a text with their offsets. One regular expression, one pass."""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple


class TokenKind(StrEnum):
    """What a token looks like, before anything is known of what it means."""

    WORD = "word"
    NUMBER = "number"
    MARK = "mark"


WORD, NUMBER, MARK = TokenKind.WORD, TokenKind.NUMBER, TokenKind.MARK  # every token is asked, and classes are slow


class Token(NamedTuple):
    """A token; ``lower`` is its text in lower case with typographic apostrophes made plain.

    ``capital``: it starts with a capital letter.
    """

    text: str
    lower: str
    start: int
    end: int
    kind: TokenKind
    capital: bool


# A number keeps its grouping ("20,000", "3.5", "80 937" where the space does not break); a word keeps inner
# apostrophes, hyphens and the dots of initials ("U.S."), but not a hyphen that ties it to digits: "32-year-old" is
# 32 - year - old. The signs of fractions are letters to Python; here they are marks, so that "2½" is two tokens.
_LETTER = r"[^\W\d_½¼¾⅓⅔⅛⅜⅝⅞²³]"
_TOKEN = re.compile(
    rf"""(\d{{1,3}}(?:[\u00a0\u2009\u202f]\d{{3}}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,]\d+)*
      | (?:{_LETTER}\.){{2,}}|{_LETTER}+(?:['’]{_LETTER}+)*(?:-{_LETTER}+(?:['’]{_LETTER}+)*)*
      | [^\w\s]|[_½¼¾⅓⅔⅛⅜⅝⅞²³])""",
    re.VERBOSE,
)
_A_LETTER, _A_DIGIT = re.compile(_LETTER), re.compile(r"\d")
HYPHENS = ("-", "‑", "‐")
DASHES = (*HYPHENS, "–", "−", "—")
_DIGIT_OR_HYPHEN = re.compile(r"[\d-]")


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text[start:end]``, offsets counted from the start of ``text``."""
    found: list[Token] = []
    turns = iter(_TOKEN.split(text[start:end]))  # gaps and tokens by turns: faster than a match object a token
    at = start
    for gap, surface in zip(turns, turns, strict=False):
        at += len(gap)
        stop = at + len(surface)
        lower, kind, capital = _looks(surface)
        found.append(_new(Token, (surface, lower, at, stop, kind, capital)))
        at = stop
    return found


_new = tuple.__new__  # a named tuple's own constructor is three times slower


@lru_cache(maxsize=1 << 16)
def _looks(surface: str) -> tuple[str, TokenKind, bool]:
    """What a token is by its characters alone: news says the same words again."""
    kind = MARK
    if _A_DIGIT.match(surface):
        kind = NUMBER
    elif _A_LETTER.match(surface):
        kind = WORD
    return surface.lower().replace("’", "'"), kind, surface[:1].isupper()


def has_digit_or_hyphen(text: str, tokens: Sequence[Token]) -> bool:
    """Whether ``tokens`` of ``text`` may hold digits or a word with a hyphen; one look at the characters."""
    return bool(tokens) and _DIGIT_OR_HYPHEN.search(text, tokens[0].start, tokens[-1].end) is not None


def apart(tokens: Sequence[Token]) -> Sequence[Token]:
    """The same tokens with hyphenated words taken apart: "year-old" is year, -, old."""
    found: list[Token] = []
    for token in tokens:
        if "-" in token.text and token.kind is WORD:
            found += _parts(token)
        else:
            found.append(token)
    return found


def _parts(token: Token) -> list[Token]:
    found, start = [], token.start
    for number, part in enumerate(token.text.split("-")):
        if number:
            found.append(Token("-", "-", start, start + 1, MARK, False))
            start += 1
        lower, kind, capital = _looks(part)
        found.append(Token(part, lower, start, start + len(part), kind, capital))
        start += len(part)
    return found


def word_at(tokens: Sequence[Token], at: int) -> str:
    """The lower-cased token at ``at``, empty outside of the text."""
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def is_number(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token at ``at`` is digits."""
    return 0 <= at < len(tokens) and tokens[at].kind is NUMBER


def is_capital(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token at ``at`` is a word with a capital."""
    return 0 <= at < len(tokens) and tokens[at].kind is WORD and tokens[at].capital


def glued(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token at ``at`` follows the one before without a space."""
    return 0 < at < len(tokens) and tokens[at - 1].end == tokens[at].start


def after_hyphen(tokens: Sequence[Token], at: int) -> int:
    """``at``, or past the hyphen there that ties two tokens: "5-million", "two-thirds"."""
    return at + 1 if word_at(tokens, at) in HYPHENS and glued(tokens, at) and glued(tokens, at + 1) else at
