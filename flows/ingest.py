"""The `ingest` flow: one pass over a topic, as a run that Prefect schedules, logs and shows."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum
from logging import Logger, LoggerAdapter
from typing import TypeAlias

from prefect import flow, get_run_logger, task
from prefect.cache_policies import NO_CACHE
from prefect.utilities.annotations import quote

from claims.document import Document, Problem
from flows.deliver import send_and_tell
from flows.desk import EVERYTHING, open_base, open_desk
from flows.intake.passes import Pass, Summary
from flows.intake.pipeline import Outcome
from flows.leads import links
from flows.running.watching import watch_sources
from flows.telling.artifacts import show_pass
from flows.topics import topic_files
from sources.collect import collect_batches
from sources.settings import read_settings
from storage.fetches import Fetches

Log: TypeAlias = "Logger | LoggerAdapter[Logger]"

_FILES = topic_files()
# The form of a run shows the class name and its values, so both are words for people.
Topic = StrEnum("Topic", [(key, key) for key in (EVERYTHING.key, *_FILES)])  # type: ignore[misc]

_EVERYTHING = Topic(EVERYTHING.key)


@flow(name="ingest", flow_run_name="{topic}", persist_result=False)
def ingest(
    topic: Topic = _EVERYTHING,
    sources: list[str] = [],  # noqa: B006  Prefect's form wants a list, and nobody changes it
    look_back_days: int = 30,
    alert_history: bool = False,
) -> quote:
    """Fetch what is new on a topic, read it, and tell the desk where sources are at odds.

    Args:
        topic: What to watch.
        sources: Addresses of feeds and pages, or paths of files and folders; empty for the topic's own.
        look_back_days: How old an article of a feed may be.
        alert_history: Alert on the first pass over the topic, too.
    """
    log = get_run_logger()
    desk = open_desk(_FILES.get(topic.value))
    settings = replace(read_settings(os.environ), look_back=timedelta(days=look_back_days))
    with open_base() as base:
        memory = Fetches(base, desk.topic.key)
        pass_ = Pass(desk, base, memory, alert_history)
        named, keywords = sources or desk.topic.sources, desk.topic.keywords
        for batch in collect_batches(named, keywords=keywords, settings=settings, memory=memory):
            _tell(log, take_in(pass_, batch))
        summary = pass_.finish()
        send_and_tell(base, desk.topic)
        show_pass(base, desk.topic, summary, links())
        watch_sources(base, desk.topic)
    log.info(in_words(summary))
    return quote(summary)  # else Prefect looks for results to come in it, down to every word of every claim


def run(
    topic: Topic, sources: Sequence[str] = (), look_back_days: int | None = None, alert_history: bool = False
) -> Summary:
    """Run the flow from here; with no server that Prefect knows of, it starts one for this run."""
    days = open_desk(_FILES.get(topic.value)).topic.look_back_days if look_back_days is None else look_back_days
    summary: Summary = ingest(topic, list(sources), days, alert_history).unquote()
    return summary


@task(name="take in", retries=2, retry_delay_seconds=5, cache_policy=NO_CACHE, persist_result=False)
def take_in(pass_: Pass, batch: Sequence[Document | Problem]) -> list[Outcome]:
    """Read, judge and record a batch of articles; one that failed half-way is taken up where it stopped."""
    return pass_.take_in(batch)


def _tell(log: Log, outcomes: Sequence[Outcome]) -> None:
    """What became of a batch: each fault in a line that can be looked for, all else in one, for lines cost a pass."""
    for outcome in outcomes:
        if outcome.problem and outcome.problem.fatal:
            log.warning("left out %s: %s", outcome.where, outcome.problem.reason)
    if told := "\n".join(line for outcome in outcomes for line in _lines(outcome)):
        log.info("%s", told)


def _lines(outcome: Outcome) -> Iterator[str]:
    if outcome.problem and not outcome.problem.fatal:
        yield f"left out {outcome.where}: {outcome.problem.reason}"
    elif not outcome.problem and not outcome.known:
        yield f"read {outcome.where}: {outcome.claims} claims"
    for change in outcome.changes:
        yield f"case {change.case.id} {change.kind}: {change.case.arrangement.question}"


def in_words(summary: Summary) -> str:
    """A pass in one line."""
    tally = summary.tally
    told = "silent, for it made history" if summary.silent else "alerts raised where the desk must hear"
    return (
        f"{tally.stored} articles stored, {tally.known} known, {tally.left_out} left out; "
        f"{tally.claims} claims; {tally.changes} changes of cases ({told})"
    )
