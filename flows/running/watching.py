"""The watch over sources after each pass: the board of their health, word of silences, and the archive's end."""

import os
from datetime import UTC, datetime, timedelta

from prefect import get_run_logger
from prefect.artifacts import create_markdown_artifact

from alerts.pages.source_board import source_board
from claims.topic import Topic
from flows.telling.notices import tell_operator
from flows.vault import secret
from sources.health import silence, standing
from sources.settings import archive_days
from storage import archive
from storage.base import Base
from storage.fetches import Fetches


def watch_sources(base: Base, topic: Topic) -> None:
    """Show how the topic's sources do, tell the operator which went silent, and forget what was kept long enough."""
    now = datetime.now(UTC)
    health = Fetches(base, topic.key).health()
    text = source_board([(source, standing(source, now)) for source in health])
    create_markdown_artifact(text, key=f"sources-{topic.key}", description=f"Sources: {topic.name}")
    silences = [f"{source.url} is {quiet}" for source in health if (quiet := silence(source.rhythm, now))]
    for told in silences:
        get_run_logger().warning("%s", told)
    tell_operator(base, topic.key, silences, secret)
    with base.writing() as connection:
        archive.forget(connection, now - timedelta(days=archive_days(os.environ)))
