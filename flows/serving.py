"""Prefect's server and its web page, and the deployments that it can run: one `ingest` for each topic."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from urllib.error import URLError
from urllib.request import urlopen

from prefect import serve
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
from prefect.deployments.runner import RunnerDeployment

from claims.topic import Topic, load_topic
from flows.ingest import ingest
from flows.seeded import newsstand
from flows.topics import topic_files

PATIENCE = 180  # seconds; a first start makes Prefect's own database


class ServerError(Exception):
    """Prefect's server does not come up; the message is for people."""


def serve_all(host: str, port: int, seeded: bool) -> None:
    """Serve until interrupted. A server is started, unless ``PREFECT_API_URL`` names one that runs.

    ``seeded`` puts the seeded reports on loopback, so that their topic has a feed to read.
    """
    with ExitStack() as open_:
        if seeded:
            open_.enter_context(newsstand())
        if not os.environ.get("PREFECT_API_URL"):
            open_.enter_context(server(host, port))
        serve(*deployments(), pause_on_shutdown=False)


@contextmanager
def server(host: str, port: int) -> Iterator[str]:
    """Prefect's server with its web page, until the block is left; yields the address of the page."""
    page = f"http://{host}:{port}"
    api = f"{page}/api"
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", host, "--port", str(port)]
    # Without PREFECT_API_URL `serve` would start a server of its own, which has no page.
    process = subprocess.Popen(command, env={**os.environ, "PREFECT_API_URL": api, "PREFECT_UI_API_URL": api})
    try:
        _wait_for(api, process)
        os.environ["PREFECT_API_URL"] = api
        yield page
    finally:
        process.terminate()
        process.wait()


def _wait_for(api: str, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise ServerError(f"Prefect's server ended with status {process.returncode}; is the port taken?")
        try:
            with urlopen(f"{api}/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.3)
    raise ServerError(f"Prefect's server did not answer at {api} within {PATIENCE} seconds")


def deployments() -> list[RunnerDeployment]:
    """One deployment for each topic, on the schedule of its file; a pass is left out while one still runs."""
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
