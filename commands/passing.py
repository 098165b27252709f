"""Commands that run passes: one by hand, or all on their schedules, here or by workers. Only these know Prefect."""

import os
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from commands.frame import DEFAULT_DATABASE, FAILED, AsJson, Database, TopicFile, err, fail, out, print_json, told


def ingest(
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SOURCE]…", help="A feed, sitemap or page address, a folder, or a file."),
    ] = None,
    topic: TopicFile = None,
    db: Database = DEFAULT_DATABASE,
    look_back: Annotated[
        int | None, typer.Option(metavar="DAYS", min=1, help="How old an article of a feed may be.")
    ] = None,
    alert_history: Annotated[bool, typer.Option(help="Alert on the first pass over a topic, too.")] = False,
    as_json: AsJson = False,
) -> None:
    """Read what is new, and print the cases that it opened or changed. One pass, as a Prefect flow run.

    Without SOURCE, the sources of the topic file are read. The first pass over a topic alerts nobody.

    Example: atodds ingest --topic seeds/guard-request/topic.toml articles/ https://example.org/feed.xml
    """
    if not sources and topic is None:
        raise typer.BadParameter("name a SOURCE, or a topic file with --topic")
    with told():
        _prepare_flow(topic, db)
        from claims import json_passes
        from flows.ingest import Topic, in_words, run
        from flows.show import show_changes
        from flows.topics import key_of

        summary = run(Topic(key_of(topic)), sources or (), look_back, alert_history)
        if as_json:
            print_json(json_passes.summary(summary.topic, asdict(summary.tally), summary.problems, summary.changes))
        else:
            show_changes(summary.changes, out)
            for problem in summary.problems:
                err.print(f"left out {problem.where}: {problem.reason}", markup=False, soft_wrap=True)
            err.print(in_words(summary), markup=False)
    raise typer.Exit(FAILED if summary.failed else 0)


def serve(
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port of Prefect's page and API.")] = 4200,
    db: Database = DEFAULT_DATABASE,
    seeded: Annotated[
        bool, typer.Option("--seeded", help="Put the seeded reports on loopback, to try it out.")
    ] = False,
) -> None:
    """Start Prefect's server with its page, and serve the deployments: one for each topic, on its schedule.

    With PREFECT_API_URL set, that server is used. ATODDS_TOPICS names topic files or folders of them.

    Example: atodds serve --port 4200
    """
    with told():
        _prepare_flow(None, db)
        from flows.desk import SEEDS
        from flows.running.server import ServerError, server
        from flows.seeded import newsstand
        from flows.topics import add_topics

        try:
            with ExitStack() as started:
                if seeded:
                    add_topics(SEEDS)
                    started.enter_context(newsstand())
                if not os.environ.get("PREFECT_API_URL"):
                    started.enter_context(server(host, port))
                from flows.running.serving import serve_all

                serve_all()
        except ServerError as error:
            fail(str(error), FAILED)


def deploy(db: Database = DEFAULT_DATABASE) -> None:
    """Hand workers the deployments: one for each topic, on its schedule, in the work pool `atodds`.

    Again after each change of topics. PREFECT_API_URL names the server, ATODDS_TOPICS topic files or folders of them.

    Example: PREFECT_API_URL=http://server.example:4200/api ATODDS_TOPICS=/srv/topics atodds deploy
    """
    with told():
        _prepare_flow(None, db)
        from flows.running.deploying import deploy_all
        from flows.running.server import ServerError

        try:
            out.print(*deploy_all(), sep="\n", markup=False)
        except ServerError as error:
            fail(str(error), FAILED)


def _prepare_flow(topic: Path | None, db: str) -> None:
    """Hand the flow what is no run parameter: the base (its URL may hold a password) and a topic file of one's own.

    Fails at once where the base or the topic cannot be used, and not after Prefect's server has started.
    """
    from claims.topic import load_topic
    from storage.base import Base

    Base.open(db).close()
    os.environ["ATODDS_DATABASE_URL"] = db
    if topic is not None:
        load_topic(topic)
        from flows.topics import add_topics

        add_topics(topic)
    # No telemetry; and a temporary server may take its time to start on a small machine.
    os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
    os.environ.setdefault("DO_NOT_TRACK", "1")
    os.environ.setdefault("PREFECT_LOGGING_EXTRA_LOGGERS", "atodds")
    os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "120")
