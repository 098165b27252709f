"""Protects the fetcher from the web: each hostile source is told in words, and the honest one beside it is read."""

import ipaddress
import resource
from collections.abc import Iterator

import pytest

from claims.article import Article
from claims.document import Document, Problem
from claims.topic import SourceSpec
from parsers.pages.bounded import read_page
from sources.collect import collect
from sources.settings import FetchSettings
from tests.sources.hostile import FORBIDDEN, HOME, Case, article, cases
from tests.sources.playground import Playground, Reply

pytestmark = pytest.mark.slow
SETTINGS = FetchSettings(
    allowed=(ipaddress.ip_network(f"{HOME}/32"),), pace=0.0, deadline=1.0, body_cap=2_000_000, concurrency=8
)
NAMES = [case.name for case in cases(Playground(HOME, 1))]


@pytest.fixture(scope="module")
def server() -> Iterator[Playground]:
    with Playground(HOME) as started:
        started.routes["/harm/honest"] = started.routes["/honest"] = Reply(article(42))
        yield started


@pytest.fixture(scope="module")
def forbidden(server: Playground) -> Iterator[Playground]:
    """What stands where no request may come, at the same port."""
    with Playground(FORBIDDEN, server.port) as started:
        started.routes["/secret"] = Reply(article(13))
        yield started


@pytest.mark.parametrize("name", NAMES)
def test_harm_is_told_in_words_and_stays_where_it_is(server: Playground, forbidden: Playground, name: str) -> None:
    case: Case = next(case for case in cases(server) if case.name == name)
    path = f"/harm/{case.name.replace(' ', '-')}"
    server.routes[path] = case.handler
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sources = [SourceSpec(case.kind, server.url(path)), server.url("/honest")]
    found = [read_page(item) if isinstance(item, Document) else item for item in collect(sources, settings=SETTINGS)]
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    articles = [item for item in found if isinstance(item, Article)]
    problems = [item for item in found if isinstance(item, Problem)]
    assert any(item.title == "Fire number 42" and item.url.endswith("/honest") for item in articles)
    assert grown < 60_000  # kilobytes
    assert not forbidden.asked
    if case.told:
        (problem,) = problems
        assert any(part in problem.reason for part in case.told.split("|")), problem.reason
        assert len(articles) == 1
    else:
        assert not problems
        assert len(articles) == 2
