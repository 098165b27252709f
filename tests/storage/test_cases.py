"""Protects the way of a claim through the base: stored whole, found by its keys, seated in its case, alerted once."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Connection, text

from claims.article import Article, Profile, Reading
from claims.case import Arrangement, Position
from claims.relation import Evidence, Kind, Relation, Verdict
from claims.span import Span
from matching.cases import changes
from storage import articles, cases, listing, outbox, recording
from storage.articles import Place, Stored
from storage.base import Base
from storage.candidates import AT_MOST, DAYS, FEW, SINGLE, candidates, evidence_by_number
from storage.keys import add_keys
from storage.memory import Memory
from storage.questions import Questions, evidence_of
from tests.alerts.made import NOON, evidence

ASKED = evidence("CNN", "The ministry asked for 4,000 medics on Friday.", figure="4,000", article="a1")
ASKED_MORE = evidence("NPR", "The ministry asked for 5,000 medics, aides said.", figure="5,000", article="a2")
DENIED = evidence("CBS", "The guard will not make arrests.", article="a3")

LAST = 2**31 - 1  # the number of a claim stored after all others


def store(connection: Connection, said: Evidence, keys: set[int], day: int = 100) -> Stored:
    article = Article(
        id=said.article_id, url=said.url, outlet=said.outlet, title=None, published_at=NOON, text=said.sentence
    )
    reading = Reading(article, (said.claim,), (), Profile(), frozenset(), "1")
    place = Place(day=day, story="s", origin=said.origin, fingerprint=-5)
    number = articles.add_article(connection, "t", reading, place, NOON)
    (stored,) = articles.add_claims(connection, number, [said])
    add_keys(connection, [(stored, keys)], day, "t")
    return stored


def ask(connection: Connection, said: list[Stored]) -> str:
    """One question that two claims answer."""
    questions = Questions(connection, "t", [said[0].claim_id])
    verdict = Verdict(Relation.CONFLICTS, Kind.FIGURE, True, "other figure", 0.9, (), ASKED_MORE, ASKED)
    questions.answer(said[1], said[0], verdict)
    (question,) = questions.store()
    return question


def arranged(*said: Evidence, page: bool = True) -> Arrangement:
    positions = tuple(Position(f"position {n}", (e,)) for n, e in enumerate(said))
    return Arrangement("How many medics?", Kind.FIGURE, positions, Relation.CONFLICTS, page, "4,000 against 5,000.")


def found(base: Base, said: Evidence, keys: set[int], day: int = 100) -> list[str]:
    with base.reading() as connection:
        (rows,) = candidates(connection, base.memory, [(Stored(LAST, said), keys)], day, "t")
    return [stored.evidence.article_id for stored in rows]


@pytest.mark.parametrize(
    ("keys", "day", "expected"),
    [
        ({1, 2, 3}, 100, ["a1", "a2"]),  # most shared first
        ({1, 4}, 100, ["a2", "a1"]),  # two shared keys come before one
        ({2, 9}, 100, ["a2", "a1"]),  # nobody shares two: one will do, the newest first
        ({1, 2, 3}, 100 + DAYS, ["a1", "a2"]),
        ({1, 2, 3}, 101 + DAYS, []),
        ({-(2**63), 2**63 - 1}, 100, []),
        (set(), 100, []),
    ],
)
def test_candidates(base: Base, keys: set[int], day: int, expected: list[str]) -> None:
    with base.writing("t") as connection:
        store(connection, ASKED, {1, 2, 3})
        store(connection, ASKED_MORE, {1, 2, 4})
        store(connection, DENIED, {1, 2, 3, 4})
    assert found(base, ASKED, keys, day) == expected


def test_claims_of_one_article_are_candidates_for_those_after_them_and_come_last(base: Base) -> None:
    with base.writing("t") as connection:
        store(connection, ASKED, {1, 2})
        together = [(Stored(LAST - 2 + n, ASKED_MORE), {1, 2, 3}) for n in range(AT_MOST + 2)]
        base.memory.keep(stored for stored, _ in together)
        first, second, *_, last = candidates(connection, base.memory, together, 100, "t")
    assert [c.evidence for c in first] == [ASKED]
    assert [c.claim_id for c in second[1:]] == [LAST - 2]
    assert (last[0].evidence, len(last)) == (ASKED, 1 + AT_MOST)


@pytest.mark.parametrize(("said", "most"), [(ASKED, SINGLE), (DENIED, FEW)], ids=["figure", "role"])
def test_a_single_key_brings_few_candidates(base: Base, said: Evidence, most: int) -> None:
    with base.writing("t") as connection:
        for n in range(AT_MOST + 2):
            store(connection, replace(said, article_id=f"b{n}", url=f"https://b.example/{n}"), {1})
    assert found(base, said, {1, 9}) == [f"b{n}" for n in range(AT_MOST + 1, AT_MOST + 1 - most, -1)]


def test_a_claim_comes_back_as_it_went_in(base: Base) -> None:
    with base.writing("t") as connection:
        store(connection, ASKED, {1, 2})
    with base.reading() as connection:
        ((row,),) = candidates(connection, base.memory, [(Stored(LAST, ASKED), {1, 2})], 100, "t")
    assert row.evidence == ASKED


def test_a_version_of_a_page_is_known_by_its_content(base: Base) -> None:
    with base.writing("t") as connection:
        store(connection, ASKED, {1})
        content = Article(id="", url=ASKED.url, outlet=None, title=None, published_at=None, text=ASKED.sentence)
        assert articles.known(connection, "t", ASKED.url, content.content_hash)
        assert not articles.known(connection, "other topic", ASKED.url, content.content_hash)
        assert not articles.known(connection, "t", ASKED.url, "other content")


def test_a_case_is_stored_with_its_change_and_its_alert(base: Base) -> None:
    with base.writing("t") as connection:
        said = [store(connection, e, {1, 2}) for e in (ASKED, ASKED_MORE)]
        question = ask(connection, said)
        assert evidence_of(connection, base.memory, [question]) == {question: said}
        opened = changes.opened(question, "t", "s", arranged(ASKED, ASKED_MORE), NOON)
        outbox.raise_alert(connection, recording.record(connection, opened, said), opened, ("console", "email"), NOON)
    with base.reading() as connection:
        assert list(listing.cases(connection, base.memory, "t")) == [opened.case]
        assert cases.case(connection, base.memory, question) == opened.case
        assert list(listing.cases(connection, base.memory, "other")) == []
        assert connection.execute(text("SELECT count(*) FROM notification")).scalar() == 2


def test_a_changed_case_replaces_its_positions(base: Base) -> None:
    with base.writing("t") as connection:
        said = [store(connection, e, {1, 2}) for e in (ASKED, ASKED_MORE, DENIED)]
        question = ask(connection, said)
        opened = changes.opened(question, "t", "s", arranged(ASKED, ASKED_MORE), NOON)
        recording.record(connection, opened, said)
        other = changes.changed(opened.case, arranged(ASKED, DENIED, page=False), NOON + timedelta(hours=1))
        assert other is not None
        recording.record(connection, other, said)
        assert cases.case(connection, base.memory, question) == other.case


def test_ids_of_a_million_questions_do_not_meet(base: Base) -> None:
    with base.writing("t") as connection:
        question = ask(connection, [store(connection, e, {1, 2}) for e in (ASKED, ASKED_MORE)])
    assert (10**6) ** 2 / 2 / 16 ** len(question) < 1e-6  # that two are alike, as the birthday paradox has it


def test_new_evidence_is_seated_and_what_stays_is_left_alone(base: Base) -> None:
    """A third answer that was told first is shown first, though its position came last."""
    earlier = evidence("AFP", "The ministry asked for 6,000 medics.", figure="6,000", article="a4", hours=-3)
    with base.writing("t") as connection:
        said = [store(connection, e, {1, 2}) for e in (ASKED, ASKED_MORE, earlier)]
        question = ask(connection, said)
        recording.record(connection, changes.opened(question, "t", "s", arranged(ASKED, ASKED_MORE), NOON), said)
        heard = {question: [(n, stored.evidence) for n, stored in enumerate(said[:2])]}
        present, says = cases.standing(connection, heard)
        assert present[question].arrangement.positions == arranged(ASKED, ASKED_MORE).positions
        change = changes.changed(present[question], arranged(earlier, ASKED, ASKED_MORE), NOON)
        assert change is not None
        new = recording.Growth(
            change=change, says={0: "other words", 1: "position 1", 2: "six"}, seats={said[2].claim_id: 2}, merged={}
        )
        assert len(recording.grow(connection, [new], says)) == 1
        found = cases.case(connection, base.memory, question)
    assert found is not None
    positions = [(p.says, p.evidence) for p in found.arrangement.positions]
    assert positions == [("six", (earlier,)), ("other words", (ASKED,)), ("position 1", (ASKED_MORE,))]


def test_claims_get_numbers_in_their_order(base: Base) -> None:
    """A later claim has a higher number: what is stored under a lower one is its candidate."""
    said = [replace(ASKED, quote=f"{n}", claim=replace(ASKED.claim, evidence=Span(n, n + 1))) for n in range(40)]
    with base.writing("t") as connection:
        before = store(connection, DENIED, {1}).claim_id
        stored = articles.add_claims(connection, connection.execute(text("SELECT id FROM article")).scalar_one(), said)
    numbers = [s.claim_id for s in stored]
    assert [s.evidence for s in stored] == said
    assert numbers == sorted(set(numbers))
    assert numbers[0] > before
    with base.reading() as connection:
        assert evidence_by_number(connection, Memory(), {s.claim_id for s in stored}) == {s.claim_id: s for s in stored}


def test_what_is_remembered_is_bounded_but_for_what_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.memory.SIZE", 3)
    remembered = Memory()
    remembered.keep(Stored(number, ASKED) for number in range(1, 4))
    assert remembered.recall({1}).keys() == {1}
    assert remembered.recall({2, 4, 5}).keys() == {2}  # two more are about to come: the first goes, and the third
    assert remembered.recall({1, 3}).keys() == set()


def test_rows_that_were_rolled_back_are_not_remembered(base: Base) -> None:
    def fail_half_way() -> None:
        with base.writing("t") as connection:
            first = store(connection, ASKED, {1, 2})
            ((row,),) = candidates(connection, base.memory, [(Stored(LAST, ASKED), {1, 2})], 100, "t")
            assert row == first
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    with base.writing("t") as connection:
        store(connection, ASKED_MORE, {1, 2})
    assert found(base, ASKED, {1, 2}) == ["a2"]
