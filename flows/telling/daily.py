"""Putting a topic's digest together and into the outbox. A plain function, without Prefect."""

from datetime import UTC, datetime, timedelta
from functools import partial

from alerts.bulletins.bulletin import Bulletin
from alerts.bulletins.digest import Standing, Watch, digest
from alerts.links import NOWHERE, Links
from claims.case import Shelf
from claims.codec import dumps
from claims.topic import Topic
from storage import listing, outbox, passes, reviews
from storage.base import Base, Connection
from storage.fetches import Fetches

WEIGHED = 300  # cases, of the latest changed, of which a section lists the weightiest


def post_digest(
    base: Base, topic: Topic, links: Links = NOWHERE, hours: float = 24, now: datetime | None = None
) -> tuple[Bulletin, bool]:
    """The digest of the last ``hours``, and whether it was posted: one a day of the desk's goes out, not two.

    It is put together before the topic's writers have to wait for it.
    """
    now = now or datetime.now(UTC)
    since = now - timedelta(hours=hours)
    with base.reading() as connection:
        told = digest(
            topic.key,
            topic.name,
            _standing(base, connection, topic.key, since),
            reviews.reviews(connection, topic.key),
            _watch(base, connection, topic.key, since),
            since,
            now,
            topic.alerts.zone,
            links,
        )
    key = f"digest:{topic.key}:{now.astimezone(topic.alerts.zone):%Y-%m-%d}"
    with base.writing(topic.key) as connection:
        return told, outbox.post(connection, key, topic.key, dumps(told), topic.channels, now)


def _standing(base: Base, connection: Connection, topic: str, since: datetime) -> Standing:
    shelves = listing.tally(connection, topic)
    moved = listing.moved(connection, topic, shelves, since)
    some = partial(listing.excerpt, connection, base.memory, topic, most=WEIGHED)
    return Standing(
        conflicts=some(shelves, wanted=Shelf.in_conflict),
        moved=sum(moved.values()),
        notes=some(moved, wanted=Shelf.is_noted),
        over=some(moved, wanted=Shelf.is_closed),
    )


def _watch(base: Base, connection: Connection, topic: str, since: datetime) -> Watch:
    done = passes.done_since(connection, topic, since)
    health = Fetches(base, topic).health()
    return Watch(
        passes=len(done),
        articles=sum(tally.stored + tally.known for tally in done),
        sources=len(health),
        failing=tuple(source.url for source in health if source.failures),
        given_up=outbox.given_up(connection, topic, since),
    )
