"""What a desk would hear: made-up events in reports of several outlets, with the conflicts that were planted in them.

    python -m benchmarks.events [--together] [--errors] [BATCH …]

Each batch in corpus/events/ is a list of events: `reports` as outlets tell them, each in words of its own; `expected`,
pairs of sentences that are at odds ("conflict", of which the desk must hear) or follow one upon the other ("update");
`not`, pairs that only look it. They were written without sight of the rules. An event has a claim base
of its own, or all share one (`--together`).
"""

import argparse
import json
import re
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from claims.case import Case
from claims.document import Document
from flows.desk import Desk, open_desk
from flows.intake.pipeline import take_in
from storage.base import Base
from storage.listing import cases

CORPUS = Path(__file__).parent / "corpus" / "events"
BATCHES = tuple(sorted(file.stem for file in CORPUS.glob("*.json")))
Event = dict[str, Any]
_ROW = "{:>10} {:>7} {:>8} {:>10} {:>6} {:>6} {:>8} {:>6} {:>6} {:>6}"
_HEADS = tuple("batch,events,reports,conflicts,paged,noted,updates,paged,wrong,other".split(","))


@dataclass(slots=True)
class Heard:
    """What was heard of the planted pairs, and what paged besides.

    ``refuted``: pages that oppose a pair which only looks it; ``others``: those and all else that nobody planted.
    """

    conflicts: int = 0
    paged: int = 0
    noted: int = 0
    updates: int = 0
    updates_paged: int = 0
    refuted: int = 0
    others: list[Case] = field(default_factory=list)
    missed: list[tuple[str, str, str]] = field(default_factory=list)


def batch(name: str) -> list[Event]:
    """The events of a batch."""
    events: list[Event] = json.loads((CORPUS / f"{name}.json").read_text(encoding="utf-8"))
    return events


def listen(desk: Desk, events: Sequence[Event], *, together: bool = False) -> Heard:
    """Take in all reports in the order in which they came, and compare the cases with what was planted."""
    heard = Heard()
    for group in [events] if together else [[event] for event in events]:
        _hear(desk, group, heard)
    return heard


def _hear(desk: Desk, events: Sequence[Event], heard: Heard) -> None:
    with tempfile.TemporaryDirectory() as folder, Base.open(f"sqlite:///{folder}/claims.db") as base:
        for page in sorted((d for event in events for d in _documents(event)), key=lambda d: (d.fetched_at, d.url)):
            take_in(desk, base, page, alerting=True, now=page.fetched_at)
        with base.reading() as connection:
            found = list(cases(connection, base.memory))
    planted: set[str] = set()
    for expected in (pair for event in events for pair in event["expected"]):
        over = [case for case in found if _opposes(case, expected["a"], expected["b"])]
        planted.update(case.id for case in over)
        paged = any(case.arrangement.page for case in over)
        if expected["label"] == "update":
            heard.updates += 1
            heard.updates_paged += paged
            continue
        heard.conflicts += 1
        heard.paged += paged
        heard.noted += bool(over) and not paged
        if not paged:
            heard.missed.append((expected["what"], expected["a"], expected["b"]))
    pages = [case for case in found if case.arrangement.page]
    seeming = [pair for event in events for pair in event["not"]]
    heard.refuted += sum(any(_opposes(case, pair["a"], pair["b"]) for pair in seeming) for case in pages)
    heard.others += [case for case in pages if case.id not in planted]


def _documents(event: Event) -> Iterable[Document]:
    """The reports as pages of their outlets."""
    for report in event["reports"]:
        at = datetime.fromisoformat(report["published"])
        site = "".join(re.findall("[a-z]", report["outlet"].lower()))
        url = f"https://{site}.example/{at:%m%d%H%M}"
        text = f"{report['title']}\n\n{report['text']}"
        yield Document(url=url, where=url, fetched_at=at, text=text, outlet=report["outlet"], published_at=at)


def _opposes(case: Case, one: str, other: str) -> bool:
    """Whether two positions of a case are told by two sentences."""
    positions = [[_plain(evidence.sentence) for evidence in p.evidence] for p in case.arrangement.positions]
    ones, others = (
        {n for n, said in enumerate(positions) if any(_same(sentence, _plain(told)) for sentence in said)}
        for told in (one, other)
    )
    return any(a != b for a in ones for b in others)


def _same(sentence: str, told: str) -> bool:
    return sentence in told or told in sentence


def _plain(text: str) -> str:
    return " ".join(text.split())


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser()
    options.add_argument("batches", nargs="*", metavar="BATCH", help=f"of {', '.join(BATCHES)}")
    options.add_argument("--together", action="store_true", help="all events of a batch in one claim base")
    options.add_argument("--errors", action="store_true", help="what was missed, and pages that nobody planted")
    chosen = options.parse_args()
    desk = open_desk()
    print(_ROW.format(*_HEADS))
    for name in chosen.batches or BATCHES:
        events = batch(name)
        heard = listen(desk, events, together=chosen.together)
        told = (name, len(events), sum(len(event["reports"]) for event in events))
        conflicts, updates = (heard.conflicts, heard.paged, heard.noted), (heard.updates, heard.updates_paged)
        print(_ROW.format(*told, *conflicts, *updates, heard.refuted, len(heard.others)))
        if chosen.errors:
            _print_errors(heard)


def _print_errors(heard: Heard) -> None:
    for what, one, other in heard.missed:
        print(f"\nmissed: {what}\n    {one}\n    {other}")
    for case in heard.others:
        print(f"\nnobody planted: {case.arrangement.question}")
        for position in case.arrangement.positions:
            print(f"    {position.says}: {position.evidence[0].sentence}")


if __name__ == "__main__":
    main()
