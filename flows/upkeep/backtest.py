"""Labelled pairs against the present rules: read anew, judged anew, and held against what people decided."""

from dataclasses import dataclass
from functools import cache

from claims.relation import Evidence, Relation
from claims.review import LabelledPair
from flows.desk import Desk, open_desk
from flows.intake.evidence import gather
from flows.topics import topic_files
from matching.judge import strongest
from storage import labels
from storage.base import Base, Connection


@dataclass(frozen=True, slots=True)
class Replay:
    """A pair, and what the present rules say of it."""

    pair: LabelledPair
    now: Relation

    @property
    def changed(self) -> bool:
        """Whether the rules say otherwise than when they were last found good."""
        return (self.now is Relation.CONFLICTS) != (self.pair.floor is Relation.CONFLICTS)


@dataclass(frozen=True, slots=True)
class Backtest:
    """All pairs replayed; of those that another case already tells, nobody said whether they are conflicts."""

    replays: tuple[Replay, ...]

    @property
    def precision(self) -> float | None:
        """Of the pairs that the rules hold for conflicts, the share that people confirmed; None without any."""
        return _share([r.pair.conflict is True for r in self._told if r.now is Relation.CONFLICTS])

    @property
    def recall(self) -> float | None:
        """Of the pairs that people confirmed, the share that the rules hold for conflicts; None without any."""
        return _share([r.now is Relation.CONFLICTS for r in self._told if r.pair.conflict])

    @property
    def changes(self) -> list[Replay]:
        """What the rules say otherwise than at the last floor."""
        return [r for r in self.replays if r.changed]

    @property
    def _told(self) -> list[Replay]:
        return [r for r in self.replays if r.pair.conflict is not None]


def backtest(base: Base, topic: str | None = None, *, make_floor: bool = False) -> Backtest:
    """Replay the labelled pairs; with ``make_floor``, what the rules say now is what later ones are held against."""
    desk = cache(_desk)
    with base.reading() as connection:
        pairs = labels.pairs(connection, base.memory, topic)
        done = Backtest(tuple(Replay(pair, _now(connection, desk(pair.topic), pair)) for pair in pairs))
    if make_floor:
        with base.writing(topic) as connection:
            labels.set_floor(connection, {replay.pair.number: replay.now for replay in done.replays})
    return done


def _desk(topic: str) -> Desk:
    return open_desk(topic_files().get(topic))


def _now(connection: Connection, desk: Desk, pair: LabelledPair) -> Relation:
    left, right = (_read_anew(connection, desk, side) for side in (pair.a, pair.b))
    verdict = strongest(left, right, desk.agencies)
    return verdict.relation if verdict else Relation.UNRELATED


def _read_anew(connection: Connection, desk: Desk, claim: Evidence) -> list[Evidence]:
    """What the present reader finds in the sentence of a claim; the claim as it was where its article is gone."""
    found = labels.article_of(connection, claim)
    if found is None:
        return [claim]
    article, story = found
    read = gather(desk.reader.read(article), story=story, origin=claim.origin, seen_at=claim.seen_at)
    return [e for e in read if e.claim.sentence.meets(claim.claim.sentence) and type(e.claim) is type(claim.claim)]


def _share(hits: list[bool]) -> float | None:
    return sum(hits) / len(hits) if hits else None
