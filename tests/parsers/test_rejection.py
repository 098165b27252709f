"""Protects the desk from pages that only look like articles, and articles from being taken for such pages."""

from datetime import UTC, datetime

import pytest

from claims.article import Article
from claims.document import Document, Problem
from parsers.pages.article import read_page

NOW = datetime(2031, 4, 3, tzinfo=UTC)
STORY = (
    "Two people died and 14 were hurt when a fire swept through a warehouse in Halden on Monday, officials said.",
    "The fire broke out shortly after 3 a.m. and took 60 firefighters five hours to put out, the fire chief said.",
    "The warehouse held paper and paint, and its owner said that it was insured for 3 million dollars.",
    "Investigators will search the ruins on Tuesday, and the city plans to hold a service on Friday.",
    "Neighbours were told to keep their windows shut, and the school next door stays closed until Thursday.",
)
PARAGRAPHS = "".join(f"<p>{sentence}</p>" for sentence in STORY)
LONG = PARAGRAPHS + "".join(
    f"<p>Room {n} of the warehouse {'was empty and dark, and nobody had been there for days. ' * 2}</p>"
    for n in range(15)
)
NAV = (
    '<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/x">Sport</a></li></ul></nav>'
)


def page(body: str, head: str = "", title: str = "Fire in Halden - Halden Post") -> bytes:
    top = f'<!doctype html><html lang="en"><head><title>{title}</title>{head}</head>'
    return f"{top}<body>{NAV}<main>{body}</main><footer><p>© 2031 Halden Post</p></footer></body></html>".encode()


def read(html: bytes) -> Article | Problem:
    return read_page(Document(url="https://post.example/fire", where="here", fetched_at=NOW, html=html))


def data(kind: str, more: str = "") -> str:
    return f'<script type="application/ld+json">{{"@type": "{kind}", "headline": "Fire in Halden"{more}}}</script>'


TEASERS = "".join(
    f'<article><h2><a href="/{n}">{what} in {where} after storm</a></h2><p>{n} people in {where} {what}.</p></article>'
    for n, (what, where) in enumerate(
        [("homes lost", "Moss"), ("trees fell", "Oslo"), ("roads shut", "Bergen")] * 4, 20
    )
)
HEADLINES = "".join(
    f"<li><a href='/{n}'>{n} hurt in crash near exit {n} of the ring road</a></li>" for n in range(30, 60)
)
GALLERY = "".join(
    f"<figure><img src='{n}.jpg'><figcaption>Fire in Halden, picture {n} of 12</figcaption></figure>" for n in range(12)
)
CONSENT = """<div><h1>Before you continue</h1><p>We and our 842 partners store cookies and process your data.</p>
<p>Click accept all to agree to personalised ads and content, or manage options to see your choices.</p>
<p>You can change your consent at any time in our privacy policy.</p></div>"""
DIGITLESS = """<article><p>At least people died and others were hurt when a fire swept through a house on Monday.</p>
<p>The owner, a -year-old man, said that it was insured for $ million and that prices rose by percent.</p>
<p>The fire broke out at a.m. and more than people were told to leave their homes, the chief said.</p></article>"""


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        (page("<h1>Page not found</h1><p>The page you are looking for may have been moved.</p>"), "no such page"),
        (
            page("<h1>Sorry</h1><p>We can't find the page you asked for. Try the search box, or our start page.</p>"),
            "no such",
        ),
        (
            page("<p>This article is no longer available on our site, for reasons of copyright. We are sorry.</p>"),
            "no such",
        ),
        (page(f"<h1>Oops</h1><p>{STORY[0]}</p>", title="404 - Halden Post"), "no such page"),
        (page(CONSENT), "consent to cookies"),
        (page(f"<article><p>{STORY[0]}</p><p>Subscribe to continue reading.</p></article>"), "paywall or login"),
        (
            page(f"<article><p>{STORY[0]}</p></article><div class='gate'>Already a subscriber? Log in</div>"),
            "paywall or login",
        ),
        (
            page(f"<article><p>{STORY[0]}</p></article>", data("NewsArticle", ', "isAccessibleForFree": "False"')),
            "paywall",
        ),
        (
            page('<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript>'),
            "runs its scripts",
        ),
        (page('<div id="__next"></div><script>window.boot({"a": 1, "b": [2, 3]})</script>'), "runs its scripts"),
        (page(TEASERS), "lists articles"),
        (page(f"<ul>{HEADLINES}</ul>"), "no article in it|list"),
        (page(f"<h1>Fire in pictures</h1>{GALLERY}"), "gallery"),
        (page(f"<p>{STORY[0]}</p><p>More soon</p>", data("LiveBlogPosting")), "live ticker"),
        (page(DIGITLESS), "lost its digits"),
        (page("<p>Hi</p>"), "no article in it"),
        (page(f"<p>{'word ' * 70_000}.</p>"), "more than any article has"),
    ],
)
def test_what_only_looks_like_an_article_is_left_out(html: bytes, reason: str) -> None:
    found = read(html)
    assert isinstance(found, Problem), found
    assert any(part in found.reason for part in reason.split("|")), found.reason


