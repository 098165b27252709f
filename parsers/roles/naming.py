"""Naming: the class that a verb takes from what stands around it: "gave up her post", "found her guilty"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from parsers.actions.actions import Actions
from parsers.actions.forms import Action
from parsers.roles.chains import Chain
from parsers.roles.phrases import Phrases
from parsers.text.nouns import singular
from parsers.text.tokens import Token, word_at

_PARTICLES = 4  # words behind an object that belong to its verb
_NOUNS = tuple("NPK#DZR")


class Named(NamedTuple):
    """The class of a verb, whether what it acts on is a part of that ("gave up her post"), and where its words end."""

    action: Action
    whole: bool = False
    end: int = 0


class Naming:
    """The classes of one sentence's verbs."""

    __slots__ = ("actions", "letters", "phrases", "tokens")

    def __init__(self, tokens: Sequence[Token], letters: str, phrases: Phrases, actions: Actions) -> None:
        self.tokens, self.letters, self.phrases, self.actions = tokens, letters, phrases, actions

    def of(self, chain: Chain, acted_on: range | None) -> Named:
        """What is acted on may say what is done: "fired two rockets", "fired the coach"; so may a state ("missing")."""
        last = chain.last
        if chain.at != last.main:
            return Named(chain.action)
        state = self.actions.of_state(self.tokens[chain.at].lower) if last.form == "G" and last.helped else None
        if state is not None or acted_on is None:
            return Named(state or chain.action)
        word = self.tokens[self.phrases.head(acted_on)].lower
        noun = "money" if self.phrases.is_sum(acted_on) else singular(word)
        for verb, end in self._verbs(chain, acted_on):
            if action := self.actions.of_object(verb, noun):
                held = action.whole and acted_on.start >= chain.at
                return Named(action, held, acted_on.stop if held else end)
        if last.form == "B":
            return Named(self.actions.of_state(word) or chain.action)
        action = self._with_particle(chain, acted_on)
        phrase = action is None and chain.end > last.main + 1
        return Named(action or chain.action, phrase and chain.action.whole)

    def by(self, chain: Chain, doer: range) -> Action | None:
        """The class that a verb without an object takes from who does it: nurses strike otherwise than storms do."""
        word = singular(self.tokens[self.phrases.head(doer)].lower)
        told = (self.actions.of_subject(verb, word) for verb, _ in self._verbs(chain, doer))
        return next(filter(None, told), None)

    def _verbs(self, chain: Chain, beside: range) -> Iterator[tuple[str, int]]:
        """The verb with its particle ("gave up her post", "gave her post up", "is still at"), and where that ends."""
        lemma, behind = chain.last.lemma, chain.last.main + 1
        for at in (beside.stop if behind == beside.start else behind, chain.end):
            yield f"{lemma} {word_at(self.tokens, at)}", at + 1 if at < beside.start else 0
        yield lemma, 0

    def _with_particle(self, chain: Chain, thing: range) -> Action | None:
        """What a verb does together with words behind its object: "found her guilty", "took two men into custody"."""
        if thing.start < chain.end or chain.end > chain.at + 1:
            return None  # "called off the search for a plane" calls for nothing
        her = self.tokens[thing.start].lower == "her"  # "found her guilty" reads like "found her purse"
        last = thing.start + 1 if her else thing.stop
        if word_at(self.tokens, last) == "over" and self.letters[last + 1 : last + 2] in _NOUNS:
            return None  # "take precedence over efforts" takes nothing over
        if thing.start - 1 > chain.end:  # "applied to the bank | for a loan"
            phrase = self.actions.phrase_at([self.tokens[chain.at], self.tokens[thing.start - 1]], 0)
            if phrase:
                return phrase[0]
        for start in (last, *(at for at in thing if self.tokens[at].lower == "of")):  # "cleared him | of all charges"
            behind = self.tokens[start : start + _PARTICLES]
            when = self.phrases.starting_at(start + 1) if behind and behind[0].lower == "on" else None
            if when is not None and self.phrases.is_time(when):
                continue  # "took two men | on Monday" is not to take them on
            phrase = self.actions.phrase_at([self.tokens[chain.at], *behind], 0) if behind else None
            if phrase:
                return phrase[0]
        return None
