"""Commands with which people answer: reviews, what the rules make of them, and mutes."""

import os
from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer

from claims.notification import MuteKind
from claims.review import Because, Decision
from commands.frame import DEFAULT_DATABASE, AsJson, Database, TopicKey, err, out, print_json, told

EVERYTHING = "everything"


def review(
    case_id: Annotated[str, typer.Argument(metavar="ID", help="The id of a case.")],
    decision: Annotated[Decision, typer.Argument(metavar="DECISION", help="confirm, or dismiss.")],
    because: Annotated[Because | None, typer.Option(help="Why it is no conflict; needed to dismiss.")] = None,
    note: Annotated[str, typer.Option(help="What others should know.")] = "",
    by: Annotated[str, typer.Option(metavar="NAME", envvar="USER", help="Who decides.")] = "",
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Answer a case: confirm it, or dismiss it and say why. It sticks, and the threads of the case are told.

    Example: atodds review 3f9a1c04be dismiss --because other-scope --note "one is the whole year"
    """
    if (decision is Decision.DISMISS) != (because is not None):
        raise typer.BadParameter("to dismiss a case, say why with --because; to confirm one, don't")
    with told():
        from flows.telling import reviewing
        from flows.telling.delivering import deliver_due
        from storage.base import Base

        with Base.open(db, create=False) as base:
            change = reviewing.review(base, case_id, decision, because, note, by)
            tally = deliver_due(base, reviewing.topic_of(change.case.topic), os.environ.get)
        print(f"case {case_id} {change.reason}")
        for problem in tally.problems:
            err.print(problem, markup=False)


def backtest(
    topic: TopicKey = None,
    floor: Annotated[bool, typer.Option("--floor", help="Hold later rules against what these say.")] = False,
    db: Database = DEFAULT_DATABASE,
    as_json: AsJson = False,
) -> None:
    """Judge anew every pair that a person decided on: precision, recall, and what changed since the last floor.

    Example: atodds backtest --topic guard-request
    """
    with told():
        from claims import json_passes
        from flows.show import show_backtest
        from flows.upkeep.backtest import backtest as replayed
        from storage.base import Base

        with Base.open(db, create=False) as base:
            done = replayed(base, topic, make_floor=floor)
        if as_json:
            counts = {"pairs": len(done.replays), "precision": done.precision, "recall": done.recall}
            print_json({**counts, "changed": [json_passes.replay(r.pair, r.now) for r in done.changes]})
        else:
            show_backtest(done, out)


def mute(
    kind: Annotated[MuteKind | None, typer.Argument(metavar="WHAT", help="topic, case, source or origin.")] = None,
    value: Annotated[str, typer.Argument(help="The case's id, or the name of the source or origin.")] = "",
    topic: Annotated[str, typer.Option("--topic", metavar="T", help="The topic's key.")] = EVERYTHING,
    hours: Annotated[float | None, typer.Option(min=0, help="For how long; without it, until --end.")] = None,
    because: Annotated[str, typer.Option(help="Why, for others.")] = "",
    end: Annotated[int | None, typer.Option(metavar="NUMBER", help="End the mute of this number.")] = None,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Let something page no more: a topic, a case, a source or an origin. Without WHAT, list what is muted.

    Example: atodds mute source "Daily Courant" --topic guard-request --hours 24
    """
    if kind not in (None, MuteKind.TOPIC) and not value:
        raise typer.BadParameter(f"name the {kind} to mute")
    with told():
        from storage import mutes
        from storage.base import Base

        now = datetime.now(UTC)
        with Base.open(db, create=False) as base, base.writing() as connection:
            if end is not None and not mutes.unmute(connection, end):
                raise LookupError(f"there is no mute {end}; `atodds mute` lists them")
            if kind is not None:
                until = now + timedelta(hours=hours) if hours is not None else None
                mutes.mute(connection, topic, kind, value, now, until, because)
            for one in mutes.mutes(connection, now):
                until_then = f"until {one.until:%Y-%m-%d %H:%M} UTC" if one.until else "until ended"
                print("\t".join(map(str, (one.id, one.topic, one.kind, one.value, until_then, one.because))))
