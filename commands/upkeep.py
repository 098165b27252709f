"""Commands of whoever keeps atodds running: copies, checks, gauges, and what goes."""

import os
from datetime import UTC, datetime
from typing import Annotated

import typer

from commands.frame import DEFAULT_DATABASE, FAILED, Database, TopicKey, err, told


def move(
    source: Annotated[str, typer.Argument(metavar="FROM", help="The claim base to copy, as a database URL.")],
    target: Annotated[str, typer.Argument(metavar="TO", help="Where to; the database must be there.")],
    replace: Annotated[bool, typer.Option("--replace", help="Take out first what the target holds.")] = False,
) -> None:
    """Copy a claim base to another database, all of it or nothing, and compare every table by count and hash.

    Stop passes first. Run again, it compares what is there.

    Example: atodds move sqlite:///atodds.db postgresql://atodds@db.example/atodds
    """
    with told():
        from storage.base import Base
        from storage.moving import move as moved

        with Base.open(source, create=False) as old, Base.open(target) as new:
            for name, contents in moved(old, new, replace).items():
                print(f"{name}\t{contents.rows}\t{contents.hash:016x}")


def check(db: Database = DEFAULT_DATABASE) -> None:
    """Read the whole claim base and print what is wrong with it: lost rows, altered texts, a stuck outbox.

    Example: atodds check --db postgresql://atodds@db.example/atodds
    """
    with told():
        from storage.base import Base
        from storage.checking import check as checked

        with Base.open(db, create=False) as base:
            faults = checked(base, datetime.now(UTC))
        for fault in faults:
            print(fault)
        if not faults:
            err.print("nothing is wrong")
    raise typer.Exit(FAILED if faults else 0)


def prune(
    db: Database = DEFAULT_DATABASE,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Count, and take out nothing.")] = False,
) -> None:
    """Take out what topics need not keep: old archived pages, then articles in no case that are over `keep_days`.

    Cases and all that was ever said on their questions stay. ATODDS_TOPICS names topic files or folders of them.

    Example: atodds prune --dry-run
    """
    with told():
        from flows.upkeep.retention import retain
        from storage.base import Base

        with Base.open(db, create=False) as base:
            for what, count in retain(base, os.environ, datetime.now(UTC), dry_run):
                print(f"{what}\t{count}")


def reparse(topic: TopicKey = None, db: Database = DEFAULT_DATABASE) -> None:
    """Read stored articles anew after an update of atodds that reads them otherwise, and print what changes of cases.

    Cases, their evidence and decisions on them stay, and nobody is paged. Killed, it goes on when it is run again.

    Example: atodds reparse --topic guard-request
    """
    with told():
        from flows.desk import open_desk
        from flows.topics import topic_files
        from flows.upkeep.replacing import in_words
        from flows.upkeep.rereading import reread, to_read
        from storage.base import Base

        failed = False
        with Base.open(db, create=False) as base:
            for key in to_read(base, [topic] if topic else ()):
                tally = reread(base, open_desk(topic_files().get(key)))
                for change in tally.changes:
                    print(f"{change.case.id}\t{change.kind}\t{change.reason}")
                for problem in tally.problems:
                    err.print(f"left out {problem.where}: {problem.reason}", markup=False, soft_wrap=True)
                err.print(in_words(tally), markup=False)
                failed |= bool(tally.problems)
    raise typer.Exit(FAILED if failed else 0)


def metrics(db: Database = DEFAULT_DATABASE) -> None:
    """Print what can be measured of the claim base, in the form that Prometheus reads.

    Example: atodds metrics > /var/lib/node_exporter/textfile/atodds.prom
    """
    with told():
        from storage.base import Base
        from storage.gauges import exposition

        with Base.open(db, create=False) as base, base.reading() as connection:
            print(exposition(connection, datetime.now(UTC)), end="")


def doctor(db: Database = DEFAULT_DATABASE) -> None:
    """Look at versions, base, sources, schedule, workers, channels, disk and clocks, and say what to fix.

    Example: atodds doctor
    """
    with told():
        from flows.running.doctor import examine
        from flows.vault import secret

        findings = list(examine(db, secret if os.environ.get("PREFECT_API_URL") else os.environ.get, datetime.now(UTC)))
        for found in findings:
            print(f"fix\t{found.what}: {found.fix}" if found.fix else f"ok\t{found.what}")
    raise typer.Exit(FAILED if any(found.fix for found in findings) else 0)
