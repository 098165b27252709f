"""Documents to articles: the text of a page without its furniture, or the reason why there is none."""

from hashlib import blake2b
from urllib.parse import urlsplit

from claims.article import Article
from claims.decoding import NotTextError
from claims.document import Document, Problem
from parsers.pages.dateline import read_dateline
from parsers.pages.language import foreign_language
from parsers.pages.refusals import NotAnArticleError, NotAPageError, OtherLanguageError, too_long


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
    if reason := too_long(text):
        raise NotAnArticleError(reason)
    day, outlet = read_dateline(text)
    return Article(
        id=document.id or identify(document.url),
        url=document.url,
        outlet=document.outlet or outlet or host(document.url),
        title=document.title,
        published_at=document.published_at or day,
        text=text,
    )


def _from_html(document: Document, data: bytes) -> Article:
    from parsers.pages.markup import from_html  # its packages take a tenth of a second to load: not for a text

    return from_html(document, data)


def host(url: str) -> str | None:
    """The host of an address of the web, None of any other."""
    return urlsplit(url).hostname if url.startswith(("http://", "https://")) else None


def identify(url: str) -> str:
    """The id of the article at an address, the same for every version."""
    return blake2b(url.encode(), digest_size=8).hexdigest()
