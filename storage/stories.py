"""Stories: the events that the articles of a topic tell of, and who told them."""

from sqlalchemy import Connection, insert, select, update

from claims.article import Profile
from claims.codec import dumps, loads
from storage.articles import ARTICLE
from storage.tables import StoryRow

STORY = StoryRow.__table__  # type: ignore[attr-defined]
# An article without a day is compared with stories of any; no desk follows more at a time.
AT_MOST = 2000


def near(connection: Connection, topic: str, first_day: int, last_day: int) -> list[tuple[str, Profile, int, int]]:
    """Stories told between two days (ordinals, inclusive), the latest AT_MOST: id, profile, first and last day."""
    columns = (STORY.c.id, STORY.c.profile, STORY.c.first_day, STORY.c.last_day)
    within = (STORY.c.topic == topic) & (STORY.c.last_day >= first_day) & (STORY.c.first_day <= last_day)
    rows = connection.execute(
        select(*columns).where(within).order_by(STORY.c.last_day.desc(), STORY.c.id).limit(AT_MOST)
    )
    return [(id, loads(Profile, profile), first, last) for id, profile, first, last in rows]


def begin(connection: Connection, topic: str, story: str, profile: Profile, day: int) -> None:
    """A story that nobody told before."""
    row = {"id": story, "topic": topic, "profile": dumps(profile), "first_day": day, "last_day": day, "articles": 1}
    connection.execute(insert(STORY), row)


def join(connection: Connection, story: str, profile: Profile, first_day: int, last_day: int) -> None:
    """One more article tells a story; ``profile`` and days are those of all its articles together."""
    grown = {"profile": dumps(profile), "first_day": first_day, "last_day": last_day}
    connection.execute(update(STORY).where(STORY.c.id == story).values(**grown, articles=STORY.c.articles + 1))


def tellers(connection: Connection, story: str) -> list[tuple[str, int | None]]:
    """Origin and fingerprint of the articles that tell a story, in the order in which they came."""
    query = select(ARTICLE.c.origin, ARTICLE.c.fingerprint).where(ARTICLE.c.story == story).order_by(ARTICLE.c.id)
    return [(origin, mark) for origin, mark in connection.execute(query)]
