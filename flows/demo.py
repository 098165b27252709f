"""What `make run` does: a seeded topic, from the reports to what a desk would get, in two passes.

    python -m flows.demo [TOPIC]

The topic guard-request comes from a feed and pages on loopback; any other folder of ``seeds/`` holds its topic file,
``history.jsonl`` for the first, silent pass, and ``reports.jsonl`` for the second.
"""

import os
import sys
from datetime import UTC, datetime

from rich.console import Console
from rich.rule import Rule

from flows.desk import SEEDS, open_base
from flows.intake.passes import Summary
from flows.seeded import HISTORY, PORT, newsstand
from flows.show import show_cases, show_changes
from flows.topics import add_topics
from storage import listing

TOPIC = "guard-request"
LISTED = 100
SECOND_PASS = "Second pass: the other reports come in, and the desk is told"
FIRST_REPORT_OUT = datetime(2025, 5, 16, 18, tzinfo=UTC)


def main(topic: str) -> None:
    """Run both passes and print what they changed; a second time nothing is new, and nothing is sent."""
    os.environ.setdefault("ATODDS_ALLOWED_NETWORKS", "127.0.0.0/8")  # the reports come from this machine
    os.environ.setdefault("ATODDS_PACE", "0")
    os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
    os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "120")
    add_topics(SEEDS)
    console = Console(highlight=False)
    (_from_the_web if topic == TOPIC else _from_files)(topic, console)
    with open_base() as base, base.reading() as connection:
        console.print(Rule("Open cases"))
        show_cases(listing.cases(connection, base.memory, topic, most=LISTED), console, LISTED)


def _from_the_web(topic: str, console: Console) -> None:
    from flows.ingest import Topic, run

    with newsstand() as reports:
        reports.clock = FIRST_REPORT_OUT
        console.print(Rule("First pass: the history and the first report (silent)"))
        feed = f"http://127.0.0.1:{PORT}/feed.xml"
        _tell(run(Topic(topic), [str(HISTORY), feed]), console)
        reports.clock = None
        console.print(Rule(SECOND_PASS))
        _tell(run(Topic(topic)), console)


def _from_files(topic: str, console: Console) -> None:
    from flows.ingest import Topic, run

    console.print(Rule("First pass: the history (silent)"))
    _tell(run(Topic(topic), [str(SEEDS / topic / "history.jsonl")]), console)
    console.print(Rule(SECOND_PASS))
    _tell(run(Topic(topic), [str(SEEDS / topic / "reports.jsonl")]), console)


def _tell(summary: Summary, console: Console) -> None:
    if not summary.changes:
        new = "No case was opened" if summary.tally.stored else "Nothing is new"
        console.print(f"{new}; nothing was sent.\n")
    show_changes(summary.changes, console)


if __name__ == "__main__":
    main(*sys.argv[1:] or [TOPIC])
