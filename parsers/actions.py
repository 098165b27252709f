"""Classes of actions: "deaths", "killings", "slain" and "death toll" are one.

The classes are lexicon/actions.toml and the topic's own; an action in none of them is filed under its
verb. Nothing here looks at context; parsers/roles/clauses.py does.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from claims.term import Term
from claims.topic import Vocabulary
from parsers.lexicon import table
from parsers.text.nouns import plural
from parsers.text.tokens import Token
from parsers.text.verbs import inflections, verb

# More words than these are no longer kept: random letters must not fill the memory.
_REMEMBERED = 100_000


@dataclass(frozen=True, slots=True)
class Action:
    """An action class: its key, and the family that it shares with others."""

    key: str
    family: str

    def term(self, text: str) -> Term:
        """The class with the words that named it."""
        return Term(text, self.key, self.family)


@dataclass(frozen=True, slots=True)
class _Forms:
    verbs: dict[str, Action]
    nouns: dict[str, Action]
    words: dict[str, Action]
    phrases: dict[str, dict[tuple[str, ...], Action]]  # by the first word: what follows it
    objects: dict[tuple[str, str], Action]
    subjects: dict[tuple[str, str], Action]
    stays: dict[str, dict[tuple[str, ...], Action]]  # as phrases
    lacks: dict[str, Action]


class Actions:
    """The classes of the lexicon with a topic's own on top."""

    __slots__ = ("_forms", "_longest", "_words")

    def __init__(self, vocabulary: Vocabulary = Vocabulary()) -> None:  # noqa: B008 (frozen, empty)
        shared = _lexicon()
        own = _forms(_own_classes(vocabulary))
        self._forms = _Forms(
            shared.verbs | own.verbs,
            shared.nouns | own.nouns,
            shared.words | own.words,
            {
                first: shared.phrases.get(first, {}) | own.phrases.get(first, {})
                for first in {*shared.phrases, *own.phrases}
            },
            shared.objects | own.objects,
            shared.subjects | own.subjects,
            shared.stays,
            shared.lacks,
        )
        self._words: dict[str, Action | None] = {}  # the classes of the words seen so far
        self._longest = max(len(rest) for phrases in self._forms.phrases.values() for rest in phrases)

    def of_verb(self, lemma: str) -> Action:
        """The class of a verb; its own where it is in none."""
        return self._forms.verbs.get(lemma) or Action(lemma, lemma)

    def of_object(self, lemma: str, noun: str) -> Action | None:
        """The class that a verb takes from what is acted on: to fire a rocket is no dismissal."""
        return self._forms.objects.get((lemma, noun))

    def of_subject(self, lemma: str, noun: str) -> Action | None:
        """The class that a verb without an object takes from who does it: nurses strike otherwise than storms do."""
        return self._forms.subjects.get((lemma, noun))

    def of_state(self, word: str) -> Action | None:
        """The class of a state that "is" tells of: "is dead", "are missing", "was alive"."""
        return self._forms.words.get(word)

    def of_lack(self, word: str) -> Action | None:
        """The class that a state is the no to: "unhurt"."""
        return self._forms.lacks.get(word)

    def standing_at(self, tokens: Sequence[Token], at: int) -> tuple[Action, int] | None:
        """The class of a state that lasts, by the words at a token ("open", "in charge"), and how many they are."""
        ends = self._forms.stays.get(tokens[at].lower, {}) if at < len(tokens) else {}
        for rest, action in ends.items():
            if tuple(t.lower for t in tokens[at + 1 : at + 1 + len(rest)]) == rest:
                return action, len(rest) + 1
        return None

    def of_noun(self, noun: str) -> Action | None:
        """The class of an action told as a noun ("arrests", "the toll"), None if it names none."""
        return self._forms.nouns.get(noun)

    def of_word(self, word: str) -> Action | None:
        """The class of a single word in any form, verb, noun or adjective; None if it is in none."""
        if word in self._words:
            return self._words[word]
        forms, known = self._forms, verb(word)
        action = forms.words.get(word)
        if action is None and known and not (known.nominal and word in forms.nouns):
            action = forms.verbs.get(known.lemma)
        action = action or forms.nouns.get(word)
        if len(self._words) < _REMEMBERED:
            self._words[word] = action
        return action

    def is_state(self, word: str) -> bool:
        """Whether a word tells a state that an action left: "dead", "missing"."""
        return word in self._forms.words

    def phrase_at(self, tokens: Sequence[Token], at: int) -> tuple[Action, int] | None:
        """The longest phrase that starts at a token, and how many tokens it takes."""
        phrases = self._forms.phrases.get(tokens[at].lower)
        if phrases:
            ahead = tuple([t.lower for t in tokens[at + 1 : at + 1 + self._longest]])
            for length in range(len(ahead), 0, -1):
                action = phrases.get(ahead[:length])
                if action:
                    return action, length + 1
        return None

    def at(self, tokens: Sequence[Token], at: int) -> tuple[Action, int] | None:
        """The class that a phrase or word at a token names, and how many tokens it takes."""
        word = tokens[at].lower
        found = self.phrase_at(tokens, at) if word in self._forms.phrases else None
        if found:
            return found
        action = self.of_word(word)
        return (action, 1) if action else None


@cache
def _lexicon() -> _Forms:
    return _forms(table("actions"))


def _own_classes(vocabulary: Vocabulary) -> dict[str, dict[str, Any]]:
    """A topic lists plain forms: a word that is a verb counts in all its forms."""
    shared = table("actions") if vocabulary.actions else {}
    classes = {}
    for key, forms in vocabulary.actions.items():
        classes[key] = {
            "family": shared.get(key, {}).get("family", key),
            "verbs": [v.lemma for f in forms if (v := verb(f))],
            "nouns": [f for f in forms if " " not in f and not verb(f)],
            "phrases": [f for f in forms if " " in f],
        }
    return classes


def _forms(classes: dict[str, dict[str, Any]]) -> _Forms:
    found = _Forms({}, {}, {}, {}, {}, {}, {}, {})
    for key, listed in classes.items():
        action = Action(key, listed.get("family", key))
        # A word in two classes ("sink") is of the first, so that the file's order decides.
        for lemma in listed.get("verbs", ()):
            found.verbs.setdefault(lemma, action)
        for noun in listed.get("nouns", ()):
            for form in (noun, plural(noun)):
                found.nouns.setdefault(form, action)
        for word in listed.get("words", ()):
            found.words.setdefault(word, action)
        for word in listed.get("lacks", ()):
            found.lacks.setdefault(word, action)
        for phrase in listed.get("stays", ()):
            first, *rest = phrase.split(" ")
            found.stays.setdefault(first, {})[tuple(rest)] = action
        for lemma, nouns in listed.get("objects", {}).items():
            found.objects.update({(lemma, noun): action for noun in nouns})
        for lemma, nouns in listed.get("subjects", {}).items():
            found.subjects.update({(lemma, noun): action for noun in nouns})
        for words in _phrases(listed.get("phrases", ())):
            found.phrases.setdefault(words[0], {}).setdefault(words[1:], action)
    return found


def _phrases(written: Iterable[str]) -> Iterable[tuple[str, ...]]:
    for phrase in written:
        first, *rest = phrase.split(" ")
        for form in {first, *(inflections(first) if verb(first) else ())}:
            yield (form, *rest)
        if not verb(first):
            yield (first, *rest[:-1], plural(rest[-1]))
