"""Writing the ledger: a page a topic, and one that leads to them. A plain function, without Prefect."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from alerts.pages import ledger
from flows.telling.reviewing import topic_of
from storage import listing
from storage.base import Base

SHOWN = 500  # cases on a page, at most: a browser draws no more in a moment, nor does anybody read them


def publish(base: Base, folder: Path, topics: Sequence[str] = ()) -> list[Path]:
    """Write the pages of ``topics`` (none: all that have a case) into ``folder``; returns the files.

    A page is put in its place when it is whole, so that whoever reads it meanwhile reads the old one.
    """
    now = datetime.now(UTC)
    folder.mkdir(parents=True, exist_ok=True)
    written, listed = [], []
    with base.reading() as connection:
        keys = list(topics) or list(listing.topics(connection))
    for key in keys:
        topic = topic_of(key)
        name = topic.name if topic.key == key and topic.name != "Everything" else key
        with base.reading() as connection:
            counts = listing.tally(connection, key)
            shown = listing.excerpt(connection, base.memory, key, counts, SHOWN, order=listing.weightiest_first)
            history = listing.history(connection, (case.id for case in shown.cases))
        text = ledger.page(key, name, shown, counts, history, now, topic.alerts.zone)
        written.append(_put(folder / ledger.file_name(key), text))
        listed.append((key, name, ledger.counted(counts)))
    return [_put(folder / "index.html", ledger.index(listed, now)), *written]


def _put(file: Path, text: str) -> Path:
    half = file.with_suffix(".half")
    half.write_text(text, encoding="utf-8")
    return half.replace(file)
