"""A person's answer to a case: stored, and told in its threads. Plain functions, without Prefect."""

from dataclasses import replace
from datetime import UTC, datetime

from claims.case import CaseChange
from claims.review import Because, Decision, Review
from claims.topic import Topic, load_topic
from flows.desk import EVERYTHING
from flows.topics import topic_files
from storage import cases, outbox, reviews
from storage.base import Base


def topic_of(key: str) -> Topic:
    """The topic of this key; without its file, one that has the terminal alone."""
    file = topic_files().get(key)
    return load_topic(file) if file else replace(EVERYTHING, key=key)


def review(
    base: Base, case_id: str, decision: Decision, because: Because | None = None, note: str = "", reviewer: str = ""
) -> CaseChange:
    """Store a decision; its threads hear of it with the next delivery. Raises LookupError if there is no such case."""
    now = datetime.now(UTC)
    with base.reading() as connection:
        found = cases.case(connection, base.memory, case_id)
    if found is None:
        raise LookupError(f"there is no case {case_id}; `atodds cases` lists the open ones")
    sides = tuple(position.says for position in found.arrangement.positions)
    made = Review(case=case_id, decision=decision, because=because, note=note, reviewer=reviewer, sides=sides, at=now)
    with base.writing(found.topic) as connection:
        found = cases.case(connection, base.memory, case_id) or found
        number, change = reviews.decide(connection, found, made)
        outbox.raise_alert(connection, number, change, topic_of(found.topic).channels, now)
    return change
