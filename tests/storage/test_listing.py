"""Protects the lists of cases on a grown base: the first of them in their order, exact counts, and each in turn."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from claims.case import Case, CaseStatus, ChangeKind, Excerpt, Shelf
from claims.relation import Relation
from storage import listing
from storage.base import Base, Connection
from tests.alerts import made
from tests.alerts.made import NOON
from tests.storage.raised import raise_alert


def bare(id: str, hours: float, status: CaseStatus = CaseStatus.OPEN, page: bool = True, conflict: bool = True) -> Case:
    """A case that nobody speaks for, changed at an hour."""
    relation = Relation.CONFLICTS if conflict else Relation.DIFFERS
    case = made.case((), id=id, topic="t", status=status, page=page, relation=relation)
    return replace(case, changed_at=NOON + timedelta(hours=hours))


CASES = (
    bare("old", 0),
    bare("quiet", 9, page=False),
    bare("new", 3),
    bare("same", 3),
    bare("edit", 5, conflict=False),
    bare("note", 8, page=False, conflict=False),
    bare("closed", 7, CaseStatus.CLOSED),
    bare("over", 6, CaseStatus.CLOSED, page=False, conflict=False),
    bare("dismissed", 10, CaseStatus.DISMISSED),
)


@pytest.fixture
def filled(base: Base) -> Base:
    with base.writing() as connection:
        for case in (*CASES, replace(CASES[0], id="elsewhere", topic="u")):
            raise_alert(connection, made.change(case), ())
    return base


def ids(listed: Excerpt) -> list[str]:
    return [case.id for case in listed.cases]


def test_counts_are_of_all_or_of_what_moved_since(filled: Base) -> None:
    since = NOON + timedelta(hours=6)
    with filled.reading() as connection:
        counts = listing.tally(connection, "t")
        assert counts == made.shelves(*CASES)
        assert listing.moved(connection, "t", counts, since) == made.shelves(
            *(c for c in CASES if c.changed_at > since)
        )
        assert listing.tally(connection, "nowhere") == {}


@pytest.mark.parametrize("most", [100, 6, 3, 1])
def test_a_ledger_has_what_is_open_first(filled: Base, most: int) -> None:
    order = ["same", "new", "old", "edit", "quiet", "note", "dismissed", "closed", "over"]
    with filled.reading() as connection:
        counts = listing.tally(connection, "t")
        found = listing.excerpt(connection, filled.memory, "t", counts, most, order=listing.weightiest_first)
    assert (ids(found), found.of) == (order[:most], 9)


def test_a_board_has_what_pages_first(filled: Base) -> None:
    with filled.reading() as connection:
        counts = listing.tally(connection, "t")
        found = listing.excerpt(connection, filled.memory, "t", counts, 5, Shelf.is_open, listing.pages_first)
    assert (ids(found), found.of) == (["edit", "same", "new", "old", "quiet"], 6)


def test_an_excerpt_of_what_moved_leaves_the_rest_out(filled: Base) -> None:
    with filled.reading() as connection:
        moved = listing.moved(connection, "t", listing.tally(connection, "t"), NOON + timedelta(hours=6))
        closed = listing.excerpt(connection, filled.memory, "t", moved, 5, Shelf.is_closed)
        noted = listing.excerpt(connection, filled.memory, "t", moved, 5, Shelf.is_noted)
    assert (ids(closed), closed.of) == (["closed"], 1)
    assert (ids(noted), noted.of) == (["note"], 1)


def test_cases_come_in_their_order_however_few_are_held(filled: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "BATCH", 2)
    with filled.reading() as connection:
        found = [case.id for case in listing.cases(connection, filled.memory, "t")]
        assert found == ["edit", "new", "same", "old", "quiet", "note"]
        assert [c.id for c in listing.cases(connection, filled.memory, "t", most=3)] == found[:3]
        everywhere = [c.id for c in listing.cases(connection, filled.memory, statuses=tuple(CaseStatus))]
    assert len(everywhere) == len(set(everywhere)) == 10


def test_no_more_than_a_batch_is_read_ahead(filled: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "BATCH", 2)
    read: list[int] = []
    whole = listing.cases_by_id

    def counted(connection: Connection, memory: object, case_ids: list[str]) -> dict[str, Case]:
        read.append(len(case_ids))
        return whole(connection, memory, case_ids)  # type: ignore[arg-type]

    monkeypatch.setattr(listing, "cases_by_id", counted)
    with filled.reading() as connection:
        found = listing.cases(connection, filled.memory, "t")
        next(found)
        assert read == [2]
        assert len(list(found)) == 5
    assert read == [2, 2, 2]


def test_history_is_of_the_cases_named(filled: Base) -> None:
    with filled.writing() as connection:
        raise_alert(connection, made.change(CASES[0], ChangeKind.CLOSED), ())
    with filled.reading() as connection:
        found = listing.history(connection, ["old", "new"])
    assert {case: [event.kind for event in events] for case, events in found.items()} == {
        "old": [ChangeKind.OPENED, ChangeKind.CLOSED],
        "new": [ChangeKind.OPENED],
    }


def test_topics_are_those_with_a_case(filled: Base) -> None:
    with filled.reading() as connection:
        assert list(listing.topics(connection)) == ["t", "u"]


def test_who_reads_at_leisure_is_not_cut_off(base: Base) -> None:
    """A pager stops where its reader does; the server would end the session after five minutes."""
    with base.reading() as connection:
        if connection.dialect.name != "postgresql":
            return
        assert connection.execute(text("SHOW idle_in_transaction_session_timeout")).scalar() == "5min"
    with base.reading(at_leisure=True) as connection:
        assert connection.execute(text("SHOW idle_in_transaction_session_timeout")).scalar() == "0"
    with base.reading() as connection:
        assert connection.execute(text("SHOW idle_in_transaction_session_timeout")).scalar() == "5min"
