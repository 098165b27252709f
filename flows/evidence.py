"""From a reading to evidence: each claim with the article, the sentence and the context that judging needs."""

from datetime import datetime
from urllib.parse import urlsplit

from claims.article import Article, Profile, Reading
from claims.relation import Evidence


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
                context=(sentence.profile if sentence else Profile()) | reading.profile,
                story=story,
            )
        )
    return found


def publisher(article: Article) -> str:
    """The outlet; the site where none is named; else the article itself, for unnamed texts are voices of their own."""
    return article.outlet or urlsplit(article.url).hostname or article.id
