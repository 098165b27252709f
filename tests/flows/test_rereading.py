"""Protects a claim base whose articles are read anew: cases, decisions and evidence stay, and nobody is paged."""

import multiprocessing
import os
import signal
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import text

from claims.article import Article, Reading
from claims.case import CaseStatus, ChangeKind
from claims.claim import Claim, FigureClaim
from claims.relation import Kind
from claims.review import Because, Decision
from flows.desk import Desk, open_desk
from flows.intake import pipeline
from flows.telling.reviewing import review
from flows.upkeep import replacing, rereading
from flows.upkeep.replacing import Tally
from flows.upkeep.rereading import reread
from storage import articles, cases, listing, readings, recording
from storage.base import Base
from storage.checking import check
from tests.flows.newsroom import Stage, die_at, town
from tests.flows.reports import AGREES, FIRST, OTHER, pass_over, rows
from tests.flows.test_pass import count
from tests.flows.test_versions import EDITED, news, version

TABLES = ("claim", "claim_key", "question", "question_claim", "cases", "case_change", "position_claim", "alert")
Change = Callable[[Article, Claim], Claim | None]


class NewReader:
    """A reader of another version, which reads as the present one but for what ``change`` makes of a claim."""

    def __init__(self, desk: Desk, change: Change, version: str) -> None:
        self._reader = desk.reader
        self._change = change
        self._version = version

    def read(self, article: Article) -> Reading:
        read = self._reader.read(article)
        found = (self._change(article, replace(claim, parser=self._version)) for claim in read.claims)
        return replace(read, claims=tuple(claim for claim in found if claim), parser=self._version)


def as_before(_: Article, claim: Claim) -> Claim:
    return claim


def another_word(_: Article, claim: Claim) -> Claim:
    """All that is counted is filed under another word: no old claim is like a new one."""
    if not isinstance(claim, FigureClaim) or claim.counted is None:
        return claim
    return replace(claim, counted=replace(claim.counted, key="soul", family="soul"))


def another_figure(figure: int, url: str = OTHER["url"]) -> Change:
    def change(article: Article, claim: Claim) -> Claim:
        if article.url != url or not isinstance(claim, FigureClaim):
            return claim
        return replace(claim, quantity=replace(claim.quantity, lower=Decimal(figure), upper=Decimal(figure)))

    return change


def nothing_in(url: str) -> Change:
    return lambda article, claim: None if article.url == url else claim


def parser_is(monkeypatch: pytest.MonkeyPatch, version: str) -> None:
    for module in (rereading, replacing):
        monkeypatch.setattr(module, "PARSER_VERSION", version)


@pytest.fixture
def read_anew(base: Base, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Tally]:
    """Reads all articles by a new version of the parser."""

    def run(change: Change, version: str = "new") -> Tally:
        parser_is(monkeypatch, version)
        desk = open_desk()
        tally = reread(base, replace(desk, reader=NewReader(desk, change, version)))  # type: ignore[arg-type]
        assert check(base, datetime.now(UTC)) == []
        assert count(base, "alert") == 0
        return tally

    return run


def counts(base: Base) -> list[int]:
    return [count(base, table) for table in TABLES]


def test_what_is_read_as_before_changes_nothing_and_is_read_once(
    base: Base, tmp_path: Path, read_anew: Callable[..., Tally]
) -> None:
    pass_over(base, rows(tmp_path / "in.jsonl", FIRST, OTHER, AGREES))
    before = counts(base)
    tally = read_anew(as_before)
    assert (tally.articles, tally.replaced, tally.new, tally.changes) == (3, 0, 0, [])
    assert counts(base) == before
    assert read_anew(as_before).articles == 0


def test_the_present_parser_reads_nothing_anew(base: Base, tmp_path: Path) -> None:
    pass_over(base, rows(tmp_path / "in.jsonl", FIRST, OTHER))
    assert reread(base, open_desk()).articles == 0


