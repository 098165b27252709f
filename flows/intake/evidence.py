"""From a reading to evidence: each claim with the article, the sentence and the context that judging needs."""

from datetime import datetime

from claims.article import Profile, Reading
from claims.relation import Evidence
from matching.figures.headlines import with_bounds
from matching.figures.scopes import scoped


def gather(reading: Reading, *, story: str, origin: str, seen_at: datetime) -> list[Evidence]:
    """The claims of an article as evidence, in their order."""
    article = reading.article
    about = {sentence.span: sentence for sentence in reading.sentences}
    found = []
    for claim in reading.claims:
        sentence = about.get(claim.sentence)
        found.append(
            Evidence(
                claim=claim,
                article_id=article.id,
                url=article.url,
                title=article.title,
                outlet=article.outlet,
                origin=origin,
                published_at=article.published_at,
                seen_at=seen_at,
                sentence=claim.sentence.of(article.text),
                quote=claim.evidence.of(article.text),
                lead=sentence.lead if sentence else False,
                context=_context(sentence.profile if sentence else Profile(), reading.profile, story),
                story=story,
            )
        )
    return scoped(with_bounds(found))


def _context(own: Profile, lead: Profile, story: str) -> Profile:
    """What a sentence is about. In a story the rest is known; alone, the lead says what the sentence does not."""
    return own if story else own.within(lead)
