"""Chains of verbs that tell of one event: "is expected to help with arrests" is one arrest, not three verbs."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.factuality import Factuality
from parsers.actions import Action, Actions
from parsers.lexicon import table
from parsers.roles.factuality import Cue, compose, cue, effect
from parsers.roles.phrases import Phrases
from parsers.roles.verb_groups import VerbGroup
from parsers.text.tokens import Token

_GROUPS = {
    name: frozenset(listed) for name, listed in table("factuality")["groups"].items() if isinstance(listed, list)
}
_BARE = frozenset(("help", "let", "make", "see", "dare"))
_STAYS = frozenset(("remain", "stay", "get"))  # "remains closed", "got arrested"
_NOT_YET: Cue = (Factuality.CERTAIN_NOT, Factuality.CERTAIN_NOT)
_TO_BE: Cue = (Factuality.PROBABLE, Factuality.PROBABLE_NOT)
_DUTY: Cue = (Factuality.UNKNOWN, Factuality.UNKNOWN)
_DONE: Cue = (Factuality.CERTAIN, Factuality.CERTAIN_NOT)


@dataclass(slots=True)
class Chain:
    """Verb groups that are one event, outermost first.

    ``at`` is the word that names the event and ``end`` where it ends; ``controller`` is the number of the
    chain whose object acts here ("asked the Pentagon to allow"), with that object as ``subject``;
    ``purpose`` marks an infinitive that nothing governs ("to meet that target").
    """

    groups: list[VerbGroup]
    at: int
    end: int
    action: Action
    factuality: Factuality
    support: bool = False
    subject: range | None = None
    object: range | None = None
    controller: int | None = None
    purpose: bool = False

    @property
    def head(self) -> VerbGroup:
        return self.groups[0]

    @property
    def last(self) -> VerbGroup:
        return self.groups[-1]


@dataclass(frozen=True, slots=True)
class _Link:
    """How one verb group governs the next: as one event with it, or by its object (``subject``)."""

    cue: Cue | None
    support: bool = False
    negated: bool = False
    subject: range | None = None


class ChainReader:
    """Chains of one sentence."""

    __slots__ = ("actions", "letters", "phrases", "tokens")

    def __init__(self, tokens: Sequence[Token], letters: str, phrases: Phrases, actions: Actions) -> None:
        self.tokens = tokens
        self.letters = letters
        self.phrases = phrases
        self.actions = actions

    def read(self, groups: Sequence[VerbGroup]) -> list[Chain]:
        """Every group in exactly one chain, except for acts, which stand for themselves besides."""
        found: list[Chain] = []
        controlled: _Link | None = None
        at = 0
        while at < len(groups):
            chain, at, link = self._from(groups, at)
            if controlled is not None and controlled.cue is not None:
                outer = found[-1]
                chain.controller, chain.subject = len(found) - 1, controlled.subject
                done = effect(controlled.cue, outer.factuality.denies)
                over = outer.factuality if outer.factuality.affirms else Factuality.CERTAIN
                chain.factuality = compose(compose(over, done), chain.factuality)
            elif controlled is not None or (chain.head.infinitive and self._purpose(chain)):
                chain.purpose = True
            elif chain.head.infinitive:
                chain.factuality = compose(Factuality.PROBABLE, chain.factuality)
            found += [*self._acts(chain), chain]
            controlled = link
        return found

    def _from(self, groups: Sequence[VerbGroup], at: int) -> tuple[Chain, int, _Link | None]:
        """The chain that starts at a group, where the next one starts, and how it governs that."""
        total, support, members = Factuality.CERTAIN, False, [groups[at]]
        link: _Link | None = None
        while at + 1 < len(groups):
            link = self._link(groups[at], groups[at + 1])
            if link is None or link.subject is not None or link.cue is None:
                break
            outer = groups[at]
            total = compose(total, compose(outer.prefix, effect(link.cue, outer.negated or link.negated)))
            support = support or link.support
            at += 1
            members.append(groups[at])
            link = None
        last = groups[at]
        action = self._action(last)  # may stretch the group over the rest of a phrase
        chain = Chain(members, last.main, last.end, action, compose(total, last.factuality), support)
        self._nominal(chain)
        return chain, at + 1, link

    def _action(self, group: VerbGroup) -> Action:
        phrase = self.actions.phrase_at(self.tokens, group.main)
        if phrase:
            group.end = max(group.end, group.main + phrase[1])
            return phrase[0]
        return self.actions.of_verb(group.lemma)

    def _acts(self, chain: Chain) -> list[Chain]:
        """Acts inside a chain ("refused to leave"): what was done, beside what was not."""
        found = []
        total = Factuality.CERTAIN
        for group in chain.groups[:-1]:
            if group.lemma in _GROUPS["acts"]:
                done = compose(total, group.factuality)
                found.append(Chain([group], group.main, group.end, self.actions.of_verb(group.lemma), done))
            total = compose(total, group.prefix)
        return found

    # -- links ------------------------------------------------------------------------------------

    def _link(self, outer: VerbGroup, inner: VerbGroup) -> _Link | None:
        gap = self.letters[outer.end : inner.first].replace("A", "")
        if inner.infinitive:
            return self._infinitive(outer, inner, gap)
        if inner.form == "G" and not inner.helped:
            return self._gerund(outer, inner, gap)
        if inner.form == "E" and not gap and not inner.helped and outer.lemma in _STAYS:
            return _Link(_DONE)
        if inner.form == "V" and not gap and not inner.helped and outer.lemma in _BARE:
            return _Link(_DONE, support=outer.lemma in _GROUPS["support"])
        return None

    def _infinitive(self, outer: VerbGroup, inner: VerbGroup, gap: str) -> _Link | None:
        support = outer.lemma in _GROUPS["support"]
        if gap in ("", "F"):
            if outer.not_yet:
                return _Link(_NOT_YET)
            if outer.form == "B":
                return _Link(_TO_BE)
            if outer.lemma == "have" and outer.form == "H":
                return _Link(_DUTY)
            if outer.lemma in _GROUPS["gerund_only"] and not outer.passive:
                return _Link(_DONE)  # "stopped to shoot" is to shoot
            known = (cue("passives", outer.lemma) if outer.passive else None) or cue("verbs", outer.lemma)
            return _Link(known, support) if known or (gap == "" and outer.passive) else _Link(None, subject=None)
        if gap.endswith("S") and self.tokens[inner.first - 1].lower == "whether":
            return _Link(_DUTY)  # "has not decided whether to close": undecided either way
        if set(gap) <= set("NPKDZ#REFC"):
            return self._through(outer, inner, gap)
        return None

    def _through(self, outer: VerbGroup, inner: VerbGroup, gap: str) -> _Link | None:
        """An adjective, a noun or an object between: "likely to", "plans to", "asked the Pentagon to"."""
        last = self.tokens[inner.first - 1].lower
        if outer.lemma in ("be", "remain", "seem", "appear", "become", "stand") and "D" not in gap:
            known = cue("adjectives", last)
            if known:
                return _Link(known)
        noun = cue("nouns", last) or cue("nouns", last.removesuffix("s"))
        if noun and outer.lemma in _GROUPS["light"] | _GROUPS["tells_plans"] | {"be"}:
            return _Link(noun, negated="Z" in gap)
        ended = cue("verbs", outer.lemma) if noun else None
        if noun and ended and ended[0].denies:
            return _Link((compose(ended[0], noun[0]), compose(ended[1], noun[0])))  # "abandoned plans to build"
        if outer.lemma in _GROUPS["object_acts"] and not outer.passive:
            phrase = self.phrases.starting_at(self._skip(outer.end))
            if phrase:
                return _Link(self._control(outer.lemma), subject=phrase)
        return _Link(None)

    def _gerund(self, outer: VerbGroup, inner: VerbGroup, gap: str) -> _Link | None:
        support = outer.lemma in _GROUPS["support"]
        passive = cue("passives", outer.lemma) if outer.passive else None
        if gap == "":
            known = passive or cue("verbs", outer.lemma)
            return _Link(known, support) if known else None
        phrasal = cue("verbs", " ".join((outer.lemma, *(t.lower for t in self.tokens[outer.end : inner.first]))))
        if phrasal:
            return _Link(phrasal)
        if gap == "F":
            word = self.tokens[inner.first - 1].lower
            if word in ("by", "after", "while", "without", "since", "despite"):
                return None
            if outer.lemma in _GROUPS["join"] or support:
                return _Link(_DONE, support)
            known = passive or cue("verbs", outer.lemma)
            return _Link(known) if known else None
        if self.tokens[inner.first - 1].lower in ("of", "for", "with"):
            known = cue("passives", outer.lemma)  # "accused the airline of breaking"
            phrase = self.phrases.starting_at(self._skip(outer.end))
            return _Link(known, subject=phrase) if known and phrase else _Link(None)
        known = self._close_to(outer, inner)
        if known:
            return _Link(known)
        if outer.lemma in self._stopped_by(inner):
            phrase = self.phrases.starting_at(self._skip(outer.end))
            return _Link(self._control(outer.lemma), subject=phrase) if phrase else None
        return None

    def _close_to(self, outer: VerbGroup, inner: VerbGroup) -> Cue | None:
        """ "are close to reaching a deal", "is on the verge of closing"."""
        word, link = self.tokens[inner.first - 2].lower, self.tokens[inner.first - 1].lower
        if outer.lemma not in ("be", "remain", "come", "seem", "appear") or link not in ("to", "of"):
            return None
        return cue("adjectives", word) or cue("nouns", word)

    def _stopped_by(self, inner: VerbGroup) -> frozenset[str]:
        """Verbs that an object and this gerund can follow: "stop him turning", "keep them from leaving"."""
        return _GROUPS["object_acts" if self.tokens[inner.first - 1].lower == "from" else "object_prevented"]

    def _control(self, lemma: str) -> Cue:
        """What an object does whom this verb makes, lets, asks or stops."""
        if lemma in _GROUPS["object_prevented"]:
            return Factuality.CERTAIN_NOT, Factuality.POSSIBLE
        if lemma in _GROUPS["object_made"]:
            return Factuality.CERTAIN, Factuality.CERTAIN_NOT
        if lemma in _GROUPS["object_may"]:
            return Factuality.POSSIBLE, Factuality.CERTAIN_NOT
        if lemma in _GROUPS["object_probably"]:
            return Factuality.PROBABLE, Factuality.UNKNOWN
        return Factuality.UNKNOWN, Factuality.UNKNOWN

    def _purpose(self, chain: Chain) -> bool:
        """An infinitive that no verb governs; right after a name it is a headline's future ("Apple to close")."""
        before, behind = self.letters[: chain.head.first], self.letters[chain.end :]
        clause = behind[: next((n for n, letter in enumerate(behind) if letter in ",-CSW;:"), len(behind))]
        described = any(letter in "VMmBbHhOo" for letter in clause)  # "steps to raise pay are under way"
        return not before or before[-1] not in "NP" or described or any(letter in "VYMmBbHhOoG" for letter in before)

    # -- actions told as nouns --------------------------------------------------------------------

    def _nominal(self, chain: Chain) -> None:
        """ "makes arrests", "helps with arrests", "has issued no statement": the noun names the event."""
        lemma = chain.last.lemma
        light, support = lemma in _GROUPS["light"] or chain.last.form == "H", lemma in _GROUPS["support"]
        told = chain.end > chain.last.main + 1  # "backed away from the plan": the phrase names the event
        if told or not (light or support or lemma in _GROUPS["join"]) or chain.last.passive:
            return
        start = self._named_at(chain, light)
        phrase = self.phrases.starting_at(start)
        if phrase is None or self._word(chain.end) == "by":
            return
        head = self.phrases.head(phrase)
        if self.tokens[head].lower in _GROUPS["shells"] and head > phrase.start:
            head -= 1
        action = self.actions.of_noun(self.tokens[head].lower)
        if action is None or self.letters[head] not in "NPGVYE":
            return
        if any(self.letters[at] == "Z" for at in range(phrase.start, head)):
            chain.factuality = compose(chain.factuality, Factuality.CERTAIN_NOT)
        chain.action, chain.at, chain.end = action, head, head + 1
        chain.support = chain.support or support

    def _named_at(self, chain: Chain, light: bool) -> int:
        """Where the noun that names the event may start: "help with arrests", "carry out a raid"."""
        start = self._skip(chain.end)
        if chain.last.lemma == "take" and self._word(start) == "part":
            start += 1  # "take part in arrests" is to make them
        if (
            start < len(self.letters)
            and self.letters[start] in "FT"
            and (not light or self._word(start) in ("out", "in"))
        ):
            start = self._skip(start + 1)
        return start

    def _word(self, at: int) -> str:
        return self.tokens[at].lower if at < len(self.tokens) else ""

    def _skip(self, at: int) -> int:
        while at < len(self.letters) and self.letters[at] == "A":
            at += 1
        return at
