"""Predicates: what a sentence says happens, who does it, to what, and how sure.

The intermediate that role claims and figure claims share. A chain of verbs is one predicate: "is not expected to help
with arrests" is an arrest, in support, probably not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claims.factuality import Factuality
from parsers.actions.forms import Action
from parsers.roles.phrases import Phrases
from parsers.text.tokens import Token


class Predicate(NamedTuple):
    """An event as a sentence tells it. All positions are indices into ``Clauses.tokens``; ranges half-open.

    ``at`` is the word that names the event ("arrests"), ``words`` the group from its first helper to that
    word; ``subject`` is the grammatical one (who is acted on, if ``passive``), ``agent`` stands behind
    "by". ``support`` is lending a hand in it ("help with arrests"). ``within`` is the number of the
    predicate whose complement this one is ("told CNN that …"). ``conditional`` stands in an "if",
    ``purpose`` is an infinitive that nothing governs ("to meet that target"): neither happens. ``untold``: nobody is
    said to do it ("there are plans to close it").
    """

    at: int
    words: range
    lemma: str
    action: Action
    factuality: Factuality
    subject: range | None
    object: range | None = None
    agent: range | None = None
    within: int | None = None
    support: bool = False
    passive: bool = False
    conditional: bool = False
    purpose: bool = False
    untold: bool = False


@dataclass(frozen=True, slots=True)
class Clauses:
    """A sentence without its quotation marks and short parentheses, and its predicates in order."""

    tokens: Sequence[Token]
    letters: str
    phrases: Phrases
    predicates: tuple[Predicate, ...]

    def text(self, source: str, where: range) -> str:
        """The words of a range as the article gives them."""
        return source[self.tokens[where.start].start : self.tokens[where.stop - 1].end]

    def finite(self) -> set[int]:
        """Where in the text a verb starts that is finite or bare: "raises", "will rise"."""
        found, at = set(), self.letters.find("V")
        while at >= 0:
            found.add(self.tokens[at].start)
            at = self.letters.find("V", at + 1)
        return found
