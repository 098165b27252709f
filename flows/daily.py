"""Putting a topic's digest together and into the outbox. A plain function, without Prefect."""

from datetime import UTC, datetime, timedelta

from alerts.bulletin import Bulletin
from alerts.digest import Watch, digest
from alerts.links import NOWHERE, Links
from claims.case import CaseStatus
from claims.codec import dumps
from claims.topic import Topic
from storage import cases, outbox, passes, reviews
from storage.base import Base, Connection
from storage.fetches import Fetches


def post_digest(
    base: Base, topic: Topic, links: Links = NOWHERE, hours: float = 24, now: datetime | None = None
) -> tuple[Bulletin, bool]:
    """The digest of the last ``hours``, and whether it was posted: one a day of the desk's goes out, not two."""
    now = now or datetime.now(UTC)
    since = now - timedelta(hours=hours)
    with base.writing(topic.key) as connection:
        told = digest(
            topic.key,
            topic.name,
            cases.cases(connection, base.memory, topic.key, tuple(CaseStatus)),
            reviews.reviews(connection, topic.key),
            _watch(base, connection, topic.key, since),
            since,
            now,
            topic.alerts.zone,
            links,
        )
        key = f"digest:{topic.key}:{now.astimezone(topic.alerts.zone):%Y-%m-%d}"
        return told, outbox.post(connection, key, topic.key, dumps(told), topic.channels, now)


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
