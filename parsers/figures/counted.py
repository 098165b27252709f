"""Counted things: the noun phrase that a figure counts, and where it ends."""

from functools import cache

from parsers.figures.scene import Scene
from parsers.lexicon import table, words
from parsers.text.counted_nouns import CountedNouns
from parsers.text.verbs import Form, verb
from parsers.text.words import STOP

# No noun phrase of the news has so many words; what runs on is a list or a table.
_LONGEST_PHRASE = 40


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
