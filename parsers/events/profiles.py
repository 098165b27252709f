"""Profiles: what a sentence is about, so that one event can be told from another."""

import re
from collections.abc import Sequence
from functools import lru_cache

from claims.article import Profile
from parsers.events.events import shared_events
from parsers.events.gazetteer import PlaceMention
from parsers.events.named import named_events
from parsers.lexicon import table, words
from parsers.text.capitals import is_name, title_case
from parsers.text.counted_nouns import CountedNouns
from parsers.text.tokens import NUMBER, WORD, Token
from parsers.text.words import STOP, base, common

_SMALL_CHANGE = words(table("words")["small_change"])
_IN_NAMES = words(table("words")["in_names"])
_AGAINST = frozenset(("than", "compared", "against"))
_LINKS = _AGAINST | {"in", "with", "to"}
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


def profile(tokens: Sequence[Token], places: Sequence[PlaceMention], nouns: CountedNouns) -> Profile:
    """What a sentence's ``tokens`` are about. A nationality is a name, not a place: where they come from."""
    placed = {at for mention in places for at in range(mention.first, mention.last)}
    events, named = shared_events().find(tokens)
    headline = title_case(tokens)
    names = {m.term.key for m in places if _nationality(tokens, m, nouns)}
    content, years = set(), set()
    for at, token in enumerate(tokens):
        if token.kind is not WORD:
            if token.kind is NUMBER and _YEAR.fullmatch(token.text) and not _compared(tokens, at):
                years.add(int(token.text))
            continue
        if at in placed or (at in named and common(token.lower)):
            continue
        said = _said(token.lower)
        if said is None:
            continue
        word, plain = said
        if token.capital and word not in _IN_NAMES and is_name(tokens, at, headline):
            names.add(word)
        else:
            content.add(plain)
    if not headline:
        events |= frozenset(named_events(tokens))
    return Profile(
        names=frozenset(names),
        places=frozenset(m.term.key for m in places if m.term.key not in names),
        events=events,
        years=frozenset(years),
        words=frozenset(content),
    )


def _compared(tokens: Sequence[Token], at: int) -> bool:
    """ "9 percent fewer than in 2035", "compared with 2035": a year that another is held against."""
    before = {token.lower for token in tokens[max(0, at - 2) : at]}
    return not before.isdisjoint(_AGAINST) and tokens[at - 1].lower in _LINKS


@lru_cache(maxsize=1 << 16)
def _said(lower: str) -> tuple[str, str] | None:
    """A word without its possessive, and its base form; None for one that tells nothing."""
    word = lower.removesuffix("'s")
    if len(word) < 2 or word in STOP:
        return None
    plain = base(word)
    return None if plain in _SMALL_CHANGE else (word, plain)


def _nationality(tokens: Sequence[Token], mention: PlaceMention, nouns: CountedNouns) -> bool:
    """Whether a demonym says where people come from: "Palestinians", "a British climber", not "an Afghan wedding"."""
    if not mention.of_people:
        return False
    if mention.term.text.endswith(("s", "man", "woman")) and mention.term.text.lower() not in ("swiss", "german"):
        return True
    after = tokens[mention.last : mention.last + 2]
    named = bool(after) and after[0].capital and not common(after[0].lower)
    return named or any(nouns.person(t.lower) for t in after)
