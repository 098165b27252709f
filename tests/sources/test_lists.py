"""Protects discovery: lists of every shape are read, broken ones as far as they can be, and one article is one."""

import json
from datetime import UTC, datetime

import pytest

from claims.topic import SourceSpec
from sources.addresses import absolute, canonical, on_the_web
from sources.feeds import read_feed
from sources.links import read_links
from sources.listing import Listing, NotAListingError
from sources.opml import read_opml, write_opml
from sources.sitemaps import read_sitemap
from tests.sources.honest import CHARSETS, SHAPES, TITLE

BASE = "https://post.example/lists/one"
NOW = datetime(2025, 4, 3, tzinfo=UTC)
LINKS = [f"https://post.example/news/fire-at-cafe-{n}" for n in range(3)]
READERS = {"feed": read_feed, "sitemap": read_sitemap, "pages": read_links}


def rss(items: str, base: str = BASE, limit: int = 200) -> Listing:
    return read_feed(f"<rss><channel><title>Post</title>{items}</channel></rss>".encode(), base, NOW, limit)


@pytest.mark.parametrize("charset", CHARSETS)
@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_in_every_charset(shape: str, charset: str) -> None:
    kind, made = SHAPES[shape]
    found = READERS[kind](made(LINKS, charset), BASE, NOW, 200)
    assert sorted(entry.url for entry in found.entries) == LINKS
    if shape != "sitemap":
        assert {entry.title for entry in found.entries} == {TITLE}
    if shape != "page of links":
        assert {entry.published_at for entry in found.entries} == {datetime(2025, 4, 2, 8, tzinfo=UTC)}


@pytest.mark.parametrize(
    ("item", "url"),
    [
        ("<link>/fire</link>", "https://post.example/fire"),
        ("<link>fire?utm_source=rss&amp;id=7#top</link>", "https://post.example/lists/fire?id=7"),
        ("<guid isPermaLink='true'>https://post.example/fire</guid>", "https://post.example/fire"),
        ("<link>javascript:alert(1)</link>", None),
        ("<link>data:text/html,x</link>", None),
        ("<link>mailto:a@post.example</link>", None),
        ("<link>file:///etc/passwd</link>", None),
        ("<title>No link</title>", None),
    ],
)
def test_links_of_a_feed(item: str, url: str | None) -> None:
    assert [entry.url for entry in rss(f"<item>{item}</item>").entries] == ([url] if url else [])


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Wed, 02 Apr 2025 10:00:00 GMT", "2025-04-02"),
        ("2025-04-02", "2025-04-02"),
        ("2025-04-02T23:30:00-05:00", "2025-04-03"),
        ("02 Apr 2025", "2025-04-02"),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("Mon, 02 Apr 2035 10:00:00 GMT", None),
        ("0001-01-01T00:00:00", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates_that_no_news_can_bear_are_no_dates(written: str, day: str | None) -> None:
    (entry,) = rss(f"<item><link>/a</link><pubDate>{written}</pubDate></item>").entries
    assert (entry.published_at.date().isoformat() if entry.published_at else None) == day


def test_entries_are_one_per_address_and_oldest_first() -> None:
    found = rss(
        "<item><link>/b</link><guid>1</guid><pubDate>Wed, 02 Apr 2025 10:00:00 GMT</pubDate></item>"
        "<item><link>/a?utm_medium=x</link><guid>1</guid><pubDate>Tue, 01 Apr 2025 10:00:00 GMT</pubDate></item>"
        "<item><link>/a</link><guid>changed</guid><pubDate>Tue, 01 Apr 2025 10:00:00 GMT</pubDate></item>"
    )
    assert [entry.url for entry in found.entries] == ["https://post.example/a", "https://post.example/b"]


def test_a_long_feed_is_cut_to_its_newest_entries_and_says_so() -> None:
    found = rss("".join(f"<item><link>/{n}</link></item>" for n in range(100_000)), limit=20)
    assert len(found.entries) == 20
    assert found.left_out == 100_000 - 20
    assert found.entries[-1].url == "https://post.example/0"  # a feed has its newest first


@pytest.mark.parametrize(
    "data",
    [
        b"<rss><channel><item><link>https://post.example/a</link></item><item><li",
        b"<rss><channel><item><title>A & B <b></title><link>https://post.example/a</link></item></channel>",
        b"\n\n <?xml version='1.0'?><rss><channel><item><link>https://post.example/a</link></item></channel></rss>",
        b"<?xml version='1.0' encoding='nonsense'?><rss><channel><item><link>https://post.example/a</link></item></channel></rss>",
        b"<?xml version='1.0' encoding='utf-8'?><rss><channel><item><title>Caf\xe9</title><link>https://post.example/a</link></item></channel></rss>",
        b"<rss><channel><item><title>\x00\x1b</title><link>https://post.example/a</link></item></channel></rss>",
        b'<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://a.example/rss.dtd"><rss><channel><item>'
        b"<link>https://post.example/a</link></item></channel></rss>",
    ],
)
def test_a_malformed_feed_is_read_as_far_as_it_goes(data: bytes) -> None:
    assert read_feed(data, BASE, NOW, 200).entries[0].url == "https://post.example/a"


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"<html><p>x</p></html>", b'{"version": "https://jsonfeed.org/version/1"']
)
def test_what_is_no_feed_is_told(data: bytes) -> None:
    with pytest.raises(NotAListingError):
        read_feed(data, BASE, NOW, 200)


