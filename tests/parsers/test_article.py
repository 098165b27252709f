"""Protects the step from documents to articles: what is read, what is left out, and why."""

from datetime import UTC, datetime

import pytest

from claims.article import Article
from claims.document import Document, Problem
from parsers.pages.article import read_page

NOW = datetime(2031, 4, 3, tzinfo=UTC)
PAGE = """<!doctype html><html><head><title>Two dead in Halden fire</title>
<meta property="og:site_name" content="Halden Post"><link rel="canonical" href="https://post.example/fire">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Two dead in Halden fire",
"datePublished": "2031-04-02T10:00:00+02:00"}]}</script></head><body><nav><a href="/">Home</a></nav><article>
<h1>Two dead in Halden fire</h1>
<p>Two people died and 14 were hurt when a fire swept through a warehouse in Halden on Monday, officials said.</p>
<p>The fire broke out shortly after 3 a.m. and took 60 firefighters five hours to put out, the fire chief said.</p>
<div class="related"><h3>Related</h3><ul><li><a href="/a">500 lose homes in river flood</a></li></ul></div>
<p>Investigators will search the ruins on Tuesday, and the city plans to hold a service on Friday.</p></article>
<aside><h2>Most read</h2><ol><li><a href="/d">40 dead in train fire</a></li></ol></aside>
<footer><p>© 2031 Halden Post. 12 people work here.</p></footer></body></html>"""


def document(html: str | bytes | None = None, **fields: object) -> Document:
    data = html.encode() if isinstance(html, str) else html
    given: dict[str, object] = {"url": "https://post.example/fire", "where": "here", "fetched_at": NOW} | fields
    return Document(html=data, **given)  # type: ignore[arg-type]


def read(html: str | bytes | None = None, **fields: object) -> Article:
    article = read_page(document(html, **fields))
    assert isinstance(article, Article), article
    return article


def test_a_page_says_title_outlet_and_time_of_itself() -> None:
    article = read(PAGE)
    assert (article.title, article.outlet) == ("Two dead in Halden fire", "Halden Post")
    assert article.published_at == datetime(2031, 4, 2, 8, tzinfo=UTC)
    assert "60 firefighters" in article.text


def test_what_came_with_the_document_wins() -> None:
    article = read(PAGE, id="7", title="Given", outlet="Wire", published_at=NOW)
    assert (article.id, article.title, article.outlet, article.published_at) == ("7", "Given", "Wire", NOW)


@pytest.mark.parametrize("furniture", ["500 lose homes", "40 dead", "12 people work", "Home"])
def test_numbers_of_other_stories_stay_out(furniture: str) -> None:
    assert furniture not in read(PAGE).text


@pytest.mark.parametrize(
    ("story", "between"),
    [("<div>{}</div>", "<br><br>"), ("<section>{}</section>", "<br/>"), ("<p>By our staff in Halden.</p>{}", "<br>")],
)
def test_a_story_without_paragraphs_is_found_by_the_second_opinion(story: str, between: str) -> None:
    told = "On day {n} of the fire in Halden {n}0 people left their homes, and the wind drove it on towards the town."
    lines = [f"<span>{told.format(n=n)}</span>" for n in range(2, 9)]
    assert "80 people" in read(f"<html><body>{story.format(between.join(lines))}</body></html>").text


def test_an_article_keeps_its_id_from_version_to_version() -> None:
    assert read(PAGE).id == read(PAGE.replace("14 were hurt", "15 were hurt")).id
    assert read(PAGE).id != read(PAGE, url="https://post.example/other").id


def test_a_saved_page_goes_by_the_address_it_names() -> None:
    assert read(PAGE, url="file:///saved/page.html").url == "https://post.example/fire"
    assert read(PAGE, url="https://mirror.example/x").url == "https://mirror.example/x"


def test_a_text_passes_through_unchanged() -> None:
    text = " date 2031-04-02 By Jane Roe, Daily Planet\n\nTwo people died.\r\n"
    article = read(text=text, url="file:///a.txt")
    assert article.text == text
    assert (article.outlet, article.published_at) == ("Daily Planet", datetime(2031, 4, 2, tzinfo=UTC))


@pytest.mark.parametrize(
    ("line", "day", "outlet"),
    [
        ("April 2, 2031", 2, None),
        ("By Jane Roe, Reuters | 2 April 2031", 2, "Reuters"),
        ("By Jane Roe, April 2, 2031", 2, None),
        ("Wednesday, April 2nd, 2031", 2, None),
        ("On April 2, 2031 two people died.", None, None),
        ("2031-04-02 2031-04-03", None, None),
        ("2031-13-40", None, None),
        ("Two people died.", None, None),
    ],
)
def test_datelines_are_read_only_where_they_say_nothing_else(line: str, day: int | None, outlet: str | None) -> None:
    article = read(text=f"{line}\nTwo people died.", url="file:///a.txt")
    assert article.outlet == outlet
    assert article.published_at == (datetime(2031, 4, day, tzinfo=UTC) if day else None)


FRENCH = (
    "<p>Le maire de la ville a annoncé mardi que plus de 20 personnes sont mortes dans un incendie.</p>"
    "<p>Les pompiers ont mis cinq heures à éteindre le feu, qui est parti d'un entrepôt de papier.</p>"
)


@pytest.mark.parametrize(
    ("html", "reason", "fatal"),
    [
        (b"", "an empty page", True),
        (b"<html><body></body></html>", "no article in it", True),
        (b"\x89PNG\r\n\x00\x00" * 99, "bytes that are no text", True),
        (f"<html><body><article>{FRENCH}</article></body></html>".encode(), "written in French", False),
        (b"<p>word " * 30_000, "elements, more than any article has", True),
    ],
)
def test_what_is_no_article_is_a_problem_with_a_reason(html: bytes, reason: str, fatal: bool) -> None:
    problem = read_page(document(html))
    assert isinstance(problem, Problem)
    assert reason in problem.reason
    assert problem.fatal is fatal
    found = read_page(document(html, found_in="https://post.example/feed"))
    assert isinstance(found, Problem)
    assert not found.fatal
