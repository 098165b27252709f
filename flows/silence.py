"""The `silence` flow: says so when a topic is no longer watched."""

from collections.abc import Iterator
from datetime import UTC, datetime

from cronsim import CronSim
from prefect import flow, get_run_logger

from claims.topic import Topic
from flows.desk import open_base
from flows.telling.notices import tell_operator
from flows.telling.reviewing import topic_of
from flows.topics import topic_files
from flows.vault import secret
from storage import passes
from storage.base import Base


class Silence(Exception):
    """No pass came through for longer than twice the schedule; the run fails, so that an automation can tell of it."""


@flow(name="silence", persist_result=False)
def silence() -> None:
    """Look whether every topic with a schedule is watched; fail, and tell the operator, if one is not."""
    now = datetime.now(UTC)
    with open_base() as base:
        silent = list(overdue(base, [topic_of(key) for key in topic_files()], now))
        for topic, problem in silent:
            get_run_logger().error("%s", problem)
            tell_operator(base, topic.key, [problem], secret)
    if silent:
        raise Silence("; ".join(problem for _, problem in silent))


def overdue(base: Base, topics: list[Topic], now: datetime) -> Iterator[tuple[Topic, str]]:
    """Topics whose last good pass lies further back than their schedule's last two turns, and the words to say so.

    A topic that nobody ever began to watch is not silent; it is not there yet.
    """
    for topic in topics:
        with base.reading() as connection:
            last = passes.last_done(connection, topic.key)
            since = last or passes.first_begun(connection, topic.key)
        if topic.schedule is None or since is None:
            continue
        turns = CronSim(topic.schedule, since)
        next(turns)
        if next(turns) < now:
            told = f"since {last:%Y-%m-%d %H:%M} UTC" if last else "ever"
            yield topic, f"{topic.name}: no pass came through {told} (schedule {topic.schedule})"
