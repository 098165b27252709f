"""Pages that link articles: a section front, a search result, a list of releases."""

import re
from datetime import datetime
from urllib.parse import urlsplit

from lxml import etree, html

from claims.decoding import NotTextError, decode
from claims.fetching import Entry
from sources.addresses import absolute, canonical
from sources.listing import Listing, NotAListingError, listing

_MOST_ELEMENTS = 50_000
# An address that tells of one thing: words joined by hyphens, a day, a long number.
_TELLING = re.compile(r"(?:[a-z0-9]+-){3,}|/20\d\d/\d\d?/|\d{5,}|\.html?$|/(?:article|story|news)/[^/]+", re.I)
_ELSEWHERE = re.compile(
    r"/(?:tag|tags|topic|topics|author|authors|category|video|gallery|live|podcast|login|account)s?/", re.I
)


def read_links(data: bytes, url: str, now: datetime, limit: int, charset: str | None = None) -> Listing:
    """The articles that a page links, as far as their addresses and the words of the links tell.

    Links lead to the page's own site only. Raises NotAListingError where there are none.
    """
    try:
        tree = html.document_fromstring(decode(data, charset).encode(), html.HTMLParser(encoding="utf-8"))
    except (NotTextError, etree.LxmlError) as error:
        raise NotAListingError("is no page") from error
    if sum(1 for _ in tree.iter()) > _MOST_ELEMENTS:
        raise NotAListingError(f"has more than {_MOST_ELEMENTS:,} elements")
    base = absolute(url, tree.xpath("string(//base/@href)")) or url
    entries = [entry for link in tree.iter("a") if (entry := _entry(link, base, urlsplit(url).hostname or ""))]
    if not entries:
        raise NotAListingError("links no articles")
    return listing(entries[::-1], limit)


def _entry(link: html.HtmlElement, base: str, host: str) -> Entry | None:
    address = absolute(base, link.get("href") or "")
    if address is None:
        return None
    parts = urlsplit(address)
    words = " ".join(link.text_content().split())
    telling = _TELLING.search(parts.path) and not _ELSEWHERE.search(parts.path) and len(words.split()) >= 3
    return Entry(url=canonical(address), title=words[:300]) if telling and parts.hostname == host else None
