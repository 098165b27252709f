"""Which topics there are: those of ``seeds/`` and what ``ATODDS_TOPICS`` names (files or folders of them)."""

import os
from pathlib import Path

from claims.topic import load_topic
from flows.desk import EVERYTHING, SEEDS


def topic_files() -> dict[str, Path]:
    """Topic files by key; a topic that is named later wins. Raises SettingsError on a file that is wrong."""
    named = [Path(p) for p in os.environ.get("ATODDS_TOPICS", "").split(os.pathsep) if p]
    files = [file for place in (SEEDS, *named) for file in _files(place)]
    return {load_topic(file).key: file for file in files}


def _files(place: Path) -> list[Path]:
    return sorted([*place.glob("*/topic.toml"), *place.glob("topic.toml")]) if place.is_dir() else [place]


def key_of(topic_file: Path | None) -> str:
    """The key of a topic file; of everything without one."""
    return load_topic(topic_file).key if topic_file else EVERYTHING.key
