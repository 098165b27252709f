"""The reader: an article in, its claims and what it is about out. Built once, reused, pure."""

from datetime import date

from claims.agencies import Agencies
from claims.article import Article, Profile, Reading, Sentence
from claims.claim import Claim
from claims.span import Span
from claims.topic import Vocabulary
from parsers import PARSER_VERSION, figures, quantities, sentences
from parsers.actions import Actions
from parsers.counted import CountedNouns
from parsers.gazetteer import shared_gazetteer
from parsers.profiles import profile
from parsers.tokens import tokenize
from parsers.verbs import Form, Verb, verb

# Headline and opening: what a report itself holds to be the news. 600 characters are some hundred words.
LEAD = 600


class Reader:
    """Reads articles with the shared lexicon and a topic's own words and agencies."""

    __slots__ = ("_actions", "_agencies", "_nouns", "_places")

    def __init__(self, agencies: Agencies, vocabulary: Vocabulary) -> None:
        self._agencies = agencies
        self._actions = Actions(vocabulary)
        self._nouns = CountedNouns(vocabulary.counted)
        self._places = shared_gazetteer()

    def read(self, article: Article) -> Reading:
        """The claims of an article in order of their place, and what it and each of its sentences are about."""
        claims: list[Claim] = []
        found: list[Sentence] = []
        for span in sentences.split(article.text):
            sentence, claimed = self._sentence(article, span)
            found.append(sentence)
            claims += claimed
        about = Profile()
        for sentence in found:
            if sentence.lead:
                about |= sentence.profile
        return Reading(article, tuple(claims), tuple(found), about, frozenset(), PARSER_VERSION)

    def _sentence(self, article: Article, span: Span) -> tuple[Sentence, list[Claim]]:
        tokens = tokenize(article.text, span.start, span.end)
        places = self._places.find(tokens)
        actions, verbs = {}, set()
        for at in range(len(tokens)):
            named = self._actions.at(tokens, at)
            if named:
                actions[at] = named[0].term(tokens[at].text)
            known = verb(tokens[at].lower)
            if (known and _finite(known)) or (named and not known):
                verbs.add(at)
        context = figures.FigureContext(
            tokens=tokens,
            span=span,
            quantities=quantities.read(article.text, tokens),
            actions=actions,
            verbs=verbs,
            places=places,
            placed={at for mention in places for at in range(mention.first, mention.last)},
            period=None,
            attribution=None,
            parser=PARSER_VERSION,
        )
        claimed: list[Claim] = [*figures.read(context, self._nouns)]
        return Sentence(span, profile(tokens, places, self._nouns), span.start < LEAD), claimed


def _finite(known: Verb) -> bool:
    """Whether a word is rather a verb than a noun: "fell" and "killed" are, "shares" and "building" are not."""
    if known.form & (Form.PAST | Form.PARTICIPLE):
        return not known.seldom
    return bool(known.form & (Form.GERUND | Form.THIRD)) and not known.nominal


def published_day(article: Article) -> date | None:
    """The day that relative times of an article count from."""
    return article.published_at.date() if article.published_at else None