def test_full_text_of_a_feed_is_kept_for_pages_that_cannot_be_had() -> None:
    item = {"url": "/a", "title": "T", "summary": "S", "content_html": "<p>All of it.</p>"}
    feed = json.dumps({"version": "https://jsonfeed.org/version/1", "items": [item, "junk", {"url": 7}]}).encode()
    (entry,) = read_feed(feed, BASE, NOW, 200).entries
    assert (entry.summary, entry.content) == ("S", "<p>All of it.</p>")


def test_an_index_of_sitemaps_points_to_the_newest() -> None:
    children = "".join(
        f"<sitemap><loc>/s{n}.xml</loc><lastmod>2025-01-{n:02}</lastmod></sitemap>" for n in range(1, 31)
    )
    found = read_sitemap(f"<sitemapindex>{children}</sitemapindex>".encode(), BASE, NOW, 200)
    assert found.more[0] == "https://post.example/s30.xml"
    assert len(found.more) == 10


def test_a_malformed_sitemap_is_read_as_far_as_it_goes() -> None:
    data = b"<urlset><url><loc>/a?x=1&y=2</loc></url><url><loc>/b</url><url><loc>"
    urls = [entry.url for entry in read_sitemap(data, BASE, NOW, 200).entries]
    assert "https://post.example/b" in urls


def test_a_page_of_links_names_its_own_articles_alone() -> None:
    page = b"""<a href="/news/two-dead-in-halden-fire">Two dead in Halden fire</a>
    <a href="/news/two-dead-in-halden-fire#comments">12 comments on this story</a>
    <a href="https://other.example/news/ten-dead-in-oslo-fire">Ten dead in Oslo fire</a>
    <a href="/about">About us and our work</a> <a href="/tag/fires-in-the-county-of-halden">Fires in the county</a>
    <a href="javascript:void(0)">Show more of these articles</a>"""
    assert [entry.url for entry in read_links(page, BASE, NOW, 200).entries] == [
        "https://post.example/news/two-dead-in-halden-fire"
    ]


@pytest.mark.parametrize(
    ("address", "form"),
    [
        ("HTTPS://Post.Example:443/a?b=2&a=1&utm_source=x#top", "https://post.example/a?a=1&b=2"),
        ("http://post.example", "http://post.example/"),
        ("http://post.example.:8080/a", "http://post.example:8080/a"),
        ("https://post.example/a?fbclid=1", "https://post.example/a"),
        ("http://[2001:DB8::1]/a", "http://[2001:db8::1]/a"),
        ("urn:x-1", "urn:x-1"),
    ],
)
def test_one_form_for_each_address(address: str, form: str) -> None:
    assert canonical(address) == form
    assert canonical(form) == form


@pytest.mark.parametrize(
    "address",
    [
        *("ftp://a.example/", "//a.example/", "http://", "http://user@a.example/", "http://a.example:99999/"),
        *("http://[::1/", "javascript:x", "http://a.example/\x00", "http://a.example/" + "a" * 2000),
    ],
)
def test_what_is_not_on_the_web(address: str) -> None:
    assert not on_the_web(address)
    assert absolute("file:///x", address) is None


def test_opml_goes_out_as_it_came_in() -> None:
    specs = [
        SourceSpec("feed", "https://post.example/feed?a=1&b=2", 'Post "Halden" & Co'),
        SourceSpec("feed", BASE, "One"),
    ]
    written = write_opml("Fires & floods", [*specs, SourceSpec("sitemap", "https://post.example/map.xml")])
    assert read_opml(written.encode()) == (specs, [])


def test_opml_of_other_readers() -> None:
    data = b"""<opml><body><outline text='News'><outline type='rss' text='A' xmlUrl='https://a.example/feed'/>
    <outline text='again' xmlurl='https://a.example/feed'/><outline xmlUrl='file:///etc/passwd' text='B'/></outline>"""
    assert read_opml(data) == ([SourceSpec("feed", "https://a.example/feed", "A")], ["file:///etc/passwd"])
    with pytest.raises(NotAListingError):
        read_opml(b"<rss/>")
