"""What governs a clause: "denied that …", "it is unclear whether …", "no evidence that …", "if …"."""

from collections.abc import Sequence
from typing import NamedTuple

from claims.factuality import Factuality
from parsers.lexicon import table, words
from parsers.roles.chains import Chain
from parsers.roles.factuality import CERTAIN, Cue, compose, cue, effect
from parsers.roles.letters import left
from parsers.text.tokens import Token
from parsers.text.verbs import verb

_OBJECT = frozenset("NPK#DRFTA")
_CONDITIONAL = frozenset(("if", "unless", "provided"))
_EMBEDS = words("that whether if what how why where when who which")
_OPENERS = _EMBEDS | _CONDITIONAL
_OPEN_VERBS = words("decide determine ask wonder consider weigh debate discuss question mull see question")
_OPEN_WORDS = words("how when where who which what")  # "has not decided how she will vote"
_MAY_ASK = _OPEN_VERBS | {"say", "know", "tell", "disclose", "confirm"}
# Whoever does not say whether may know.
_KNOWERS = words("say know tell disclose reveal confirm explain specify report announce deny")
# After these a clause stands without "that": "officials said the troops would leave".
_SAYS = words(table("attribution")["plain"])
_TAKES_CLAUSE = words(table("attribution")["says"]) | frozenset(table("factuality")["clauses"])
_MOMENTS = words("when where")
_TAKES_MOMENT = _TAKES_CLAUSE | _MAY_ASK | _KNOWERS
_DAYS = words(table("factuality")["groups"]["time"])
_OCCASION = 6  # words: "said late on Monday in a statement"
_CLAIM_NOUNS = words(
    "claim claims report reports allegation allegations accusation accusations rumor rumors rumour rumours"
    " suggestion suggestions"
)


class Scope(NamedTuple):
    """What stands over a clause: its factuality there, the predicate it is told within, a condition."""

    factuality: Factuality = CERTAIN
    within: int | None = None
    conditional: bool = False


