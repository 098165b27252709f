"""Singles: "a child was killed" counts one, where a verb of harm or arrest governs it.

Everywhere else an article counts nothing, so this asks for the verb right beside the noun.
"""

from collections.abc import Sequence
from typing import NamedTuple

from parsers.lexicon import table
from parsers.text.tokens import WORD, Token, word_at

_WORDS = {name: frozenset(words) for name, words in table("singles").items()}
PERSONS = _WORDS["persons"]
ARTICLES = frozenset({"a", "an", "another"})
GOVERNORS = _WORDS["dies"] | _WORDS["suffered"] | _WORDS["harms"]


class Single(NamedTuple):
    """One person ("a child") over ``tokens[first:end]``."""

    first: int
    end: int


def scan(tokens: Sequence[Token]) -> list[Single]:
    """The single persons among ``tokens`` that are killed, hurt, missing or arrested."""
    found: list[Single] = []
    at = 0
    while at < len(tokens):
        run = _run(tokens, at) if tokens[at].lower in ARTICLES else []
        if run and (_suffers(tokens, run[-1].end) or _is_object(tokens, run)):
            found += run
        at = run[-1].end if run else at + 1
    return found


def _run(tokens: Sequence[Token], at: int) -> list[Single]:
    """As in "a man and a woman", "a man, a woman and a child"."""
    found: list[Single] = []
    while single := _person(tokens, at):
        found.append(single)
        at = single.end + (word_at(tokens, single.end) == ",")
        at += word_at(tokens, at) == "and"
        if at == single.end:
            break
    return found


def _person(tokens: Sequence[Token], at: int) -> Single | None:
    """An article, two words of description at most, a person: "a young police officer"."""
    if word_at(tokens, at) not in ARTICLES:
        return None
    end = 0
    for step in range(at + 1, min(at + 5, len(tokens))):
        word = tokens[step]
        if word.lower in PERSONS:
            end = step + 1
        elif end or word.kind is not WORD or word.lower in _WORDS["breaks"]:
            break
    return Single(at, end) if end else None


def _suffers(tokens: Sequence[Token], at: int) -> bool:
    """As in "… was killed", "… has been arrested", "… died", "… was also shot dead"."""
    word = word_at(tokens, at)
    if word in _WORDS["dies"]:
        return True
    if word in _WORDS["suffered"]:  # headlines: "a man killed in crash", not "a man killed three"
        return word_at(tokens, at + 1) in _WORDS["after_participle"]
    if word not in _WORDS["auxiliaries"]:
        return False
    for step in range(at + 1, at + 5):
        word = word_at(tokens, step)
        if word in _WORDS["suffered"]:
            return True
        if word not in _WORDS["auxiliaries"] and not word.endswith("ly") and word not in ("also", "then", "later"):
            return False
    return False


def _is_object(tokens: Sequence[Token], run: list[Single]) -> bool:
    """As in "killing a child", "arrested a man": the verb before, and no noun or genitive behind."""
    first, end = run[0].first, run[-1].end
    verb = _verb_before(tokens, first)
    if verb is None or word_at(tokens, verb - 1) in _WORDS["auxiliaries"]:
        return False
    behind = word_at(tokens, end)
    return not behind[:1].isalpha() or behind in _WORDS["after_object"]


def _verb_before(tokens: Sequence[Token], at: int) -> int | None:
    """The verb of harm right before, or before other victims: "killing two students and a teacher"."""
    if word_at(tokens, at - 1) in ("and", ","):
        for step in range(at - 2, max(at - _LOOK, -1), -1):
            if tokens[step].lower in _WORDS["harms"]:
                return step
            if tokens[step].lower in _PARTS_LIST:
                return None
    return at - 1 if word_at(tokens, at - 1) in _WORDS["harms"] else None


_PARTS_LIST = _WORDS["breaks"] - {"and", "one", "two", "three", "four", "five"}
_LOOK = 7
