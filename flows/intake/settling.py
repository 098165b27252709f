"""Settling questions: new evidence is arranged among those who speak for its question, and its case is stored.

What new evidence costs depends on the positions of a question and their voices, not on how much was said on it. All
that was said is looked at only where a case opens, opens again or closes, or where a page took something back.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from claims.case import Arrangement, Case, CaseChange, CaseStatus
from claims.relation import Evidence
from flows.desk import Desk
from matching.cases import changes, edits
from matching.cases.positions import arrange
from matching.cases.seating import Seating, seat
from matching.cases.voices import voices
from storage import cases, labels, readings, recording, versions
from storage import voices as speaking
from storage.articles import Stored
from storage.base import Base, Connection
from storage.candidates import evidence_by_number
from storage.questions import evidence_of
from storage.voices import Voice

Settled = list[tuple[int, CaseChange]]


def settle(
    connection: Connection,
    desk: Desk,
    base: Base,
    grown: Mapping[str, Collection[int]],
    again: Collection[str],
    now: datetime,
) -> Settled:
    """Store what became of the cases of questions that got new claims (by number), and of those to be looked at again.

    Returns the changes with their numbers.
    """
    left = {question: new for question, new in grown.items() if question not in again}
    settled, whole = _grow(connection, desk, base, left, now)
    return settled + settle_whole(connection, desk, base, {*again, *whole}, now)


def _grow(
    connection: Connection, desk: Desk, base: Base, grown: Mapping[str, Collection[int]], now: datetime
) -> tuple[Settled, list[str]]:
    """Arrange new evidence among the voices of its questions; returns changes, and what is to be looked at whole."""
    if not grown:
        return [], []
    spoke = speaking.voices(connection, grown)
    fresh = {number for new in grown.values() for number in new}
    fresh -= versions.replaced(connection, fresh)
    said = evidence_by_number(connection, base.memory, fresh | {voice.claim_id for voice in spoke})
    stood: dict[str, list[tuple[int | None, Stored]]] = {question: [] for question in grown}
    for voice in spoke:
        stood[voice.question].append((voice.number, said[voice.claim_id]))
    heard = {question: [(number, stored.evidence) for number, stored in told] for question, told in stood.items()}
    present, says = cases.standing(connection, heard)
    settled = _settled(connection, base, present.values())
    speak: list[Voice] = []
    growths: list[recording.Growth] = []
    whole: list[str] = []
    for question, new in grown.items():
        added = [said[number] for number in new if number in fresh]
        told = [*(stored for _, stored in stood[question]), *added]
        arrangement = _arranged(told, desk, settled.get(question, ()))
        before = present.get(question)
        if before is None and arrangement is None:
            speak += _speakers(question, told, desk, {})
            continue
        seating = _seating(before, arrangement, heard[question])
        change = before and changes.changed(before, arrangement, now, pair_alone=question in settled)
        if arrangement is None or seating is None or not change:
            whole.append(question)
            continue
        numbers = {id(e): n for n, p in zip(seating.numbers, arrangement.positions, strict=True) for e in p.evidence}
        speak += _speakers(question, told, desk, numbers)
        growths.append(
            recording.Growth(
                change=change,
                says={n: p.says for n, p in zip(seating.numbers, arrangement.positions, strict=True)},
                seats={stored.claim_id: numbers[id(stored.evidence)] for stored in added},
                merged=seating.merged,
            )
        )
    looked_at = set(whole)
    speaking.keep(connection, [voice for voice in spoke if voice.question not in looked_at], speak)
    recorded = recording.grow(connection, growths, says)
    return list(zip(recorded, [growth.change for growth in growths], strict=True)), whole


def _seating(
    before: Case | None, arrangement: Arrangement | None, heard: Sequence[tuple[int | None, Evidence]]
) -> Seating | None:
    """Where the positions of an open case are now; None where that is to be asked of all evidence."""
    if before is None or arrangement is None or before.status is CaseStatus.CLOSED:
        return None
    return seat(arrangement, {id(evidence): number for number, evidence in heard if number is not None})


def settle_whole(
    connection: Connection, desk: Desk, base: Base, questions: Collection[str], now: datetime, *, reseat: bool = True
) -> Settled:
    """The same from all that was said on the questions; a page speaks with its last version alone.

    ``reseat``: where nothing changes, the positions are told by the claims that stand now, too.
    """
    if not questions:
        return []
    present = cases.cases_by_id(connection, base.memory, questions)
    ever_told = evidence_of(connection, base.memory, sorted(questions))
    gone = versions.replaced(connection, {stored.claim_id for said in ever_told.values() for stored in said})
    settled = _settled(connection, base, present.values())
    speak: list[Voice] = []
    told: list[tuple[CaseChange, list[Stored]]] = []
    for question, ever_said in ever_told.items():
        said = [stored for stored in ever_said if stored.claim_id not in gone]
        arrangement = _arranged(said, desk, settled.get(question, ()))
        before = present.get(question)
        if before:
            change = changes.changed(before, arrangement, now, pair_alone=question in settled)
        elif arrangement:
            change = changes.opened(question, desk.topic.key, said[0].evidence.story, arrangement, now)
        else:
            change = None
        if change:
            told.append((change, said))
        elif before and arrangement and reseat:
            recording.seat(connection, question, arrangement, said)
        positions = enumerate(arrangement.positions if arrangement else ())
        speak += _speakers(question, said, desk, {id(e): n for n, p in positions for e in p.evidence})
    recorded = recording.record_all(connection, told)
    speaking.replace_all(connection, questions, speak)
    return list(zip(recorded, [change for change, _ in told], strict=True))


def settle_edits(connection: Connection, desk: Desk, base: Base, edited: Collection[str], now: datetime) -> Settled:
    """Store a case for each claim that a page has changed."""
    if not edited:
        return []
    present = cases.cases_by_id(connection, base.memory, edited)
    found: Settled = []
    told = evidence_of(connection, base.memory, sorted(edited))
    gone = readings.replaced(connection, {stored.claim_id for said in told.values() for stored in said})
    for question, ever_said in told.items():
        said = [stored for stored in ever_said if stored.claim_id not in gone]
        arrangement = edits.arrange([stored.evidence for stored in said], desk.agencies)
        if arrangement:
            story = said[-1].evidence.story
            change = changes.edited(present.get(question), question, desk.topic.key, story, arrangement, now)
            found.append((recording.record(connection, change, said), change))
    return found


def _arranged(said: Sequence[Stored], desk: Desk, settled: Sequence[tuple[Evidence, Evidence]]) -> Arrangement | None:
    return arrange([stored.evidence for stored in said], desk.agencies, settled, desk.verdicts)


def _speakers(question: str, said: Sequence[Stored], desk: Desk, numbers: Mapping[int, int]) -> list[Voice]:
    """Those of some evidence that speak for its question from now on; ``numbers`` are of positions, by `id`."""
    claims = {id(stored.evidence): stored.claim_id for stored in said}
    chosen = voices([stored.evidence for stored in said], desk.agencies)
    return [Voice(question, claims[id(voice)], numbers.get(id(voice))) for voice in chosen]


def _settled(
    connection: Connection, base: Base, present: Collection[Case]
) -> Mapping[str, list[tuple[Evidence, Evidence]]]:
    """What people's dismissals have settled, by case."""
    dismissed = [case.id for case in present if case.status is CaseStatus.DISMISSED]
    return labels.settled(connection, base.memory, dismissed) if dismissed else {}
