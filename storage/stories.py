"""Stories: the events that the articles of a topic tell of, and who told them."""

from collections.abc import Iterable

from sqlalchemy import Connection, Select, bindparam, func, insert, select, update

from claims.article import Profile
from claims.codec import dumps, loads
from storage import batches
from storage.among import among
from storage.articles import ARTICLE
from storage.keys import of_realm
from storage.tables import StoryKeyRow, StoryRow

STORY = StoryRow.__table__  # type: ignore[attr-defined]
STORY_KEY = StoryKeyRow.__table__  # type: ignore[attr-defined]
# The stories that share most with an article are worth a closer look; one after these is hardly ever the one.
AT_MOST = 40
# Copies of a report come within days of it; a story that thousands tell is not searched to its beginning.
LATELY = 500
FOREVER = 10**7  # an ordinal of a day that no article bears


def near(
    connection: Connection, topic: str, keys: Iterable[int], days: tuple[int, int] | None
) -> list[tuple[str, Profile, int, int]]:
    """Stories that share keys and were told between two days (ordinals, inclusive), or on any: those that share most.

    Each with its id, its profile, its first and its last day. However many stories a topic has, AT_MOST are read.
    """
    first, last = days or (0, FOREVER)
    rows = connection.execute(_NEAR, {"keys": of_realm(topic, keys), "first": first, "last": last})
    return [(id, loads(Profile, profile), first, last) for id, profile, first, last in rows]


def _near() -> Select[tuple[str, str, int, int]]:
    told = among(STORY_KEY.c.k, "keys")
    days = STORY_KEY.c.day.between(bindparam("first"), bindparam("last"))
    shared = func.count(STORY_KEY.c.k.distinct()).label("shared")
    last = func.max(STORY_KEY.c.day).label("last")
    alike = select(STORY_KEY.c.story, shared, last).where(told, days).group_by(STORY_KEY.c.story)
    best = alike.order_by(shared.desc(), last.desc(), STORY_KEY.c.story).limit(AT_MOST).subquery()
    columns = (STORY.c.id, STORY.c.profile, STORY.c.first_day, STORY.c.last_day)
    return select(*columns).join(best, best.c.story == STORY.c.id).order_by(STORY.c.id)


def _tellers() -> Select[tuple[str, int | None]]:
    lately = (
        select(ARTICLE.c.id, ARTICLE.c.origin, ARTICLE.c.fingerprint)
        .where(ARTICLE.c.story == bindparam("story"))
        .order_by(ARTICLE.c.id.desc())
        .limit(LATELY)
        .subquery()
    )
    return select(lately.c.origin, lately.c.fingerprint).order_by(lately.c.id)


# Built once: to put a statement together takes longer than to answer it.
_NEAR = _near()
_TELLERS = _tellers()
_FILED = select(STORY_KEY.c.k).where(
    among(STORY_KEY.c.k, "keys"),
    STORY_KEY.c.day == bindparam("day"),
    STORY_KEY.c.story == bindparam("story"),
)
_BEGIN = insert(STORY)
_JOIN = (
    update(STORY)
    .where(STORY.c.id == bindparam("story"))
    .values(
        profile=bindparam("profile"),
        first_day=bindparam("first_day"),
        last_day=bindparam("last_day"),
        articles=STORY.c.articles + 1,
    )
)


def file(connection: Connection, topic: str, story: str, keys: Iterable[int], day: int) -> None:
    """File a story under the keys of an article that told of it on a day."""
    wanted = of_realm(topic, keys)
    filed = set(connection.execute(_FILED, {"keys": wanted, "day": day, "story": story}).scalars())
    batches.add(connection, STORY_KEY, [(k, day, story) for k in wanted if k not in filed])


def begin(connection: Connection, topic: str, story: str, profile: Profile, day: int) -> None:
    """A story that nobody told before."""
    row = {"id": story, "topic": topic, "profile": dumps(profile), "first_day": day, "last_day": day, "articles": 1}
    connection.execute(_BEGIN, row)


def join(connection: Connection, story: str, profile: Profile, first_day: int, last_day: int) -> None:
    """One more article tells a story; ``profile`` and days are those of all its articles together."""
    grown = {"profile": dumps(profile), "first_day": first_day, "last_day": last_day}
    connection.execute(_JOIN, {**grown, "story": story})


def tellers(connection: Connection, story: str) -> list[tuple[str, int | None]]:
    """Origin and fingerprint of the LATELY last articles that tell a story, in the order in which they came."""
    return [(origin, mark) for origin, mark in connection.execute(_TELLERS, {"story": story})]
