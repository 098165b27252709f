"""Predicates: what a sentence says happens, who does it, to what, and how sure.

The intermediate that role claims and figure claims share. A chain of verbs is one predicate: "is not
expected to help with arrests" is the action arrest, in support, probably not. Shallow on purpose: a
string of letters (parsers/roles/tags.py), verb groups by one regular expression, subjects to the left,
objects to the right.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.factuality import Factuality
from parsers.actions import Action, Actions
from parsers.lexicon import table
from parsers.roles.chains import Chain, ChainReader
from parsers.roles.embedding import SAYS, Embedding, Scope
from parsers.roles.factuality import compose, cue
from parsers.roles.letters import VERBS
from parsers.roles.objects import Objects
from parsers.roles.phrases import Phrases
from parsers.roles.subjects import Subjects
from parsers.roles.tags import tag
from parsers.roles.verb_groups import verb_groups
from parsers.text.nouns import singular
from parsers.text.tokens import Token
from parsers.text.verbs import Form, verb


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """An event as a sentence tells it. All positions are indices into ``Clauses.tokens``; ranges half-open.

    ``at`` is the word that names the event ("arrests"), ``words`` the group from its first helper to that
    word; ``subject`` is the grammatical one (who is acted on, if ``passive``), ``agent`` stands behind
    "by". ``support`` is lending a hand in it ("help with arrests"). ``within`` is the number of the
    predicate whose complement this one is ("told CNN that …"). ``conditional`` stands in an "if",
    ``purpose`` is an infinitive that nothing governs ("to meet that target"): neither happens.
    """

    at: int
    words: range
    lemma: str
    action: Action
    support: bool
    passive: bool
    factuality: Factuality
    subject: range | None
    object: range | None
    agent: range | None
    within: int | None
    conditional: bool
    purpose: bool


@dataclass(frozen=True, slots=True)
class Clauses:
    """A sentence without its quotation marks and short parentheses, and its predicates in order."""

    tokens: Sequence[Token]
    letters: str
    phrases: Phrases
    predicates: tuple[Predicate, ...]

    @property
    def verbs(self) -> frozenset[int]:
        """Where in the article's text a verb form starts."""
        return frozenset(t.start for t, letter in zip(self.tokens, self.letters, strict=True) if letter in VERBS)

    def text(self, source: str, where: range) -> str:
        """The words of a range as the article gives them."""
        return source[self.tokens[where.start].start : self.tokens[where.stop - 1].end]


class ClauseReader:
    """Reads the predicates of a sentence; built once for a topic's actions."""

    __slots__ = ("actions",)

    def __init__(self, actions: Actions) -> None:
        self.actions = actions

    def read(self, tokens: Sequence[Token]) -> Clauses:
        """The clauses of one sentence, given all of its tokens."""
        kept = _without_quotes(tokens[:LONGEST])
        letters = tag(kept)
        phrases = Phrases(kept, letters)
        return Clauses(kept, letters, phrases, _Sentence(kept, letters, phrases, self.actions).predicates())


_GROUPS = table("factuality")["groups"]
_DENIALS = frozenset(_GROUPS["denials"])
_TRUE = frozenset(("true", "real", "accurate", "correct"))
_QUOTES = frozenset("\"'“”‘’«»`")
_CONTRACTED = frozenset(("he", "she", "they", "it"))
_NOT_DONE = frozenset(("without", "than"))
_PARTICLES = 4  # words behind an object that belong to its verb
_LONGEST_PARENTHESIS = 8
# Nobody writes a sentence of 400 words; what looks like one (a table, a wall of text) is read up to there only.
LONGEST = 400


def _without_quotes(tokens: Sequence[Token]) -> list[Token]:
    """Quotation marks and short parentheses ("(DHS)") stand in the way of a shallow reader."""
    kept: list[Token] = []
    opened: int | None = None
    for token in tokens:
        if token.text == "(":
            opened = len(kept)
        elif token.text == ")":
            if opened is not None and len(kept) - opened <= _LONGEST_PARENTHESIS:
                del kept[opened:]
            opened = None
        elif token.text not in _QUOTES:
            kept.append(token)
    return kept


