"""Classes of actions: "deaths", "killings", "slain" and "death toll" are one.

The classes are lexicon/actions.toml and the topic's own; an action in none of them is filed under its
verb. Nothing here looks at context; parsers/roles/clauses.py does.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from claims.topic import Vocabulary
from parsers.actions.forms import Action, Forms, forms_of
from parsers.lexicon import table
from parsers.text.tokens import Token
from parsers.text.verbs import verb

# "Fired at least 12 shots" is no "fired at".
_BOUNDS = (("least",), ("most",))
# More words than these are no longer kept: random letters must not fill the memory.
_REMEMBERED = 100_000


class Actions:
    """The classes of the lexicon with a topic's own on top."""

    __slots__ = ("_forms", "_longest", "_words")

    def __init__(self, vocabulary: Vocabulary = Vocabulary()) -> None:  # noqa: B008 (frozen, empty)
        shared = _lexicon()
        own = forms_of(_own_classes(vocabulary))
        self._forms = Forms(
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
            shared.goes_on,
            shared.states,
        )
        self._words: dict[str, Action | None] = {}  # the classes of the words seen so far
        self._longest = max(len(rest) for phrases in self._forms.phrases.values() for rest in phrases)

    def of_verb(self, lemma: str) -> Action:
        """The class of a verb; its own where it is in none."""
        return self._forms.verbs.get(lemma) or Action(lemma, lemma)

    def of_object(self, lemma: str, noun: str) -> Action | None:
        """The class that a verb ("fire", "give up") takes from what is acted on: to fire a rocket is no dismissal."""
        return self._forms.objects.get((lemma, noun))

    def of_subject(self, lemma: str, noun: str) -> Action | None:
        """The class that a verb without an object takes from who does it: nurses strike otherwise than storms do."""
        return self._forms.subjects.get((lemma, noun))

    def of_state(self, word: str) -> Action | None:
        """The class of a state that "is" tells of: "is dead", "are missing", "was alive"."""
        return self._forms.words.get(word) or self._forms.states.get(word)

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

    def going_on(self, lemma: str) -> Action | None:
        """The class of a state that lasts, by what is kept up: "keeps running"."""
        return self._forms.goes_on.get(lemma)

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
                if action and not (ahead[length - 1] == "at" and ahead[length : length + 1] in _BOUNDS):
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
def _lexicon() -> Forms:
    return forms_of(table("actions"))


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
