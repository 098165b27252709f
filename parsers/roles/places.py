"""Where it happens: a place named behind "in", "near" or "at" belongs to the event told right before it."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.term import Term
from parsers.events.gazetteer import PlaceMention
from parsers.lexicon import table, words
from parsers.roles.predicates import Clauses
from parsers.text.tokens import Token, TokenKind

_WHERE = words(table("actors")["places"]["before"])
_LOOK = 6  # words: "in the southern Yemeni port city of Aden"


@dataclass(frozen=True, slots=True)
class Site:
    """A place where something happens, and where in the text it is named."""

    term: Term
    start: int


def sites(tokens: Sequence[Token], places: Sequence[PlaceMention]) -> tuple[Site, ...]:
    """The places of a sentence that a word like "in" makes the site of what is told."""
    return tuple(Site(p.term, tokens[p.first].start) for p in places if not p.of_people and _located(tokens, p.first))


def site_of(found: Sequence[Site], clauses: Clauses, number: int) -> Term | None:
    """The site of a predicate: the first one told before the next predicate, else one that opens the sentence."""
    told = [clauses.tokens[predicate.at].start for predicate in clauses.predicates]
    next_one = told[number + 1] if number + 1 < len(told) else None
    for site in found:
        if site.start > told[number] and (next_one is None or site.start < next_one):
            return site.term
    return found[0].term if found and found[0].start < told[0] else None


def _located(tokens: Sequence[Token], at: int) -> bool:
    for before in range(at - 1, max(-1, at - 1 - _LOOK), -1):
        token = tokens[before]
        if token.lower in _WHERE:
            return True
        if token.kind is not TokenKind.WORD:
            return False
    return False
