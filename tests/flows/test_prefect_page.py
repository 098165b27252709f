"""Protects what an editor does in Prefect's page: fill in the form of a topic, run it, read the open cases."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from tests.flows.reports import FIRST, OTHER, rows

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
PATIENCE = 240  # seconds; Prefect makes its database, and the machine may be busy


@pytest.fixture
def page(tmp_path: Path) -> Iterator[str]:
    """The address of Prefect's page, with one topic deployed whose source is a folder of two reports."""
    (tmp_path / "reports").mkdir()
    rows(tmp_path / "reports" / "in.jsonl", FIRST, OTHER)
    (tmp_path / "topic.toml").write_text(
        f'key = "varsund"\nname = "Varsund quake"\n[[source]]\nkind = "folder"\nurl = "{tmp_path}/reports"\n'
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {
        **os.environ,
        "PREFECT_HOME": str(tmp_path / "prefect"),
        "ATODDS_DATABASE_URL": f"sqlite:///{tmp_path}/claims.db",
        "ATODDS_TOPICS": str(tmp_path / "topic.toml"),
    }
    settings.pop("PREFECT_API_URL", None)
    command = [sys.executable, "-m", "atodds", "serve", "--port", str(port)]
    with (tmp_path / "log").open("w") as log:
        served = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=log, stderr=log, start_new_session=True)
        try:
            until(lambda: served.poll() is not None or "being served" in (tmp_path / "log").read_text())
            assert served.poll() is None, (tmp_path / "log").read_text()
            yield f"http://127.0.0.1:{port}"
        finally:
            os.killpg(served.pid, signal.SIGTERM)
            served.wait(60)


@pytest.fixture
def browser() -> Iterator[Any]:
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not driver:
        pytest.skip("there is no chromium with its driver here")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1400,1500"):
        options.add_argument(flag)
    opened = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    yield opened
    opened.quit()


def until(holds: Callable[[], object]) -> Any:
    """What ``holds`` gives as soon as it gives something."""
    deadline = time.monotonic() + PATIENCE
    while not (found := holds()):
        assert time.monotonic() < deadline, "nothing happened for too long"
        time.sleep(0.5)
    return found


def test_a_topic_is_run_from_its_form(page: str, browser: Any, tmp_path: Path) -> None:
    def links(part: str) -> list[str]:
        script = "return [...document.querySelectorAll('a')].map(a => a.href)"
        return [link for link in browser.execute_script(script) if part in link]

    def words() -> str:
        said: str = browser.execute_script("return document.body.innerText")
        return said

    def submit() -> Any:
        script = "return [...document.querySelectorAll('button')].find(b => b.innerText.trim() == 'Submit')"
        return browser.execute_script(script)

    with urlopen(f"{page}/api/health") as health:
        assert health.status == 200
    browser.get(f"{page}/deployments")
    until(lambda: "varsund" in words())
    until(lambda: len(links("/deployments/deployment/")) >= 2)
    ours = browser.execute_script("return [...document.querySelectorAll('a')].find(a => a.innerText == 'varsund').href")
    browser.get(f"{ours}/run")
    until(submit)
    form = words()
    for label in ("topic", "sources", "look_back_days", "alert_history", "How old an article of a feed may be"):
        assert label in form
    browser.save_screenshot(str(tmp_path / "form.png"))
    submit().click()
    until(lambda: not browser.current_url.endswith("/run"))  # who leaves the form before it is sent sends nothing

    def shown() -> list[str]:
        browser.get(f"{page}/artifacts/key/open-cases-varsund")
        time.sleep(2)  # the page says nothing of an artifact to come, so it is asked again and again
        return links("/artifacts/artifact/")

    (artifact, *_) = until(shown)
    browser.get(artifact)
    until(lambda: "Halden Wire" in words())
    browser.save_screenshot(str(tmp_path / "board.png"))
    assert {"https://wire.example/quake", "https://post.example/varsund"} <= {
        link.split("#")[0] for link in links(".example/")
    }
