"""Counted things: the noun that a figure counts, and the class it is filed under."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache

from claims.term import Term
from parsers.lexicon import table
from parsers.tokens import Token, TokenKind
from parsers.words import STOP, base

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
        text = " ".join(t.text for t in tokens)
        for token in reversed(tokens):
            found = self._by_form.get(token.lower)
            if found:
                return Term(text, *found)
        last = tokens[-1].lower
        if last in _nationals():
            return Term(text, ANYONE, "person")
        return None if last in STOP else Term(text, base(last))


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


@cache
def implied(word: str) -> str | None:
    """The key of the action that a counted noun tells by itself: "41 bodies" are 41 killed."""
    return next((key for key, forms in table("counted")["implied"].items() if word in forms), None)


def phrase_after(
    tokens: Sequence[Token], at: int, verbs: Collection[int], told: Collection[int], nouns: CountedNouns
) -> int:
    """The end (exclusive) of the noun phrase that starts at ``at``.

    ``verbs`` are indices of verbs, ``told`` of words that name an action, noun or verb.

    It runs over words up to a function word, a mark, a number or a verb: "National Guard members | to".
    A participle right before a known noun belongs to the phrase: "33 missing crew members".
    """
    end = at
    while end < len(tokens):
        token = tokens[end]
        following = tokens[end + 1] if end + 1 < len(tokens) else None
        if end in verbs and not (following and nouns.known(following.lower)):
            break
        if end in told and following and following.kind is TokenKind.NUMBER:
            break
        if token.kind is TokenKind.NUMBER or (token.kind is TokenKind.MARK and not (token.text in "-'’" and end > at)):
            break
        if token.lower in STOP and token.lower not in _GENERIC:
            break
        end += 1
    return end


_GENERIC = frozenset({"others", "other", "more", "people"})
