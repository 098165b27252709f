"""Cases: questions with two positions or more, and how they change."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from claims.relation import Evidence, Feature, Kind, Relation


def told(item: Evidence) -> tuple[bool, datetime, str, bool, int, str]:
    """The order in which evidence was told: dated first, by date; then by when it was read; then as an article has it.

    A headline comes behind its text, which says whose word it is. Ids break ties.
    """
    when = item.published_at or item.seen_at
    headline = item.sentence == item.title
    return item.published_at is None, when, item.article_id, headline, item.claim.evidence.start, item.id


class CaseStatus(StrEnum):
    """Where a case stands."""

    OPEN = "open"
    CLOSED = "closed"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Position:
    """The evidence of one question that says the same thing, and that thing in a few words.

    ``opposed``: another is at odds with it so that the desk must hear of it; told by who arranges, not kept.
    ``reports``: how many articles say so where not all of them are here, else 0.
    """

    says: str
    evidence: tuple[Evidence, ...]
    opposed: bool = field(default=True, compare=False)
    reports: int = field(default=0, compare=False)

    @property
    def origins(self) -> frozenset[str]:
        """The independent voices behind it."""
        return frozenset(e.origin for e in self.evidence)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The positions of one question and how they stand to each other.

    ``relation`` is the strongest between two positions, ``reason`` says it in one sentence, ``page``
    whether the desk must hear of it now. ``same`` (0-1) and ``features`` are those of the verdict that
    gave the relation: how sure we are that both sides answer one question, and why.
    """

    question: str
    kind: Kind
    positions: tuple[Position, ...]
    relation: Relation
    page: bool
    reason: str
    same: float | None = None
    features: tuple[Feature, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A question that holds two positions or more, as it is stored."""

    id: str
    topic: str
    story: str
    status: CaseStatus
    opened_at: datetime
    changed_at: datetime
    arrangement: Arrangement


class ChangeKind(StrEnum):
    """What happened to a case."""

    OPENED = "opened"
    POSITION = "position"
    EVIDENCE = "evidence"
    CLOSED = "closed"
    REOPENED = "reopened"
    EDITED = "edited"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseChange:
    """An event in the life of a case, with its reason; ``page`` if the desk must hear of it now."""

    case: Case
    kind: ChangeKind
    page: bool
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """A change as its case's history keeps it."""

    kind: ChangeKind
    page: bool
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Shelf:
    """Cases that stand alike; a list of cases is made of some shelves."""

    status: CaseStatus
    page: bool
    relation: Relation

    def is_open(self) -> bool:
        return self.status is CaseStatus.OPEN

    def in_conflict(self) -> bool:
        """Open, and at odds."""
        return self.is_open() and self.relation is Relation.CONFLICTS

    def is_noted(self) -> bool:
        """Open, and no conflict."""
        return self.is_open() and self.relation is not Relation.CONFLICTS

    def is_closed(self) -> bool:
        return self.status is CaseStatus.CLOSED


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The first cases of a list, and how many the whole list has."""

    cases: Sequence[Case]
    of: int
