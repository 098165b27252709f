"""RSS, Atom, RDF and JSON feeds: bytes in, entries out."""

import json
import re
from calendar import timegm
from collections.abc import Mapping
from datetime import UTC, datetime
from html import unescape
from typing import Any

import fastfeedparser
import feedparser

from claims.decoding import NotTextError, decode
from claims.fetching import Entry
from sources.addresses import absolute, canonical, on_the_web
from sources.listing import Listing, NotAListingError, believable, listing

# Feeds hold tens of entries, and feedparser takes 0.5 ms for each: a list of 100,000 is cut before it is parsed.
_MOST_ITEMS = 1000
_ROOT = re.compile(r"<(?:[\w.-]+:)?(rss|feed|rdf|urlset|sitemapindex|opml|html)\b", re.I)
_ITEM_END = re.compile(rb"</(?:[\w.-]+:)?(?:item|entry)\s*>", re.I)
_JSON_FEED = re.compile(rb'\s*\{.*?"version"\s*:\s*"https?:(?:\\?/){2}jsonfeed\.org', re.S)


def root_of(data: bytes, charset: str | None = None) -> str:
    """What kind of document it is: rss, feed, rdf, jsonfeed, urlset, sitemapindex, opml or html; empty if none.

    Raises NotAListingError for XML that declares entities: no feed needs them, and bombs are made of them.
    """
    if _JSON_FEED.match(data[:4096]):
        return "jsonfeed"
    try:
        opening = decode(data[:65536], charset)
    except NotTextError:
        return ""
    found = _ROOT.search(opening)
    if re.search(r"<!ENTITY", opening[: found.start()] if found else opening, re.I):
        raise NotAListingError("declares XML entities, which no feed needs and attacks are made of")
    return found[1].lower() if found else ""


def read_feed(data: bytes, url: str, now: datetime, limit: int, media_type: str = "") -> Listing:
    """The entries of a feed that was got at ``url``. Raises NotAListingError."""
    kind = root_of(data)
    if kind == "jsonfeed":
        return listing(_json_entries(data, url, now), limit)
    kept, left_out = _cut(data)
    entries = _parsed(kept, url, now, media_type)
    if not entries and kind not in ("rss", "feed", "rdf"):
        raise NotAListingError("is no feed" if data.strip() else "is empty")
    found = listing(entries, limit)
    return Listing(found.entries, (), found.left_out + left_out)


def _cut(data: bytes) -> tuple[bytes, int]:
    """The feed up to its last item that we read, closed again, and how many items were cut."""
    ends = [match.end() for match in _ITEM_END.finditer(data)]
    if len(ends) <= _MOST_ITEMS:
        return data, 0
    closing = data[ends[-1] :] if len(data) - ends[-1] < 200 else b""
    return data[: ends[_MOST_ITEMS - 1]] + closing, len(ends) - _MOST_ITEMS


def _parsed(data: bytes, url: str, now: datetime, media_type: str) -> list[Entry]:
    headers = {"content-location": url, "content-type": media_type or "application/xml"}
    entries = _entries(feedparser.parse(data, response_headers=headers, sanitize_html=False), url, now)
    if entries:
        return entries
    try:
        return _entries(fastfeedparser.parse(data), url, now)
    except Exception:  # its errors are of many kinds (ValueError, KeyError, lxml's own), and all mean: no entries
        return []


def _entries(feed: Mapping[str, Any], url: str, now: datetime) -> list[Entry]:
    outlet = _text(feed.get("feed", {}).get("title"))
    return [entry for item in feed.get("entries", ()) if (entry := _entry(item, url, outlet, now))]


def _entry(item: dict[str, Any], base: str, outlet: str | None, now: datetime) -> Entry | None:
    named, identity = item.get("link"), item.get("id")
    link = absolute(base, named) if isinstance(named, str) and named else None
    if link is None and isinstance(identity, str) and on_the_web(identity):
        link = identity
    if link is None:
        return None
    contents = [str(part.get("value") or "") for part in item.get("content") or () if isinstance(part, Mapping)]
    return Entry(
        url=canonical(link),
        title=_text(item.get("title")),
        summary=_text(item.get("summary") or item.get("description")),
        content=max(contents, key=len, default="") or None,
        published_at=_moment(item, now),
        outlet=_text((item.get("source") or {}).get("title")) or outlet,
    )


def _moment(item: dict[str, Any], now: datetime) -> datetime | None:
    """When an entry says it was published, or else updated; feedparser's struct_time is in UTC."""
    for key in ("published", "updated"):
        # dict's own `get`: feedparser's would give the one date for want of the other, with a warning
        parsed, written = dict.get(item, f"{key}_parsed"), dict.get(item, key)
        try:
            if parsed:
                return believable(datetime.fromtimestamp(timegm(parsed), UTC), now)
            if isinstance(written, str):
                return believable(datetime.fromisoformat(written), now)
        except (TypeError, ValueError, OverflowError):
            continue
    return None


def _json_entries(data: bytes, url: str, now: datetime) -> list[Entry]:
    """https://www.jsonfeed.org/version/1.1/: items with url or id, title, summary, content_html, date_published."""
    try:
        feed = json.loads(decode(data))
    except (ValueError, RecursionError) as error:
        raise NotAListingError("is broken JSON") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise NotAListingError("is a JSON feed without items")
    outlet = _text(feed.get("title"))
    return [
        entry
        for item in items[:_MOST_ITEMS]
        if isinstance(item, dict) and (entry := _entry(_as_feedparser(item), url, outlet, now))
    ]


def _as_feedparser(item: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "link": item.get("url") or item.get("external_url"),
        "id": item.get("id"),
        "title": item.get("title"),
        "summary": item.get("summary") or item.get("content_text"),
        "content": [{"value": item.get("content_html")}],
        "published": item.get("date_published"),
        "updated": item.get("date_modified"),
    }


def _text(marked_up: object) -> str | None:
    """Plain words of a title or summary that may hold tags and entities."""
    if not isinstance(marked_up, str):
        return None
    plain = unescape(re.sub(r"<[^<>]{0,500}>", " ", marked_up))
    return re.sub(r"[\s\x00-\x1f\x7f]+", " ", plain).strip()[:2000] or None