def test_a_figure_that_was_misread_closes_its_case_and_keeps_its_evidence(
    base: Base, tmp_path: Path, read_anew: Callable[..., Tally]
) -> None:
    (opened,) = pass_over(base, rows(tmp_path / "in.jsonl", FIRST, OTHER)).changes
    (change,) = read_anew(another_figure(40)).changes
    assert (change.case.id, change.kind, change.page) == (opened.case.id, ChangeKind.CLOSED, False)
    with base.reading() as connection:
        kept = cases.case(connection, base.memory, opened.case.id)
    assert kept
    assert kept.arrangement.positions == opened.case.arrangement.positions


def test_a_case_is_told_in_the_words_of_the_new_reading(
    base: Base, tmp_path: Path, read_anew: Callable[..., Tally]
) -> None:
    (opened,) = pass_over(base, rows(tmp_path / "in.jsonl", FIRST, OTHER)).changes
    (change,) = read_anew(another_figure(26)).changes
    assert (change.case.id, change.kind, change.page) == (opened.case.id, ChangeKind.EVIDENCE, False)
    assert change.reason == "Read anew: “40 / 25” became “40 / 26”."
    with base.reading() as connection:
        assert cases.case(connection, base.memory, opened.case.id) == change.case
    assert read_anew(another_figure(26)).changes == []


def test_a_case_stays_when_both_sides_are_filed_under_another_word(
    base: Base, tmp_path: Path, read_anew: Callable[..., Tally]
) -> None:
    (opened,) = pass_over(base, rows(tmp_path / "in.jsonl", FIRST, OTHER)).changes
    tally = read_anew(another_word)
    assert tally.replaced == tally.new > 1
    assert [c.kind for c in tally.changes if c.kind is not ChangeKind.EVIDENCE] == []
    with base.reading() as connection:
        (case,) = listing.cases(connection, base.memory, statuses=tuple(CaseStatus))
        seated = "SELECT replaced_by FROM position_claim JOIN claim ON claim.id = position_claim.claim_id"
        assert set(connection.execute(text(seated)).scalars()) == {""}
    assert case.id == opened.case.id
    assert [p.says for p in case.arrangement.positions] == ["40", "25"]


@pytest.mark.parametrize("because", list(Because))
def test_a_dismissal_sticks(base: Base, tmp_path: Path, read_anew: Callable[..., Tally], because: Because) -> None:
    (opened,) = pass_over(base, rows(tmp_path / "in.jsonl", FIRST, OTHER)).changes
    review(base, opened.case.id, Decision.DISMISS, because)
    with base.writing() as connection:
        connection.execute(text("DELETE FROM alert"))
    read_anew(another_word)
    with base.reading() as connection:
        (case,) = listing.cases(connection, base.memory, statuses=tuple(CaseStatus))
    assert (case.id, case.status) == (opened.case.id, CaseStatus.DISMISSED)
    assert count(base, "labelled_pair") == 1


def test_what_only_the_new_parser_finds_opens_a_case_that_pages_nobody(
    base: Base, tmp_path: Path, read_anew: Callable[..., Tally]
) -> None:
    pass_over(base, rows(tmp_path / "in.jsonl", FIRST, OTHER))
    (closed,) = read_anew(nothing_in(OTHER["url"]), "blind").changes
    assert closed.kind is ChangeKind.CLOSED
    (change,) = read_anew(as_before).changes
    assert change.page is False
    assert change.kind in (ChangeKind.OPENED, ChangeKind.REOPENED)
    with base.reading() as connection:
        (case,) = listing.cases(connection, base.memory)
    assert [p.says for p in case.arrangement.positions] == ["40", "25"]


