"""Sitemaps (https://www.sitemaps.org/protocol.html) and their news extension: bytes in, entries out."""

from collections.abc import Iterator
from datetime import datetime

from lxml import etree

from claims.fetching import Entry
from sources.addresses import absolute, canonical
from sources.body import BodyError, gunzip
from sources.feeds import root_of
from sources.listing import Listing, NotAListingError, believable, listing

# An index may name thousands of sitemaps, one for each day back to the founding; the newest hold the news.
MOST_CHILDREN = 10
_CAP = 50_000_000


def read_sitemap(data: bytes, url: str, now: datetime, limit: int) -> Listing:
    """The entries of a sitemap, or the newest sitemaps that an index names. Raises NotAListingError.

    What is malformed is read as far as it can be made out.
    """
    try:
        plain = gunzip(data, _CAP)
    except BodyError as error:
        raise NotAListingError(f"is {error}") from error
    kind = root_of(plain)
    if kind not in ("urlset", "sitemapindex"):
        raise NotAListingError("is no sitemap" if plain.strip() else "is empty")
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, remove_comments=True)
    root = etree.fromstring(plain, parser)
    if root is None:
        raise NotAListingError("is no sitemap: its XML is beyond repair")
    if kind == "sitemapindex":
        return Listing((), tuple(_children(root, url, now)))
    return listing([entry for node in root.iter("{*}url") if (entry := _entry(node, url, now))], limit)


def _children(index: etree._Element, url: str, now: datetime) -> Iterator[str]:
    found = [
        (_moment(node, "lastmod", now), absolute(url, _text(node, "loc") or "")) for node in index.iter("{*}sitemap")
    ]
    dated = sorted(found, key=lambda child: child[0].timestamp() if child[0] else 0.0, reverse=True)
    return (address for _, address in dated[:MOST_CHILDREN] if address)


def _entry(node: etree._Element, base: str, now: datetime) -> Entry | None:
    address = absolute(base, _text(node, "loc") or "")
    if address is None:
        return None
    return Entry(
        url=canonical(address),
        title=_text(node, "title"),
        summary=_text(node, "keywords"),
        published_at=_moment(node, "publication_date", now) or _moment(node, "lastmod", now),
        outlet=_text(node, "name"),
    )


def _text(node: etree._Element, name: str) -> str | None:
    """The text of the first element of that name, in whatever namespace the file puts it."""
    found = node.find(f".//{{*}}{name}")
    return " ".join((found.text or "").split()) or None if found is not None else None


def _moment(node: etree._Element, name: str, now: datetime) -> datetime | None:
    try:
        return believable(datetime.fromisoformat(_text(node, name) or ""), now)
    except (ValueError, OverflowError):
        return None
