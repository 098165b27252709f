"""Events: what kind of thing happened, by the words that name it."""

from collections.abc import Sequence
from functools import lru_cache

from parsers.lexicon import table
from parsers.tokens import Token, TokenKind
from parsers.words import base


class EventWords:
    """The event classes of words and of two-word phrases; a kind of site is a class of its own ("site:school")."""

    __slots__ = ("_phrases", "_words")

    def __init__(self, tables: dict[str, dict[str, list[str]]]) -> None:
        self._words = {form: f"site:{kind}" for kind, forms in tables["sites"].items() for form in forms}
        self._words |= {form: kind for kind, forms in tables["words"].items() for form in forms}
        self._phrases = {tuple(form.split()): kind for kind, forms in tables["phrases"].items() for form in forms}

    def find(self, tokens: Sequence[Token]) -> tuple[frozenset[str], frozenset[int]]:
        """The event classes that ``tokens`` name, and the indices of the tokens that name them."""
        kinds, used = set(), set()
        for at, token in enumerate(tokens):
            if at in used or token.kind is not TokenKind.WORD:
                continue
            pair = (token.lower, tokens[at + 1].lower) if at + 1 < len(tokens) else ()
            if pair in self._phrases:
                kinds.add(self._phrases[pair])
                used |= {at, at + 1}
                continue
            for part in {token.lower, *token.lower.split("-")}:
                kind = self._words.get(part) or self._words.get(base(part))
                if kind:
                    kinds.add(kind)
                    used.add(at)
        return frozenset(kinds), frozenset(used)


@lru_cache(maxsize=1)
def shared_events() -> EventWords:
    """The event words that ship with the reader."""
    return EventWords(table("events"))
