"""Versions of a page: what the one before said, and which claims a later one, or another reading, has replaced."""

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, select

from storage.among import among
from storage.articles import ARTICLE, CLAIM, Stored
from storage.memory import Memory
from storage.readings import standing

_LAST = (
    select(ARTICLE.c.id)
    .where(ARTICLE.c.topic == bindparam("topic"), ARTICLE.c.url == bindparam("url"), ARTICLE.c.id < bindparam("number"))
    .order_by(ARTICLE.c.id.desc())
    .limit(1)
)
_LATER = ARTICLE.alias()
_HAS_LATER = (_LATER.c.topic == ARTICLE.c.topic) & (_LATER.c.url == ARTICLE.c.url) & (_LATER.c.id > ARTICLE.c.id)
_REPLACED = (
    select(CLAIM.c.id)
    .join(ARTICLE, ARTICLE.c.id == CLAIM.c.article_id)
    .where(among(CLAIM.c.id, "numbers"))
    .where((CLAIM.c.replaced_by != "") | select(_LATER.c.id).where(_HAS_LATER).exists())
)


def before(connection: Connection, memory: Memory, topic: str, url: str, number: int) -> list[Stored]:
    """What the version of a page before article ``number`` said, in its order; empty for a first version."""
    last = connection.execute(_LAST, {"topic": topic, "url": url, "number": number}).scalar()
    if last is None:
        return []
    return standing(connection, memory, last)


def replaced(connection: Connection, numbers: Iterable[int]) -> set[int]:
    """Those of some claims whose page has a later version or reads otherwise: no voice stands behind them any more."""
    return set(connection.execute(_REPLACED, {"numbers": sorted(numbers)}).scalars())
