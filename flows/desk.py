"""What a pass works with: a topic, the agencies it knows, and a reader that knows both. Built once."""

from dataclasses import dataclass
from pathlib import Path

from claims.agencies import Agencies, load_agencies
from claims.topic import Topic, load_topic
from parsers.reader import Reader

SEEDS = Path(__file__).parents[1] / "seeds"
EVERYTHING = Topic(key="everything", name="Everything")


@dataclass(frozen=True, slots=True)
class Desk:
    """One topic's desk."""

    topic: Topic
    agencies: Agencies
    reader: Reader


def open_desk(topic_file: Path | None = None) -> Desk:
    """The desk of a topic file; without one, of everything. Raises SettingsError on a file that is wrong."""
    topic = load_topic(topic_file) if topic_file else EVERYTHING
    agencies = load_agencies(SEEDS / "agencies.toml").merged(topic.agencies)
    return Desk(topic, agencies, Reader(agencies, topic.vocabulary))
