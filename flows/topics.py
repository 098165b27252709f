"""Which topics there are: what ``ATODDS_TOPICS`` names (files or folders of them), and to try it out those of seeds."""

import os
from pathlib import Path

from claims.settings_file import SettingsError
from claims.topic import load_topic
from flows.desk import EVERYTHING, SEEDS


def topic_files() -> dict[str, Path]:
    """Topic files by key; a topic that is named later wins. Raises SettingsError on a file that is wrong, and on a
    folder without any.

    Where none is named those of ``seeds/``: a desk that names its own gets no seeded ones beside them.
    """
    named = [Path(p) for p in os.environ.get("ATODDS_TOPICS", "").split(os.pathsep) if p]
    files = [file for place in named or [SEEDS] for file in _files(place)]
    return {load_topic(file).key: file for file in files}


def add_topics(place: Path) -> None:
    """Name one more topic file, or a folder of them, for this process and those that it starts."""
    os.environ["ATODDS_TOPICS"] = os.pathsep.join(filter(None, [os.environ.get("ATODDS_TOPICS"), str(place)]))


def _files(place: Path) -> list[Path]:
    """A folder's topics: each .toml in it, and the topic.toml of each folder in it; ``seeds/`` has agencies there."""
    if not place.is_dir():
        return [place]
    beside = () if place.samefile(SEEDS) else place.glob("*.toml")
    found = sorted([*place.glob("*/topic.toml"), *beside])
    if not found:
        raise SettingsError(f"{place}: there is no topic file in this folder")
    return found


def key_of(topic_file: Path | None) -> str:
    """The key of a topic file; of everything without one."""
    return load_topic(topic_file).key if topic_file else EVERYTHING.key
