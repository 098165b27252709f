"""What a verb acts on: its object, and the agent of a passive."""

from collections.abc import Sequence

from parsers.lexicon import table, words
from parsers.roles.bounds import spells_number
from parsers.roles.chains import Chain
from parsers.roles.factuality import cue
from parsers.roles.letters import right
from parsers.roles.phrases import CURRENCIES, Phrases
from parsers.text.tokens import Token
from parsers.text.verbs import verb

_GROUPS = table("factuality")["groups"]
INTRANSITIVE = words(_GROUPS["intransitive"])
COMPLEMENTS = frozenset(("guilty", "dead", "missing", "ill", "free", "homeless", "hostage", "positive", "unchanged"))
# Behind these stands when, how much or in spite of what: nothing is acted on there.
_OCCASIONS = words(_GROUPS["occasions"])
_OF = frozenset(("of", "against", "on", "for", "with"))
_MONEY = frozenset(("million", "billion", "trillion", "dollars", "euros", "pounds", "yen", "yuan", "rupees", "francs"))
_STANDS_BY = frozenset(("stand", "abide"))
_ALONE = frozenset(("survive", "die", "escape", "live", "return"))
_DESCRIBES = frozenset(("that", "which"))
_TOLD = words("claim claims report reports allegation allegations belief fear fears news hope hopes suggestion fact")
_TELLS = frozenset("tell inform warn assure remind notify convince persuade show promise advise reassure teach".split())
_SAYS = words(table("attribution")["plain"])
_GIVES = frozenset("pay give offer hand lend grant send show owe award promise cause bring".split())
_BRINGS = _GIVES | {"bring", "deliver", "write", "ship", "transfer", "sell", "submit", "export", "take", "leak"}
_IN_WHAT_ORDER = frozenset(("first", "second", "third", "last", "next", "alone", "once", "twice"))
_ASKS = frozenset("ask apply appeal petition beg plead".split())
_GETS = frozenset(("receive", "get"))
_SENT = frozenset(("warn", "threaten", "order", "invite", "notify"))
_AIMED = frozenset(("from", "into", "towards", "toward", "through", "across", "over"))
_JOBS = frozenset("force job post position company firm team role service department unit party army".split())


