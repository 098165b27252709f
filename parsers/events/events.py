"""Events: what kind of thing happened, by the words that name it."""

from collections.abc import Sequence
from functools import lru_cache

from parsers.lexicon import table
from parsers.text.tokens import WORD, Token
from parsers.text.words import base

# More words than these are no longer kept: random letters must not fill the memory.
_REMEMBERED = 100_000


class EventWords:
    """The event classes of words and of two-word phrases; a kind of site is a class of its own ("site:school")."""

    __slots__ = ("_openers", "_phrases", "_seen", "_words")

    def __init__(self, tables: dict[str, dict[str, list[str]]]) -> None:
        self._words = {form: f"site:{kind}" for kind, forms in tables["sites"].items() for form in forms}
        self._words |= {form: kind for kind, forms in tables["words"].items() for form in forms}
        self._seen: dict[str, frozenset[str]] = {}
        self._phrases = {tuple(form.split()): kind for kind, forms in tables["phrases"].items() for form in forms}
        self._openers = frozenset(words[0] for words in self._phrases)

    def find(self, tokens: Sequence[Token]) -> tuple[frozenset[str], frozenset[int]]:
        """The event classes that ``tokens`` name, and the indices of the tokens that name them."""
        kinds: set[str] = set()
        used: set[int] = set()
        for at, token in enumerate(tokens):
            if at in used or token.kind is not WORD:
                continue
            if token.lower in self._openers and at + 1 < len(tokens):
                kind = self._phrases.get((token.lower, tokens[at + 1].lower))
                if kind:
                    kinds.add(kind)
                    used |= {at, at + 1}
                    continue
            named = self._seen.get(token.lower)
            if named is None:
                named = self._of(token.lower)
            if named:
                kinds |= named
                used.add(at)
        return frozenset(kinds), frozenset(used)

    def _of(self, word: str) -> frozenset[str]:
        """The classes of a word and of its parts; kept, for news says the same words again."""
        parts = {word, *word.split("-")} if "-" in word else {word}
        found = {self._words.get(part) or self._words.get(base(part)) for part in parts}
        known = frozenset(kind for kind in found if kind)
        if len(self._seen) < _REMEMBERED:
            self._seen[word] = known
        return known


@lru_cache(maxsize=1)
def shared_events() -> EventWords:
    """The event words that ship with the reader."""
    return EventWords(table("events"))
