"""Counted nouns: the classes under which what a figure counts is filed."""

from collections.abc import Mapping, Sequence
from functools import cache

from claims.term import Term
from parsers.lexicon import table
from parsers.text.nouns import singular
from parsers.text.tokens import Token
from parsers.text.words import STOP, base, common

# A counted class under this key may stand for every class of its family.
ANYONE = "anyone"


class CountedNouns:
    """Counted-noun classes by surface form; a topic's own words win over the shared ones."""

    __slots__ = ("_by_form",)

    def __init__(self, own: Mapping[str, Sequence[str]] | None = None) -> None:
        self._by_form = dict(_shared())
        for key, forms in (own or {}).items():
            family = next((f for k, f in _shared().values() if k == key), "")
            self._by_form.update({form.lower(): (key, family) for form in forms})

    def person(self, word: str) -> bool:
        """Whether a lower-cased word is of a class of people."""
        return self._by_form.get(word, ("", ""))[1] == "person"

    def known(self, word: str) -> bool:
        """Whether a lower-cased word is of a class."""
        return word in self._by_form

    def somebody(self, tokens: Sequence[Token]) -> Term | None:
        """The one person of a figure that has its noun inside: "a child" is one of those counted, whoever they are."""
        if not tokens or not self.person(tokens[-1].lower):
            return None
        return Term(" ".join(t.text for t in tokens), ANYONE, "person")

    def head(self, tokens: Sequence[Token]) -> Term | None:
        """What the noun phrase ``tokens`` counts: its last word of a known class, else its last noun.

        "20,000 National Guard members" counts members; "12 Irish folk singers" counts singers, unclassed.
        """
        if not tokens:
            return None
        for end in range(len(tokens), 0, -1):
            found = self._by_form.get(tokens[end - 1].lower)
            if found:  # "workers worldwide", "cabins overnight": what stands behind it is not counted
                return Term(" ".join(t.text for t in tokens[:end]), *found)
        text = " ".join(t.text for t in tokens)
        last = tokens[-1].lower
        if last in _nationals():
            return Term(text, ANYONE, "person")
        return None if last in STOP else Term(text, base(last) if common(last) else singular(last))


@cache
def _nationals() -> frozenset[str]:
    """Plural demonyms: "40 Palestinians" are people."""
    return frozenset(f for forms in table("countries")["people"].values() for f in forms if f.endswith(("s", "ese")))


@cache
def _shared() -> Mapping[str, tuple[str, str]]:
    families = {family: classes for family, classes in table("counted").items() if family != "implied"}
    return {
        form: (key, family) for family, classes in families.items() for key, forms in classes.items() for form in forms
    }
