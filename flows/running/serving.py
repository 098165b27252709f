"""The deployments that Prefect can run: passes and digests of each topic, and what serves all of them."""

from collections.abc import Iterator

from prefect import serve
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
from prefect.deployments.runner import RunnerDeployment
from prefect.schedules import Cron
from prefect.types.entrypoint import EntrypointType

from claims.topic import Topic, load_topic
from flows.deliver import deliver
from flows.digest import digest
from flows.ingest import ingest
from flows.ledger import ledger
from flows.prune import prune
from flows.reparse import reparse
from flows.review import review
from flows.silence import silence
from flows.topics import topic_files


def serve_all() -> None:
    """Run what the server that Prefect knows of asks for, until interrupted."""
    serve(*deployments(), pause_on_shutdown=False)


def deployments() -> list[RunnerDeployment]:
    """All that can be run: for each topic its passes and its digest, and what serves all topics."""
    topics = [load_topic(file) for file in topic_files().values()]
    return [*map(_passes, topics), *map(_digest, topics), *map(_made, _for_all())]


def _passes(topic: Topic) -> RunnerDeployment:
    """A pass is left out while one over the same topic still runs."""
    return _made(
        ingest.to_deployment(
            name=topic.key,
            entrypoint_type=_INSTALLED,
            description=f"Watch {topic.name}: read what is new, and tell the desk where sources are at odds.",
            parameters={"topic": topic.key, "look_back_days": topic.look_back_days},
            cron=topic.schedule,
            concurrency_limit=_ONE_AT_A_TIME,
            tags=["atodds", topic.key],
        )
    )


def _digest(topic: Topic) -> RunnerDeployment:
    return _made(
        digest.to_deployment(
            name=topic.key,
            entrypoint_type=_INSTALLED,
            description=f"What moved on {topic.name} in the last day.",
            parameters={"topic": topic.key},
            schedule=Cron("30 7 * * *", timezone=topic.alerts.time_zone),
            tags=["atodds", topic.key],
        )
    )


def _for_all() -> Iterator[object]:
    tags = ["atodds"]
    yield review.to_deployment(name="review", description="Answer a case.", entrypoint_type=_INSTALLED, tags=tags)
    yield deliver.to_deployment(
        name="deliver",
        entrypoint_type=_INSTALLED,
        description="Send what waits: tries put off, quiet hours that are over.",
        cron="*/5 * * * *",
        concurrency_limit=_ONE_AT_A_TIME,
        tags=tags,
    )
    yield reparse.to_deployment(
        name="reparse",
        entrypoint_type=_INSTALLED,
        description="Read stored articles anew, after an update that reads them otherwise.",
        concurrency_limit=_ONE_AT_A_TIME,
        tags=tags,
    )
    for made, cron, told in (
        (prune, "40 3 * * *", "Take out what need not be kept."),
        (ledger, "*/15 * * * *", "Write the ledger's pages."),
        (silence, "7 * * * *", "Fails where a topic is no longer watched."),
    ):
        yield made.to_deployment(name=made.name, description=told, cron=cron, entrypoint_type=_INSTALLED, tags=tags)


# A worker finds flows as modules of what is installed there, wherever that lies, and whatever folder it runs in.
_INSTALLED = EntrypointType.MODULE_PATH
_ONE_AT_A_TIME = ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW)


def _made(deployment: object) -> RunnerDeployment:
    assert isinstance(deployment, RunnerDeployment)  # it is one wherever no event loop runs
    return deployment
