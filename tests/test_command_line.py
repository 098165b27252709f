"""Protects the command line that people and other programs lean on: forms, streams, exit status, and what it loads."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from atodds import app
from storage.base import Base
from tests.alerts import made
from tests.flows.reports import FIRST, OTHER, rows
from tests.storage.raised import raise_alert

ROOT = Path(__file__).parents[1]
QUANTITY = ["start", "end", "text", "lower", "upper", "bound", "unit", "counted"]
CLAIM = [
    *("kind", "start", "end", "sentence", "quantity", "counted", "actor", "action", "object", "place", "time"),
    *("status", "factuality", "attribution"),
]
CASE = ["id", "topic", "story", "question", "kind", "page", "status", "opened_at", "changed_at", "positions"]
EVIDENCE = [
    *("article_id", "url", "source", "origin", "published_at", "sentence", "start", "end", "quote", "quantity"),
    *("factuality", "attribution"),
]


def atodds(*arguments: object, stdin: str = "") -> Result:
    """Run the command within this process; a start of Python takes longer than most of what is tested here."""
    return CliRunner().invoke(app, [str(a) for a in arguments], input=stdin)


def started(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a program of its own."""
    command = [sys.executable, "-m", "atodds", *map(str, arguments)]
    settings = {**os.environ, **environment}
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=settings, check=False)


@pytest.mark.parametrize(
    "command",
    "ingest extract compare cases case export serve deploy move check prune metrics doctor".split(),
)
def test_help_has_an_example(command: str) -> None:
    said = atodds(command, "--help")
    assert said.exit_code == 0
    assert f"atodds {command}" in said.stdout
    assert "Example:" in said.stdout


@pytest.mark.parametrize("command", [["extract", "--batch", "-"], ["compare", "--batch", "-"], ["cases"]])
def test_what_must_start_at_once_loads_no_prefect(command: list[str]) -> None:
    code = "import sys, atodds; sys.argv = ['atodds', *sys.argv[1:]]\ntry: atodds.main()\n"
    code += "except SystemExit: pass\nprint({'prefect', 'trafilatura'} & set(sys.modules))"
    said = subprocess.run(
        [sys.executable, "-c", code, *command], input="", capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert said.stdout.endswith("set()\n"), said.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("settings", "status", "says"),
    [
        ({"PREFECT_API_URL": ""}, 2, "PREFECT_API_URL names no server"),
        ({"ATODDS_TOPICS": "{tmp}"}, 2, "there is no topic file in this folder"),
        ({"PREFECT_API_URL": "http://127.0.0.1:1/api"}, 1, "does not take the deployments"),
    ],
)
def test_what_cannot_be_deployed_is_told_in_words(
    settings: dict[str, str], status: int, says: str, tmp_path: Path
) -> None:
    own = {"ATODDS_DATABASE_URL": f"sqlite:///{tmp_path}/claims.db", "PREFECT_HOME": str(tmp_path / "prefect")}
    told = {name: value.format(tmp=tmp_path) for name, value in settings.items()}
    said = started("deploy", **own, **told)
    assert said.returncode == status, said.stderr
    assert says in said.stderr
    assert "Traceback" not in said.stderr


def test_extract_prints_claims_in_their_form(tmp_path: Path) -> None:
    article = tmp_path / "report.txt"
    article.write_text("At least 40 people were killed in Varsund on Friday, police said.")
    said = atodds("extract", article, "--json")
    found = json.loads(said.stdout)
    (quantity,) = found["quantities"]
    assert list(quantity) == QUANTITY
    assert (quantity["text"], quantity["lower"], quantity["upper"]) == ("At least 40", 40, None)
    assert all(list(claim) == CLAIM for claim in found["claims"])
    assert said.stderr == ""


def test_extract_answers_each_line_of_a_batch() -> None:
    lines = [{"id": 7, "text": "Some 300 homes burned."}, {"id": "b", "text": "Nothing to count."}]
    said = atodds("extract", "--batch", "-", stdin="\n".join(map(json.dumps, lines)))
    answers = [json.loads(line) for line in said.stdout.splitlines()]
    assert [list(a) for a in answers] == [["id", "quantities", "claims"]] * 2
    assert [a["id"] for a in answers] == [7, "b"]
    assert answers[1]["quantities"] == []


def test_compare_tells_the_strongest_relation() -> None:
    pair = ("The quake in Varsund killed 12 people.", "The quake in Varsund killed 15 people.")
    found = json.loads(atodds("compare", *pair, "--json").stdout)
    assert list(found) == ["relation", "kind", "page", "reason", "a", "b"]
    assert (found["relation"], found["kind"]) == ("conflicts", "figure")
    assert [found[side]["quantity"]["lower"] for side in "ab"] == [12, 15]
    (line,) = atodds(
        "compare", "--batch", "-", stdin=json.dumps({"id": 1, "a": pair[0], "b": pair[1]})
    ).stdout.splitlines()
    assert json.loads(line) == {"id": 1, **found}


