"""Protects the settling of questions as evidence comes in: the cases are those that all evidence makes."""

from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import event, text

from benchmarks.pipeline import NOW, TOPIC, desk
from benchmarks.reports import report
from claims.case import CaseStatus, ChangeKind
from flows.intake.pipeline import take_in
from matching.cases.positions import arrange
from storage import listing
from storage.base import Base
from storage.checking import check
from storage.pruning import prune
from storage.questions import evidence_of
from tests.flows.reports import AGREES, FIRST, OTHER, pass_over, rows
from tests.flows.test_pass import count
from tests.storage.test_pruning import LATER


def quake(number: int, toll: int = 40) -> dict[str, str]:
    """One more report of the quake, of an outlet of its own."""
    told = f"Quake in Varsund kills {toll}\nAn earthquake in Varsund killed {toll} people on Wednesday, its mayor said."
    return {
        **FIRST,
        "id": f"wire-{number}",
        "url": f"https://wire-{number}.example/quake",
        "source": f"Wire {number}",
        "title": told.split("\n", 1)[0],
        "text": told,
        "published_at": f"2031-04-02T{8 + number // 60:02}:{number % 60:02}:00Z",
    }


def test_cases_are_what_all_evidence_makes_of_them_whatever_came_first(base_url: str) -> None:
    at, pages = desk(), [report(number) for number in range(45)]
    Random(3).shuffle(pages)
    with Base.open(base_url) as base:
        for minute, page in enumerate(pages):
            take_in(at, base, page, alerting=False, now=NOW + timedelta(minutes=minute))
        with base.reading() as connection:
            questions = connection.execute(text("SELECT id FROM question")).scalars().all()
            told = {
                q: [s.evidence for s in said] for q, said in evidence_of(connection, base.memory, questions).items()
            }
            found = {case.id: case for case in listing.cases(connection, base.memory, TOPIC, tuple(CaseStatus))}
        wanted = {q: arranged for q, said in told.items() if (arranged := arrange(said, at.agencies))}
        assert len(wanted) > 4
        assert {case.id for case in found.values() if case.status is CaseStatus.OPEN} == wanted.keys()
        for question, arranged in wanted.items():
            stored = found[question].arrangement
            assert [(p.says, p.evidence) for p in stored.positions] == [
                (p.says, p.evidence) for p in arranged.positions
            ]
            assert (stored.relation, stored.page) == (arranged.relation, arranged.page)
        assert check(base, NOW) == []


def test_however_many_say_it_few_speak_and_a_case_lists_all(base: Base, tmp_path: Path) -> None:
    pass_over(base, rows(tmp_path / "in.jsonl", *(quake(n) for n in range(30)), OTHER))
    with base.reading() as connection:
        speak = connection.execute(text("SELECT count(*) FROM voice GROUP BY question_id")).scalars().all()
        (case,) = listing.cases(connection, base.memory)
    assert max(speak) < 15
    assert sorted(len({e.url for e in p.evidence}) for p in case.arrangement.positions) == [1, 30]


def test_one_more_voice_stores_a_row_and_not_the_case(base: Base, tmp_path: Path) -> None:
    """Nobody is told of it: the alert has no payload, and what stood in the case is left where it stood."""
    pass_over(base, rows(tmp_path / "old.jsonl", *(quake(n) for n in range(12)), OTHER), alert_history=False)
    (change,) = pass_over(base, rows(tmp_path / "new.jsonl", AGREES)).changes
    assert (change.kind, change.page) == (ChangeKind.EVIDENCE, False)
    with base.reading() as connection:
        payloads = connection.execute(text("SELECT payload FROM alert")).scalars().all()
    assert payloads == [""]


def test_pruned_voices_leave_the_word_to_those_that_stay(base: Base, tmp_path: Path) -> None:
    """The first to say it are the first to go; a report that opposes the rest still finds them."""
    old = [quake(n) for n in range(12)]
    pass_over(base, rows(tmp_path / "old.jsonl", *old))
    with base.writing("everything") as connection:
        connection.execute(text("UPDATE article SET day = 800000 WHERE reader_id IN ('wire-10', 'wire-11')"))
    assert prune(base, "everything", LATER) == 10
    assert check(base, NOW) == []
    with base.reading() as connection:
        speakers = connection.execute(text("SELECT count(*) FROM voice")).scalar_one()
        assert speakers == count(base, "question_claim") > 0
    (change,) = pass_over(base, rows(tmp_path / "new.jsonl", OTHER)).changes
    assert change.kind is ChangeKind.OPENED


BEFORE = (
    "DROP INDEX case_on_shelf",
    "CREATE INDEX case_by_change ON cases (topic, changed_at)",
    "DROP TABLE voice",
    "ALTER TABLE position_claim ADD COLUMN place INTEGER NOT NULL DEFAULT 0",
    "UPDATE alembic_version SET version_num = '0005'",
)


@pytest.mark.parametrize("later", [AGREES, {**OTHER, "id": "post-2", "text": OTHER["text"] + " Rain is expected."}])
def test_a_base_of_the_version_before_goes_on_as_it_would_have(
    base_url: str, tmp_path: Path, later: dict[str, str]
) -> None:
    old = rows(
        tmp_path / "old.jsonl", *(quake(n) for n in range(5)), OTHER, {**FIRST, "text": FIRST["text"] + " Rain."}
    )
    with Base.open(base_url) as base:
        pass_over(base, old)
        with base.reading() as connection:
            before = list(listing.cases(connection, base.memory))
        with base.writing() as connection:
            for statement in BEFORE:
                connection.execute(text(statement))
    with Base.open(base_url) as base:
        with base.reading() as connection:
            assert list(listing.cases(connection, base.memory)) == before
        assert check(base, NOW) == []
        changes = pass_over(base, rows(tmp_path / "new.jsonl", later)).changes
        assert [change.kind for change in changes] == ([ChangeKind.EVIDENCE] if later is AGREES else [])


def test_an_article_is_taken_in_with_few_statements_however_much_it_says(base: Base) -> None:
    """A statement for each claim, question or case would be some fifty more, and cost PostgreSQL a round trip each."""
    at, asked = desk(), [0]

    @event.listens_for(base._engine, "before_cursor_execute")
    def _(*_: object) -> None:
        asked[-1] += 1

    for number in range(25):
        asked.append(0)
        outcome = take_in(at, base, report(number), alerting=True, now=NOW)
        assert outcome.claims > 30
    assert max(asked) <= 55
    assert sorted(asked)[len(asked) // 2] <= 45
