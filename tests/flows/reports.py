"""Articles for the tests of whole passes: sentences of our own, about places that don't exist."""

import json
from functools import cache
from pathlib import Path

from flows.desk import Desk, open_desk
from flows.intake.passes import Pass, Summary
from sources.collect import collect
from storage.base import Base
from storage.fetches import Fetches

FIRST = {
    "id": "wire-1",
    "url": "https://wire.example/quake",
    "source": "Halden Wire",
    "title": "Quake in Varsund kills 40",
    "published_at": "2031-04-02T08:00:00Z",
    "text": "Quake in Varsund kills 40\nAn earthquake in Varsund killed 40 people on Wednesday, its mayor said.",
}
OTHER = {
    "id": "post-1",
    "url": "https://post.example/varsund",
    "source": "Morning Post",
    "title": "25 dead in Varsund quake",
    "published_at": "2031-04-02T09:00:00Z",
    "text": "25 dead in Varsund quake\nThe earthquake in Varsund killed 25 people on Wednesday, the police said.",
}
AGREES = {
    "id": "daily-1",
    "url": "https://daily.example/quake-toll",
    "source": "The Daily",
    "title": "Varsund quake: 40 people killed",
    "published_at": "2031-04-02T10:00:00Z",
    "text": "Varsund quake: 40 people killed\nForty people were killed by the earthquake in Varsund, doctors said.",
}


def rows(path: Path, *articles: dict[str, str]) -> Path:
    """Articles as a file of JSON lines."""
    path.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
    return path


def pass_over(base: Base, *sources: Path, desk: Desk | None = None, alert_history: bool = False) -> Summary:
    """A whole pass, without Prefect around it."""
    going = begin(base, desk, alert_history)
    going.take_in(collect([str(source) for source in sources]))
    return going.finish()


def begin(base: Base, desk: Desk | None = None, alert_history: bool = False) -> Pass:
    """A pass that has taken in nothing yet."""
    desk = desk or _everything()
    return Pass(desk, base, Fetches(base, desk.topic.key), alert_history)


@cache
def _everything() -> Desk:
    return open_desk()
