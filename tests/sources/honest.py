"""Honest sources in the shapes the web has for them: each kind of list, in each charset, naming given pages."""

import gzip
import json
from collections.abc import Callable, Sequence
from html import escape
from xml.sax.saxutils import escape as xml

from tests.sources.playground import Reply

CHARSETS = ("utf-8", "utf-8-sig", "utf-16", "cp1252", "iso-8859-15", "mac-roman")
TITLE = "Fire at Café “Bølgen” – 20 hurt"
_WHEN = "Wed, 02 Apr 2025 10:00:00 +0200"
_ISO = "2025-04-02T10:00:00+02:00"


def rss(links: Sequence[str], charset: str) -> bytes:
    items = "".join(
        f"<item><title>{xml(TITLE)}</title><link>{xml(a)}</link><guid>{n}</guid><pubDate>{_WHEN}</pubDate></item>"
        for n, a in enumerate(links)
    )
    return _xml(f"<rss version='2.0'><channel><title>Post</title>{items}</channel></rss>", charset)


def atom(links: Sequence[str], charset: str) -> bytes:
    entries = "".join(
        f"<entry><title>{xml(TITLE)}</title><link href='{xml(a)}'/><id>{n}</id><published>{_ISO}</published></entry>"
        for n, a in enumerate(links)
    )
    return _xml(f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Post</title>{entries}</feed>", charset)


def rdf(links: Sequence[str], charset: str) -> bytes:
    items = "".join(
        f"<item rdf:about='{xml(a)}'><title>{xml(TITLE)}</title><link>{xml(a)}</link><dc:date>{_ISO}</dc:date></item>"
        for a in links
    )
    spaces = (
        "xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'"
        " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
    )
    return _xml(f"<rdf:RDF {spaces}><channel><title>Post</title></channel>{items}</rdf:RDF>", charset)


def jsonfeed(links: Sequence[str], charset: str) -> bytes:
    items = [{"id": a, "url": a, "title": TITLE, "date_published": _ISO} for a in links]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Post", "items": items}
    return json.dumps(feed, ensure_ascii=False).encode("utf-8")


def sitemap(links: Sequence[str], charset: str) -> bytes:
    urls = "".join(f"<url><loc>{xml(a)}</loc><lastmod>{_ISO}</lastmod></url>" for a in links)
    return _xml(f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{urls}</urlset>", charset)


def news_sitemap(links: Sequence[str], charset: str) -> bytes:
    urls = "".join(
        f"<url><loc>{xml(a)}</loc><news:news><news:publication><news:name>Post</news:name></news:publication>"
        f"<news:publication_date>{_ISO}</news:publication_date><news:title>{xml(TITLE)}</news:title></news:news></url>"
        for a in links
    )
    spaces = (
        "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
        " xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'"
    )
    return gzip.compress(_xml(f"<urlset {spaces}>{urls}</urlset>", charset))


def front(links: Sequence[str], charset: str) -> bytes:
    items = "".join(f"<li><a href='{escape(a)}'>{escape(TITLE)}</a></li>" for a in links)
    page = f"<html><head><meta charset='{charset}'><title>Post</title></head><body><ul>{items}</ul></body></html>"
    return page.encode(charset, "xmlcharrefreplace")


SHAPES: dict[str, tuple[str, Callable[[Sequence[str], str], bytes]]] = {
    "RSS": ("feed", rss),
    "Atom": ("feed", atom),
    "RDF": ("feed", rdf),
    "JSON feed": ("feed", jsonfeed),
    "sitemap": ("sitemap", sitemap),
    "news sitemap, zipped": ("sitemap", news_sitemap),
    "page of links": ("pages", front),
}


# What happens in the pages' towns: many things, so that their reports are not all about one.
_EVENTS = (
    "Police found {n} stolen bicycles in a barn in {place}",
    "Fishermen landed {n} tons of herring in {place}",
    "A storm felled {n} oaks around {place}",
    "The clinic in {place} vaccinated {n} nurses",
    "Masons restored {n} windows of the church in {place}",
    "Farmers near {place} sold {n} sheep",
    "The museum in {place} bought {n} paintings",
    "Divers raised {n} cannons from a wreck off {place}",
    "The library in {place} lent {n} atlases",
    "Bakers in {place} burned {n} loaves",
    "Pilots cancelled {n} flights from {place}",
    "The choir of {place} sang {n} hymns",
    "Miners in {place} dug {n} wells",
    "Teachers in {place} marked {n} essays",
    "The zoo in {place} released {n} storks",
    "Brewers in {place} recalled {n} barrels",
)


def page(n: int, charset: str) -> Reply:
    """An article of its own facts, in a charset that it declares."""
    place, event = town(n), _EVENTS[n % len(_EVENTS)]
    told = f"{event.format(n=n, place=place)} on Monday, said the town’s “night desk” – a first for {place}."
    after = f"Mayor Zoë {town(n + 3)} thanked them at length, and the café at the harbour of {place} stayed open late."
    head = f"<meta charset='{charset}'><title>{event.format(n=n, place=place)}</title>"
    html = f"<html lang='en'><head>{head}</head><body><article><p>{told}</p><p>{after}</p></article></body></html>"
    return Reply(html.encode(charset, "xmlcharrefreplace"), headers={"Content-Type": f"text/html; charset={charset}"})


def town(n: int) -> str:
    """The name of a town that no other number has, in syllables."""
    ends = ["ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "zu"]
    return "".join(ends[n // 15**place % 15] for place in range(4)).capitalize() + "rk"


def _xml(body: str, charset: str) -> bytes:
    named = "utf-8" if charset == "utf-8-sig" else "macintosh" if charset == "mac-roman" else charset
    return f"<?xml version='1.0' encoding='{named}'?>{body}".encode(charset, "xmlcharrefreplace")
