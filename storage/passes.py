"""Passes over a topic: which were made, and what came of them."""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from storage.tables import IngestPassRow

PASS = IngestPassRow.__table__  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What a pass did: article versions stored, known before, left out; claims stored; changes of cases."""

    stored: int = 0
    known: int = 0
    left_out: int = 0
    claims: int = 0
    changes: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(**{name: count + getattr(other, name) for name, count in asdict(self).items()})


def begin(connection: Connection, topic: str, now: datetime) -> int:
    """Note that a pass begins; returns its number."""
    number: int = connection.execute(
        insert(PASS).returning(PASS.c.id), {"topic": topic, "started_at": now, **asdict(Tally())}
    ).scalar_one()
    return number


def finish(connection: Connection, number: int, tally: Tally, now: datetime) -> None:
    """Note that a pass is through, and its tally."""
    connection.execute(update(PASS).where(PASS.c.id == number), {"finished_at": now, **asdict(tally)})


def seen_before(connection: Connection, topic: str) -> bool:
    """Whether a pass over the topic met articles and came through: what comes now is news, not history.

    It need not have stored them: the one before it may have been killed when it had stored the last.
    """
    through = (PASS.c.topic == topic) & PASS.c.finished_at.is_not(None) & (PASS.c.stored + PASS.c.known > 0)
    return connection.execute(select(PASS.c.id).where(through).limit(1)).first() is not None


def done_since(connection: Connection, topic: str, since: datetime) -> list[Tally]:
    """The tallies of the passes over a topic that came through after ``since``."""
    columns = (PASS.c.stored, PASS.c.known, PASS.c.left_out, PASS.c.claims, PASS.c.changes)
    rows = connection.execute(select(*columns).where(PASS.c.topic == topic, PASS.c.finished_at > since))
    return [Tally(**row._mapping) for row in rows]


def last_done(connection: Connection, topic: str) -> datetime | None:
    """When the last pass over a topic came through; None if none did."""
    found: datetime | None = connection.execute(
        select(PASS.c.finished_at)
        .where(PASS.c.topic == topic, PASS.c.finished_at.is_not(None))
        .order_by(PASS.c.finished_at.desc())
        .limit(1)
    ).scalar()
    return found


def first_begun(connection: Connection, topic: str) -> datetime | None:
    """When the first pass over a topic began; None if none did."""
    found: datetime | None = connection.execute(
        select(PASS.c.started_at).where(PASS.c.topic == topic).order_by(PASS.c.started_at).limit(1)
    ).scalar()
    return found
