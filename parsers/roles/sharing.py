"""Sharing: what a clause takes from the one before it ("X came and saw", "will close or sell")."""

from collections.abc import Sequence

from parsers.lexicon import table, words
from parsers.roles.chains import Chain
from parsers.roles.factuality import CERTAIN_NOT, compose
from parsers.roles.letters import VERBS, alone, left, listed, right
from parsers.roles.objects import INTRANSITIVE
from parsers.roles.phrases import Phrases
from parsers.roles.predicates import Predicate
from parsers.roles.subjects import Subjects
from parsers.text.tokens import Token
from parsers.text.verbs import Form, Verb, verb

_CONTRACTED = frozenset(("he", "she", "they", "it"))
_SAYS = words(table("attribution")["plain"])
_ASIDE = 12  # words of a description between commas
_LINKS = frozenset("go become remain stay turn fall run come stand lie seem appear get look".split())


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
        bare = letter == "F" and chain.head.finite and self.tokens[before].lower in listed("places")
        if letter and not bare and (letter in "CFS-" or (letter == "," and not chain.head.finite)):
            anew = self.tokens[before].lower == "but"
            if (
                letter == ","
                and chain.head.form == "E"
                and not chain.head.helped
                and found
                and found[-1].object is not None
            ):
                return None, False  # "found cash in a van, hidden under the seats": of which is not told
            return _last_subject(found, told=not anew), letter == "C" and not anew
        own = self.subjects.of(chain.head)
        if own is None and letter == "," and found:
            return _last_subject(found, told=True), True  # "Storm kills 12, leaves thousands without power"
        if own is None and letter == "," and before > 0 and self._described(chain):
            chain.last.passive = True
            return self.subjects.phrases.ending_at(before - 1), False
        return own, False

    def _described(self, chain: Chain) -> bool:
        """Whether a participle between commas describes what stands before: "the village, flooded in May, was"."""
        if chain.head.helped or chain.last.form not in "YE" or self.letters[chain.end : chain.end + 1] != "F":
            return False
        close = self.letters.find(",", chain.end, chain.end + _ASIDE)
        return close > 0 and self.letters[right(self.letters, close + 1) :][:1] in tuple("VYMmBbHhOo")

    def modal(self, number: int) -> None:
        """A bare verb after "and" or "or" shares modal, "to" and, after "or", the "not": "will close or sell"."""
        if not number:
            return
        chain, before = self.chains[number], self.chains[number - 1]
        read = verb(self.tokens[chain.head.main].lower)
        word = self.tokens[left(self.letters, chain.head.first - 1)].lower
        if read is None or chain.head.helped or chain.head.infinitive:
            return
        unfinished = before.last.form == "M" and chain.head.form == "V" and bool(read.form & Form.BASE)
        if unfinished or self._alike(chain, before, read, alternative=word == "or"):
            if word == "and" and before.factuality.denies and len(before.groups) == 1 and not unfinished:
                return  # "has not split and elected a leader": it elected one
            chain.head.passive = chain.head.passive and not self._perfect(before)
            both = word != "nor"  # which denies by itself; "it will not, X said, sell" is one verb
        elif chain.head.form in "VY" and read.form & Form.BASE and self._bare(before):
            both = len(before.groups) > 1 and not read.form & Form.PAST  # "failed to stop and hit a car": it hit it
        else:
            return
        chain.purpose = chain.purpose or before.purpose
        over = before.factuality
        chain.factuality = compose(over if over.affirms or both or word == "or" else over.negated, chain.factuality)

    def _bare(self, before: Chain) -> bool:
        return before.last.infinitive or bool(
            self.letters[before.head.first : before.last.main + 1].strip("VYEGAXBHbh")
        )

    def _alike(self, chain: Chain, before: Chain, read: Verb, *, alternative: bool) -> bool:
        """Two gerunds or participles under one verb: "denied having beaten or robbed him", "avoided | and"."""
        if chain.head.form == "G":
            return before.last.form == "G" and not before.last.helped
        if chain.head.form not in "VYE" or not read.form & Form.PARTICIPLE:
            return False
        join = left(self.letters, chain.head.first - 1)
        beside = self.letters[join] == "C" and join == right(self.letters, before.end)
        if alternative and before.last.form == "E" and before.last.helped:
            return True  # "was not fined or banned"
        return self._perfect(before) and beside

    def _perfect(self, before: Chain) -> bool:
        helpers = self.letters[before.last.first : before.last.main].strip("AX")
        return before.last.form == "E" and before.last.helped and helpers[-1:] in tuple("Hh")

    def objects(self, found: list[Predicate]) -> None:
        """The object of two verbs stands behind the second: "bought and closed | the mill"."""
        direct = shared = False
        for number in range(len(found) - 1, 0, -1):
            own, told, earlier = self.chains[number], found[number], found[number - 1]
            direct = told.object is not None and (direct or told.object.start == right(self.letters, own.end))
            direct = direct and not any(p.subject == told.object for p in found[number + 1 : number + 2])
            contrasts = earlier.factuality.denies != told.factuality.denies
            direct = direct and not (contrasts and "C" in self.letters[self.chains[number - 1].end : own.head.first])
            direct = direct and not told.passive and earlier.object is None and not earlier.passive
            shared = direct = direct and self._beside(number, "C," if shared else "C")
            if direct:
                denied = self.letters[told.object.start] == "Z" if told.object else False
                over = compose(earlier.factuality, CERTAIN_NOT) if denied else earlier.factuality
                found[number - 1] = earlier._replace(object=told.object, factuality=over)

    def _beside(self, number: int, joins: str) -> bool:
        """Whether only "and" or a comma stands between a verb that may have an object and the next, in like forms."""
        before, own = self.chains[number - 1].last, self.chains[number]
        join = right(self.letters, before.end)
        joined = (
            join < len(self.letters) and self.letters[join] in joins and right(self.letters, join + 1) == own.head.first
        )
        if not joined or own.head is not own.last or before.form not in VERBS or own.last.form not in VERBS:
            return False
        if before.lemma in INTRANSITIVE | _SAYS or own.last.lemma in _SAYS | _LINKS:
            return False
        first, second = (alone(self.tokens[group.main].lower).verb for group in (before, own.last))
        if first is None or second is None:
            return False
        return bool(first.form & second.form) or first.lemma == second.lemma  # "has not paid and will not pay it"


def _last_subject(found: Sequence[Predicate], told: bool) -> range | None:
    """The subject of the clause before; after "but", that of the last clause that nobody reports."""
    shared = [p for p in found if p.subject is not None and not p.purpose]
    if not told:
        shared = [p for p in shared if p.within is None and p.lemma not in _SAYS] or shared
    return shared[-1].subject if shared else None
