"""Bounds: the words before and behind a number that bind it ("more than", "or so")."""

from collections.abc import Sequence
from typing import TypeAlias

from claims.quantity import Bound
from parsers.lexicon import table
from parsers.numbers import glued, word_at
from parsers.tokens import Token

Phrases: TypeAlias = dict[str, list[tuple[tuple[str, ...], Bound]]]


def _phrases(tables: dict[str, list[str]], key: int) -> Phrases:
    """Phrases by their first (0) or last (-1) word, the longest first."""
    by_word: Phrases = {}
    for name, forms in tables.items():
        for form in forms:
            words = tuple(form.split())
            by_word.setdefault(words[key], []).append((words, Bound(name)))
    for rows in by_word.values():
        rows.sort(key=lambda row: -len(row[0]))
    return by_word


_TABLES = table("bounds")
_BEFORE, _AFTER = _phrases(_TABLES["before"], -1), _phrases(_TABLES["after"], 0)
_FILLERS = frozenset(_TABLES["fillers"]["words"])
_LONGEST_FILLING = 2


def before(tokens: Sequence[Token], at: int) -> tuple[Bound, int] | None:
    """The bound whose words end before ``at``, and where they start; the firmer of two in a row."""
    bound, start = None, at
    while True:
        found = _ending(tokens, start) or _over_fillers(tokens, start, bound)
        if found is None:
            return (bound, start) if bound else None
        if bound is None or bound is Bound.ABOUT:
            bound = found[0]
        start = found[1]


def _over_fillers(tokens: Sequence[Token], at: int, bound: Bound | None) -> tuple[Bound, int] | None:
    """ "at least another 2,000", "about an additional 20"."""
    if bound is not None:
        return None
    for back in range(1, _LONGEST_FILLING + 1):
        if word_at(tokens, at - back) not in _FILLERS:
            return None
        found = _ending(tokens, at - back)
        if found:
            return found
    return None


def _ending(tokens: Sequence[Token], at: int) -> tuple[Bound, int] | None:
    for words, bound in _BEFORE.get(word_at(tokens, at - 1), ()):
        start = at - len(words)
        if start >= 0 and all(tokens[start + n].lower == word for n, word in enumerate(words)):
            return bound, start
    return None


def after(tokens: Sequence[Token], at: int) -> tuple[Bound, int] | None:
    """The bound whose words start at ``at`` ("or more", "-odd", "+"), and where they end."""
    hyphen = word_at(tokens, at) == "-" and glued(tokens, at)
    start = at + hyphen
    for words, bound in _AFTER.get(word_at(tokens, start), ()):
        if words in (("odd",), ("plus",), ("ish",)) and not (hyphen or glued(tokens, start)):
            continue
        end = start + len(words)
        if end <= len(tokens) and all(tokens[start + n].lower == word for n, word in enumerate(words)):
            return bound, end
    return None
