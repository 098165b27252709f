"""Profiles: what a sentence is about, so that one event can be told from another."""

import re
from collections.abc import Sequence

from claims.article import Profile
from parsers.events import shared_events
from parsers.gazetteer import PlaceMention, shared_gazetteer
from parsers.tokens import Token, TokenKind
from parsers.words import STOP, base, common

_YEAR = re.compile(r"(?:1[89]|20)\d\d")


def profile(tokens: Sequence[Token], places: Sequence[PlaceMention] | None = None) -> Profile:
    """What a sentence's ``tokens`` are about."""
    places = shared_gazetteer().find(tokens) if places is None else places
    placed = {at for mention in places for at in range(mention.first, mention.last)}
    events, named = shared_events().find(tokens)
    headline = title_case(tokens)
    names, words = set(), set()
    for at, token in enumerate(tokens):
        if token.kind is not TokenKind.WORD or at in placed or at in named:
            continue
        word = token.lower.removesuffix("'s")
        if len(word) < 2 or word in STOP:
            continue
        if token.capital and is_name(tokens, at, headline):
            names.add(word)
        else:
            words.add(base(word))
    years = {int(t.text) for t in tokens if t.kind is TokenKind.NUMBER and _YEAR.fullmatch(t.text)}
    return Profile(
        names=frozenset(names),
        places=frozenset(mention.term.key for mention in places),
        events=events,
        years=frozenset(years),
        words=frozenset(words),
    )


def title_case(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is a headline in title case or capitals, where a capital says little."""
    long = [t for t in tokens if t.kind is TokenKind.WORD and len(t.text) > 3]
    return len(long) > 2 and sum(t.capital for t in long) > 0.6 * len(long)


def is_name(tokens: Sequence[Token], at: int, headline: bool) -> bool:
    """Whether the capitalised token at ``at`` is (part of) a proper name."""
    starts = at == 0 or tokens[at - 1].text in {".", ":", "“", '"', "‘", "—", "–"}
    if headline or starts:
        return not common(tokens[at].lower.removesuffix("'s"))
    return True
