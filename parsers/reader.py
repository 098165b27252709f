"""The reader: an article in, its claims and what it is about out. Built once, reused, pure."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import reduce
from operator import or_

from claims.agencies import Agencies
from claims.article import Article, Profile, Reading, Sentence
from claims.claim import FigureClaim, RoleClaim
from claims.quantity import Quantity
from claims.span import Span
from claims.topic import Vocabulary
from parsers import PARSER_VERSION
from parsers.actions.actions import Actions
from parsers.events.gazetteer import PlaceMention, shared_gazetteer
from parsers.events.profiles import profile
from parsers.figures import asserted, figures
from parsers.figures.scene import Scene, seen
from parsers.quantities import quantities
from parsers.roles import attribution
from parsers.roles.clauses import ClauseReader
from parsers.roles.memory import Memory
from parsers.roles.places import Site, sites
from parsers.roles.predicates import Clauses
from parsers.roles.roles import RoleContext, Roles
from parsers.text import sentences
from parsers.text.counted_nouns import CountedNouns
from parsers.text.tokens import Token, tokenize
from parsers.text.words import common
from parsers.times import times
from parsers.times.times import Moment

# Headline and opening: what a report itself holds to be the news. 600 characters are some hundred words.
LEAD = 600


class Reader:
    """Reads articles with the shared lexicon and a topic's own words and agencies."""

    __slots__ = ("_actions", "_clauses", "_nouns", "_places", "_roles")

    def __init__(self, agencies: Agencies, vocabulary: Vocabulary) -> None:
        self._actions = Actions(vocabulary)
        self._clauses = ClauseReader(self._actions)
        self._roles = Roles(agencies)
        self._nouns = CountedNouns(vocabulary.counted)
        self._places = shared_gazetteer()

    def read(self, article: Article) -> Reading:
        """The claims of an article in order of their place, and what it and each of its sentences are about."""
        text, day = article.text, published_day(article)
        # Stage by stage over the whole article: sentence by sentence takes a tenth longer.
        spans = sentences.split(text)
        tokens = [tokenize(text, span.start, span.end) for span in spans]
        clauses = [self._clauses.read(said) for said in tokens]
        places = [self._places.find(said) for said in tokens]
        moments = [times.read(text, said, day) for said in tokens]
        counts = [quantities.read(text, said) for said in tokens]
        scenes = map(self._scene, tokens, spans, counts, places, moments, clauses)
        counted = [
            figures.read(scene, attribution.read(told, text), self._nouns) if scene else []
            for scene, told in zip(scenes, clauses, strict=True)
        ]
        acted = self._acted(text, spans, clauses, map(sites, tokens, places), moments)
        profiles = [profile(said, named, self._nouns) for said, named in zip(tokens, places, strict=True)]
        return Reading(
            article,
            tuple(_in_order(text, counted, acted)),
            tuple(Sentence(span, about, span.start < LEAD) for span, about in zip(spans, profiles, strict=True)),
            _together(about for span, about in zip(spans, profiles, strict=True) if span.start < LEAD),
            frozenset(name for told in clauses for name in attribution.cites(told)),
            PARSER_VERSION,
            frozenset(name for about in profiles for name in about.names if not common(name)),
        )

    def _scene(
        self,
        tokens: list[Token],
        span: Span,
        counts: list[Quantity],
        places: list[PlaceMention],
        moments: list[Moment],
        told: Clauses,
    ) -> Scene | None:
        return seen(tokens, span, counts, places, moments, self._actions, told.finite()) if counts else None

    def _acted(
        self,
        text: str,
        spans: list[Span],
        clauses: list[Clauses],
        found: Iterable[Sequence[Site]],
        moments: list[list[Moment]],
    ) -> list[list[RoleClaim]]:
        memory = Memory()
        return [
            self._roles.read(
                RoleContext(text, span, told, where, when[0].period if when else None, PARSER_VERSION), memory
            )
            for span, told, where, when in zip(spans, clauses, found, moments, strict=True)
        ]


def _in_order(
    text: str, counted: Iterable[list[FigureClaim]], acted: Iterable[list[RoleClaim]]
) -> Iterator[FigureClaim | RoleClaim]:
    """The claims of one sentence after the other; its figures are as sure as its clauses tell."""
    for figures_told, roles_told in zip(counted, acted, strict=True):
        yield from asserted.as_told(figures_told, roles_told, text)
        yield from roles_told


def _together(profiles: Iterable[Profile]) -> Profile:
    return reduce(or_, profiles, Profile())


def published_day(article: Article) -> date | None:
    """The day that relative times of an article count from."""
    return article.published_at.date() if article.published_at else None
