"""Replacing: what an article is read as now takes the place of what it was read as, and its cases follow."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from claims.article import Reading
from claims.case import Arrangement, CaseChange, CaseStatus, ChangeKind
from claims.claim import Claim, FigureClaim
from claims.document import Problem
from claims.journal import note
from claims.relation import Evidence, Kind
from flows.desk import Desk
from flows.intake.evidence import gather
from flows.intake.pipeline import ask
from flows.intake.settling import settle_whole
from matching.cases.positions import arrange
from matching.keys import keys
from parsers import PARSER_VERSION
from storage import articles, cases, labels, questions, readings, recording, versions
from storage.articles import Stored
from storage.base import Base, Connection
from storage.readings import Kept

Group = list[Kept]


@dataclass(slots=True)
class Tally:
    """What reading a topic anew did: articles read, claims replaced and new, changes of cases, and what failed."""

    topic: str
    articles: int = 0
    replaced: int = 0
    new: int = 0
    changes: list[CaseChange] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def in_words(tally: Tally) -> str:
    """What reading a topic anew did, in one line."""
    told = f"{tally.articles} articles of {tally.topic} read anew: {tally.replaced} claims replaced, {tally.new} new"
    return f"{told}; {len(tally.changes)} changes of cases (nobody is paged); {len(tally.problems)} failed"


def take_in(base: Base, desk: Desk, batch: Sequence[Group], read: Iterable[Reading | Problem], tally: Tally) -> None:
    """Put the readings of a batch (in its order) in the place of the old ones, a story in a transaction."""
    following = iter(read)
    for group in batch:
        done = [(kept, reading) for kept, reading in zip(group, following, strict=False)]
        tally.problems += [reading for _, reading in done if isinstance(reading, Problem)]
        _take_in(base, desk, [(kept, reading) for kept, reading in done if isinstance(reading, Reading)], tally)


@dataclass(frozen=True, slots=True)
class _Anew:
    """An article, its new reading, the claims that it no longer makes, and the evidence that it did not give before."""

    kept: Kept
    reading: Reading
    old: list[Stored]
    new: list[Evidence]


def _take_in(base: Base, desk: Desk, read: Sequence[tuple[Kept, Reading]], tally: Tally) -> None:
    now, topic = datetime.now(UTC), desk.topic.key
    with base.writing(topic) as connection:
        # Another process may have been quicker, or have pruned one.
        due = [(k, reading) for k, reading in read if readings.is_unlike(connection, k.number, PARSER_VERSION)]
        anew = [_compare(connection, base, kept, reading) for kept, reading in due]
        touched: dict[str, None] = {}
        for one in anew:
            touched |= dict.fromkeys(questions.questions_of(connection, one.old))
            filed = [(stored, keys(stored.evidence)) for stored in one.old]
            readings.replace(connection, topic, filed, one.kept.day, PARSER_VERSION)
        heirs: dict[tuple[int, Kind], str] = {}
        said = {one.kept.number: articles.add_claims(connection, one.kept.number, one.new) for one in anew}
        for one in anew:
            base.memory.keep(said[one.kept.number])
            heirs |= _heirs(connection, one.old, said[one.kept.number])
        for one in anew:
            touched |= dict.fromkeys(ask(connection, desk, base, said[one.kept.number], one.kept.day, heirs))
            readings.note(connection, one.kept.number, one.reading)
        changes = _settle(connection, desk, base, touched, now)
    tally.articles += len(due)
    tally.replaced += sum(len(one.old) for one in anew)
    tally.new += sum(map(len, said.values()))
    tally.changes += changes
    for change in changes:
        note(change.kind.value, topic=topic, case=change.case.id, reread=PARSER_VERSION)


def _compare(connection: Connection, base: Base, kept: Kept, reading: Reading) -> _Anew:
    """What differs between the readings of an article; which parser gave it is no difference."""
    present = readings.standing(connection, base.memory, kept.number)
    found = gather(reading, story=kept.story, origin=kept.origin, seen_at=kept.seen_at)
    before, after = {_bare(s.evidence) for s in present}, {_bare(e) for e in found}
    old = [stored for stored in present if _bare(stored.evidence) not in after]
    return _Anew(kept, reading, old, [evidence for evidence in found if _bare(evidence) not in before])


def _heirs(connection: Connection, old: Sequence[Stored], said: Sequence[Stored]) -> dict[tuple[int, Kind], str]:
    """The questions that new claims may take up from the old ones that stood in their place; on edits they do."""
    heir_of = {_spot(stored.evidence.claim): stored.claim_id for stored in said}
    found = {}
    known = questions.questions_by_kind(connection, [stored.claim_id for stored in old])
    for stored in old:
        heir = heir_of.get(_spot(stored.evidence.claim))
        for kind in Kind:
            if heir and (question := known.get((stored.claim_id, kind))):
                found[heir, kind] = question
    readings.answer(connection, {heir: question for (heir, kind), question in found.items() if kind is Kind.EDIT})
    return found


def _settle(
    connection: Connection, desk: Desk, base: Base, touched: Collection[str], now: datetime
) -> list[CaseChange]:
    """What became of the cases of questions. Where nothing did, their positions are told by the claims that stand now;
    if these say it in other words, that is a change, too."""
    settled_anew = settle_whole(connection, desk, base, touched, now, reseat=False)
    changes = [replace(change, page=False) for _, change in settled_anew]
    same = set(touched) - {change.case.id for change in changes}
    present = [
        c for c in cases.cases_by_id(connection, base.memory, same).values() if c.status is not CaseStatus.CLOSED
    ]
    settled = labels.settled(connection, base.memory, [c.id for c in present])
    told = questions.evidence_of(connection, base.memory, [c.id for c in present])
    gone = versions.replaced(connection, {stored.claim_id for said in told.values() for stored in said})
    for case in present:
        said = [stored for stored in told[case.id] if stored.claim_id not in gone]
        arrangement = arrange([stored.evidence for stored in said], desk.agencies, settled.get(case.id, ()))
        if arrangement and _words(arrangement) == _words(case.arrangement):
            recording.seat(connection, case.id, arrangement, said)
        elif arrangement:
            after = replace(case, arrangement=arrangement, changed_at=now)
            was, now_is = (" / ".join(_words(one)[2:]) for one in (case.arrangement, arrangement))
            reason = f"Read anew: “{was}” became “{now_is}”."
            change = CaseChange(case=after, kind=ChangeKind.EVIDENCE, page=False, reason=reason, at=now)
            recording.record(connection, change, said)
            changes.append(change)
    return changes


def _words(arrangement: Arrangement) -> tuple[str, ...]:
    return (arrangement.question, arrangement.relation, *(position.says for position in arrangement.positions))


def _bare(evidence: Evidence) -> Evidence:
    return replace(evidence, claim=replace(evidence.claim, parser=""))


def _spot(claim: Claim) -> tuple[object, ...]:
    """Where in its text a claim stands."""
    if isinstance(claim, FigureClaim):
        return (claim.quantity.span,)
    return claim.evidence, claim.actor.text, claim.action.text
