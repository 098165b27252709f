"""Prefect's share of a pass: the same pages through the `ingest` flow on a running server, and through a plain pass.

    python -m benchmarks.prefect_share [--pages 100] [--rounds 3]

Each pass is a process of its own, on an empty base; what counts is its processor time after it has imported what it
needs. The rounds alternate, and the least of each counts, for a busy machine makes all of them dearer. The server's
own time is told beside it: it is spent wherever the server runs.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.ingest import made_up, page
from flows.running.server import server
from tests.sources.honest import rss, town
from tests.sources.playground import Playground, Reply

PORT = 42099
ONE = "--one"


def one(form: str) -> None:
    """One pass in this process; prints what it cost as a line of JSON."""
    if form == "flow":
        import fastapi  # Prefect does when it first serializes parameters

        from flows.ingest import Topic, run

        assert fastapi
        began = time.process_time()
        summary = run(Topic("news"))
    else:
        from flows.desk import open_base, open_desk
        from flows.intake.passes import Pass
        from flows.telling.delivering import deliver_due
        from flows.topics import topic_files
        from sources.collect import collect_batches
        from sources.settings import read_settings
        from storage.fetches import Fetches

        began = time.process_time()
        desk = open_desk(topic_files()["news"])
        with open_base() as base:
            memory = Fetches(base, desk.topic.key)
            going = Pass(desk, base, memory)
            for batch in collect_batches(desk.topic.sources, settings=read_settings(os.environ), memory=memory):
                going.take_in(batch)
            summary = going.finish()
            deliver_due(base, desk.topic, os.environ.get)
    spent = time.process_time() - began
    print(json.dumps({"stored": summary.tally.stored, "imports": began, "spent": spent}))


@contextmanager
def news(pages: int, folder: Path) -> Iterator[dict[str, str]]:
    """A site with ten feeds, and the settings by which a pass finds it."""
    with Playground() as site:
        for number in range(pages):
            site.routes[f"/news/{number}"] = Reply(page(number, f"News of {town(number)}", made_up(number)))
        sources = ""
        for feed in range(10):
            links = [site.url(f"/news/{number}") for number in range(feed, pages, 10)]
            site.routes[f"/feed/{feed}"] = Reply(rss(links, "utf-8"))
            sources += f'[[source]]\nkind = "feed"\nurl = "{site.url(f"/feed/{feed}")}"\n'
        (folder / "topic.toml").write_text(f'key = "news"\nname = "News"\nlook_back_days = 10000\n{sources}')
        yield {"ATODDS_TOPICS": str(folder), "ATODDS_ALLOWED_NETWORKS": "127.0.0.0/8", "ATODDS_PACE": "0"}


def passed(form: str, settings: dict[str, str], base: Path) -> dict[str, float]:
    """What one pass cost."""
    command = [sys.executable, "-m", "benchmarks.prefect_share", ONE, form]
    environment = {**os.environ, **settings, "ATODDS_DATABASE_URL": f"sqlite:///{base}"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def of_server() -> float:
    """Seconds of the processor that the children of this process have used so far and still use."""
    spent = 0.0
    for children in Path("/proc/self/task").glob("*/children"):
        for pid in children.read_text().split():
            fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            spent += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return spent


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser()
    options.add_argument("--pages", type=int, default=100)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument(ONE, choices=["flow", "plain"])
    chosen = options.parse_args()
    if chosen.one:
        return one(chosen.one)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ |= {"PREFECT_HOME": f"{folder}/prefect", "PREFECT_SERVER_ANALYTICS_ENABLED": "false"}
        os.environ |= {"PREFECT_LOGGING_EXTRA_LOGGERS": "atodds", "DO_NOT_TRACK": "1"}
        found: dict[str, list[dict[str, float]]] = {"plain": [], "flow": []}
        served = []
        with news(chosen.pages, folder) as settings, server("127.0.0.1", PORT):
            for round_ in range(chosen.rounds):
                for form, rounds in found.items():
                    before = of_server()
                    rounds.append(passed(form, settings, folder / f"{form}{round_}.db"))
                    if form == "flow":
                        served.append(of_server() - before)
    assert {int(r["stored"]) for rounds in found.values() for r in rounds} == {chosen.pages}
    plain, flow = (min(rounds, key=lambda r: r["spent"]) for rounds in found.values())
    for form, least in (("plain", plain), ("flow", flow)):
        each = 1000 * least["spent"] / chosen.pages
        print(f"{form:6} {least['spent']:6.2f} s, {each:5.1f} ms a page; {least['imports']:.2f} s of imports before")
    extra = flow["spent"] - plain["spent"]
    share = extra / flow["spent"]
    print(f"Prefect's share of {chosen.pages} pages: {share:.1%} ({extra:.2f} s); its server: {min(served):.2f} s")


if __name__ == "__main__":
    main()