class Embedding:
    """Scopes of the clauses of one sentence."""

    __slots__ = ("letters", "tokens")

    def __init__(self, tokens: Sequence[Token], letters: str) -> None:
        self.tokens = tokens
        self.letters = letters

    def scope(self, start: int, chains: Sequence[Chain], scopes: Sequence[Scope], joined: bool) -> Scope:
        """The scope of a clause whose subject (or verb) starts at ``start``, after those before it.

        ``joined`` tells that it shares the subject of the clause before.
        """
        before = left(self.letters, self._past_occasion(start - 1))
        if before < 0:
            return Scope()
        previous = scopes[-1] if scopes else Scope()
        letter, word = self.letters[before], self.tokens[before].lower
        opener = left(self.letters, before - 1)
        if joined or (letter == "C" and not self._new_sentence(before)):
            return previous
        if letter in "SW" and opener >= 0 and self.letters[opener] == "C":
            return previous if word in _EMBEDS else Scope()
        if letter in "SW" and word in _OPENERS:
            return self._opened(opener, word, chains, scopes)
        if letter in "VYEG" and self.tokens[before].lower:
            governor = self._chain_at(before, chains)
            if governor is not None and chains[governor].last.lemma in _TAKES_CLAUSE:
                return self._governed(governor, "that", chains, scopes)
        if letter == "N" and "Z" in self.letters[max(0, before - 2) : before] and cue("clause_words", word):
            return self._opened(before, "that", chains, scopes)  # "no evidence the army had shelled it"
        if letter == "N" and word in _CLAIM_NOUNS and chains and self._told_before(before, chains, scopes):
            return self._opened(before, "that", chains, scopes)  # "denied reports it had sold"
        return Scope()

    def _told_before(self, at: int, chains: Sequence[Chain], scopes: Sequence[Scope]) -> bool:
        """Whether the claim at ``at`` is what a verb that judges claims acts on."""
        nearest = next((n for n in range(len(scopes) - 1, -1, -1) if chains[n].end <= at), None)
        return nearest is not None and cue("clauses", chains[nearest].last.lemma) is not None

    def _opened(self, at: int, word: str, chains: Sequence[Chain], scopes: Sequence[Scope]) -> Scope:
        """A clause with its opener: what stands before the opener governs it."""
        at -= at >= 0 and self.letters[at] == "F"  # "made on whether"
        if at < 0:
            return Scope(conditional=word in _CONDITIONAL)
        governor = self._chain_at(at, chains)
        at = self._noun_before(at)
        noun = cue("clause_words", self.tokens[at].lower)
        nearest = next((n for n in range(len(scopes) - 1, -1, -1) if chains[n].end <= at + 1), None)
        if governor is None and noun is not None and nearest is not None:
            return self._by_word(at, noun, nearest, chains, scopes)
        if governor is None and nearest is not None and self._object_between(chains[nearest].end, at):
            if self.tokens[at].lower in _CLAIM_NOUNS:
                return self._governed(nearest, "that", chains, scopes)
            governor = nearest if chains[nearest].last.lemma in _TAKES_CLAUSE else None
        if governor is not None and word in _MOMENTS and chains[governor].last.lemma not in _TAKES_MOMENT:
            return Scope()  # "nobody was hurt when a crane fell"
        if governor is not None and (word not in _CONDITIONAL or chains[governor].last.lemma in _MAY_ASK):
            return self._governed(governor, word, chains, scopes)
        if word == "whether":
            return Scope(Factuality.UNKNOWN)
        return Scope(conditional=word in _CONDITIONAL)

    def _noun_before(self, at: int) -> int:
        """The word that an opener belongs to: "no indication at this time that" is of the indication."""
        for back in range(at, max(-1, at - 5), -1):
            if self.letters[back] not in "NPDF#":
                return at
            if back < at and self.letters[back + 1] == "F" and cue("clause_words", self.tokens[back].lower):
                return back
        return at

    def _by_word(self, at: int, noun: Cue, nearest: int, chains: Sequence[Chain], scopes: Sequence[Scope]) -> Scope:
        outer = chains[nearest]
        negated = outer.factuality.denies or "Z" in self.letters[outer.end : at]
        return Scope(compose(_scope(nearest, scopes).factuality, effect(noun, negated)), _scope(nearest, scopes).within)

    def _governed(self, governor: int, word: str, chains: Sequence[Chain], scopes: Sequence[Scope]) -> Scope:
        outer = chains[governor]
        over = _scope(governor, scopes).factuality
        open_ = word in _OPEN_WORDS and outer.last.lemma in _OPEN_VERBS and outer.factuality.denies
        if word in ("whether", "if") or open_:
            unknown = Factuality.CERTAIN_UNTOLD if outer.last.lemma in _KNOWERS else Factuality.UNKNOWN
            return Scope(compose(over, unknown), governor)
        known = cue("clauses", outer.last.lemma)
        if known is None:
            known = (CERTAIN, Factuality.UNKNOWN)
        return Scope(compose(over, effect(known, outer.factuality.denies)), governor)

    def _chain_at(self, at: int, chains: Sequence[Chain]) -> int | None:
        for number, chain in enumerate(chains):
            if chain.head.first <= at and (at < chain.end or at < chain.last.end):
                return number
        return None

    def _object_between(self, end: int, at: int) -> bool:
        """Only an object stands between a verb and the opener: "told CNN that", "confirmed to NPR that"."""
        return at >= end and _OBJECT.issuperset(self.letters[end : at + 1])

    def _new_sentence(self, at: int) -> bool:
        """A conjunction after a comma starts anew: "it is unclear whether …, but officials said …"."""
        return self.tokens[at].lower == "but" or (at > 0 and self.letters[at - 1] in ",-;")

    def _past_occasion(self, at: int) -> int:
        """Left of when or where something was said: "said on Monday it would", "said in a statement they had"."""
        for back in range(at, max(0, at - _OCCASION), -1):
            if self.letters[back] in "VY":
                bare = self.tokens[back + 1].lower in _DAYS
                said = verb(self.tokens[back].lower)
                known = said is not None and said.lemma in _SAYS
                return back if known and (bare or self.letters[back + 1] == "F") and back < at else at
            if self.letters[back] not in "NPDF#A":
                return at
        return at


def _scope(number: int, scopes: Sequence[Scope]) -> Scope:
    return scopes[number] if number < len(scopes) else Scope()
