"""Protects a pass over the web with a memory: nothing asked twice, nothing lost, hosts and their rules respected."""

import ipaddress
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from claims.document import Document, Problem
from claims.topic import Keywords, SourceSpec
from sources.collect import collect, collect_batches
from sources.manners import read_retry_after
from sources.settings import FetchSettings, read_settings
from storage.base import Base
from storage.fetches import Fetches
from tests.sources.hostile import article, feed, raw, silence
from tests.sources.playground import Handler, Playground, Reply, redirect

pytestmark = pytest.mark.slow
XML = {"Content-Type": "text/xml"}
SETTINGS = FetchSettings(
    contact="desk@post.example", allowed=(ipaddress.ip_network("127.0.0.0/8"),), pace=0.0, deadline=2.0
)


@pytest.fixture
def server() -> Iterator[Playground]:
    with Playground() as started:
        yield started


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Fetches]:
    with Base.open(f"sqlite:///{tmp_path}/claims.db") as base:
        yield Fetches(base, "t", revisits=(timedelta(0), timedelta(hours=1)))


class Desk:
    """Takes documents in as a pass does: each is settled once it is read."""

    def __init__(self, server: Playground, memory: Fetches) -> None:
        self._server, self._memory = server, memory
        self.keywords, self.settings = Keywords(), SETTINGS

    def read(self, *paths: str, kind: str = "feed", settle: bool = True) -> tuple[list[str], list[str]]:
        """The paths of the documents that came, and the reasons of the problems."""
        specs = [SourceSpec(kind, self._server.url(path)) for path in paths]
        found = list(collect(specs, keywords=self.keywords, settings=self.settings, memory=self._memory))
        documents = [item for item in found if isinstance(item, Document)]
        for document in documents if settle else ():
            self._memory.settle(document.url, datetime.now(UTC))
        home = self._server.url("")
        return [d.url.removeprefix(home) for d in documents], [p.reason for p in found if isinstance(p, Problem)]


@pytest.fixture
def desk(server: Playground, memory: Fetches) -> Desk:
    return Desk(server, memory)


def tagged(body: bytes) -> Handler:
    """A page with an ETag, answered with 304 to whoever has it."""

    async def handle(request, writer):  # type: ignore[no-untyped-def]
        same = request.headers.get("if-none-match") == '"v1"'
        await Reply(b"" if same else body, 304 if same else 200, XML | {"ETag": '"v1"'})(request, writer)

    return handle


def test_what_has_not_changed_is_not_sent_again_and_what_was_not_settled_is(server: Playground, desk: Desk) -> None:
    server.routes |= {"/feed": tagged(feed(["/a", "/b"])), "/a": tagged(article(1)), "/b": tagged(article(2))}
    assert sorted(desk.read("/feed", settle=False)[0]) == ["/a", "/b"]  # killed before anything was stored
    assert sorted(desk.read("/feed")[0]) == ["/a", "/b"]
    assert desk.read("/feed") == ([], [])
    assert server.times("/feed") == 3
    assert server.times("/a") == 2


def test_one_article_in_several_feeds_is_fetched_once(server: Playground, desk: Desk) -> None:
    links = ["/a", "/a?utm_source=x", "/a#top"]
    server.routes |= {f"/feed{n}": Reply(feed([link]), headers=XML) for n, link in enumerate(links)}
    server.routes["/a"] = Reply(article(1))
    assert desk.read("/feed0", "/feed1", "/feed2") == (["/a"], [])
    assert server.times("/a") == 1


def test_keywords_decide_where_a_summary_tells_and_the_text_where_none_does(server: Playground, desk: Desk) -> None:
    def item(path: str, words: str) -> str:
        return f"<item><link>{path}</link><title>News</title>{words}</item>"

    items = (
        item("/about-it", "<description>A fire in Halden</description>")
        + item("/not-about-it", "<description>A flood in Moss</description>")
        + item("/excluded", "<description>Fire sale: a fire in Halden</description>")
        + item("/untold", "")
    )
    server.routes["/feed"] = Reply(f"<rss><channel>{items}</channel></rss>".encode(), headers=XML)
    server.routes |= {path: Reply(article(1)) for path in ("/about-it", "/not-about-it", "/excluded", "/untold")}
    desk.keywords = Keywords(any=("fire",), exclude=("fire sale",))
    assert sorted(desk.read("/feed")[0]) == ["/about-it", "/untold"]
    assert desk.read("/not-about-it", kind="page")[0] == ["/not-about-it"]  # named by hand


