"""Clauses: the predicates of a sentence.

Shallow on purpose: a string of letters (parsers/roles/tags.py), verb groups by one regular expression, subjects to the
left, objects to the right.
"""

from collections.abc import Sequence

from claims.factuality import Factuality
from parsers.actions.actions import Actions
from parsers.roles import denials, standing
from parsers.roles.chains import Chain, ChainReader
from parsers.roles.embedding import Embedding, Scope
from parsers.roles.factuality import CERTAIN, CERTAIN_NOT, compose
from parsers.roles.joining import joined
from parsers.roles.letters import left
from parsers.roles.naming import Naming
from parsers.roles.objects import Objects
from parsers.roles.passives import passive_alone
from parsers.roles.phrases import Phrases
from parsers.roles.predicates import Clauses, Predicate
from parsers.roles.sharing import Sharing
from parsers.roles.tags import tag
from parsers.roles.verb_groups import verb_groups
from parsers.text.tokens import Token

# Nobody writes a sentence of 400 words; what looks like one (a table, a wall of text) is read up to there only.
LONGEST = 400


class ClauseReader:
    """Reads the predicates of a sentence; built once for a topic's actions."""

    __slots__ = ("actions",)

    def __init__(self, actions: Actions) -> None:
        self.actions = actions

    def read(self, tokens: Sequence[Token]) -> Clauses:
        """The clauses of one sentence, given all of its tokens."""
        kept = joined(tokens[:LONGEST])
        letters = tag(kept)
        phrases = Phrases(kept, letters)
        return Clauses(kept, letters, phrases, _Sentence(kept, letters, phrases, self.actions).predicates())


class _Sentence:
    """The work on one sentence: chains first, then subjects, objects, voice and what embeds what."""

    __slots__ = (
        "actions",
        "chains",
        "embedding",
        "found",
        "letters",
        "naming",
        "objects",
        "phrases",
        "scopes",
        "sharing",
        "tokens",
    )

    def __init__(self, tokens: Sequence[Token], letters: str, phrases: Phrases, actions: Actions) -> None:
        self.tokens, self.letters, self.phrases, self.actions = tokens, letters, phrases, actions
        self.scopes: list[Scope] = []
        self.found: list[Predicate] = []

    def predicates(self) -> tuple[Predicate, ...]:
        groups = verb_groups(self.tokens, self.letters)
        if groups:
            self.chains = ChainReader(self.tokens, self.letters, self.phrases, self.actions).read(groups)
            self.sharing = Sharing(self.tokens, self.letters, self.phrases, self.chains)
            self.objects = Objects(self.tokens, self.letters, self.phrases)
            self.embedding = Embedding(self.tokens, self.letters)
            self.naming = Naming(self.tokens, self.letters, self.phrases, self.actions)
            for number, chain in enumerate(self.chains):
                self.found.append(self._predicate(number, chain))
            self.sharing.objects(self.found)
        else:
            self.found = self._states()
        if self.letters.endswith("?"):
            asked = max(self.letters.rfind(";"), self.letters.rfind(":"))
            self.found = [p._replace(factuality=Factuality.UNKNOWN) if p.at > asked else p for p in self.found]
        denials.judge(self.tokens, self.found)
        return tuple(self.found)

    def _states(self) -> list[Predicate]:
        """A headline without a verb may tell of a state: "Actor alive", "Three hikers missing in the Alps"."""
        for at in range(1, len(self.tokens)):
            action = self.actions.of_state(self.tokens[at].lower) if self.letters[at] in "NP" else None
            subject = self.phrases.ending_at(at - 1) if action and self.letters[at - 1] in "NP" else None
            if action and subject:
                return [Predicate(at, range(at, at + 1), "be", action, CERTAIN, subject)]
        return []

    def _predicate(self, number: int, chain: Chain) -> Predicate:
        last = chain.last
        subject, shared = self.sharing.subject(chain, self.found)
        if shared:
            self.sharing.modal(number)
        described = None if last.passive else self.objects.described(chain, subject)
        passive = last.passive or (described is None and passive_alone(self.tokens, self.letters, self.phrases, chain))
        if passive and not last.passive and not last.helped and subject is not None and self.objects.at_whom(chain):
            passive = self.naming.by(chain, subject) is None  # "guards fired from the tower"; "a clerk fired in May"
        scope = (
            self._scope(chain, subject, shared) if described is None else Scope()
        )  # "rejected a plan that others made"
        self.scopes.append(scope)
        over = compose(scope.factuality, denials.opening(self.tokens, self.letters, subject))
        factuality = compose(over, chain.factuality)
        if denials.unheard(self.letters, chain, subject):
            factuality = Factuality.UNKNOWN
        elif denials.denied_outside(self.tokens, self.letters, chain, subject):
            factuality = compose(factuality, CERTAIN_NOT)
            chain.factuality = compose(chain.factuality, CERTAIN_NOT)  # heard by what it governs
        elif denials.forestalled(self.tokens, chain, subject) or denials.in_vain(self.tokens, chain):
            factuality = CERTAIN_NOT
        thing = None if passive else described or self.objects.of(chain)
        action, whole, end = self.naming.of(chain, subject if passive else thing)
        received = self.objects.received(chain, action.key)
        passive, thing = passive or received, None if received else thing
        none = whole and thing is not None and "Z" in self.letters[thing.start : thing.stop]
        if none or denials.none_of_it(self.tokens, self.letters, chain, thing):
            factuality = compose(factuality, CERTAIN_NOT)
        if whole:  # "handed in no resignation"
            thing = None
        words, stands = self._words(chain, end), None
        if chain.untold and subject is not None and subject.start < words.start:
            words = range(subject.start, words.stop)  # "no plan has been made to close"
        state = standing.suffered(chain, thing, self.tokens, self.phrases, self.actions)
        if state is not None:
            action, passive, words = state.action, True, range(words.start, state.end)
            factuality = compose(factuality, CERTAIN_NOT) if state.denied else factuality
        elif stands := standing.lasting(chain, thing, self.tokens, self.phrases, self.actions):
            action, thing, words = stands.action, stands.thing, range(words.start, stands.end)
        elif subject is not None and not passive and chain.at == last.main and (not thing or thing.start > chain.end):
            action = self.naming.by(chain, subject) or action
        return Predicate(
            at=chain.at,
            words=words,
            lemma=last.lemma,
            action=action,
            factuality=factuality,
            subject=None if chain.untold else subject,
            object=thing if action.key == "be" or last.form != "B" or chain.at != last.main else None,
            agent=self.objects.agent(chain, "from" if received else "by") if passive and state is None else None,
            within=scope.within,
            support=chain.support,
            passive=passive,
            conditional=scope.conditional,
            purpose=chain.purpose,
            untold=chain.untold,
        )

    def _words(self, chain: Chain, end: int) -> range:
        """The words of the event: "there" belongs to "has been no contact"."""
        first = chain.head.first
        there = chain.last.form == "B" and chain.at != chain.last.main and first > 0
        first -= there and self.tokens[first - 1].lower == "there"
        return range(first, max(chain.at + 1, chain.end, end))

    def _scope(self, chain: Chain, subject: range | None, shared: bool) -> Scope:
        if chain.controller is not None:
            over = self.scopes[chain.controller]
            return Scope(over.factuality, over.within)
        start = chain.head.first
        reduced = self.letters[left(self.letters, start - 1)] == "S" if start else False  # "ten years if convicted"
        if subject is not None and not shared and not reduced and subject.stop <= start:
            start = subject.start
        return self.embedding.scope(start, self.chains, self.scopes, shared)
