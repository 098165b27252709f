"""Markup: the article in an HTML page, without the page's furniture."""

from lxml import html
from trafilatura import bare_extraction
from trafilatura.settings import Document as Extracted

from claims.article import Article
from claims.decoding import decode
from claims.document import Document
from parsers.pages.article import host, identify
from parsers.pages.page import describe, guess_day, parse
from parsers.pages.rejection import check, without_furniture
from parsers.pages.teasers import remove_teasers


def from_html(document: Document, data: bytes) -> Article:
    """The article of a page. Raises NotAPageError or NotAnArticleError where there is none."""
    tree = parse(decode(data, document.charset))
    page = describe(tree, document.fetched_at)
    teasers = remove_teasers(tree, document.url)
    text = _text(tree)
    url = document.url if host(document.url) else page.url or document.url
    check(page, tree, text, teasers)
    return Article(
        id=document.id or identify(url),
        url=url,
        outlet=document.outlet or page.outlet or host(url),
        title=document.title or page.title,
        published_at=document.published_at or page.published_at or guess_day(tree, url, document.fetched_at),
        text=text,
    )


def _text(tree: html.HtmlElement) -> str:
    found = bare_extraction(tree, favor_precision=True, include_comments=False, include_tables=False)
    return without_furniture((found.text or "").strip()) if isinstance(found, Extracted) else ""
