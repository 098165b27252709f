"""Protects what `make run` shows a newcomer: of the seeded reports one question pages, and nothing beside it."""

from claims.case import Case
from flows.desk import SEEDS, open_desk
from storage import listing
from storage.base import Base
from tests.flows.reports import pass_over

FOLDER = SEEDS / "guard-request"


def test_one_question_pages(base: Base) -> None:
    desk = open_desk(FOLDER / "topic.toml")
    for where in (FOLDER / "history.jsonl", FOLDER / "reports"):
        assert pass_over(base, where, desk=desk).problems == ()
    with base.reading() as connection:
        found = list(listing.cases(connection, base.memory, "guard-request"))
    assert _asked(found, page=True) == {"Will the National Guard take part in arrests?"}
    assert "How many National Guard members were requested? (U.S.)" in _asked(found, page=False)


def _asked(found: list[Case], page: bool) -> set[str]:
    return {case.arrangement.question for case in found if case.arrangement.page is page}
