"""One pass in a process of its own, to be killed: `python -m tests.flows.one_pass DATABASE SOURCES.json`.

Prints a line of JSON for each document as soon as it is stored or left out.
"""

import ipaddress
import json
import sys
from pathlib import Path

from claims.topic import SourceSpec
from flows.desk import open_desk
from flows.intake.passes import Pass
from sources.collect import collect_batches
from sources.settings import FetchSettings
from storage.base import Base
from storage.fetches import Fetches

SETTINGS = FetchSettings(
    contact="desk@post.example",
    allowed=(ipaddress.ip_network("127.1.0.0/16"),),
    pace=0.01,
    deadline=2.0,
    body_cap=2_000_000,
)


def main(database: str, listed: Path) -> None:
    specs = [SourceSpec(kind, url) for kind, url in json.loads(listed.read_text())]
    desk = open_desk()
    with Base.open(database) as base:
        memory = Fetches(base, desk.topic.key)
        going = Pass(desk, base, memory)
        for batch in collect_batches(specs, settings=SETTINGS, memory=memory, size=10, patience=0.5):
            for outcome in going.take_in(batch):
                reason = outcome.problem.reason if outcome.problem else None
                print(json.dumps([outcome.where, outcome.known, reason]), flush=True)
        going.finish()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
