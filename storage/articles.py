"""Articles and their claims: what is known, and storing what is new."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select

from claims.article import Article, Reading
from claims.claim import FigureClaim
from claims.codec import dumps
from claims.relation import Evidence
from storage import batches
from storage.tables import ArticleRow, ClaimRow

ARTICLE = ArticleRow.__table__  # type: ignore[attr-defined]
CLAIM = ClaimRow.__table__  # type: ignore[attr-defined]
# Built once, like all that a pass asks for each article: to put a statement together takes longer than to answer it.
_VERSION = (ARTICLE.c.url == bindparam("url")) & (ARTICLE.c.content_hash == bindparam("hash"))
_KNOWN = select(ARTICLE.c.id).where(ARTICLE.c.topic == bindparam("topic"), _VERSION)
_ADD = insert(ARTICLE).returning(ARTICLE.c.id)


@dataclass(frozen=True, slots=True)
class Stored:
    """Evidence and the number of its claim in the base."""

    claim_id: int
    evidence: Evidence


def known(connection: Connection, topic: str, url: str, content_hash: str) -> bool:
    """Whether this version of the page is in the base."""
    return connection.execute(_KNOWN, {"topic": topic, "url": url, "hash": content_hash}).first() is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an article belongs: its day (ordinal), its story, its origin, and the fingerprint that finds copies."""

    day: int
    story: str
    origin: str
    fingerprint: int | None


def add_article(connection: Connection, topic: str, reading: Reading, place: Place, seen_at: datetime) -> int:
    """Store an article version, without its claims; returns its number."""
    article = reading.article
    row = {
        "topic": topic,
        "reader_id": article.id,
        "url": article.url,
        "content_hash": article.content_hash,
        "outlet": article.outlet,
        "title": article.title,
        "published_at": article.published_at,
        "seen_at": seen_at,
        **asdict(place),
        "profile": dumps(reading.profile),
        "cites": dumps(reading.cites),
        "parser": reading.parser,
        "text": article.text,
    }
    number: int = connection.execute(_ADD, row).scalar_one()
    return number


def add_claims(connection: Connection, article_id: int, evidence: Iterable[Evidence]) -> list[Stored]:
    """Store the claims of an article in one statement; a claim read twice is stored once."""
    unique = {e.claim.id: e for e in evidence}
    numbers = batches.add_numbered(connection, CLAIM, [_claim_row(article_id, e) for e in unique.values()])
    return [Stored(number, e) for number, e in zip(numbers, unique.values(), strict=True)]


def _claim_row(article_id: int, evidence: Evidence) -> tuple[object, ...]:
    claim = evidence.claim
    figure = claim if isinstance(claim, FigureClaim) else None
    return (
        article_id,
        claim.id,
        "figure" if figure else "role",
        figure.counted.key if figure and figure.counted else None,
        claim.action.key if claim.action else None,
        claim.actor.key if claim.actor else None,
        figure.quantity.unit.dimension if figure and figure.quantity.unit else None,
        evidence.story,
        dumps(evidence),
        "",  # it stands
    )


def as_article(row: Row[Any]) -> Article:
    """The article of a row that has its columns."""
    return Article(
        id=row.reader_id,
        url=row.url,
        outlet=row.outlet,
        title=row.title,
        published_at=row.published_at,
        text=row.text,
    )
