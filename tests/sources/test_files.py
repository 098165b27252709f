"""Protects what comes from disk: every kind of input is read, and every bad one is named by file and line."""

import json
from pathlib import Path

import pytest

from claims.document import Document, Problem
from sources.collect import collect


def found(*sources: object) -> tuple[list[Document], list[Problem]]:
    items = list(collect([str(source) for source in sources]))
    return [i for i in items if isinstance(i, Document)], [i for i in items if isinstance(i, Problem)]


def rows(path: Path, *lines: object) -> Path:
    path.write_bytes(b"\n".join(i if isinstance(i, bytes) else json.dumps(i).encode() for i in lines))
    return path


def test_a_row_comes_with_all_that_it_says(tmp_path: Path) -> None:
    row = {
        "id": "a-1",
        "url": "https://post.example/fire?utm_source=feed",
        "source": "Halden Post",
        "title": "Fire in Halden",
        "published_at": "2031-04-02",
        "text": "Two people died.",
    }
    (document,), problems = found(rows(tmp_path / "in.jsonl", row))
    assert not problems
    assert (document.id, document.url, document.outlet) == ("a-1", "https://post.example/fire", "Halden Post")
    assert (document.title, document.text) == ("Fire in Halden", "Two people died.")
    assert str(document.published_at) == "2031-04-02 00:00:00+00:00"
    assert document.found_in is None


def test_what_no_database_can_hold_is_replaced_in_its_place(tmp_path: Path) -> None:
    (document,), _ = found(rows(tmp_path / "in.jsonl", {"id": "a", "text": "Two\x00died, \ud800 40 hurt."}))
    assert document.text == "Two died, ? 40 hurt."


@pytest.mark.parametrize(
    ("line", "reason", "fatal"),
    [
        (b'{"id": "a", ', "broken JSON", True),
        (b"\xff\xfe\x00\x01", "bytes that are no text", True),
        (b"[1, 2]", "must be a JSON object", True),
        (b"[" * 100_000, "nested too deep", True),
        ({"id": "a", "text": 7}, "'text' must be a text", True),
        ({"id": "a", "text": "  "}, "without text", False),
        ({"id": "a"}, "without text", False),
        ({"id": "a", "text": "Words.", "published_at": "soon"}, "no date", False),
    ],
)
def test_a_bad_row_is_named_and_the_rest_goes_on(tmp_path: Path, line: object, reason: str, fatal: bool) -> None:
    good = {"id": "good", "text": "Two people died."}
    documents, (problem,) = found(rows(tmp_path / "in.jsonl", good, line, good))
    assert problem.where.endswith("in.jsonl:2")
    assert reason in problem.reason
    assert problem.fatal is fatal
    assert sum(d.id == "good" for d in documents) == 2


def test_a_folder_is_read_in_order_and_what_it_cannot_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Second.")
    (tmp_path / "a.txt").write_text("First.")
    (tmp_path / "c.html").write_bytes(b"<p>Third.</p>")
    (tmp_path / "d.pdf").write_bytes(b"%PDF")
    (tmp_path / ".hidden.txt").write_text("Not for us.")
    documents, (problem,) = found(tmp_path)
    assert [d.text or d.html for d in documents] == ["First.", "Second.", b"<p>Third.</p>"]
    assert problem.where.endswith("d.pdf")
    assert not problem.fatal


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("no.txt", None, "no such file"),
        ("empty.txt", b" \n", "an empty file"),
        ("binary.txt", b"\x89PNG\x00\x01\x02" * 50, "bytes that are no text"),
        ("notes.docx", b"PK", "not a kind of file"),
        ("feed.xml", b"not a feed", "is no feed"),
        ("bomb.xml", b'<!DOCTYPE r [<!ENTITY a "ha">]><rss><channel>&a;</channel></rss>', "declares XML entities"),
    ],
)
def test_a_bad_file_is_a_clear_problem(tmp_path: Path, name: str, content: bytes | None, reason: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    documents, (problem,) = found(tmp_path / name)
    assert not documents
    assert problem.where.endswith(name)
    assert reason in problem.reason
    assert problem.fatal


@pytest.mark.parametrize("named", ["javascript:alert(1)", "data:text/html,x", "ftp://a.example/", "file:///etc/passwd"])
def test_only_the_web_and_files_are_sources(named: str) -> None:
    documents, (problem,) = found(named)
    assert not documents
    assert "only http and https" in problem.reason


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_texts_in_any_charset(tmp_path: Path, charset: str) -> None:
    (tmp_path / "a.txt").write_bytes("“Café” – 20 dead".encode(charset))
    (document,), problems = found(tmp_path)
    assert document.text == "“Café” – 20 dead"
    assert not problems
