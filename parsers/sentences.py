"""Sentences: where each one of a text starts and ends."""

import re

from sentencex import get_sentence_boundaries

from claims.span import Span

_LINE = re.compile(r"[^\n]+")

# sentencex takes these for the end of a sentence; news text writes them before a name or a number.
_GOES_ON = re.compile(r"\b(?:Jr|Sr|Det|Rev|Insp|Sgt|Lt|Cpl|Capt|Gov|Sen|Rep|Mt|St|Ft|No|vs|a\.m|p\.m)\.$")


def split(text: str) -> list[Span]:
    """Spans of the sentences of ``text``, in order, without surrounding white space.

    A line break always ends a sentence: headlines and list items carry no full stop.
    """
    found: list[Span] = []
    for line in _LINE.finditer(text):
        offset = line.start()
        open_start: int | None = None
        for part in get_sentence_boundaries("en", line.group()):
            start, end = offset + part["start_index"], offset + part["end_index"]
            start = start if open_start is None else open_start
            if end < line.end() and _GOES_ON.search(text, max(start, end - 12), len(text[:end].rstrip())):
                open_start = start
                continue
            open_start = None
            span = _trimmed(text, start, end)
            if span:
                found.append(span)
    return found


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
