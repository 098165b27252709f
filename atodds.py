"""The command line: every command, in the order in which a desk meets them.

Data goes to standard output, everything else to standard error. Stages are imported where they are used: `extract`,
`compare` and `cases` answer in well under a second, and only `ingest`, `serve` and `deploy` know Prefect.
"""

import typer

from commands import sources
from commands.answers import backtest, mute, review
from commands.cases import case, cases, export, ledger
from commands.passing import deploy, ingest, serve
from commands.reading import compare, extract
from commands.upkeep import check, doctor, metrics, move, prune, reparse

COMMANDS = (
    *(ingest, extract, compare, cases, case, review, backtest, mute, ledger, export),
    *(move, check, prune, reparse, metrics, doctor, serve, deploy),
)

app = typer.Typer(
    help="Tells a news desk, within minutes, that two sources disagree.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in COMMANDS:
    app.command()(command)
app.add_typer(sources.app, name="sources")


def main() -> None:
    """The entry point of the installed command."""
    app()


if __name__ == "__main__":
    main()