def test_compare_of_two_files(tmp_path: Path) -> None:
    for name, figure in (("a", "12"), ("b", "12")):
        (tmp_path / f"{name}.txt").write_text(f"The quake in Varsund killed {figure} people.")
    said = atodds("compare", tmp_path / "a.txt", tmp_path / "b.txt")
    assert said.stdout.startswith("agrees")


def test_a_broken_line_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    batch.write_bytes(
        b'{"id": 1, "text": "Two died."}\n{"id": \n\n["a"]\n{"id": 2}\n{"id": 3, "text": 5}\n{"id": "\xff\xfe"}\n'
    )
    said = atodds("extract", "--batch", batch)
    assert said.exit_code == 1
    assert len(said.stdout.splitlines()) == 1
    reasons = ("no JSON", "no JSON object", "without text", "'text' is no text", "bytes that are no text")
    for number, reason in zip((2, 4, 5, 6, 7), reasons, strict=True):
        assert f"{batch}, line {number}: {reason}" in said.stderr
    assert "5 lines were left out" in said.stderr


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["ingest"], 2, "name a SOURCE"),
        (["ingest", "--topic", "{tmp}/none.toml"], 2, "none.toml"),
        (["ingest", "--topic", "{tmp}/unknown.toml"], 2, "unknown key colour"),
        (["ingest", "--topic", "{tmp}/wrong.toml"], 2, "'name' must be a text, not 7"),
        (["ingest", "x.txt", "--db", "sqlite:////no/such/folder/a.db"], 1, "unable to open database file"),
        (["ingest", "x.txt", "--db", "nonsense"], 1, "is no database URL"),
        (["extract"], 2, "name an article"),
        (["extract", "{tmp}/none.txt"], 1, "none.txt"),
        (["compare", "one alone"], 2, "name two articles"),
        (["cases", "--db", "sqlite:///{tmp}/none.db"], 1, "there is no claim base"),
        (["case", "x", "--db", "sqlite:///{tmp}/none.db"], 1, "there is no claim base"),
        (["export", "--format", "pdf"], 2, "is one of csv, jsonl, claimreview"),
        (["no-such-command"], 2, "No such command"),
    ],
)
def test_what_goes_wrong_is_told_in_words(arguments: list[str], status: int, says: str, tmp_path: Path) -> None:
    (tmp_path / "unknown.toml").write_text('name = "Floods"\ncolour = "blue"\n')
    (tmp_path / "wrong.toml").write_text("name = 7\n")
    said = atodds(*(a.replace("{tmp}", str(tmp_path)) for a in arguments))
    assert said.exit_code == status
    assert says in said.stderr.replace("\n", " ")
    assert "Traceback" not in said.stderr
    assert said.stdout == ""


def test_cases_are_written_as_they_come_and_in_one_form(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/claims.db"
    with Base.open(address) as base:
        assert atodds("cases", "--db", address, "--json").stdout == "[]\n"
        with base.writing() as connection:
            for name in "abc":
                raise_alert(connection, made.change(replace(made.roles(), id=name)), ())
    said = atodds("cases", "--db", address, "--json").stdout
    found = json.loads(said)
    assert [case["id"] for case in found] == ["a", "b", "c"]
    assert said == json.dumps(found) + "\n"
    assert json.loads(atodds("cases", "--db", address, "--json", "--limit", 2).stdout) == found[:2]
    assert [line.split()[0] for line in atodds("cases", "--db", address).stdout.splitlines()] == ["a", "b", "c"]
    assert [json.loads(line) for line in atodds("export", "--db", address).stdout.splitlines()] == found


@pytest.mark.slow
def test_ingest_reads_what_it_can_and_cases_lists_what_it_found(tmp_path: Path) -> None:
    source = rows(tmp_path / "in.jsonl", FIRST, OTHER)
    source.write_text(source.read_text() + '{"id": broken\n')
    (tmp_path / "bytes.txt").write_bytes(b"\x00\x01\xfe\xff\x80" * 400)
    base = f"sqlite:///{tmp_path}/claims.db"
    home = str(tmp_path / "prefect")
    arguments = ("ingest", source, tmp_path / "bytes.txt", tmp_path / "missing.txt", "--db", base)
    said = started(*arguments, "--json", PREFECT_HOME=home)
    assert said.returncode == 1, said.stderr
    summary = json.loads(said.stdout)
    assert (summary["stored"], summary["left_out"], len(summary["cases"])) == (2, 3, 1)
    assert {Path(p["where"]).name for p in summary["problems"]} == {"in.jsonl:3", "bytes.txt", "missing.txt"}

    (case,) = json.loads(atodds("cases", "--db", base, "--json").stdout)
    assert list(case) == CASE
    assert all(list(e) == EVIDENCE for p in case["positions"] for e in p["evidence"])
    assert {e["article_id"] for p in case["positions"] for e in p["evidence"]} == {"wire-1", "post-1"}
    assert json.loads(atodds("case", case["id"], "--db", base, "--json").stdout) == case
    assert case["question"] in atodds("cases", "--db", base).stdout

    again = started(*arguments, PREFECT_HOME=home)
    assert again.stdout == ""
    assert "2 known" in again.stderr
    assert f"left out {tmp_path}/in.jsonl:3" in again.stderr
