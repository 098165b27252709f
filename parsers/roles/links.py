"""Links: how one verb group governs the next ("is expected to help", "asked the Pentagon to allow")."""

from collections.abc import Sequence
from typing import NamedTuple

from claims.factuality import Factuality
from parsers.lexicon import table
from parsers.roles import intents, nominals
from parsers.roles.factuality import Cue, compose, cue
from parsers.roles.letters import right
from parsers.roles.phrases import Phrases
from parsers.roles.verb_groups import VerbGroup
from parsers.text.tokens import Token

_GROUPS = {
    name: frozenset(listed) for name, listed in table("factuality")["groups"].items() if isinstance(listed, list)
}
_BARE = frozenset(("help", "let", "make", "see", "dare"))
_STAYS = frozenset(("remain", "stay", "get"))  # "remains closed", "got arrested"
_IS = frozenset(("be", "remain", "seem", "appear", "become", "stand", "look", "come"))  # "came close to"
_PLANNING = _GROUPS["light"] | _GROUPS["tells_plans"] | {"be", "see", "find", "feel"}
_BETWEEN = frozenset("NPKDZ#REFC")
_NOT_YET: Cue = (Factuality.CERTAIN_NOT, Factuality.CERTAIN_NOT)
_TO_BE: Cue = (Factuality.PROBABLE, Factuality.PROBABLE_NOT)
_DUTY: Cue = (Factuality.UNKNOWN, Factuality.UNKNOWN)
_DONE: Cue = (Factuality.CERTAIN, Factuality.CERTAIN_NOT)


class Link(NamedTuple):
    """How one verb group governs the next: as one event with it, or by its object (``subject``)."""

    cue: Cue | None
    support: bool = False
    negated: bool = False
    subject: range | None = None


class Links:
    """Links of one sentence."""

    __slots__ = ("letters", "phrases", "tokens")

    def __init__(self, tokens: Sequence[Token], letters: str, phrases: Phrases) -> None:
        self.tokens = tokens
        self.letters = letters
        self.phrases = phrases

    def between(self, outer: VerbGroup, inner: VerbGroup) -> Link | None:
        """How ``outer`` governs ``inner``, None where it does not."""
        if inner.infinitive:
            return self._infinitive(outer, inner, self._gap(outer, inner))
        having = self.tokens[inner.first].lower == "having"
        if inner.helped and not having:
            return None
        if inner.form == "G" or having:
            return self._gerund(outer, inner, self._gap(outer, inner))
        if inner.form == "E" and outer.lemma in _STAYS and not self._gap(outer, inner):
            return Link(_DONE)
        if inner.form == "V" and outer.lemma in _BARE and not self._gap(outer, inner):
            return Link(_DONE, support=outer.lemma in _GROUPS["support"])
        return None

    def _gap(self, outer: VerbGroup, inner: VerbGroup) -> str:
        return self.letters[outer.end : inner.first].replace("A", "")

    def _infinitive(self, outer: VerbGroup, inner: VerbGroup, gap: str) -> Link | None:
        support = outer.lemma in _GROUPS["support"]
        if gap in ("", "F"):
            if outer.not_yet:
                return Link(_NOT_YET)
            decided = intents.decided(outer, self.tokens, self.letters)
            if decided:
                return Link(decided)
            if outer.form == "B":
                return Link(_TO_BE)
            if outer.lemma == "have" and outer.form == "H":
                return Link(_DUTY)
            if outer.lemma in _GROUPS["gerund_only"] and not outer.passive:
                return Link(_DONE)  # "stopped to shoot" is to shoot
            known = (cue("passives", outer.lemma) if outer.passive else None) or cue("verbs", outer.lemma)
            return Link(known, support) if known or (gap == "" and outer.passive) else Link(None, subject=None)
        if gap.endswith("S") and self.tokens[inner.first - 1].lower == "whether":
            return Link(_DUTY)  # "has not decided whether to close": undecided either way
        if _BETWEEN.issuperset(gap):
            return self._through(outer, inner, gap)
        return None

    def _through(self, outer: VerbGroup, inner: VerbGroup, gap: str) -> Link | None:
        """An adjective, a noun or an object between: "likely to", "plans to", "asked the Pentagon to"."""
        last = self.tokens[inner.first - 1].lower
        if outer.lemma in _IS and "D" not in gap:
            known = cue("adjectives", last)
            if known:
                return Link(_NOT_YET if outer.lemma == "come" else known)
        noun = intents.noun_cue(last)
        if noun and outer.lemma in _PLANNING:
            return Link(noun, negated="Z" in gap)
        ended = cue("verbs", outer.lemma) if noun else None
        if noun and ended and ended[0].denies:
            return Link((compose(ended[0], noun[0]), compose(ended[1], noun[0])))  # "abandoned plans to build"
        if outer.lemma in _GROUPS["object_acts"] and not outer.passive:
            phrase = self.phrases.starting_at(right(self.letters, outer.end))
            if phrase:
                return Link(_control(outer.lemma), subject=phrase)
        aside = cue("verbs", outer.lemma) if gap[0] == "F" and gap.count("F") == 1 else None
        return Link(aside)  # "agreed in principle to send", "voted on Friday to strike"

    def _gerund(self, outer: VerbGroup, inner: VerbGroup, gap: str) -> Link | None:
        support = outer.lemma in _GROUPS["support"]
        passive = cue("passives", outer.lemma) if outer.passive else None
        if gap == "":
            known = passive or cue("verbs", outer.lemma)
            return Link(known, support) if known else None
        phrasal = cue("verbs", " ".join((outer.lemma, *(t.lower for t in self.tokens[outer.end : inner.first]))))
        if phrasal:
            return Link(phrasal)
        if nominals.part_in(outer, self.tokens, self.letters) == inner.first:
            return Link(_DONE, negated="Z" in gap)  # "had no part in running it"
        noun = intents.noun_cue(self.tokens[inner.first - 2].lower) if gap[-2:] in ("NF", "PF") else None
        if noun and outer.lemma in _PLANNING and not outer.passive:
            return Link(noun, negated="Z" in gap)  # "has no intention of selling"
        close = self._close_to(outer, inner)
        if close:
            return Link(close)
        if gap == "F":
            decided = intents.decided(outer, self.tokens, self.letters)
            if decided:
                return Link(decided)  # "no decision was taken on closing"
            word = self.tokens[inner.first - 1].lower
            if word in ("by", "after", "while", "without", "since", "despite"):
                return None
            if outer.lemma in _GROUPS["join"] or support:
                return Link(_DONE, support)
            known = passive or cue("verbs", outer.lemma)
            return Link(known) if known else None
        if self.tokens[inner.first - 1].lower in ("of", "for", "with"):
            known = cue("passives", outer.lemma)  # "accused the airline of breaking"
            phrase = self.phrases.starting_at(right(self.letters, outer.end))
            return Link(known, subject=phrase) if known and phrase else Link(None)
        if outer.lemma in self._stopped_by(inner):
            phrase = self.phrases.starting_at(right(self.letters, outer.end))
            return Link(_control(outer.lemma), subject=phrase) if phrase else None
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


def _control(lemma: str) -> Cue:
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