def test_what_is_older_than_the_look_back_is_left(server: Playground, desk: Desk) -> None:
    old = b"<rss><channel><item><link>/a</link><pubDate>Wed, 02 Apr 2025 10:00:00 GMT</pubDate></item></channel></rss>"
    server.routes |= {"/feed": Reply(old, headers=XML), "/a": Reply(article(1))}
    desk.settings = FetchSettings(allowed=SETTINGS.allowed, pace=0.0, look_back=timedelta(days=30))
    assert desk.read("/feed") == ([], [])
    assert server.times("/a") == 0


def test_robots_are_obeyed_and_asked_once(server: Playground, desk: Desk) -> None:
    server.routes["/robots.txt"] = Reply(b"User-agent: atodds\nDisallow: /closed/\n")
    server.routes |= {"/feed": Reply(feed(["/open/a", "/closed/b"]), headers=XML)}
    server.routes |= {"/open/a": Reply(article(1)), "/closed/b": Reply(article(2))}
    assert desk.read("/feed") == (["/open/a"], ["the site's robots.txt asks robots to stay away from it"])
    desk.read("/feed")
    assert (server.times("/closed/b"), server.times("/robots.txt")) == (0, 1)


@pytest.mark.parametrize(
    ("rules", "reason"),
    [
        (Reply(b"<html>" + b"Disallow: nothing<br>\n" * 250_000), None),
        (Reply(b"User-agent: *\nDisallow:"), None),
        (Reply(b"\xff\xfe\x00binary" * 99), None),
        (Reply(status=404), None),
        (Reply(status=403), None),
        (redirect("/robots.txt"), "robots.txt: redirects more than 5 times"),
        (Reply(status=500), "robots.txt: answered with an error (500); until it can be read the site is left alone"),
        (silence, "robots.txt: did not answer in full"),
        (raw(b"nonsense"), "robots.txt: answers against the rules of HTTP"),
    ],
)
def test_robots_files_of_all_kinds(server: Playground, desk: Desk, rules: Handler, reason: str | None) -> None:
    server.routes |= {"/robots.txt": rules, "/a": Reply(article(1))}
    found, problems = desk.read("/a", kind="page")
    assert found == ([] if reason else ["/a"])
    assert all(problem.startswith(reason or "") for problem in problems)
    assert len(problems) == bool(reason)


def test_every_request_says_who_asks(server: Playground, desk: Desk) -> None:
    server.routes |= {"/feed": Reply(feed(["/a"]), headers=XML), "/a": Reply(article(1))}
    desk.read("/feed")
    assert {request.headers["user-agent"] for request in server.asked} == {"atodds/0.1 (+desk@post.example)"}
    assert not any("cookie" in request.headers or "referer" in request.headers for request in server.asked)


def test_a_host_that_asks_for_time_gets_it_from_every_source(server: Playground, desk: Desk) -> None:
    server.routes["/busy"] = Reply(status=503, headers={"Retry-After": "3600"})
    server.routes |= {"/feed": Reply(feed(["/a"]), headers=XML), "/a": Reply(article(1))}
    (told,) = desk.read("/busy")[1]
    assert told.startswith("unavailable for now (503), to be asked again after")
    (told,) = desk.read("/feed")[1]
    assert told.startswith("the host asked to be left alone until")
    assert server.times("/feed") == 0


def test_a_source_that_fails_is_left_alone_for_a_while_unless_a_person_asks(server: Playground, desk: Desk) -> None:
    server.routes["/feed"] = Reply(status=500)
    assert desk.read("/feed")[1] == ["answered with an error (500)"]
    (told,) = desk.read("/feed")[1]
    assert told.startswith("left alone until")
    assert desk.read("/feed", kind="any")[1] == ["answered with an error (500)"]
    assert server.times("/feed") == 2


def test_a_page_that_comes_later_is_tried_again(server: Playground, desk: Desk, memory: Fetches) -> None:
    server.routes["/feed"] = Reply(feed(["/a"]), headers=XML)
    assert desk.read("/feed")[1] == ["there is no such page (404)"]
    assert [entry.url for entry in memory.owed(server.url("/feed"), datetime.now(UTC) + timedelta(minutes=6), 9)]


