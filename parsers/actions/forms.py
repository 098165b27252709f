"""Forms of action classes: what lexicon/actions.toml lists, by the words that a sentence may have for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from claims.term import Term
from parsers.text.nouns import plural
from parsers.text.verbs import inflections, verb

_WHICH = ("the", "a", "an", "his", "her", "its", "their", "our", "my", "any")


@dataclass(frozen=True, slots=True)
class Action:
    """An action class: its key, and the family that it shares with others."""

    key: str
    family: str
    whole: bool = False  # what makes a verb of this class is part of it: "gave up her post" is to resign

    def term(self, text: str) -> Term:
        """The class with the words that named it."""
        return Term(text, self.key, self.family)


@dataclass(frozen=True, slots=True)
class Forms:
    """The classes of a lexicon, by the form that a sentence has."""

    verbs: dict[str, Action]
    nouns: dict[str, Action]
    words: dict[str, Action]
    phrases: dict[str, dict[tuple[str, ...], Action]]  # by the first word: what follows it
    objects: dict[tuple[str, str], Action]  # by the verb, with its particle: "give up"
    subjects: dict[tuple[str, str], Action]  # as objects
    stays: dict[str, dict[tuple[str, ...], Action]]  # as phrases
    lacks: dict[str, Action]
    goes_on: dict[str, Action]
    states: dict[str, Action]


def forms_of(classes: dict[str, dict[str, Any]]) -> Forms:
    """All forms of the classes; a word in two ("sink") is of the first, so that the file's order decides."""
    found = Forms({}, {}, {}, {}, {}, {}, {}, {}, {}, {})
    for key, listed in classes.items():
        action = Action(key, listed.get("family", key), listed.get("whole", False))
        for lemma in listed.get("verbs", ()):
            found.verbs.setdefault(lemma, action)
        for noun in listed.get("nouns", ()):
            for form in (noun, plural(noun)):
                found.nouns.setdefault(form, action)
        for word in listed.get("words", ()):
            found.words.setdefault(word, action)
        for kind, known in (("lacks", found.lacks), ("states", found.states), ("goes_on", found.goes_on)):
            for word in listed.get(kind, ()):
                known.setdefault(word, action)
        for phrase in listed.get("stays", ()):
            first, *rest = phrase.split(" ")
            found.stays.setdefault(first, {})[tuple(rest)] = action
        for kind, beside in (("objects", found.objects), ("subjects", found.subjects)):
            for lemmas, nouns in listed.get(kind, {}).items():
                beside.update({(lemma, noun): action for lemma in lemmas.split(", ") for noun in nouns})
        for words in _phrases(listed.get("phrases", ())):
            found.phrases.setdefault(words[0], {}).setdefault(words[1:], action)
    return found


def _phrases(written: Iterable[str]) -> Iterable[tuple[str, ...]]:
    for first, *rest in (words for phrase in written for words in _determined(phrase.split(" "))):
        for form in {first, *(inflections(first) if verb(first) else ())}:
            yield (form, *rest)
        if not verb(first):
            yield (first, *rest[:-1], plural(rest[-1]))


def _determined(words: list[str]) -> Iterable[list[str]]:
    """ "~" is whatever tells whose or which, or nothing: "hand in ~ resignation"."""
    if "~" not in words:
        yield words
        return
    at = words.index("~")
    for rest in _determined(words[at + 1 :]):
        yield words[:at] + rest
        yield from ([*words[:at], which, *rest] for which in _WHICH)