class _Sentence:
    """The work on one sentence: chains first, then subjects, objects, voice and what embeds what."""

    __slots__ = (
        "actions",
        "chains",
        "embedding",
        "found",
        "letters",
        "objects",
        "phrases",
        "scopes",
        "subjects",
        "tokens",
    )

    def __init__(self, tokens: list[Token], letters: str, phrases: Phrases, actions: Actions) -> None:
        self.tokens, self.letters, self.phrases, self.actions = tokens, letters, phrases, actions
        self.chains = ChainReader(tokens, letters, phrases, actions).read(verb_groups(tokens, letters))
        self.subjects = Subjects(tokens, letters, phrases)
        self.objects = Objects(tokens, letters, phrases)
        self.embedding = Embedding(tokens, letters)
        self.scopes: list[Scope] = []
        self.found: list[Predicate] = []

    def predicates(self) -> tuple[Predicate, ...]:
        for chain in self.chains:
            self.found.append(self._predicate(chain))
        if not self.found:
            self.found += self._states()
        if self.letters.endswith("?"):
            asked = max(self.letters.rfind(";"), self.letters.rfind(":"))
            self.found = [replace(p, factuality=Factuality.UNKNOWN) if p.at > asked else p for p in self.found]
        for number, predicate in enumerate(self.found):
            if predicate.lemma == "be" and predicate.object is not None and self._says_untrue(predicate):
                self._deny_before(number)
        return tuple(self.found)

    def _states(self) -> list[Predicate]:
        """A headline without a verb may tell of a state: "Actor alive", "Three hikers missing in the Alps"."""
        for at in range(1, len(self.tokens)):
            action = self.actions.of_state(self.tokens[at].lower) if self.letters[at] in "NP" else None
            subject = self.phrases.ending_at(at - 1) if action and self.letters[at - 1] in "NP" else None
            if action and subject:
                return [_state(at, action, subject)]
        return []

    def _predicate(self, chain: Chain) -> Predicate:
        passive = chain.last.passive or self.objects.passive_alone(chain)
        subject, shared = self._subject(chain)
        scope = self._scope(chain, subject, shared)
        self.scopes.append(scope)
        if shared:
            self._share(chain)
        factuality = compose(compose(scope.factuality, self._opening(subject)), chain.factuality)
        if self._denied_outside(chain, subject):
            factuality = compose(factuality, Factuality.CERTAIN_NOT)
            chain.factuality = compose(chain.factuality, Factuality.CERTAIN_NOT)  # heard by what it governs
        thing = None if passive else self.objects.of(chain)
        action = self._action(chain, subject if passive else thing)
        return Predicate(
            at=chain.at,
            words=range(chain.head.first, max(chain.at + 1, chain.end)),
            lemma=chain.last.lemma,
            action=action,
            support=chain.support,
            passive=passive,
            factuality=factuality,
            subject=subject,
            object=thing if action.key == "be" or chain.last.form != "B" else None,
            agent=self.objects.agent(chain) if passive else None,
            within=scope.within,
            conditional=scope.conditional,
            purpose=chain.purpose,
        )

    # -- who --------------------------------------------------------------------------------------

    def _subject(self, chain: Chain) -> tuple[range | None, bool]:
        """The subject, and whether it is the one of a verb before ("X came and saw")."""
        if chain.subject is not None:
            return chain.subject, False
        if (
            self.tokens[chain.head.first].lower.partition("'")[0] in _CONTRACTED
            and "'" in self.tokens[chain.head.first].lower
        ):
            return range(chain.head.first, chain.head.first + 1), False  # "she'd bought"
        inverted = range(chain.head.first, chain.last.main)
        inside = next((at for at in inverted if self.letters[at] == "R"), None)
        if inside is not None:
            return range(inside, inside + 1), False  # "nor did she plan"
        before = self._left(chain.head.first - 1)
        if before >= 0 and (self.letters[before] in "CFS-" or (not chain.head.finite and self.letters[before] == ",")):
            anew = self.tokens[before].lower == "but"
            return self._last_subject(told=not anew), self.letters[before] == "C" and not anew
        own = self.subjects.of(chain.head)
        if own is None and before >= 0 and self.letters[before] == "," and self.found:
            return self._last_subject(told=True), True  # "Storm kills 12, leaves thousands without power"
        return own, False

    def _share(self, chain: Chain) -> None:
        """A bare verb after "and" or "or" shares modal, "to" and, after "or", the "not": "will close or sell"."""
        number = next((n for n, c in enumerate(self.chains) if c is chain), 0)
        before = self.chains[number - 1] if number else None
        read = verb(self.tokens[chain.head.main].lower)
        bare = chain.head.form in "VY" and not chain.head.helped and not chain.head.infinitive
        if before is None or not bare or read is None or not read.form & Form.BASE:
            return
        if not (before.last.infinitive or self.letters[before.head.first : before.last.main + 1].strip("VYEGAXBHbh")):
            return
        chain.purpose = chain.purpose or before.purpose
        word = self.tokens[self._left(chain.head.first - 1)].lower
        over = before.factuality if before.factuality.affirms or word == "or" else before.factuality.negated
        chain.factuality = compose(over, chain.factuality)

    def _last_subject(self, told: bool) -> range | None:
        """The subject of the clause before; after "but", that of the last clause that nobody reports."""
        shared = [p for p in self.found if p.subject is not None and not p.purpose]
        free = [p for p in shared if p.within is None and p.lemma not in SAYS]
        return next((p.subject for p in reversed(shared if told else free or shared)), None)

    def _scope(self, chain: Chain, subject: range | None, shared: bool) -> Scope:
        if chain.controller is not None:
            return replace(self.scopes[chain.controller], conditional=False)
        own = subject is not None and not shared and subject.stop <= chain.head.first
        return self.embedding.scope(
            subject.start if own and subject else chain.head.first, self.chains, self.scopes, shared
        )

    def _action(self, chain: Chain, acted_on: range | None) -> Action:
        """What is acted on may say what is done: "fired two rockets", "fired the coach"; so may a state ("missing")."""
        if chain.at != chain.last.main:
            return chain.action
        if chain.last.form == "G" and chain.last.helped:
            return self.actions.of_state(self.tokens[chain.at].lower) or chain.action
        if acted_on is None:
            return chain.action
        word = self.tokens[self.phrases.head(acted_on)].lower
        if chain.last.form == "B":
            return self.actions.of_state(word) or chain.action
        of_object = self.actions.of_object(chain.last.lemma, singular(word))
        return of_object or self._with_particle(chain, acted_on) or chain.action

    def _with_particle(self, chain: Chain, thing: range) -> Action | None:
        """What a verb does together with words behind its object: "found her guilty", "took two men into custody"."""
        if thing.start < chain.end:
            return None
        her = self.tokens[thing.start].lower == "her"  # "found her guilty" reads like "found her purse"
        last = thing.start + 1 if her else thing.stop
        behind = self.tokens[last : last + _PARTICLES]
        phrase = self.actions.phrase_at([self.tokens[chain.at], *behind], 0) if behind else None
        return phrase[0] if phrase else None

    # -- what -------------------------------------------------------------------------------------

    def _opening(self, subject: range | None) -> Factuality:
        """What an adverb before the subject makes of the clause: "Possibly, the army …", "hardly anyone"."""
        at = subject.start - 1 if subject else -1
        at -= at > 0 and self.letters[at] == ","
        known = cue("adverbs", self.tokens[at].lower) if at >= 0 and self.letters[at] == "A" else None
        return known[0] if known else Factuality.CERTAIN

    # -- not --------------------------------------------------------------------------------------

    def _denied_outside(self, chain: Chain, subject: range | None) -> bool:
        """Denied by what stands outside the verb group: "no troops", "neither", "nor did she", "without"."""
        first = chain.head.first
        before = self.tokens[first - 1].lower if first else ""
        if (before in _NOT_DONE and chain.head.form == "G") or before == "nor":
            return True
        return subject is not None and subject.stop <= first and self.letters[subject.start] == "Z"

    def _says_untrue(self, predicate: Predicate) -> bool:
        """ "… is a hoax", "… are not true"."""
        said = {self.tokens[at].lower for at in predicate.object or ()}
        return bool(said & _DENIALS) if predicate.factuality.affirms else bool(said & _TRUE)

    def _deny_before(self, number: int) -> None:
        within = self.found[number].within
        for earlier in range(number):
            if earlier != within and not self.found[earlier].factuality.denies:
                denied = compose(self.found[earlier].factuality, Factuality.CERTAIN_NOT)
                self.found[earlier] = replace(self.found[earlier], factuality=denied)

    def _left(self, at: int) -> int:
        while at >= 0 and self.letters[at] in "AX":
            at -= 1
        return at


def _state(at: int, action: Action, subject: range) -> Predicate:
    return Predicate(
        at=at,
        words=range(at, at + 1),
        lemma="be",
        action=action,
        support=False,
        passive=False,
        factuality=Factuality.CERTAIN,
        subject=subject,
        object=None,
        agent=None,
        within=None,
        conditional=False,
        purpose=False,
    )
