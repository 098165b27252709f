"""Chains of verbs that tell of one event: "is expected to help with arrests" is one arrest, not three verbs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from claims.factuality import Factuality
from parsers.actions.actions import Actions
from parsers.actions.forms import Action
from parsers.lexicon import table
from parsers.roles import intents, nominals
from parsers.roles.factuality import CERTAIN, CERTAIN_NOT, Cue, compose, effect
from parsers.roles.letters import left
from parsers.roles.links import Link, Links
from parsers.roles.phrases import Phrases
from parsers.roles.verb_groups import VerbGroup
from parsers.text.tokens import Token

_ACTS = frozenset(table("factuality")["groups"]["acts"])
_CLAUSE_ENDS = re.compile("[-,CSW;:]")
_BEHIND = 4  # words behind an object that may belong to its verb
_FINITE = re.compile("[VMmBbHhOo]")
_VERBAL = re.compile("[VYMmBbHhOoG]")


@dataclass(slots=True)
class Chain:
    """Verb groups that are one event, outermost (``head``) first.

    ``at`` is the word that names the event and ``end`` where it ends; ``controller`` is the number of the
    chain whose object acts here ("asked the Pentagon to allow"), with that object as ``subject``;
    ``purpose`` marks an infinitive that nothing governs ("to meet that target"); ``untold`` that nobody is said to do
    it ("there are plans to").
    """

    groups: Sequence[VerbGroup]
    at: int
    end: int
    action: Action
    factuality: Factuality
    support: bool = False
    subject: range | None = None
    controller: int | None = None
    purpose: bool = False
    untold: bool = False
    head: VerbGroup = field(init=False)
    last: VerbGroup = field(init=False)

    def __post_init__(self) -> None:
        self.head, self.last = self.groups[0], self.groups[-1]


class ChainReader:
    """Chains of one sentence."""

    __slots__ = ("actions", "letters", "links", "phrases", "tokens")

    def __init__(self, tokens: Sequence[Token], letters: str, phrases: Phrases, actions: Actions) -> None:
        self.tokens = tokens
        self.letters = letters
        self.phrases = phrases
        self.actions = actions
        self.links = Links(tokens, letters, phrases)

    def read(self, groups: Sequence[VerbGroup]) -> list[Chain]:
        """Every group in exactly one chain, except for acts, which stand for themselves besides."""
        found: list[Chain] = []
        controlled: Link | None = None
        at = 0
        while at < len(groups):
            chain, at, link = self._from(groups, at)
            if controlled is not None and controlled.cue is not None:
                outer = found[-1]
                chain.controller, chain.subject = len(found) - 1, controlled.subject
                done = effect(controlled.cue, outer.factuality.denies)
                over = outer.factuality if outer.factuality.affirms else CERTAIN
                chain.factuality = compose(compose(over, done), chain.factuality)
            elif controlled is not None or (chain.head.infinitive and self._purpose(chain)):
                chain.purpose = True
            elif chain.head.infinitive:
                chain.factuality = compose(Factuality.PROBABLE, chain.factuality)
                self._bare_plan(chain)
            if len(chain.groups) > 1:
                found += self._acts(chain)
            if found and (found[-1].purpose or found[-1].untold):
                self._plan(found[-1], chain)
            found.append(chain)
            controlled = link
        return found

    def _from(self, groups: Sequence[VerbGroup], at: int) -> tuple[Chain, int, Link | None]:
        """The chain that starts at a group, where the next one starts, and how it governs that."""
        first, total, support = at, CERTAIN, False
        link: Link | None = None
        while at + 1 < len(groups):
            outer = groups[at]
            link = self.links.between(outer, groups[at + 1])
            if link is None or link.subject is not None or link.cue is None:
                break
            total = _heard(compose(total, outer.prefix), link.cue, negated=outer.negated or link.negated)
            support = support or link.support
            at += 1
            link = None
        last = groups[at]
        action = self._action(last)  # may stretch the group over the rest of a phrase
        members = groups[first : at + 1]
        chain = Chain(members, last.main, last.end, action, compose(total, last.factuality), support)
        said = (last, self.tokens, self.phrases, self.actions)
        noun = nominals.named(*said) or nominals.existing(*said) or nominals.ruled_out(*said)
        chain.untold = intents.untold(members, self.tokens, self.letters)
        if noun and not self._apart(last):
            chain.action, chain.at, chain.end = noun.action, noun.at, noun.at + 1
            chain.support = support or noun.support
            if noun.over is not None:
                chain.factuality = _heard(compose(total, last.prefix), noun.over, negated=last.negated)
            elif noun.denied:
                chain.factuality = compose(chain.factuality, CERTAIN_NOT)
        at += 1
        while at < len(groups) and groups[at].main < chain.end:
            at, link = at + 1, None  # "fired a single shot": a word of the phrase is no verb
        return chain, at, link

    def _action(self, group: VerbGroup) -> Action:
        phrase = self.actions.phrase_at(self.tokens, group.main)
        if phrase:
            group.end = max(group.end, group.main + phrase[1])
            return phrase[0]
        return self.actions.of_verb(group.lemma)

    def _apart(self, group: VerbGroup) -> bool:
        """ "Put the launch on hold": the verb and what stands behind its object name the event."""
        thing = self.phrases.starting_at(group.end)
        behind = self.tokens[thing.stop : thing.stop + _BEHIND] if thing else ()
        return bool(behind) and self.actions.phrase_at([self.tokens[group.main], *behind], 0) is not None

    def _acts(self, chain: Chain) -> list[Chain]:
        """Acts inside a chain ("refused to leave"): what was done, beside what was not."""
        found = []
        total = CERTAIN
        for group in chain.groups[:-1]:
            if group.lemma in _ACTS:
                done = compose(total, group.factuality)
                found.append(Chain([group], group.main, group.end, self.actions.of_verb(group.lemma), done))
            total = compose(total, group.prefix)
        return found

    def _bare_plan(self, chain: Chain) -> None:
        """A headline's plan: "Army chief: no plans to withdraw", "Talks to end strike"."""
        last = left(self.letters, chain.head.first - 1)
        noun = intents.noun_cue(self.tokens[last].lower) if last >= 0 else None
        phrase = self.phrases.nearest(last) if noun is not None else None
        if noun is None or phrase is None or (phrase.start and self.letters[phrase.start - 1] == "F"):
            return
        if phrase.start > 1 and self.letters[phrase.start - 1] == ":":
            chain.subject = self.phrases.ending_at(phrase.start - 2)
            chain.factuality = effect(noun, self.letters[phrase.start] == "Z")
        elif "P" not in self.letters[phrase.start : last]:  # "Orle near deal to buy": Orle's
            chain.untold, chain.factuality = True, effect(noun, negated=False)

    def _plan(self, chain: Chain, fate: Chain) -> None:
        """An infinitive behind a plan of which the next verb tells what became of it."""
        between = self.letters[chain.end : fate.head.first]
        became = intents.dropped(chain.head, fate.last, self.tokens, self.letters, between=between)
        if became is not None and chain.head is chain.last:
            chain.purpose, chain.untold, chain.factuality = False, True, became

    def _purpose(self, chain: Chain) -> bool:
        """An infinitive that no verb governs; right after a name it is a headline's future ("Apple to close")."""
        before = self.letters[: chain.head.first]
        if not before or before[-1] not in "NP" or _VERBAL.search(before):
            return True
        ends = _CLAUSE_ENDS.search(self.letters, chain.end)
        clause = (chain.end, ends.start() if ends else len(self.letters))
        return _FINITE.search(self.letters, *clause) is not None  # "steps to raise pay are under way"


def _heard(over: Factuality, known: Cue, *, negated: bool) -> Factuality:
    """What a cue does under what stands over it: who "declined to rule out" something may do it."""
    if over.denies:
        return compose(over.negated, effect(known, not negated))
    return compose(over, effect(known, negated))