def test_a_page_speaks_with_its_last_version_and_its_edits_go_on_in_their_case(
    base: Base, tmp_path: Path, read_anew: Callable[..., Tally]
) -> None:
    pass_over(base, rows(tmp_path / "old.jsonl", FIRST))
    first = news(base, tmp_path, EDITED)[Kind.EDIT]
    with base.writing() as connection:
        connection.execute(text("DELETE FROM alert"))
    tally = read_anew(another_word)
    assert tally.articles == 1
    again = news(base, tmp_path, version(FIRST["text"].replace("40", "19"), 14))
    assert again[Kind.EDIT].case.id == first.case.id
    assert [p.says for p in again[Kind.EDIT].case.arrangement.positions] == ["40", "25", "19"]


def test_an_article_that_breaks_the_reader_costs_no_other(
    base: Base, tmp_path: Path, read_anew: Callable[..., Tally]
) -> None:
    pass_over(base, rows(tmp_path / "in.jsonl", FIRST, OTHER))

    def breaks(article: Article, claim: Claim) -> Claim:
        if article.url == FIRST["url"]:
            raise ZeroDivisionError("too few words")
        return claim

    tally = read_anew(breaks)
    assert (tally.articles, [p.where for p in tally.problems]) == (1, [FIRST["url"]])
    assert "an error of ours" in tally.problems[0].reason
    assert read_anew(as_before).articles == 1


def many(folder: Path, towns: int) -> Path:
    """Two reports each of what happened in some towns."""
    told = []
    for number in range(towns):
        name, toll = town(number + 1), 25 + number
        for report, figure in ((FIRST, 300 + number), (OTHER, toll)):
            lines = report["text"].replace("Varsund", name).replace("40", str(figure)).replace("25", str(figure))
            told.append({**report, "id": f"{report['id']}-{name}", "url": f"{report['url']}/{name}", "text": lines})
            told[-1]["title"] = lines.split("\n")[0]
    return rows(folder / "many.jsonl", *told)


PLACES = (
    *(Stage(readings, name) for name in ("unlike", "replace", "note")),
    *(
        Stage(articles, "add_claims"),
        Stage(pipeline, "candidates"),
        Stage(recording, "seat"),
        Stage(replacing, "settle_whole"),
    ),
    Stage(readings, "sweep"),
)


@pytest.mark.slow
def test_killed_at_any_point_it_goes_on_where_it_stopped(
    base_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed at each place in turn, before its work and after it, until a run comes through: as if none was killed."""
    monkeypatch.setattr(rereading, "BATCH", 3)
    parser_is(monkeypatch, "new")
    desk = open_desk()
    new = replace(desk, reader=NewReader(desk, another_word, "new"))  # type: ignore[arg-type]
    with Base.open(base_url) as base:
        opened = pass_over(base, many(tmp_path, 30)).changes
    assert len(opened) == 30

    def work(prepare: Callable[[], None]) -> None:
        prepare()
        with Base.open(base_url) as base:
            reread(base, new)
        os._exit(0)

    ends = []
    for place in PLACES:
        for after in (False, True):
            process = multiprocessing.get_context("fork").Process(
                target=work, args=(partial(die_at, place, 1 if place.name == "sweep" else 2, after),)
            )
            process.start()
            process.join()
            ends.append(process.exitcode)
            with Base.open(base_url) as base:
                assert check(base, datetime.now(UTC)) == []
    assert set(ends) <= {0, -signal.SIGKILL}
    assert ends.count(-signal.SIGKILL) >= 12, ends
    with Base.open(base_url) as base:
        reread(base, new)
        assert reread(base, new).articles == 0
        assert check(base, datetime.now(UTC)) == []
        assert count(base, "alert") == 0
        with base.reading() as connection:
            parsers = connection.execute(text("SELECT DISTINCT parser FROM article")).scalars().all()
            found = list(listing.cases(connection, base.memory, statuses=tuple(CaseStatus)))
            figures = "SELECT replaced_by, count(*) FROM claim WHERE kind = 'figure' GROUP BY replaced_by"
            made = dict(map(tuple, connection.execute(text(figures))))
    assert parsers == ["new"]
    assert sorted(c.id for c in found) == sorted(c.case.id for c in opened)
    assert made == {"": 120, "new": 60}  # that of each headline counts nothing by name, and is read as before
