"""Settling questions: all that is said on one is arranged anew, and what that changes of its case is stored."""

from collections.abc import Collection, Iterator
from datetime import datetime

from claims.case import CaseChange
from flows.desk import Desk
from matching import changes, edits
from matching.positions import arrange
from storage import cases, labels, readings, versions
from storage.base import Base, Connection
from storage.questions import evidence_of


def settle(
    connection: Connection, desk: Desk, base: Base, touched: Collection[str], now: datetime
) -> Iterator[tuple[int, CaseChange]]:
    """Store what became of the cases of questions; a page speaks with its last version alone."""
    present = cases.cases_by_id(connection, base.memory, touched)
    told = evidence_of(connection, base.memory, sorted(touched))
    gone = versions.replaced(connection, {stored.claim_id for said in told.values() for stored in said})
    settled = labels.settled(connection, base.memory, [c.id for c in present.values()])
    for question, ever_said in told.items():
        said = [stored for stored in ever_said if stored.claim_id not in gone]
        arrangement = arrange([stored.evidence for stored in said], desk.agencies, settled.get(question, ()))
        before = present.get(question)
        if before:
            change = changes.changed(before, arrangement, now, pair_alone=question in settled)
        elif arrangement:
            change = changes.opened(question, desk.topic.key, said[0].evidence.story, arrangement, now)
        else:
            change = None
        if change:
            yield cases.record(connection, change, said), change


def settle_edits(
    connection: Connection, desk: Desk, base: Base, edited: Collection[str], now: datetime
) -> Iterator[tuple[int, CaseChange]]:
    """Store a case for each claim that a page has changed."""
    present = cases.cases_by_id(connection, base.memory, edited)
    told = evidence_of(connection, base.memory, sorted(edited))
    gone = readings.replaced(connection, {stored.claim_id for said in told.values() for stored in said})
    for question, ever_said in told.items():
        said = [stored for stored in ever_said if stored.claim_id not in gone]
        arrangement = edits.arrange([stored.evidence for stored in said], desk.agencies)
        if arrangement:
            story = said[-1].evidence.story
            change = changes.edited(present.get(question), question, desk.topic.key, story, arrangement, now)
            yield cases.record(connection, change, said), change
