"""Commands that show cases: on the terminal, as a ledger of web pages, and for other programs."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from commands.frame import DEFAULT_DATABASE, AsJson, Database, TopicKey, out, print_json, print_json_list, told


def cases(
    topic: TopicKey = None,
    most: Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help="The first N alone.")] = None,
    db: Database = DEFAULT_DATABASE,
    as_json: AsJson = False,
) -> None:
    """List the open cases: what the desk must hear of first, then the latest changed.

    Example: atodds cases --topic guard-request
    """
    with told():
        from claims import json_form
        from flows.show import show_cases
        from storage import listing
        from storage.base import Base

        with Base.open(db, create=False) as base, base.reading(at_leisure=True) as connection:
            found = listing.cases(connection, base.memory, topic, most=most)
            print_json_list(map(json_form.case, found)) if as_json else show_cases(found, out, most)


def case(
    case_id: Annotated[str, typer.Argument(metavar="ID", help="The id of a case, as `atodds cases` lists it.")],
    db: Database = DEFAULT_DATABASE,
    as_json: AsJson = False,
) -> None:
    """Print one case: its positions, and who says so since when.

    Example: atodds case 3f9a1c04be
    """
    with told():
        from claims import json_form
        from flows.show import show_case
        from storage import cases as stored
        from storage.base import Base

        with Base.open(db, create=False) as base, base.reading() as connection:
            found = stored.case(connection, base.memory, case_id)
        if found is None:
            raise LookupError(f"there is no case {case_id}; `atodds cases` lists the open ones")
        print_json(json_form.case(found)) if as_json else show_case(found, out)


def ledger(
    folder: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the pages go.")],
    topic: Annotated[str | None, typer.Option("--topic", metavar="T", help="One topic's page alone.")] = None,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Write the ledger: a page of HTML for each topic, with every question, its positions and its history.

    Example: atodds ledger --out public/
    """
    with told():
        from flows.telling.publishing import publish
        from storage.base import Base

        with Base.open(db, create=False) as base:
            for file in publish(base, folder, [topic] if topic else ()):
                print(file)


def export(
    form: Annotated[str, typer.Option("--format", metavar="csv|jsonl|claimreview", help="Which form.")] = "jsonl",
    topic: TopicKey = None,
    everything: Annotated[bool, typer.Option("--all", help="Closed and dismissed cases, too.")] = False,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Write cases with their evidence for other programs. ClaimReview carries no rating: nobody is said to be right.

    Example: atodds export --format csv > cases.csv
    """
    from claims.export import FORMATS

    if form not in FORMATS:
        raise typer.BadParameter(f"--format is one of {', '.join(FORMATS)}, not {form!r}")
    with told():
        from claims.case import CaseStatus
        from storage import listing
        from storage.base import Base

        wanted = tuple(CaseStatus) if everything else (CaseStatus.OPEN,)
        with Base.open(db, create=False) as base, base.reading(at_leisure=True) as connection:
            FORMATS[form](listing.cases(connection, base.memory, topic, wanted), sys.stdout)
