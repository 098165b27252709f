"""What Prefect's page shows of a pass: the board, a card for each case it changed, and what was left out."""

from collections.abc import Sequence

from prefect.artifacts import create_markdown_artifact

from alerts.links import Links
from alerts.message import message
from alerts.pages.board import board
from alerts.pages.case_card import card
from alerts.scraped import cut, markdown
from claims.case import CaseChange, Shelf
from claims.document import Problem
from claims.topic import Topic
from flows.intake.passes import Summary
from flows.upkeep.replacing import Tally, in_words
from storage import listing
from storage.base import Base

BOARD, CARDS, PROBLEMS, CHANGES = 100, 25, 200, 500  # at most: an artifact costs a request, and nobody reads more


def show_board(base: Base, topic: Topic) -> None:
    """The open cases of the topic, the first of them."""
    with base.reading() as connection:
        counts = listing.tally(connection, topic.key)
        shown = listing.excerpt(
            connection, base.memory, topic.key, counts, BOARD, Shelf.is_open, order=listing.pages_first
        )
    text = board(shown, topic.key)
    create_markdown_artifact(text, key=f"open-cases-{topic.key}", description=f"Open cases: {topic.name}")


def show_cards(changes: Sequence[CaseChange], links: Links, topic: Topic) -> None:
    """The cases that changed, each once; the versions of a card are the history of its case."""
    last = {change.case.id: change for change in changes}
    for change in list(last.values())[:CARDS]:
        told = message(change)
        text = card(told, links, topic.alerts.zone)
        create_markdown_artifact(text, key=f"case-{change.case.id}", description=markdown(cut(told.headline, 200)))


def show_left_out(problems: Sequence[Problem], topic: Topic) -> None:
    """What the pass left out, and why."""
    if not problems:
        return
    rows = [f"| {markdown(cut(p.where, 300))} | {markdown(cut(p.reason, 300))} |" for p in problems[:PROBLEMS]]
    more = [f"| and {len(problems) - PROBLEMS} more | |"] if len(problems) > PROBLEMS else []
    text = "\n".join(["| where | why |", "|---|---|", *rows, *more])
    create_markdown_artifact(text, key=f"left-out-{topic.key}", description=f"{len(problems)} left out: {topic.name}")


def show_pass(base: Base, topic: Topic, summary: Summary, links: Links) -> None:
    """All three."""
    show_board(base, topic)
    show_cards(summary.changes, links, topic)
    show_left_out(summary.problems, topic)


def show_reread(tally: Tally) -> None:
    """What reading anew made of cases, for who wants to look; nobody is paged."""
    last = {change.case.id: change for change in tally.changes}
    rows = [
        f"| {change.case.id} | {change.kind} | {markdown(cut(change.case.arrangement.question, 200))} "
        f"| {markdown(cut(change.reason, 300))} |"
        for change in list(last.values())[:CHANGES]
    ]
    more = [f"| and {len(last) - CHANGES} more | | | |"] if len(last) > CHANGES else []
    text = "\n".join([in_words(tally), "", "| case | | question | why |", "|---|---|---|---|", *rows, *more])
    create_markdown_artifact(text, key=f"reread-{tally.topic}", description=f"Read anew: {tally.topic}")
