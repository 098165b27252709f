"""Documents to articles: the text of a page without its furniture, or the reason why there is none."""

from hashlib import blake2b
from urllib.parse import urlsplit

from lxml import html
from trafilatura import bare_extraction
from trafilatura.settings import Document as Extracted

from claims.article import Article
from claims.decoding import NotTextError, decode
from claims.document import Document, Problem
from parsers.pages.dateline import read_dateline
from parsers.pages.language import foreign_language
from parsers.pages.page import NotAPageError, describe, guess_day, parse
from parsers.pages.rejection import LONGEST, NotAnArticleError, check, without_furniture
from parsers.pages.teasers import remove_teasers


class OtherLanguageError(ValueError):
    """A text that the lexicons cannot read; left out, but no fault of its source."""


def read_page(document: Document) -> Article | Problem:
    """The article of a document, or a problem that says why there is none.

    A text passes through unchanged, so that offsets are those of the file. What came with the document
    (title, outlet, time) wins over what the page says. A document without an id gets one from its address,
    the same for every version. Problems are fatal where a person named the document.
    """
    try:
        article = _from_text(document) if document.html is None else _from_html(document, document.html)
        if language := foreign_language(article.text):
            raise OtherLanguageError(f"written in {language}, and only English is read")
        return article
    except OtherLanguageError as error:
        return Problem(document.where, str(error), fatal=False)
    except (NotTextError, NotAPageError, NotAnArticleError) as error:
        return Problem(document.where, str(error), fatal=document.found_in is None)


def _from_text(document: Document) -> Article:
    text = document.text or ""
    if not text.strip():
        raise NotAPageError("an empty page")
    if len(text) > LONGEST:
        raise NotAnArticleError(f"a text of {len(text):,} characters, more than any article has (limit {LONGEST:,})")
    day, outlet = read_dateline(text)
    return Article(
        id=document.id or _id(document.url),
        url=document.url,
        outlet=document.outlet or outlet or _host(document.url),
        title=document.title,
        published_at=document.published_at or day,
        text=text,
    )


def _from_html(document: Document, data: bytes) -> Article:
    tree = parse(decode(data, document.charset))
    page = describe(tree, document.fetched_at)
    teasers = remove_teasers(tree, document.url)
    text = _text(tree)
    url = document.url if _host(document.url) else page.url or document.url
    check(page, tree, text, teasers)
    return Article(
        id=document.id or _id(url),
        url=url,
        outlet=document.outlet or page.outlet or _host(url),
        title=document.title or page.title,
        published_at=document.published_at or page.published_at or guess_day(tree, url, document.fetched_at),
        text=text,
    )


def _text(tree: html.HtmlElement) -> str:
    found = bare_extraction(tree, favor_precision=True, include_comments=False, include_tables=False)
    return without_furniture((found.text or "").strip()) if isinstance(found, Extracted) else ""


def _host(url: str) -> str | None:
    return urlsplit(url).hostname if url.startswith(("http://", "https://")) else None


def _id(url: str) -> str:
    return blake2b(url.encode(), digest_size=8).hexdigest()