class Objects:
    """Objects and voices of one sentence."""

    __slots__ = ("letters", "phrases", "tokens")

    def __init__(self, tokens: Sequence[Token], letters: str, phrases: Phrases) -> None:
        self.tokens = tokens
        self.letters = letters
        self.phrases = phrases

    def of(self, chain: Chain) -> range | None:
        """The noun phrase after the verb, behind a preposition where there is one."""
        at = right(self.letters, chain.end)
        behind = _OF | {"in"} if chain.action.key == "take-part" else _OF
        if chain.at != chain.last.main and at < len(self.letters) and self.tokens[at].lower not in behind:
            return None  # "make arrests in partnership": what a noun acts on stands behind "of"
        if chain.last.form == "B" and at < len(self.letters) and self.tokens[at].lower == "as":
            at = right(self.letters, at + 1)  # "is as bad as"
        for _ in range(2):  # "shut down in", "respond to"
            if at < len(self.letters) and self.letters[at] in "FT":
                alone = chain.last.lemma in _ALONE and self.tokens[at].lower == "with"  # "survived with a broken arm"
                if alone:
                    return None
                if self.tokens[at].lower in _OCCASIONS and chain.last.lemma not in _STANDS_BY:
                    return None
                at = right(self.letters, at + 1)
        phrase = self.phrases.starting_at(at) if at < len(self.letters) else None
        if phrase is None or self.phrases.is_time(phrase):
            return None
        if len(phrase) == 1 and self.tokens[phrase.start].lower in _IN_WHAT_ORDER:
            return None  # "fired first"
        phrase = self._paid_for(phrase) or self._given(chain, phrase) or self._asked_for(chain, phrase) or phrase
        return None if at > chain.end and self._number(phrase) else self._without_complement(phrase)

    def described(self, chain: Chain, subject: range | None) -> range | None:
        """What is described: "a warning that the office had issued | at noon" tells of the warning, if of no other."""
        if (
            subject is None
            or subject.start < 2
            or self.letters[subject.start - 1] != "W"
            or chain.last.form not in "VYE"
        ):
            return None
        that, before = self.tokens[subject.start - 1].lower, self.tokens[subject.start - 2].lower
        if that not in _DESCRIBES or chain.last.lemma in INTRANSITIVE or self.letters[subject.start - 2] not in "NP":
            return None
        if cue("clause_words", before) or before in _TOLD:
            return None  # "evidence that the pilot slept"
        own = self.letters[chain.end : chain.end + 1]
        to_place = own == "T" and chain.last.lemma in _BRINGS
        if own and own not in "F.,;-CS" and not to_place:
            return None  # "the day that the office issued a warning"
        phrase = self.phrases.nearest(subject.start - 2)
        return None if phrase and self._told_to(phrase) else phrase

    def _number(self, phrase: range) -> bool:
        """Whether what stands behind a preposition is a number or an hour: "in 2004", "by 3", "at ten to eight"."""
        head = self.phrases.head(phrase)
        hour = self.tokens[phrase.start - 1].lower == "at" and spells_number(self.tokens[head].lower)
        return hour or self.letters[head] == "#"

    def _told_to(self, phrase: range) -> bool:
        """ "Told the court that the guards had lied", "said outside the court that he would": what is said follows."""
        at = phrase.start - 1
        beside = at > 0 and self.letters[at] == "F"
        teller = verb(self.tokens[at - beside].lower) if at >= 0 else None
        return teller is not None and teller.lemma in (_SAYS if beside else _TELLS)

    def _paid_for(self, sum_: range) -> range | None:
        """ "Will spend 2.4 billion euros on flood walls": the walls, where a sum is what the verb acts on."""
        end, head = sum_.stop, self.tokens[self.phrases.head(sum_)].lower
        paid = head in _MONEY or self.tokens[sum_.start].text in CURRENCIES
        if not paid or end + 1 >= len(self.tokens) or self.tokens[end].lower not in ("on", "for"):
            return None
        phrase = self.phrases.starting_at(end + 1)
        return None if phrase is None or self.letters[self.phrases.head(phrase)] == "#" else phrase

    def _given(self, chain: Chain, whom: range) -> range | None:
        """ "Paid the hackers roughly $4 million", "gave residents no warning": what stands behind whoever gets it."""
        at = right(self.letters, whom.stop)
        if chain.last.lemma not in _GIVES or at >= len(self.tokens):
            return None
        if self.tokens[at].text not in CURRENCIES and self.letters[at] != "Z":
            return None
        return self.phrases.starting_at(at)

    def _asked_for(self, chain: Chain, whom: range) -> range | None:
        """ "Asked the army for help", "applied to the bank for a loan": what stands behind whoever is asked."""
        at = right(self.letters, whom.stop)
        if chain.last.lemma not in _ASKS or at >= len(self.tokens) or self.tokens[at].lower != "for":
            return None
        return self.phrases.starting_at(right(self.letters, at + 1))

    def _without_complement(self, phrase: range) -> range:
        """ "Found Dorel guilty": whom, without what was found of him."""
        head = self.phrases.head(phrase)
        told = head > phrase.start and self.tokens[head].lower in COMPLEMENTS and self.letters[head - 1] in "NP"
        return range(phrase.start, head) if told else phrase

    def at_whom(self, chain: Chain) -> bool:
        """Whether what is behind a verb says from or at where it is done: "fired from", "fired into"."""
        behind = right(self.letters, chain.end)
        if behind >= len(self.tokens) or self.tokens[behind].lower not in _AIMED:
            return False
        phrase = self.phrases.starting_at(right(self.letters, behind + 1))
        return phrase is None or self.tokens[self.phrases.head(phrase)].lower not in _JOBS

    def received(self, chain: Chain, action: str) -> bool:
        """Whether what is done to somebody is told as what they got: "received no warning from the office"."""
        return chain.at != chain.last.main and chain.last.lemma in _GETS and action in _SENT

    def agent(self, chain: Chain, by: str = "by") -> range | None:
        """Whoever stands behind "by", unless it is a time, a number or a gerund."""
        for at in range(chain.end, min(chain.end + 12, len(self.letters) - 1)):
            if self.letters[at] in "VYGMmBbHhSW;" and at > chain.end:
                return None
            if self.letters[at] == "E" and self.letters[at - 1] in "NP":
                return None  # "was never sent, according to papers seen by"
            if self.tokens[at].lower == by and self.letters[at + 1] in "NPDKRZ":
                phrase = self.phrases.starting_at(at + 1)
                return phrase if phrase and not self.phrases.is_time(phrase) else None
        return None
