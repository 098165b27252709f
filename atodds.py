"""The command line: arguments in, calls, print out. Data goes to standard output, everything else to standard error.

Stages are imported where they are used: `extract`, `compare` and `cases` answer in well under a second, and only
`ingest` knows Prefect.
"""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from claims.notification import MuteKind
from claims.review import Because, Decision

if TYPE_CHECKING:
    from rich.progress import Progress

    from claims.article import Article
    from claims.document import Problem
    from flows.desk import Desk

FAILED, MISUSED = 1, 2

app = typer.Typer(
    help="Tells a news desk, within minutes, that two sources disagree.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
out = Console(highlight=False)
err = Console(stderr=True, highlight=False)

Database = Annotated[
    str, typer.Option("--db", envvar="ATODDS_DATABASE_URL", metavar="URL", help="The claim base, as a database URL.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, as the README documents it.")]
Batch = Annotated[str | None, typer.Option("--batch", metavar="FILE|-", help="JSON lines in, JSON lines out.")]
TopicFile = Annotated[Path | None, typer.Option("--topic", metavar="FILE", help="The topic file to go by.")]
DEFAULT_DATABASE = "sqlite:///atodds.db"
EVERYTHING = "everything"


@app.command()
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
        from claims import json_form
        from flows.ingest import Topic, in_words, run
        from flows.show import show_changes
        from flows.topics import key_of

        summary = run(Topic(key_of(topic)), sources or (), look_back, alert_history)
        if as_json:
            _print_json(json_form.summary(summary.topic, asdict(summary.tally), summary.problems, summary.changes))
        else:
            show_changes(summary.changes, out)
            _complain(summary.problems)
            err.print(in_words(summary), markup=False)
    raise typer.Exit(FAILED if summary.failed else 0)


@app.command()
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

        desk = _desk(topic)
        if batch is not None:

            def answer(row: dict[str, Any]) -> dict[str, Any]:
                return {**json_form.reading(desk.reader.read(passage(row["text"], "text"))), "id": row["id"]}

            _each_line(batch, ("id", "text"), answer)
        elif source is not None:
            reading = desk.reader.read(_article(source))
            _print_json(json_form.reading(reading)) if as_json else show_claims(reading, out)


@app.command()
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

        desk = _desk(topic)
        if batch is not None:

            def answer(row: dict[str, Any]) -> dict[str, Any]:
                verdict = compared(desk, passage(row["a"], "a"), passage(row["b"], "b"))
                return {"id": row["id"], **json_form.comparison(verdict)}

            _each_line(batch, ("id", "a", "b"), answer)
        elif a is not None and b is not None:
            verdict = compared(desk, _article_or_passage(a, "a"), _article_or_passage(b, "b"))
            _print_json(json_form.comparison(verdict)) if as_json else show_comparison(verdict, out)


@app.command()
def cases(
    topic: Annotated[str | None, typer.Option("--topic", metavar="T", help="One topic's alone, by its key.")] = None,
    db: Database = DEFAULT_DATABASE,
    as_json: AsJson = False,
) -> None:
    """List the open cases: what the desk must hear of first, then the latest changed.

    Example: atodds cases --topic guard-request
    """
    with told():
        from claims import json_form
        from flows.show import show_cases
        from storage import cases as stored
        from storage.base import Base

        with Base.open(db, create=False) as base, base.reading() as connection:
            found = stored.cases(connection, base.memory, topic)
        _print_json([json_form.case(c) for c in found]) if as_json else show_cases(found, out)


@app.command()
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
        _print_json(json_form.case(found)) if as_json else show_case(found, out)


@app.command()
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
        from flows import reviewing
        from flows.delivering import deliver_due
        from storage.base import Base

        with Base.open(db, create=False) as base:
            change = reviewing.review(base, case_id, decision, because, note, by)
            tally = deliver_due(base, reviewing.topic_of(change.case.topic), os.environ.get)
        print(f"case {case_id} {change.reason}")
        for problem in tally.problems:
            err.print(problem, markup=False)


@app.command()
def backtest(
    topic: Annotated[str | None, typer.Option("--topic", metavar="T", help="One topic's alone, by its key.")] = None,
    floor: Annotated[bool, typer.Option("--floor", help="Hold later rules against what these say.")] = False,
    db: Database = DEFAULT_DATABASE,
    as_json: AsJson = False,
) -> None:
    """Judge anew every pair that a person decided on: precision, recall, and what changed since the last floor.

    Example: atodds backtest --topic guard-request
    """
    with told():
        from claims import json_form
        from flows.backtest import backtest as replayed
        from flows.show import show_backtest
        from storage.base import Base

        with Base.open(db, create=False) as base:
            done = replayed(base, topic, make_floor=floor)
        if as_json:
            counts = {"pairs": len(done.replays), "precision": done.precision, "recall": done.recall}
            _print_json({**counts, "changed": [json_form.replay(r.pair, r.now) for r in done.changes]})
        else:
            show_backtest(done, out)


@app.command()
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


@app.command()
def ledger(
    folder: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the pages go.")],
    topic: Annotated[str | None, typer.Option("--topic", metavar="T", help="One topic's page alone.")] = None,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Write the ledger: a page of HTML for each topic, with every question, its positions and its history.

    Example: atodds ledger --out public/
    """
    with told():
        from flows.publishing import publish
        from storage.base import Base

        with Base.open(db, create=False) as base:
            for file in publish(base, folder, [topic] if topic else ()):
                print(file)


@app.command()
def export(
    form: Annotated[str, typer.Option("--format", metavar="csv|jsonl|claimreview", help="Which form.")] = "jsonl",
    topic: Annotated[str | None, typer.Option("--topic", metavar="T", help="One topic's alone, by its key.")] = None,
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
        from storage import cases as stored
        from storage.base import Base

        wanted = tuple(CaseStatus) if everything else (CaseStatus.OPEN,)
        with Base.open(db, create=False) as base, base.reading() as connection:
            FORMATS[form](stored.cases(connection, base.memory, topic, wanted), sys.stdout)


sources_app = typer.Typer(help="How the sources of a topic do; feeds in and out as OPML.", invoke_without_command=True)
app.add_typer(sources_app, name="sources")


@sources_app.callback()
def sources(
    context: typer.Context, topic: TopicFile = None, db: Database = DEFAULT_DATABASE, as_json: AsJson = False
) -> None:
    """List the sources of a topic: standing, last answer, articles a day, what is due.

    Example: atodds sources --topic seeds/guard-request/topic.toml
    """
    if context.invoked_subcommand is not None:
        return
    with told():
        from claims import json_form
        from flows.show import show_sources
        from flows.topics import key_of
        from sources.health import standing
        from storage.base import Base
        from storage.fetches import Fetches

        now = datetime.now(UTC)
        with Base.open(db, create=False) as base:
            health = [(source, standing(source, now)) for source in Fetches(base, key_of(topic)).health()]
        if as_json:
            _print_json([json_form.source(source, stands) for source, stands in health])
        else:
            show_sources(health, out)


@sources_app.command("import")
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


@sources_app.command("export")
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


@app.command()
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


@app.command()
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


@app.command()
def prune(
    db: Database = DEFAULT_DATABASE,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Count, and take out nothing.")] = False,
) -> None:
    """Take out what topics need not keep: old archived pages, then articles in no case that are over `keep_days`.

    Cases and all that was ever said on their questions stay. ATODDS_TOPICS names topic files or folders of them.

    Example: atodds prune --dry-run
    """
    with told():
        from flows.retention import retain
        from storage.base import Base

        with Base.open(db, create=False) as base:
            for what, count in retain(base, os.environ, datetime.now(UTC), dry_run):
                print(f"{what}\t{count}")


@app.command()
def metrics(db: Database = DEFAULT_DATABASE) -> None:
    """Print what can be measured of the claim base, in the form that Prometheus reads.

    Example: atodds metrics > /var/lib/node_exporter/textfile/atodds.prom
    """
    with told():
        from storage.base import Base
        from storage.gauges import exposition

        with Base.open(db, create=False) as base, base.reading() as connection:
            print(exposition(connection, datetime.now(UTC)), end="")


@app.command()
def doctor(db: Database = DEFAULT_DATABASE) -> None:
    """Look at versions, base, channels, sources, schedule, disk and clock, and say what to fix.

    Example: atodds doctor
    """
    with told():
        from flows.doctor import examine
        from flows.vault import secret

        findings = list(examine(db, secret if os.environ.get("PREFECT_API_URL") else os.environ.get, datetime.now(UTC)))
        for found in findings:
            print(f"fix\t{found.what}: {found.fix}" if found.fix else f"ok\t{found.what}")
    raise typer.Exit(FAILED if any(found.fix for found in findings) else 0)


@app.command()
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
        from flows.seeded import newsstand
        from flows.server import ServerError, server

        try:
            with ExitStack() as started:
                if seeded:
                    started.enter_context(newsstand())
                if not os.environ.get("PREFECT_API_URL"):
                    started.enter_context(server(host, port))
                from flows.serving import serve_all

                serve_all()
        except ServerError as error:
            _fail(str(error), FAILED)


def main() -> None:
    """The entry point of the installed command."""
    app()


@contextmanager
def told() -> Iterator[None]:
    """Errors that a person can do something about, as one line on standard error and an exit status."""
    from claims.settings_file import SettingsError
    from storage.errors import BaseError

    try:
        yield
    except SettingsError as error:
        _fail(str(error), MISUSED)
    except (BaseError, LookupError, OSError) as error:
        _fail(str(error), FAILED)


def _fail(reason: str, status: int) -> None:
    err.print(f"atodds: {reason}", style="red", markup=False, soft_wrap=True)
    raise typer.Exit(status)


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
        os.environ["ATODDS_TOPICS"] = os.pathsep.join(filter(None, [os.environ.get("ATODDS_TOPICS"), str(topic)]))
    # No telemetry; and a temporary server may take its time to start on a small machine.
    os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
    os.environ.setdefault("DO_NOT_TRACK", "1")
    os.environ.setdefault("PREFECT_LOGGING_EXTRA_LOGGERS", "atodds")
    os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "120")


def _desk(topic: Path | None) -> "Desk":
    from flows.desk import open_desk

    return open_desk(topic)


def _article_or_passage(named: str, name: str) -> "Article":
    from flows.compare import passage

    is_source = named == "-" or named.startswith(("http://", "https://")) or _is_file(named)
    return _article(named) if is_source else passage(named, name)


def _is_file(named: str) -> bool:
    return len(named) < 1000 and "\n" not in named and Path(named).exists()


def _article(named: str) -> "Article":
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


def _each_line(batch: str, wanted: tuple[str, ...], answer: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    """Answer each JSON line of a file; a broken one is told with its number, and the rest goes on."""
    broken = 0
    with sys.stdin.buffer if batch == "-" else open(batch, "rb") as lines:
        for number, line in enumerate(_followed(lines), 1):
            if not line.strip():
                continue
            row = _row(line, wanted)
            if isinstance(row, str):
                broken += 1
                err.print(
                    f"{'standard input' if batch == '-' else batch}, line {number}: {row}", markup=False, soft_wrap=True
                )
            else:
                _print_json(answer(row))
    if broken:
        raise LookupError(f"{broken} lines were left out")


def _followed(lines: Iterable[bytes]) -> Iterable[bytes]:
    """The lines, counted on the terminal while results go into a file or a pipe."""
    if not err.is_terminal or out.is_terminal:
        return lines
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed:.0f} lines"), TimeElapsedColumn())
    return _counted(lines, Progress(*columns, console=err, transient=True, redirect_stdout=False))


def _counted(lines: Iterable[bytes], progress: "Progress") -> Iterator[bytes]:
    with progress:
        task = progress.add_task("lines", total=None)
        for line in lines:
            yield line
            progress.advance(task)


def _row(line: bytes, wanted: tuple[str, ...]) -> dict[str, Any] | str:
    """The row of a JSON line, or what is wrong with it."""
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        return f"no JSON: {error.msg} at column {error.colno}"
    except UnicodeDecodeError:
        return "bytes that are no text"
    except RecursionError:
        return "nested too deep"
    if not isinstance(row, dict):
        return "no JSON object"
    missing = [key for key in wanted if key not in row]
    wrong = [key for key in wanted if key != "id" and not isinstance(row.get(key), str)]
    return f"without {', '.join(missing)}" if missing else f"{wrong[0]!r} is no text" if wrong else row


def _complain(problems: "tuple[Problem, ...]") -> None:
    for problem in problems:
        err.print(f"left out {problem.where}: {problem.reason}", markup=False, soft_wrap=True)


def _print_json(value: object) -> None:
    print(json.dumps(value))


if __name__ == "__main__":
    main()
