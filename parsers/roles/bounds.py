"""Bounds: the words that bind a number are no nouns and no prepositions: "police arrested at least 40 men"."""

from collections.abc import Sequence

from parsers.lexicon import table, words
from parsers.text.tokens import NUMBER, Token, word_at
from parsers.text.verbs import verb

_LISTS = table("function_words")["number_bounds"]
_PHRASES = frozenset(tuple(phrase.split(" ")) for phrase in _LISTS["phrases"])
_LAST = frozenset(phrase[-1] for phrase in _PHRASES)
_LONGEST = max(map(len, _PHRASES))
_ABOUT = words(_LISTS["about"])
_SPELLED = frozenset(
    word for kind in ("ones", "teens", "tens", "scales", "vague", "parts") for word in table("numbers")[kind]
) - {"second", "seconds"}


def spells_number(word: str) -> bool:
    """Whether a lower-cased word is a number or begins one: "forty-two", "dozens"."""
    return word.partition("-")[0] in _SPELLED


def bound_before(tokens: Sequence[Token], at: int) -> int:
    """How many tokens before the number at ``at`` only bind it: "more than", "between 30 and"."""
    before = word_at(tokens, at - 1)
    if before in ("and", "to", "-", "–") and at > 1 and tokens[at - 2].kind is NUMBER and tokens[at].kind is NUMBER:
        if before != "and":
            return 2 if before == "to" else 0
        return 3 if word_at(tokens, at - 3) == "between" else 0
    if before == "a" and at > 1:
        outer = bound_before(tokens, at - 1)
        return outer + 1 if outer else 0  # "at least a dozen"
    if before not in _LAST:
        return 0
    for length in range(min(_LONGEST, at), 0, -1):
        if tuple(token.lower for token in tokens[at - length : at]) in _PHRASES:
            return 0 if length == 1 and _tells(tokens, at - 2) else length
    return 0


def _tells(tokens: Sequence[Token], at: int) -> bool:
    """Whether "about" belongs to the word before it: "talked about 12 plans"."""
    known = verb(word_at(tokens, at)) if at >= 0 else None
    return known is not None and known.lemma in _ABOUT
