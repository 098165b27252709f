"""Commands on the sources of a topic."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from commands.frame import DEFAULT_DATABASE, AsJson, Database, TopicFile, err, out, print_json, told

app = typer.Typer(help="How the sources of a topic do; feeds in and out as OPML.", invoke_without_command=True)


@app.callback()
def sources(
    context: typer.Context, topic: TopicFile = None, db: Database = DEFAULT_DATABASE, as_json: AsJson = False
) -> None:
    """List the sources of a topic: standing, last answer, articles a day, what is due.

    Example: atodds sources --topic seeds/guard-request/topic.toml
    """
    if context.invoked_subcommand is not None:
        return
    with told():
        from claims import json_passes
        from flows.show import show_sources
        from flows.topics import key_of
        from sources.health import standing
        from storage.base import Base
        from storage.fetches import Fetches

        now = datetime.now(UTC)
        with Base.open(db, create=False) as base:
            health = [(source, standing(source, now)) for source in Fetches(base, key_of(topic)).health()]
        if as_json:
            print_json([json_passes.source(source, stands) for source, stands in health])
        else:
            show_sources(health, out)


@app.command("import")
def import_sources(
    file: Annotated[Path, typer.Argument(metavar="OPML", help="A list of feeds, as other readers write it.")],
    topic: TopicFile = None,
) -> None:
    """Add the feeds of a list to a topic file; without one, print them as it would hold them.

    Example: atodds sources import feeds.opml --topic topics/floods.toml
    """
    with told():
        from sources.listing import NotAListingError
        from sources.opml import read_opml
        from sources.topic_file import add_sources, as_toml

        try:
            found, refused = read_opml(file.read_bytes())
        except NotAListingError as error:
            raise LookupError(f"{file} {error}") from error
        for address in refused:
            err.print(f"left out {address}: only http and https addresses are read", markup=False)
        if topic is None:
            print(as_toml(found))
        else:
            err.print(f"{len(add_sources(topic, found))} of {len(found)} feeds are new in {topic}", markup=False)


@app.command("export")
def export_sources(
    topic: Annotated[Path, typer.Option("--topic", metavar="FILE", help="The topic file to go by.")],
) -> None:
    """Write the feeds of a topic as OPML, which other readers import.

    Example: atodds sources export --topic topics/floods.toml > floods.opml
    """
    with told():
        from claims.topic import load_topic
        from sources.opml import write_opml

        loaded = load_topic(topic)
        print(write_opml(loaded.name, loaded.sources), end="")
