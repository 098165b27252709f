"""Protects a pass from one page: reading ends in time, and what breaks the reader is a problem like any other."""

from datetime import UTC, datetime

import pytest

from claims.article import Article
from claims.document import Document, Problem
from parsers.pages.bounded import PageReader

pytestmark = pytest.mark.slow
NOW = datetime(2031, 4, 3, tzinfo=UTC)
SMALL = b"<article><p>Two people died and 14 were hurt when a fire swept through a warehouse in Halden.</p></article>"
LARGE = b"<p>The fire chief said that 14 people were hurt in the warehouse." * 15_000


def document(html: bytes, found_in: str | None = None) -> Document:
    return Document(url="https://post.example/fire", where="here", fetched_at=NOW, html=html, found_in=found_in)


def test_a_page_comes_back_from_the_other_process_as_it_would_here() -> None:
    reader = PageReader()
    article = reader.read(document(SMALL))
    assert isinstance(article, Article)
    assert "14 were hurt" in article.text
    problem = reader.read(document(b""))
    assert isinstance(problem, Problem)
    assert problem.reason == "an empty page"
    reader.close()


def test_a_page_that_takes_too_long_is_given_up_and_the_next_one_is_read() -> None:
    reader = PageReader(seconds=0.05)
    problem = reader.read(document(LARGE, found_in="https://post.example/feed"))
    assert isinstance(problem, Problem)
    assert "takes more than 0.05 s" in problem.reason
    assert not problem.fatal
    reader.seconds = 20.0
    assert isinstance(reader.read(document(SMALL)), Article)
    reader.close()
