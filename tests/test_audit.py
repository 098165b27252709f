"""Protects the audit of dependencies: a known hole fails it, and only where nobody can be asked is it left out."""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.alerts.http_server import Answer, Request, serving

ROOT = Path(__file__).parents[1]
NOBODY = "http://127.0.0.1:9/v1/query"


def audit(service: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "OSV_URL": service}
    return subprocess.run([".ci/audit", sys.executable], cwd=ROOT, env=environment, capture_output=True, text=True)


def needs_pip_audit() -> None:
    if importlib.util.find_spec("pip_audit") is None:
        pytest.skip("pip-audit is not installed")


def test_where_nobody_can_be_asked_it_says_so() -> None:
    done = audit(NOBODY)
    assert done.returncode == 0
    assert done.stdout.startswith("audit skipped: ")


@pytest.mark.slow
@pytest.mark.parametrize("hole", [None, "jinja2"])
def test_a_known_hole_fails_it(hole: str | None) -> None:
    needs_pip_audit()
    asked: list[str] = []

    def answer(request: Request) -> Answer:
        name = request.json["package"]["name"]
        asked.append(name)
        affected = {"package": {"name": name, "ecosystem": "PyPI"}, "ranges": []}
        found = {"id": "OSV-2031-1", "affected": [affected], "summary": "It leaks."}
        return Answer(body=json.dumps({"vulns": [found]} if name == hole else {}))

    with serving(answer) as service:
        done = audit(f"{service}/v1/query")
    pinned = [line for line in (ROOT / "constraints.txt").read_text().splitlines() if "==" in line]
    assert len(asked) == len(pinned)
    assert (done.returncode != 0) is bool(hole), done.stderr
    assert ("OSV-2031-1" in done.stdout) is bool(hole)