@pytest.mark.parametrize(
    ("html", "part"),
    [
        (page(f"<article><p>{STORY[0]}</p></article>"), "14 were hurt"),
        (page(f"<article><p>{STORY[0]}</p><p>{STORY[1]}</p></article>", data("NewsArticle")), "60 firefighters"),
        (page(f"<article>{LONG}</article>", data("NewsArticle", ', "isAccessibleForFree": false')), "3 million"),
        (page(f"<article>{LONG}<p>Subscribe to continue reading our coverage.</p></article>"), "3 million"),
        (
            page(f"<article>{PARAGRAPHS}<p>Regulators fined a site 8 million dollars over its cookies.</p></article>"),
            "8 million",
        ),
        (page(f"<article>{PARAGRAPHS}</article>", data("LiveBlogPosting")), "14 were hurt"),
        (page(f"<article>{PARAGRAPHS}{GALLERY[:400]}</article>"), "14 were hurt"),
        (
            page(f"<article>{PARAGRAPHS}</article><section><h2>More news</h2>{TEASERS}</section>", data("NewsArticle")),
            "60 fire",
        ),
        (
            page(f"<article>{PARAGRAPHS}</article>", title="404 people were evicted from flats in Halden"),
            "14 were hurt",
        ),
        (page(f"<article><p>{STORY[0]}</p><p>It destroyed 7,404 houses and 404 sheds.</p></article>"), "404"),
        (page("<article>" + "".join(f"<p>{s}</p>" for s in STORY).replace("14 ", "") + "</article>"), "3 million"),
    ],
)
def test_an_article_is_not_taken_for_something_else(html: bytes, part: str) -> None:
    found = read(html)
    assert isinstance(found, Article), found
    assert part in found.text


@pytest.mark.parametrize(
    "furniture",
    [
        '<div class="related-links"><h3>Related</h3><ul><li><a href="/a">911 lose homes in flood</a></li></ul></div>',
        '<p><a href="/a">READ MORE: 911 arrested in weekend protests</a></p>',
        '<p><strong>Read also:</strong> <a href="/a">911 arrested in weekend protests</a></p>',
        '<p>RELATED | <a href="/a">911 arrested in weekend protests</a></p>',
        '<p><a href="/a">Why 911 people were arrested in the weekend protests</a></p>',
        '<section class="most-read"><ol><li><a href="/a">911 dead in train fire, police say.</a></li></ol></section>',
        '<div class="recommended"><p><a href="/a">Storm leaves 911 homes dark</a></p></div>',
        '<div class="promo-box"><h4>Editor\'s picks</h4><a href="/a">911 dead in train fire, police say.</a></div>',
        "<aside><p>Last year 911 fires broke out in the county, a record.</p></aside>",
        '<div class="newsletter"><p>Sign up for our newsletter and join 911,000 readers.</p></div>',
        "<p>Sign up for our newsletter and join 911,000 readers.</p>",
        '<div id="comments"><p>Reader 911: It was 911 people, not two.</p></div>',
        '<div class="trending"><ul><li><a href="/a">911 dead</a></li><li><a href="/b">911 hurt</a></li></ul></div>',
        '<p class="share">Share 911 times</p>',
        "<p>911 comments</p>",
        '<div><h3><a href="/a">Storm</a></h3><p>About 911 homes were dark after the storm, the county said.</p></div>',
        '<div><h3><a href="http://[bad">Storm</a></h3><p>About 911 homes were dark, the county said.</p></div>',
        "<p>© 2031 Halden Post, a company of 911 people. All rights reserved.</p>",
        "<p>Follow Jane Roe on Bluesky, where 911 people do.</p>",
        "<script>var counted = 'About 911 people died.';</script>",
        "<style>p:before {content: 'About 911 people died.'}</style>",
        "<!-- About 911 people died. -->",
        "<p hidden>About 911 people died.</p>",
        '<div style="display:none"><p>About 911 people died.</p></div>',
        '<ul class="tags"><li><a href="/t/911">911</a></li></ul>',
        "<table><tr><td>About 911 people died.</td></tr></table>",
    ],
)
def test_numbers_that_are_not_of_the_story_stay_out(furniture: str) -> None:
    """Wherever the site puts it: within the article, or after it."""
    first, rest = (f"<p>{a}</p><p>{b}</p>" for a, b in (STORY[:2], STORY[2:4]))
    for body in (f"<article>{first}{furniture}{rest}</article>", f"<article>{first}{rest}</article>{furniture}"):
        found = read(page(body))
        assert isinstance(found, Article), found
        assert "911" not in found.text, found.text
        assert "60 firefighters" in found.text
