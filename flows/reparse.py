"""The `reparse` flow: stored articles are read anew after a change of the parser, here or on a Dask cluster."""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from prefect import flow, get_run_logger, task
from prefect.cache_policies import NO_CACHE
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from claims.article import Article, Reading
from claims.document import Problem
from flows.desk import Desk, open_base, open_desk
from flows.telling.artifacts import show_reread
from flows.topics import topic_files
from flows.upkeep.replacing import Group, Tally, in_words, take_in
from flows.upkeep.rereading import batches, finish, read_all, to_read

# Batches that are read while another is stored: enough that nobody waits, few enough to be held in memory.
AHEAD = 8


def reading_runner() -> TaskRunner[Any]:
    """What reads: this process, or with ATODDS_DASK a cluster: a number of processes here, or a scheduler's address."""
    wanted = os.environ.get("ATODDS_DASK", "")
    if not wanted:
        return ThreadPoolTaskRunner(max_workers=1)
    from prefect_dask.task_runners import DaskTaskRunner  # the extra `dask`

    here = {"n_workers": int(wanted), "threads_per_worker": 1, "dashboard_address": None} if wanted.isdigit() else None
    runner: TaskRunner[Any] = DaskTaskRunner(cluster_kwargs=here) if here else DaskTaskRunner(address=wanted)
    return runner


@flow(name="reparse", persist_result=False, task_runner=reading_runner())
def reparse(topics: list[str] = []) -> None:  # noqa: B006  Prefect's form wants a list, and nobody changes it
    """Read stored articles anew after an update of the parser. Cases stay; what changes of them pages nobody.

    Args:
        topics: Keys of topics; empty for all.
    """
    log = get_run_logger()
    with open_base() as base:
        for key in to_read(base, topics):
            tally = Tally(key)
            for batch, read in _read_ahead(key, batches(base, key)):
                take_in(base, _desk(key), batch, read, tally)
                log.info("%d articles of %s read anew", tally.articles, key)
            log.info(in_words(tally))
            show_reread(tally)
        finish(base)


@task(name="read anew", retries=2, retry_delay_seconds=5, cache_policy=NO_CACHE, persist_result=False)
def read(topic: str, found: list[Article]) -> list[Reading | Problem]:
    """Read a batch of articles."""
    return read_all(_desk(topic), found)


def _read_ahead(topic: str, found: Iterable[list[Group]]) -> Iterator[tuple[list[Group], list[Reading | Problem]]]:
    """The batches in their order, each with what was read; some are on their way while one is stored."""
    waiting = deque[tuple[list[Group], Any]]()
    for batch in found:
        waiting.append((batch, read.submit(topic, [kept.article for group in batch for kept in group])))
        if len(waiting) > AHEAD:
            yield _awaited(*waiting.popleft())
    while waiting:
        yield _awaited(*waiting.popleft())


def _awaited(batch: list[Group], future: Any) -> tuple[list[Group], list[Reading | Problem]]:
    return batch, future.result()


@cache
def _desk(topic: str) -> Desk:
    """Built once in each process that reads."""
    return open_desk(topic_files().get(topic))
