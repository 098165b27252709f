"""Protects a pass: all of an article or nothing, each once, history silent, and what is left out told."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from claims.case import ChangeKind
from claims.document import Document, Problem
from flows.desk import open_desk
from flows.intake import passes, pipeline
from sources.collect import collect
from storage import cases
from storage.base import Base
from storage.errors import BaseError
from tests.flows.reports import AGREES, FIRST, OTHER, begin, pass_over, rows


def count(base: Base, table: str) -> int:
    with base.reading() as connection:
        number: int = connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()
    return number


def test_two_reports_at_odds_open_a_case_that_pages(base: Base, tmp_path: Path) -> None:
    pass_over(base, rows(tmp_path / "history.jsonl", FIRST))
    news = pass_over(base, rows(tmp_path / "news.jsonl", OTHER))
    (change,) = news.changes
    assert (change.kind, change.page) == (ChangeKind.OPENED, True)
    says = {p.says: [e.article_id for e in p.evidence] for p in change.case.arrangement.positions}
    assert {"wire-1" in ids for ids in says.values()} == {True, False}
    assert count(base, "notification") == count(base, "alert") == 1
    with base.reading() as connection:
        assert cases.case(connection, base.memory, change.case.id) == change.case


def test_one_more_voice_for_a_known_position_does_not_page(base: Base, tmp_path: Path) -> None:
    pass_over(base, rows(tmp_path / "old.jsonl", FIRST, OTHER))
    (change,) = pass_over(base, rows(tmp_path / "new.jsonl", AGREES)).changes
    assert (change.kind, change.page) == (ChangeKind.EVIDENCE, False)


def test_reports_that_agree_open_nothing(base: Base, tmp_path: Path) -> None:
    assert pass_over(base, rows(tmp_path / "in.jsonl", FIRST, AGREES)).changes == ()


def test_the_first_pass_makes_history_and_alerts_nobody(base: Base, tmp_path: Path) -> None:
    summary = pass_over(base, rows(tmp_path / "in.jsonl", FIRST, OTHER))
    assert summary.silent
    assert len(summary.changes) == 1  # told all the same to whoever runs the pass
    assert count(base, "alert") == 0


def test_history_alerts_if_it_is_to(base: Base, tmp_path: Path) -> None:
    pass_over(base, rows(tmp_path / "in.jsonl", FIRST, OTHER), alert_history=True)
    assert count(base, "alert") == 1


def test_a_second_pass_over_the_same_raises_nothing(base: Base, tmp_path: Path) -> None:
    everything = rows(tmp_path / "in.jsonl", FIRST, OTHER, AGREES)
    pass_over(base, everything, alert_history=True)
    before = [count(base, table) for table in ("article", "claim", "cases", "alert", "case_change")]
    again = pass_over(base, everything)
    assert (again.tally.stored, again.tally.known, again.changes) == (0, 3, ())
    assert [count(base, table) for table in ("article", "claim", "cases", "alert", "case_change")] == before


def test_another_text_at_the_same_address_is_another_version(base: Base, tmp_path: Path) -> None:
    later = {**FIRST, "text": FIRST["text"].replace("40", "41")}
    assert pass_over(base, rows(tmp_path / "in.jsonl", FIRST, later)).tally.stored == 2


def test_an_article_is_stored_whole_or_not_at_all(base: Base, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pass_over(base, rows(tmp_path / "old.jsonl", FIRST))

    def fails(*_: object) -> int:
        raise BaseError("the disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(pipeline.outbox, "raise_alerts", fails)
        with pytest.raises(BaseError):
            pass_over(base, rows(tmp_path / "new.jsonl", OTHER))
    assert (count(base, "article"), count(base, "cases"), count(base, "claim_key") > 0) == (1, 0, True)
    (change,) = pass_over(base, rows(tmp_path / "new.jsonl", OTHER)).changes
    assert change.kind is ChangeKind.OPENED
    assert count(base, "alert") == 1


def test_an_article_that_breaks_the_reader_costs_no_other(
    base: Base, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_in = passes.take_in

    def breaks(desk: object, base: object, document: object, **options: object) -> object:
        if getattr(document, "id", "") == "wire-1":
            raise ZeroDivisionError("too few words")
        return take_in(desk, base, document, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(passes, "take_in", breaks)
    summary = pass_over(base, rows(tmp_path / "in.jsonl", FIRST, OTHER))
    assert summary.tally.stored == 1
    assert summary.failed
    assert "an error of ours" in summary.problems[0].reason


def test_bad_input_is_left_out_by_name_and_the_rest_goes_on(base: Base, tmp_path: Path) -> None:
    lines = rows(tmp_path / "in.jsonl", FIRST)
    lines.write_bytes(lines.read_bytes() + b'{"id": broken\n')
    (tmp_path / "bytes.txt").write_bytes(b"\x00\x01\xfe\xff\x80" * 400)
    (tmp_path / "empty.html").write_bytes(b"")
    (tmp_path / "furniture.html").write_text("<html><body><nav>Home News Sport</nav></body></html>")
    danish = "Et jordskælv i Varsund kostede fyrre mennesker livet, siger byens borgmester, og mange er stadig savnet. "
    (tmp_path / "danish.txt").write_text(danish * 8)
    names = ("in.jsonl", "missing.txt", "bytes.txt", "empty.html", "furniture.html", "danish.txt")
    summary = pass_over(base, *(tmp_path / name for name in names))
    reasons = {problem.where.rsplit("/", 1)[-1]: problem for problem in summary.problems}
    assert set(reasons) == {"in.jsonl:2", *names[1:]}
    assert summary.tally.stored == 1
    assert summary.failed
    assert not reasons["danish.txt"].fatal


def test_of_two_passes_at_once_one_stores_an_article(base_url: str, tmp_path: Path) -> None:
    with Base.open(base_url) as one, Base.open(base_url) as other:
        first, second = begin(one), begin(other)
        source = rows(tmp_path / "in.jsonl", FIRST, OTHER, AGREES)
        tallies = [p.finish().tally for p in (first, second) for _ in [p.take_in(_documents(source))]]
        assert sorted(t.stored for t in tallies) == [0, 3]
        assert count(one, "cases") == 1


def _documents(source: Path) -> list[Document | Problem]:
    return list(collect([str(source)]))


def test_a_feed_article_off_the_topic_is_left_out_quietly(base: Base, tmp_path: Path) -> None:
    topic = tmp_path / "topic.toml"
    topic.write_text('key = "floods"\nname = "Floods"\n[keywords]\nany = ["flood"]\n')
    desk = open_desk(topic)
    (document,) = _documents(rows(tmp_path / "in.jsonl", FIRST))
    assert isinstance(document, Document)
    going = begin(base, desk)
    (named,) = going.take_in([document])
    (found,) = going.take_in([replace(document, found_in="https://feed.example", url="https://other.example/1")])
    assert named.article is not None  # a person asked for it
    assert found.problem is not None
    assert not found.problem.fatal
