"""The deployments that Prefect can run: one `ingest` for each topic, on the schedule of its file."""

from prefect import serve
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
from prefect.deployments.runner import RunnerDeployment

from claims.topic import Topic, load_topic
from flows.ingest import ingest
from flows.topics import topic_files


def serve_all() -> None:
    """Run what the server that Prefect knows of asks for, until interrupted."""
    serve(*deployments(), pause_on_shutdown=False)


def deployments() -> list[RunnerDeployment]:
    """All that can be run; a pass is left out while one over the same topic still runs."""
    return [_deployment(load_topic(file)) for file in topic_files().values()]


def _deployment(topic: Topic) -> RunnerDeployment:
    made = ingest.to_deployment(
        name=topic.key,
        description=f"Watch {topic.name}: read what is new, and tell the desk where sources are at odds.",
        parameters={"topic": topic.key, "look_back_days": topic.look_back_days},
        cron=topic.schedule,
        concurrency_limit=ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW),
        tags=["atodds", topic.key],
    )
    assert isinstance(made, RunnerDeployment)  # it is one wherever no event loop runs
    return made
