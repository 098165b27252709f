"""Protects the `reparse` flow and command: the same work, in this process or read on a Dask cluster."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text
from typer.testing import CliRunner

from atodds import app
from flows.upkeep.rereading import to_read
from storage.base import Base
from tests.flows.reports import FIRST, OTHER, pass_over, rows
from tests.flows.test_pass import count

ROOT = Path(__file__).parents[2]


@pytest.fixture
def of_old(base: Base, base_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Base:
    """A base with one case, read by a parser that is no more."""
    pass_over(base, rows(tmp_path / "in.jsonl", FIRST, OTHER))
    with base.writing() as connection:
        connection.execute(text("UPDATE article SET parser = 'old'"))
    for name, value in {
        "ATODDS_DATABASE_URL": base_url,
        "ATODDS_TOPICS": "",
        "PREFECT_HOME": str(tmp_path / "prefect"),
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    return base


def told(*command: str) -> str:
    done = CliRunner().invoke(app, command)
    assert done.exit_code == 0, done.stderr
    return " ".join(done.stderr.split())


def parsers(base: Base) -> set[str]:
    with base.reading() as connection:
        return set(connection.execute(text("SELECT parser FROM article")).scalars())


def test_the_command_says_what_it_did_and_does_nothing_twice(of_old: Base) -> None:
    assert "2 articles of everything read anew: 0 claims replaced" in told("reparse")
    assert "old" not in parsers(of_old)
    assert "0 articles of everything read anew" in told("reparse", "--topic", "everything")


def test_a_topic_whose_words_are_not_known_is_refused(of_old: Base) -> None:
    with of_old.writing() as connection:
        connection.execute(text("UPDATE article SET topic = 'floods'"))
    with pytest.raises(LookupError, match="no topic file or no articles of floods"):
        to_read(of_old)
    with pytest.raises(LookupError, match="everything"):
        to_read(of_old, ["everything"])


@pytest.mark.slow
@pytest.mark.parametrize("cluster", ["", "2"], ids=["here", "dask"])
def test_the_flow_reads_here_or_on_a_cluster(of_old: Base, base_url: str, cluster: str) -> None:
    if not base_url.startswith("sqlite"):
        pytest.skip("what reads knows no base")
    if cluster:
        pytest.importorskip("prefect_dask", reason="the extra `dask` is not installed")
    script = "from flows.reparse import reparse\nif __name__ == '__main__': reparse()"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, "ATODDS_DASK": cluster, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "old" not in parsers(of_old)
    assert count(of_old, "cases") == 1
