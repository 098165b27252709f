"""A real Prefect server with workers, as processes of their own that a test may kill, and what its API says of runs."""

import json
import os
import signal
import socket
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx

from tests.flows.test_prefect_page import ROOT, until

# Prefect asks and tells less often than a test wants to wait; a run may not send heartbeats faster than each 30 s.
HASTY = {
    "PREFECT_WORKER_QUERY_SECONDS": "1",
    "PREFECT_WORKER_PREFETCH_SECONDS": "1",
    "PREFECT_WORKER_HEARTBEAT_SECONDS": "2",
    "PREFECT_SERVER_SERVICES_FOREMAN_LOOP_SECONDS": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
}
SILENT_SECONDS = 40


class Farm:
    """Server (on ``database``) and workers, in ``folder``; ``settings`` is what their environment has besides."""

    def __init__(self, folder: Path, database: str, settings: dict[str, str]) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self._folder = folder
        self.api = f"http://127.0.0.1:{self._port}/api"
        self._settings = {**os.environ, **HASTY, "PREFECT_HOME": str(folder / "prefect"), "PREFECT_API_URL": self.api}
        self._settings |= {"PREFECT_SERVER_DATABASE_CONNECTION_URL": database, "PYTHONPATH": str(ROOT), **settings}
        self._started: list[subprocess.Popen[bytes]] = []
        self._client = httpx.Client(base_url=self.api, timeout=30)

    def start(self) -> None:
        """Server, deployments and two workers, where they do not run already."""
        if not self._started:
            self.start_server()
            self.deploy()
        while len(self._started) < 3:
            self.start_worker(f"worker-{len(self._started)}")

    def start_server(self) -> "subprocess.Popen[bytes]":
        """A server that answers; the second one finds what the first knew."""
        server = self._start("server", "prefect", "server", "start", "--port", str(self._port))

        def answers() -> bool:
            assert server.poll() is None, self.log("server")
            try:
                return self._client.get("/health").is_success
            except httpx.TransportError:
                return False

        until(answers)
        return server

    def kill_server(self) -> None:
        """SIGKILL for the server, and for whatever serves with it."""
        server = self._started[0]
        for pid in [p for p in _processes() if server.pid in _ancestors(p)]:
            os.kill(pid, signal.SIGKILL)
        server.wait()
        self._started.remove(server)

    def start_worker(self, name: str) -> "subprocess.Popen[bytes]":
        return self._start(name, "prefect", "worker", "start", "--pool", "atodds", "--type", "process", "--name", name)

    def deploy(self) -> None:
        """As `atodds deploy`, with a short patience; all is made paused, so that a test has its own time.

        To pause what is there is too late: the scheduler may have looked at it, and adds its runs afterwards.
        """
        script = (
            "import flows.running.deploying as ours; from datetime import timedelta; made = ours.deployments; "
            "ours.deployments = lambda: [one.model_copy(update={'paused': True}) for one in made()]; "
            f"ours.deploy_all(timedelta(seconds={SILENT_SECONDS}))"
        )
        subprocess.run([sys.executable, "-c", script], cwd=self._folder, env=self._settings, check=True)

    def resume(self, deployment: str) -> None:
        """Let its schedule run."""
        self._post(f"/deployments/{self._id(deployment)}/resume_deployment")

    def kill_worker(self, worker: "subprocess.Popen[bytes]") -> None:
        worker.kill()
        worker.wait()
        self._started.remove(worker)

    def run(self, deployment: str, due: datetime | None = None, **parameters: object) -> str:
        """Ask for a run, now or when it was ``due``; returns its id."""
        details = {"scheduled_time": due.isoformat()} if due else {}
        asked = {"state": {"type": "SCHEDULED", "state_details": details}, "parameters": parameters}
        made: str = self._post(f"/deployments/{self._id(deployment)}/create_flow_run", asked)["id"]
        return made

    def state(self, run: str) -> dict[str, Any]:
        asked = {"flow_runs": {"id": {"any_": [run]}}}
        found: dict[str, Any] = self._post("/flow_runs/filter", asked)[0]["state"]
        return found

    def ended(self, run: str) -> str:
        """How a run ended, once it has."""
        name: str = until(lambda: self.state(run)["type"] in _FINAL and self.state(run)["name"])
        return name

    def runs(self, deployment: str, state: str) -> list[dict[str, Any]]:
        asked = {
            "deployments": {"id": {"any_": [self._id(deployment)]}},
            "flow_runs": {"state": {"type": {"any_": [state]}}},
        }
        found: list[dict[str, Any]] = self._post("/flow_runs/filter", asked)
        return found

    def journal(self, run: str) -> list[dict[str, Any]]:
        """What a run has left of `atodds.journal` by now, in its order; the last comes in after the run has ended."""
        asked = {"logs": {"flow_run_id": {"any_": [run]}}, "sort": "TIMESTAMP_ASC"}
        return [json.loads(line["message"]) for line in self._post("/logs/filter", asked) if line["name"] == _JOURNAL]

    def kill_machine_of(self, run: str) -> None:
        """SIGKILL for the process of a run and for the worker that started it, as when their machine is gone."""
        mark = f"PREFECT__FLOW_RUN_ID={run}".encode()
        workers = {worker.pid: worker for worker in self._started}
        lines = {pid: _ancestors(pid) for pid in _processes() if mark in _environment(pid)}
        assert lines, "nobody works on this run"
        lost = {pid for pids in lines.values() for pid in pids if pid in workers}
        assert len(lost) == 1
        for pid in [*lost, *lines]:
            os.kill(pid, signal.SIGKILL)
        for pid in lost:
            workers[pid].wait()

    def log(self, name: str) -> str:
        return (self._folder / f"{name}.log").read_text(errors="replace")

    def stop(self) -> None:
        self._client.close()
        for process in reversed(self._started):
            for pid in [p for p in _processes() if process.pid in _ancestors(p)]:
                os.kill(pid, signal.SIGKILL)
            process.kill()
            process.wait()

    def _start(self, name: str, *command: str) -> "subprocess.Popen[bytes]":
        with (self._folder / f"{name}.log").open("ab") as log:
            started = subprocess.Popen(
                [sys.executable, "-m", *command], cwd=self._folder, env=self._settings, stdout=log, stderr=log
            )
        self._started.insert(0 if name == "server" else len(self._started), started)
        return started

    def _id(self, deployment: str) -> str:
        found: str = self._client.get(f"/deployments/name/{deployment}").raise_for_status().json()["id"]
        return found

    def _post(self, path: str, body: object = None) -> Any:
        """A busy server says 503, and Prefect's own clients ask again, too."""
        answer = until(lambda: (said := self._client.post(path, json=body)).status_code != 503 and [said])[0]
        answer.raise_for_status()
        return answer.json() if answer.content else None


_JOURNAL = "atodds.journal"
_FINAL = {"COMPLETED", "FAILED", "CANCELLED", "CRASHED"}


def _processes() -> list[int]:
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]


def _environment(pid: int) -> list[bytes]:
    try:
        return Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
    except OSError:  # it is gone
        return []


def _ancestors(pid: int) -> list[int]:
    """A process, its parent, and so on."""
    found = []
    while pid > 1:
        found.append(pid)
        try:
            pid = int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
        except OSError:
            break
    return found
