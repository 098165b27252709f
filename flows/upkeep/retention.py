"""What goes, by each topic's rule: archived bytes first, then articles in no case. Plain, without Prefect."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from claims.topic import load_topic
from flows.topics import topic_files
from sources.settings import archive_days
from storage import archive, pruning
from storage.base import Base


def retain(
    base: Base, environment: Mapping[str, str], now: datetime, dry_run: bool = False
) -> Iterator[tuple[str, int]]:
    """Prune; yields the archive and each topic that has a rule, with how much of it went (or would go)."""
    if not dry_run:
        with base.writing() as connection:
            forgotten = archive.forget(connection, now - timedelta(days=archive_days(environment)))
        yield "archive", forgotten
    for topic in map(load_topic, topic_files().values()):
        if topic.keep_days is None:
            continue
        before = now - timedelta(days=topic.keep_days)
        if dry_run:
            with base.reading() as connection:
                yield topic.key, pruning.prunable(connection, topic.key, before)
        else:
            yield topic.key, pruning.prune(base, topic.key, before)
