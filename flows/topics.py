"""Which topics there are: what ``ATODDS_TOPICS`` names (files or folders of them), and to try it out those of seeds."""

import os
from pathlib import Path

from claims.topic import load_topic
from flows.desk import EVERYTHING, SEEDS


def topic_files() -> dict[str, Path]:
    """Topic files by key; a topic that is named later wins. Raises SettingsError on a file that is wrong.

    Where none is named those of ``seeds/``: a desk that names its own gets no seeded ones beside them.
    """
    named = [Path(p) for p in os.environ.get("ATODDS_TOPICS", "").split(os.pathsep) if p]
    files = [file for place in named or [SEEDS] for file in _files(place)]
    return {load_topic(file).key: file for file in files}


def add_topics(place: Path) -> None:
    """Name one more topic file, or a folder of them, for this process and those that it starts."""
    os.environ["ATODDS_TOPICS"] = os.pathsep.join(filter(None, [os.environ.get("ATODDS_TOPICS"), str(place)]))


def _files(place: Path) -> list[Path]:
    return sorted([*place.glob("*/topic.toml"), *place.glob("topic.toml")]) if place.is_dir() else [place]


def key_of(topic_file: Path | None) -> str:
    """The key of a topic file; of everything without one."""
    return load_topic(topic_file).key if topic_file else EVERYTHING.key
