"""Is everything in order? Versions, base, sources, schedule, workers, channels, disk, clocks; what to do where not."""

import importlib.metadata
import os
import shutil
import sys
from collections.abc import Generator, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from packaging.requirements import Requirement

from alerts.channels.channels import Secret, Unusable, open_channels
from claims.settings_file import SettingsError
from claims.topic import Topic, load_topic
from flows.running.finding import Finding
from flows.running.workers import CLOCKS_APART, at_prefect
from flows.silence import overdue
from flows.topics import topic_files
from sources.health import standing
from storage.base import Base
from storage.errors import BaseError
from storage.fetches import Fetches
from storage.vitals import Vitals, vitals

LEAST_FREE = 1_000_000_000
WAITS_TOO_LONG = timedelta(hours=1)


def examine(address: str, secret: Secret, now: datetime) -> Iterator[Finding]:
    """Look at everything that a desk depends on."""
    yield from _versions()
    topics = yield from _topics()
    try:
        with Base.open(address, create=False) as base:
            yield from _base(base, now)
            for topic in topics:
                yield from _sources(base, topic, now)
            for _, told in overdue(base, topics, now):
                yield Finding(told, "look at the failed runs of its deployment, and whether a worker runs")
    except BaseError as error:
        yield Finding(str(error), "see that the database runs, and that --db or ATODDS_DATABASE_URL names it")
    if not (yield from _passes(topics)):
        secret = os.environ.get  # the server's blocks are out of reach
    for topic in topics:
        yield from _channels(topic, secret)


def _passes(topics: list[Topic]) -> Generator[Finding, None, bool]:
    """Who does the passes; returns whether that can be known."""
    if api := os.environ.get("PREFECT_API_URL"):
        return (yield from at_prefect(api, topics))
    yield Finding("PREFECT_API_URL is not set: passes are run by hand, or by `atodds serve`")
    return True


def _versions() -> Iterator[Finding]:
    python = ".".join(map(str, sys.version_info[:3]))
    yield Finding(f"Python {python}", "" if sys.version_info >= (3, 11) else "install Python 3.11 or newer")
    try:
        wanted = [Requirement(line) for line in importlib.metadata.requires("atodds") or ()]
    except importlib.metadata.PackageNotFoundError:
        return
    for one in wanted:
        if one.marker is None or one.marker.evaluate({"extra": ""}):
            present = importlib.metadata.version(one.name)
            if not one.specifier.contains(present, prereleases=True):
                yield Finding(f"{one.name} {present}", f"pip install '{one.name}{one.specifier}'")


def _topics() -> Generator[Finding, None, list[Topic]]:
    try:
        topics = [load_topic(file) for file in topic_files().values()]
    except SettingsError as error:
        yield Finding(str(error), "mend the topic file")
        return []
    yield Finding(f"topics: {', '.join(topic.key for topic in topics)}")
    return topics


def _base(base: Base, now: datetime) -> Iterator[Finding]:
    with base.reading() as connection:
        found = vitals(connection, now)
    yield Finding(f"claim base: {found.kind}, revision {found.revision}")
    yield from _disk(found)
    if not found.tidied:
        yield Finding(
            "PostgreSQL's autovacuum is off: look-ups get slow", "ALTER SYSTEM SET autovacuum = on, and reload"
        )
    if abs(found.now - now) > CLOCKS_APART:
        yield Finding(f"the database's clock says {found.now:%H:%M:%S}, ours {now:%H:%M:%S} UTC", "keep both by NTP")
    if found.latest and found.latest > now + CLOCKS_APART:
        yield Finding(f"an article was read at {found.latest:%Y-%m-%d %H:%M} UTC, which is to come", "set the clock")
    if found.oldest_due and found.oldest_due < now - WAITS_TOO_LONG:
        told = f"an alert waits since {found.oldest_due:%Y-%m-%d %H:%M} UTC"
        yield Finding(told, "see what the channel's last error is: `atodds metrics`, and the log of `deliver`")


def _disk(found: Vitals) -> Iterator[Finding]:
    if found.file is None:
        return
    free = shutil.disk_usage(Path(found.file).resolve().parent).free
    yield Finding(f"disk: {free / 1e9:.1f} GB free", "" if free > LEAST_FREE else "make room, or `atodds prune`")


def _channels(topic: Topic, secret: Secret) -> Iterator[Finding]:
    for name, channel in open_channels(topic.channels, topic.alerts, secret).items():
        yield Finding(f"{topic.key}: channel {name}", channel.why if isinstance(channel, Unusable) else "")


def _sources(base: Base, topic: Topic, now: datetime) -> Iterator[Finding]:
    for source in Fetches(base, topic.key).health():
        stands = standing(source, now)
        well = stands in ("well", "not asked yet")
        yield Finding(f"{topic.key}: {source.url}: {stands}", "" if well else "see whether its address still holds")
