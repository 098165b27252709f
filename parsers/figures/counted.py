"""Counted things: the noun that a figure counts, and the class it is filed under."""

from collections.abc import Mapping, Sequence
from functools import cache

from claims.term import Term
from parsers.figures.scene import Scene
from parsers.lexicon import table, words
from parsers.text.nouns import singular
from parsers.text.tokens import Token
from parsers.text.verbs import Form, verb
from parsers.text.words import STOP, base, common

# A counted class under this key may stand for every class of its family.
ANYONE = "anyone"
# No noun phrase of the news has so many words; what runs on is a list or a table.
_LONGEST_PHRASE = 40


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


@cache
def implied(word: str) -> str | None:
    """The key of the action that a counted noun tells by itself: "41 bodies" are 41 killed."""
    return next((key for key, forms in table("counted")["implied"].items() if word in forms), None)


def phrase_after(scene: Scene, at: int, nouns: CountedNouns) -> int:
    """The end (exclusive) of the noun phrase that starts at token ``at``.

    It runs over words up to a function word, a mark, a number or a verb: "National Guard members | to".
    A participle right before a known noun belongs to the phrase: "33 missing crew members".
    """
    end, longest = at, min(len(scene.tokens), at + _LONGEST_PHRASE)
    while end < longest and not _ends(scene, at, end, nouns):
        end += 1
    return end


def _ends(scene: Scene, start: int, at: int, nouns: CountedNouns) -> bool:
    word = scene.word(at)
    told = at > start and nouns.known(scene.word(at - 1))  # "miners came home", where "missing crew members" goes on
    if (at in scene.verbs and (told or not nouns.known(scene.word(at + 1)))) or (told and word == "remains"):
        return True
    if at in scene.actions and (
        scene.is_number(at + 1) or (at > start and nouns.known(scene.word(at - 1)) and _base_verb(word))
    ):
        return True  # "one man hurt 15", "two climbers die in"
    if not scene.is_word(at) and not (word in ("-", "'") and at > start):
        return True
    if at > start and (word in _ADVERBS or word in ("worth", "due")):
        return True  # "31 factories worldwide", "coins worth $5,000", "pilots due to fly"
    if word in _ADVERBS and (not scene.is_word(at + 1) or scene.word(at + 1) in STOP):
        return True  # "climbed to 31 overnight, police said"; "31 overnight guests" goes on
    return word in STOP and word not in _GENERIC


def _base_verb(word: str) -> bool:
    known = verb(word)
    return known is not None and bool(known.form & Form.BASE)


# Words between "the number of" and its figure: "of people killed by the quake in Arle, in the north, rose to".
_FAR = 20


def number_of(scene: Scene, first: int) -> int | None:
    """Where the noun phrase of "the number of … at 350" begins, if the figure at ``first`` ends such a one."""
    if scene.word(first - 1) not in _NUMBERED and scene.word(first) not in _PASSING:
        return None
    for at in range(first - 2, max(0, first - _FAR), -1):
        if scene.word(at) == "of" and scene.word(at - 1) == "number":
            return at + 1
    return None


def numbering(scene: Scene, last: int) -> int | None:
    """Where the noun phrase begins of which "to 10 the number of …" tells the number."""
    told = [scene.word(at) for at in range(last, last + 3)]
    return last + 3 if told == ["the", "number", "of"] else None


_LISTS = table("figures")
_ADVERBS = words(table("function_words")["adverbs_or_adjectives"]["words"])
_GENERIC = words(_LISTS["generic"])
_PASSING = words(_LISTS["toll_verbs"])
_NUMBERED = words(_LISTS["numbered"])
