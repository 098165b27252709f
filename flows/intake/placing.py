"""Where an article belongs: the story it tells, and whose report it really is."""

from datetime import datetime
from urllib.parse import urlsplit

from claims.article import Article, Reading
from matching.events.origins import Known, fingerprint, origin_of
from matching.events.stories import DAYS, Story, keys, new_id, story_of
from storage import stories
from storage.articles import Place
from storage.base import Connection


def place(connection: Connection, topic: str, reading: Reading, now: datetime) -> Place:
    """Put an article into its story (a new one if it is like none), and find its origin among those who told it."""
    article, about = reading.article, reading.profile
    dated = article.published_at.toordinal() if article.published_at else None
    story = find_story(connection, topic, reading, dated)
    day = dated or (story.last_day if story else now.toordinal())
    if story:
        first, last = min(day, story.first_day), max(day, story.last_day)
        stories.join(connection, story.id, story.profile | about, first, last)
    else:
        story = Story(new_id(topic, f"{article.id}\n{article.content_hash}"), about, day, day)
        stories.begin(connection, topic, story.id, about, day)
    stories.file(connection, topic, story.id, keys(about), day)
    mark = fingerprint(article.text)
    told = (Known(*row) for row in stories.tellers(connection, story.id))
    origin = origin_of(publisher(article), reading.cites, mark, told)
    return Place(day=day, story=story.id, origin=origin, fingerprint=mark)


def find_story(connection: Connection, topic: str, reading: Reading, day: int | None) -> Story | None:
    """The story that an article tells of; one without a day may tell of any."""
    days = (day - DAYS, day + DAYS) if day is not None else None
    near = stories.near(connection, topic, keys(reading.profile, reading.mentions), days)
    return story_of(reading.profile, day, [Story(*row) for row in near], reading.mentions)


def publisher(article: Article) -> str:
    """The outlet; the site where none is named; else the article itself, for unnamed texts are voices of their own."""
    return article.outlet or urlsplit(article.url).hostname or article.id