def test_a_page_is_read_again_and_its_takedown_noted(server: Playground, desk: Desk, memory: Fetches) -> None:
    server.routes |= {"/feed": Reply(feed(["/a"]), headers=XML), "/a": Reply(article(1))}
    desk.read("/feed", settle=False)
    memory.settle(server.url("/a"), datetime.now(UTC) - timedelta(hours=2))
    assert desk.read("/feed", settle=False) == (["/a"], [])
    server.routes["/a"] = Reply(status=410)
    (told,) = desk.read("/feed")[1]
    assert told.startswith("taken down: the page was taken away (410); last read on")
    assert desk.read("/feed") == ([], [])


def test_full_text_in_the_feed_stands_in_for_a_page_that_cannot_be_had(server: Playground, desk: Desk) -> None:
    story = "<p>The fire chief said that 14 people were hurt in the warehouse fire in Halden.</p>" * 10
    full = f"<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='/a'/><content type='html'><![CDATA[{story}]]>"
    server.routes["/feed"] = Reply(f"{full}</content></entry></feed>".encode(), headers=XML)
    server.routes["/a"] = Reply(status=403)
    assert desk.read("/feed") == (["/a"], [])


def test_a_hundred_thousand_entries_are_cut_and_told(server: Playground, desk: Desk) -> None:
    body = feed(["/a"] + [f"javascript:x({n})" for n in range(99_999)])
    server.routes |= {"/feed": Reply(body, headers=XML), "/a": Reply(article(1))}
    found, (told,) = desk.read("/feed")
    assert found == ["/a"]
    assert "names 99,001 articles; the newest 1 were taken" in told


def test_an_index_of_sitemaps_is_followed_and_a_bad_child_does_not_spoil_it(server: Playground, desk: Desk) -> None:
    index = b"<sitemapindex><sitemap><loc>/one.xml</loc></sitemap><sitemap><loc>/bad.xml</loc></sitemap></sitemapindex>"
    server.routes["/index.xml"] = Reply(index, headers=XML)
    server.routes["/one.xml"] = Reply(b"<urlset><url><loc>/a</loc></url></urlset>", headers=XML)
    server.routes |= {"/bad.xml": Reply(article(2)), "/a": Reply(article(1))}
    assert desk.read("/index.xml", kind="sitemap") == (["/a"], ["is no sitemap"])


def test_a_feed_that_moved_for_good_is_told_in_its_health(server: Playground, desk: Desk, memory: Fetches) -> None:
    server.routes |= {"/old": redirect("/new", 301), "/new": Reply(feed([]), headers=XML)}
    desk.read("/old")
    assert [source.moved_to for source in memory.health()] == [server.url("/new")]


def test_news_is_not_held_back_for_a_slow_host(server: Playground) -> None:
    server.routes |= {"/a": Reply(article(1)), "/slow": silence}
    batches = collect_batches([server.url("/a"), server.url("/slow")], settings=SETTINGS, size=50, patience=0.1)
    assert [type(item) for item in next(batches)] == [Document]
    assert [type(item) for item in next(batches)] == [Problem]
    assert list(batches) == []


def test_closing_half_way_ends_everything(server: Playground) -> None:
    server.routes |= {f"/{n}": Reply(article(n)) for n in range(60)}
    found = collect([server.url(f"/{n}") for n in range(60)], settings=SETTINGS)
    assert isinstance(next(found), Document)
    found.close()  # type: ignore[attr-defined]
    assert len(server.asked) <= 60


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        ("0", None),
        ("Thu, 03 Apr 2025 00:02:00 GMT", 120),
        ("Thu, 03 Apr 2020 00:00:00 GMT", None),
        ("99999999999999999999", 86400),
        ("Thu, 03 Apr 2099 00:00:00 GMT", 86400),
        ("soon", None),
        ("-5", None),
        ("", None),
        (None, None),
    ],
)
def test_both_forms_of_retry_after(header: str | None, seconds: int | None) -> None:
    now = datetime(2025, 4, 3, tzinfo=UTC)
    until = read_retry_after(header, now)
    assert (until - now).total_seconds() == seconds if until and seconds else until is seconds


def test_settings_come_from_the_environment_and_are_checked() -> None:
    settings = read_settings({"ATODDS_CONTACT": "a@b.example", "ATODDS_ALLOWED_NETWORKS": "127.0.0.1/32, ::1"})
    assert settings.user_agent == "atodds/0.1 (+a@b.example)"
    assert [str(network) for network in settings.allowed] == ["127.0.0.1/32", "::1/128"]
    for wrong in ({"ATODDS_CONTACT": "a\r\nX: y"}, {"ATODDS_ALLOWED_NETWORKS": "home"}, {"ATODDS_PACE": "fast"}):
        with pytest.raises(ValueError, match=next(iter(wrong))):
            read_settings(wrong)
