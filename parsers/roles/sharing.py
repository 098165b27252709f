"""Sharing: what a clause takes from the one before it ("X came and saw", "will close or sell")."""

from collections.abc import Sequence

from parsers.lexicon import table, words
from parsers.roles.chains import Chain
from parsers.roles.factuality import compose
from parsers.roles.letters import left
from parsers.roles.phrases import Phrases
from parsers.roles.predicates import Predicate
from parsers.roles.subjects import Subjects
from parsers.text.tokens import Token
from parsers.text.verbs import Form, verb

_CONTRACTED = frozenset(("he", "she", "they", "it"))
_SAYS = words(table("attribution")["plain"])


class Sharing:
    """Subjects and modals of one sentence's chains, their own or shared."""

    __slots__ = ("chains", "letters", "subjects", "tokens")

    def __init__(self, tokens: Sequence[Token], letters: str, phrases: Phrases, chains: Sequence[Chain]) -> None:
        self.tokens = tokens
        self.letters = letters
        self.chains = chains
        self.subjects = Subjects(tokens, letters, phrases)

    def subject(self, chain: Chain, found: Sequence[Predicate]) -> tuple[range | None, bool]:
        """The subject, and whether it is the one of a verb before."""
        if chain.subject is not None:
            return chain.subject, False
        first = chain.head.first
        who, apostrophe, _ = self.tokens[first].lower.partition("'")
        if apostrophe and who in _CONTRACTED:
            return range(first, first + 1), False  # "she'd bought"
        inside = self.letters.find("R", first, chain.last.main)
        if inside >= 0:
            return range(inside, inside + 1), False  # "nor did she plan"
        before = left(self.letters, first - 1)
        letter = self.letters[before] if before >= 0 else ""
        if letter and (letter in "CFS-" or (letter == "," and not chain.head.finite)):
            anew = self.tokens[before].lower == "but"
            return _last_subject(found, told=not anew), letter == "C" and not anew
        own = self.subjects.of(chain.head)
        if own is None and letter == "," and found:
            return _last_subject(found, told=True), True  # "Storm kills 12, leaves thousands without power"
        return own, False

    def modal(self, number: int) -> None:
        """A bare verb after "and" or "or" shares modal, "to" and, after "or", the "not": "will close or sell"."""
        if not number:
            return
        chain, before = self.chains[number], self.chains[number - 1]
        read = verb(self.tokens[chain.head.main].lower)
        bare = chain.head.form in "VY" and not chain.head.helped and not chain.head.infinitive
        if not bare or read is None or not read.form & Form.BASE:
            return
        if not (before.last.infinitive or self.letters[before.head.first : before.last.main + 1].strip("VYEGAXBHbh")):
            return
        chain.purpose = chain.purpose or before.purpose
        word = self.tokens[left(self.letters, chain.head.first - 1)].lower
        over = before.factuality if before.factuality.affirms or word == "or" else before.factuality.negated
        chain.factuality = compose(over, chain.factuality)


def _last_subject(found: Sequence[Predicate], told: bool) -> range | None:
    """The subject of the clause before; after "but", that of the last clause that nobody reports."""
    shared = [p for p in found if p.subject is not None and not p.purpose]
    if not told:
        shared = [p for p in shared if p.within is None and p.lemma not in _SAYS] or shared
    return shared[-1].subject if shared else None
