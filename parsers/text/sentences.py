"""Sentences: where each one of a text starts and ends.

sentencex finds the boundaries; the rules here take back those behind an abbreviation and add those
that it overlooks ("He left the U.S. The army stayed.").
"""

import re
from collections.abc import Iterator

from sentencex import get_sentence_boundaries

from claims.span import Span
from parsers.lexicon import table

_WORDS = {name: frozenset(words) for name, words in table("sentences").items()}
_LINE = re.compile(r"[^\n]+")
# sentencex needs time by the square of a line of apostrophes, so it is given pieces.
_LONGEST_PIECE = 4000
_LAST_WORD = re.compile(r"([^\W\d_]+(?:\.[^\W\d_]+)*)\.$")
_NEXT_WORD = re.compile(r"\s*[\"'“‘(]*(\w+)")
_ITEM = re.compile(r"\(?\d{1,3}[.)]$")
_OVERLOOKED = re.compile(r"\b(?:[UDap]\.[SKNCm]|Jr|Sr|Inc|Co|Corp|Ltd)\.(?=\s+[\"“‘]?[A-Z])")
_LOOK = 14


def split(text: str) -> list[Span]:
    """Spans of the sentences of ``text``, in order, without surrounding white space.

    A line break ends a sentence (headlines and list items carry no full stop), unless the line breaks
    off at an abbreviation: "three were treated at St.⏎Vincent's".
    """
    found: list[Span] = []
    start = None
    for line in _LINE.finditer(text):
        start = line.start() if start is None else start
        for end in (*_ends(text, line.start(), line.end()), line.end()):
            if _goes_on(text, start, end, end == line.end()):
                continue
            span = _trimmed(text, start, end)
            if span:
                found.append(span)
            start = end
        start = start if start < line.end() else None
    last = _trimmed(text, start, len(text)) if start is not None else None
    return [*found, last] if last else found


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where sentences may end between two line breaks, the end of the line left out."""
    for first, last in _pieces(text, start, end):
        at = first
        for part in get_sentence_boundaries("en", text[first:last]):
            stop = first + part["end_index"]
            for overlooked in _OVERLOOKED.finditer(text, at, stop):
                if overlooked.end() < stop:
                    yield overlooked.end()
            if stop < end:
                yield stop
            at = stop


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A line in pieces, cut at white space where there is some."""
    while end - start > _LONGEST_PIECE:
        cut = max(
            text.rfind(" ", start + 1, start + _LONGEST_PIECE), text.rfind("\t", start + 1, start + _LONGEST_PIECE)
        )
        cut = cut if cut > start else start + _LONGEST_PIECE
        yield start, cut
        start = cut
    yield start, end


def _goes_on(text: str, start: int, end: int, line_ends: bool) -> bool:
    """Whether the sentence that starts at ``start`` goes on behind ``end``."""
    tail = text[max(start, end - _LOOK) : end].rstrip()
    ahead = _NEXT_WORD.match(text, end, end + 40)
    following = ahead.group(1) if ahead else ""
    if following.islower() and not line_ends:
        return True
    last = _LAST_WORD.search(tail)
    if line_ends and (last is None or not following or text[end : end + 2] == "\n\n"):
        return False
    if last is None:
        return bool(_ITEM.match(tail)) and len(tail) < _LOOK
    word, following = last.group(1).lower(), following.lower()
    if word in _WORDS["before_numbers"] and following[:1].isdigit():
        return True
    if word in ("a.m", "p.m"):
        return following in _WORDS["after_hours"]
    if word in _WORDS["titles"] or (len(word) == 1 and not line_ends):
        return following not in _WORDS["openers"] or following in ("i", "a", "who")
    return not line_ends and word in _WORDS["inner"] and following not in _WORDS["openers"]


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
