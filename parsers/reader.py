"""The reader: an article in, its claims and what it is about out. Built once, reused, pure."""

from datetime import date

from claims.agencies import Agencies
from claims.article import Article, Profile, Reading, Sentence
from claims.claim import Claim
from claims.span import Span
from claims.topic import Vocabulary
from parsers import PARSER_VERSION
from parsers.actions import Actions
from parsers.events.gazetteer import shared_gazetteer
from parsers.events.profiles import profile
from parsers.figures import figures
from parsers.figures.counted import CountedNouns
from parsers.figures.scene import seen
from parsers.quantities import quantities
from parsers.roles import attribution
from parsers.roles.actors import Memory
from parsers.roles.clauses import ClauseReader
from parsers.roles.roles import RoleContext, Roles
from parsers.text import sentences
from parsers.text.tokens import tokenize
from parsers.times import times

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
        claims: list[Claim] = []
        found: list[Sentence] = []
        cites: set[str] = set()
        memory = Memory()
        for span in sentences.split(article.text):
            sentence, claimed, cited = self._sentence(article, span, memory)
            found.append(sentence)
            claims += claimed
            cites |= cited
        about = Profile()
        for sentence in found:
            if sentence.lead:
                about |= sentence.profile
        return Reading(article, tuple(claims), tuple(found), about, frozenset(cites), PARSER_VERSION)

    def _sentence(self, article: Article, span: Span, memory: Memory) -> tuple[Sentence, list[Claim], frozenset[str]]:
        tokens = tokenize(article.text, span.start, span.end)
        clauses = self._clauses.read(tokens)
        places = self._places.find(tokens)
        moments = times.read(article.text, tokens, published_day(article))
        counts = quantities.read(article.text, tokens)
        claimed: list[Claim] = []
        if counts:
            scene = seen(tokens, span, counts, places, moments, self._actions)
            claimed += figures.read(scene, attribution.read(clauses, article.text), self._nouns)
        period = moments[0].period if moments else None
        told = RoleContext(article.text, span, clauses, None, period, PARSER_VERSION)
        claimed += self._roles.read(told, memory)
        sentence = Sentence(span, profile(tokens, places, self._nouns), span.start < LEAD)
        return sentence, claimed, attribution.cites(clauses)


def published_day(article: Article) -> date | None:
    """The day that relative times of an article count from."""
    return article.published_at.date() if article.published_at else None
