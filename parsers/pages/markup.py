"""Markup: the article in an HTML page, without the page's furniture."""

from lxml import etree, html
from trafilatura import bare_extraction
from trafilatura.settings import Document as Extracted

from claims.article import Article
from claims.decoding import decode
from claims.document import Document
from parsers.pages.article import host, identify
from parsers.pages.page import describe, guess_day, parse
from parsers.pages.rejection import check, without_furniture
from parsers.pages.teasers import remove_teasers

# A text that is the page's prose, hardly less and hardly more, needs no second opinion.
_LEAST, _MOST = 0.9, 1.1
# Paragraphs that are no captions, and what stands in no paragraph and is as long as one.
_PROSE = etree.XPath(
    "//body//p[string-length() > 40] | //body//text()[string-length() > 80]"
    "[not(ancestor::p or ancestor::script or ancestor::style or ancestor::noscript)]"
)


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
    """What trafilatura finds; its second opinion, which takes as long again, is asked where the first is in doubt."""
    quick = _extracted(tree, fast=True)
    prose = sum(len((found if isinstance(found, str) else found.text_content()).strip()) for found in _PROSE(tree))
    sure = 0 < _LEAST * prose <= len(quick) <= _MOST * prose
    return without_furniture(quick if sure else _extracted(tree, fast=False))


def _extracted(tree: html.HtmlElement, fast: bool) -> str:
    found = bare_extraction(tree, fast=fast, favor_precision=True, include_comments=False, include_tables=False)
    return (found.text or "").strip() if isinstance(found, Extracted) else ""
