"""An HTML page as a tree, and what it says of itself: title, outlet, time, address, whether it is free to read."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from htmldate import find_date
from lxml import etree, html

from parsers.pages.refusals import NotAPageError

# Real news pages stay under 10,100 elements; trafilatura's time grows with the square of their number.
MOST_ELEMENTS = 20_000
_ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report\b|LiveBlog", re.I)
_TITLES = ('//meta[@property="og:title"]/@content', '//meta[@name="twitter:title"]/@content')
_OUTLETS = ('//meta[@property="og:site_name"]/@content', '//meta[@name="application-name"]/@content')
_TIMES = (
    '//meta[@property="article:published_time"]/@content',
    '//meta[@itemprop="datePublished"]/@content',
    '//meta[@name="date" or @name="pubdate" or @name="parsely-pub-date" or @name="dc.date"]/@content',
    "//article//time[@datetime][1]/@datetime",
)
# What no reader sees: it may be of another day, or put there for us.
_HIDDEN = '//body//*[@hidden or contains(translate(@style, " ", ""), "display:none")]'
_ADDRESSES = ('//link[@rel="canonical"]/@href', '//meta[@property="og:url"]/@content')


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What a page says of itself; None for what it does not say. ``kinds`` are its schema.org types."""

    title: str | None
    outlet: str | None
    published_at: datetime | None
    url: str | None
    kinds: frozenset[str]
    free: bool | None


def parse(markup: str) -> html.HtmlElement:
    """The tree of a page. Raises NotAPageError where there is none or it is too large to be read."""
    if not markup.strip():
        raise NotAPageError("an empty page")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser, ensure_head_body=True)
    except (etree.LxmlError, ValueError) as error:
        raise NotAPageError("an empty page") from error
    for hidden in tree.xpath(_HIDDEN):
        hidden.drop_tree()
    elements = int(tree.xpath("count(//*)"))
    if elements > MOST_ELEMENTS:
        raise NotAPageError(f"a page of {elements:,} elements, more than any article has (limit {MOST_ELEMENTS:,})")
    return tree


def describe(tree: html.HtmlElement, now: datetime) -> Description:
    """What the page says of itself, schema.org data first, then its meta elements."""
    items = [item for item in _linked_data(tree) if _ARTICLE_TYPES.search(str(item.get("@type", "")))]
    item = items[0] if items else {}
    publisher = item.get("publisher")
    title = _plain(item.get("headline")) or _first(tree, _TITLES) or _plain(tree.findtext(".//title"))
    outlet = _plain(publisher.get("name")) if isinstance(publisher, dict) else None
    moment = _moment(item.get("datePublished"), now) or _moment(_first(tree, _TIMES), now)
    free = item.get("isAccessibleForFree")
    return Description(
        title=title or _plain(tree.findtext(".//h1")),
        outlet=outlet or _first(tree, _OUTLETS),
        published_at=moment,
        url=next((u for u in tree.xpath(" | ".join(_ADDRESSES)) if urlsplit(u).scheme in ("http", "https")), None),
        kinds=frozenset(str(i.get("@type")) for i in items),
        free=None if free is None else str(free).lower() != "false",
    )


def guess_day(tree: html.HtmlElement, url: str, now: datetime) -> datetime | None:
    """The day that htmldate finds in address or text; slower and looser, for pages that state none."""
    return _moment(find_date(tree, extensive_search=False, original_date=True, url=url), now)


def _linked_data(tree: html.HtmlElement) -> Iterator[dict[str, Any]]:
    """The schema.org items of a page, from lists and graphs as well."""
    for script in tree.xpath('//script[@type="application/ld+json"]/text()'):
        try:
            waiting = [json.loads(script[:200_000], strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            item = waiting.pop(0)
            if isinstance(item, list):
                waiting.extend(item[:50])
            elif isinstance(item, dict):
                yield item
                waiting.extend([item["@graph"]] if "@graph" in item else [])


def _first(tree: html.HtmlElement, paths: tuple[str, ...]) -> str | None:
    return next((text for path in paths for found in tree.xpath(path) if (text := _plain(found))), None)


def _plain(value: object) -> str | None:
    return re.sub(r"\s+", " ", value).strip()[:500] or None if isinstance(value, str) else None


def _moment(value: object, now: datetime) -> datetime | None:
    """A stated time in UTC, if news can bear it: templates leave year 1 and dates to come behind."""
    try:
        moment = datetime.fromisoformat(str(value).strip())
        aware = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return aware if datetime(1995, 1, 1, tzinfo=UTC) < aware < now + timedelta(days=1) else None
