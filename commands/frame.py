"""What commands share: their options, where they print, and errors in one line."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

FAILED, MISUSED = 1, 2

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)

Database = Annotated[
    str, typer.Option("--db", envvar="ATODDS_DATABASE_URL", metavar="URL", help="The claim base, as a database URL.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, as the README documents it.")]
Batch = Annotated[str | None, typer.Option("--batch", metavar="FILE|-", help="JSON lines in, JSON lines out.")]
TopicFile = Annotated[Path | None, typer.Option("--topic", metavar="FILE", help="The topic file to go by.")]
DEFAULT_DATABASE = "sqlite:///atodds.db"
TopicKey = Annotated[str | None, typer.Option("--topic", metavar="T", help="One topic's alone, by its key.")]


@contextmanager
def told() -> Iterator[None]:
    """Errors that a person can do something about, as one line on standard error and an exit status."""
    from claims.settings_file import SettingsError
    from storage.errors import BaseError

    try:
        yield
    except SettingsError as error:
        fail(str(error), MISUSED)
    except (BaseError, LookupError, OSError) as error:
        fail(str(error), FAILED)


def fail(reason: str, status: int) -> None:
    err.print(f"atodds: {reason}", style="red", markup=False, soft_wrap=True)
    raise typer.Exit(status)


def print_json(value: object) -> None:
    print(json.dumps(value))


def print_json_list(values: Iterable[object]) -> None:
    """The same as `print_json` of a list, each value as it comes."""
    print("[", end="")
    for number, value in enumerate(values):
        print(", " if number else "", json.dumps(value), sep="", end="")
    print("]")
