"""Writing the ledger: a page a topic, and one that leads to them. A plain function, without Prefect."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from alerts import ledger
from claims.case import CaseStatus
from flows.reviewing import topic_of
from storage import cases
from storage.base import Base


def publish(base: Base, folder: Path, topics: Sequence[str] = ()) -> list[Path]:
    """Write the pages of ``topics`` (none: all that have a case) into ``folder``; returns the files.

    A page is put in its place when it is whole, so that whoever reads it meanwhile reads the old one.
    """
    now = datetime.now(UTC)
    folder.mkdir(parents=True, exist_ok=True)
    written, listed = [], []
    with base.reading() as connection:
        keys = list(topics) or cases.topics(connection)
        for key in keys:
            topic = topic_of(key)
            name = topic.name if topic.key == key and topic.name != "Everything" else key
            found = cases.cases(connection, base.memory, key, tuple(CaseStatus))
            text = ledger.page(name, found, cases.history(connection, key), now, topic.alerts.zone)
            written.append(_put(folder / ledger.file_name(key), text))
            listed.append((key, name, ledger.counted(found)))
    return [_put(folder / "index.html", ledger.index(listed, now)), *written]


def _put(file: Path, text: str) -> Path:
    half = file.with_suffix(".half")
    half.write_text(text, encoding="utf-8")
    return half.replace(file)
