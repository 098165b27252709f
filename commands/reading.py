"""Commands on articles that are not stored: what they claim, and how two of them stand to each other."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from commands.frame import AsJson, Batch, TopicFile, out, print_json, told
from commands.lines import each_line

if TYPE_CHECKING:
    from claims.article import Article
    from flows.desk import Desk


def extract(
    source: Annotated[
        str | None, typer.Argument(metavar="[FILE|URL|-]", help="One article; - is standard input.")
    ] = None,
    topic: TopicFile = None,
    batch: Batch = None,
    as_json: AsJson = False,
) -> None:
    """Print the claims of one article. With --batch: lines {id, text} in, lines {id, quantities, claims} out.

    Example: atodds extract report.html --json
    """
    if (source is None) == (batch is None):
        raise typer.BadParameter("name an article, or a file with --batch")
    with told():
        from claims import json_form
        from flows.compare import passage
        from flows.show import show_claims

        desk = desk_of(topic)
        if batch is not None:

            def answer(row: dict[str, Any]) -> dict[str, Any]:
                return {**json_form.reading(desk.reader.read(passage(row["text"], "text"))), "id": row["id"]}

            each_line(batch, ("id", "text"), answer)
        elif source is not None:
            reading = desk.reader.read(article(source))
            print_json(json_form.reading(reading)) if as_json else show_claims(reading, out)


def compare(
    a: Annotated[str | None, typer.Argument(metavar="A", help="A file, an address, or a passage in quotes.")] = None,
    b: Annotated[str | None, typer.Argument(metavar="B", help="The other.")] = None,
    topic: TopicFile = None,
    batch: Batch = None,
    as_json: AsJson = False,
) -> None:
    """Tell how two articles or passages stand to each other: the strongest relation between their claims.

    Example: atodds compare "Police counted 20,000 marchers." "Some 35,000 people marched, organisers said."
    """
    if (a is None or b is None) == (batch is None) or (a is not None and batch is not None):
        raise typer.BadParameter("name two articles or passages, or a file with --batch")
    with told():
        from claims import json_form
        from flows.compare import compare as compared
        from flows.compare import passage
        from flows.show import show_comparison

        desk = desk_of(topic)
        if batch is not None:

            def answer(row: dict[str, Any]) -> dict[str, Any]:
                verdict = compared(desk, passage(row["a"], "a"), passage(row["b"], "b"))
                return {"id": row["id"], **json_form.comparison(verdict)}

            each_line(batch, ("id", "a", "b"), answer)
        elif a is not None and b is not None:
            verdict = compared(desk, article_or_passage(a, "a"), article_or_passage(b, "b"))
            print_json(json_form.comparison(verdict)) if as_json else show_comparison(verdict, out)


def desk_of(topic: Path | None) -> "Desk":
    from flows.desk import open_desk

    return open_desk(topic)


def article_or_passage(named: str, name: str) -> "Article":
    from flows.compare import passage

    is_source = named == "-" or named.startswith(("http://", "https://")) or _is_file(named)
    return article(named) if is_source else passage(named, name)


def _is_file(named: str) -> bool:
    return len(named) < 1000 and "\n" not in named and Path(named).exists()


def article(named: str) -> "Article":
    """The one article that a file, an address or standard input holds."""
    from claims.document import Problem
    from flows.compare import passage
    from parsers.pages.bounded import read_page
    from sources.collect import collect
    from sources.settings import read_settings

    if named == "-":
        return passage(sys.stdin.read(), "stdin")
    found = list(collect([named], settings=read_settings(os.environ)))
    if len(found) != 1:
        raise LookupError(f"{named} holds {len(found)} articles, not one; `atodds ingest` reads them all")
    article = found[0] if isinstance(found[0], Problem) else read_page(found[0])
    if isinstance(article, Problem):
        raise LookupError(f"{article.where}: {article.reason}")
    return article
