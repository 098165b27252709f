"""What a pass works with: a topic, the agencies it knows, and a reader that knows both. Built once."""

import gc
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claims.agencies import Agencies, load_agencies
from claims.topic import Topic, load_topic
from matching.verdicts import Verdicts
from parsers.reader import Reader

if TYPE_CHECKING:
    from storage.base import Base

DEFAULT_DATABASE = "sqlite:///atodds.db"
SEEDS = Path(__file__).parents[1] / "seeds"
EVERYTHING = Topic(key="everything", name="Everything")


@dataclass(frozen=True, slots=True)
class Desk:
    """One topic's desk."""

    topic: Topic
    agencies: Agencies
    reader: Reader
    verdicts: Verdicts


def look_seldom_for_cycles() -> None:
    """Reading makes many small values and hardly a cycle: as often as Python looks by itself costs a twentieth."""
    gc.set_threshold(50_000, 10, 10)


def open_base() -> "Base":
    """The claim base that ATODDS_DATABASE_URL names; never a run parameter, for its URL may hold a password."""
    from storage.base import Base  # not for those who only read: it takes a tenth of a second

    return Base.open(os.environ.get("ATODDS_DATABASE_URL", DEFAULT_DATABASE))


def open_desk(topic_file: Path | None = None) -> Desk:
    """The desk of a topic file; without one, of everything. Raises SettingsError on a file that is wrong."""
    look_seldom_for_cycles()
    topic = load_topic(topic_file) if topic_file else EVERYTHING
    agencies = load_agencies(SEEDS / "agencies.toml").merged(topic.agencies)
    return Desk(topic, agencies, Reader(agencies, topic.vocabulary), Verdicts(agencies))
