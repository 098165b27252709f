"""Prefect's server with its web page, as a process of its own.

Imports no Prefect, which reads ``PREFECT_API_URL`` once, when it is imported: so the server comes first.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.error import URLError
from urllib.request import urlopen

PATIENCE = 180  # seconds; a first start makes Prefect's own database


class ServerError(Exception):
    """Prefect's server does not come up; the message is for people."""


@contextmanager
def server(host: str, port: int) -> Iterator[str]:
    """A server that listens until the block is left; yields the address of its page, and tells Prefect of it."""
    page = f"http://{host}:{port}"
    api = f"{page}/api"
    os.environ["PREFECT_API_URL"] = os.environ["PREFECT_UI_API_URL"] = api
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", host, "--port", str(port)]
    process = subprocess.Popen(command)
    try:
        _wait_for(api, process)
        yield page
    finally:
        process.terminate()
        process.wait()


def _wait_for(api: str, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise ServerError(f"Prefect's server ended with status {process.returncode}; is the port taken?")
        try:
            with urlopen(f"{api}/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.3)
    raise ServerError(f"Prefect's server did not answer at {api} within {PATIENCE} seconds")
