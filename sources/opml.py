"""Lists of feeds as other readers keep them: OPML 2.0 (http://opml.org/spec2.opml)."""

from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from lxml import etree

from claims.topic import SourceSpec
from sources.addresses import on_the_web
from sources.feeds import root_of
from sources.listing import NotAListingError


def read_opml(data: bytes) -> tuple[list[SourceSpec], list[str]]:
    """The feeds of a list, each once, and the addresses in it that cannot be one. Raises NotAListingError."""
    if root_of(data) != "opml":
        raise NotAListingError("is no OPML")
    root = etree.fromstring(data, etree.XMLParser(recover=True, resolve_entities=False, no_network=True))
    found: dict[str, SourceSpec] = {}
    refused = []
    for outline in root.iter("{*}outline") if root is not None else ():
        address = next((value.strip() for name, value in outline.attrib.items() if name.lower() == "xmlurl"), "")
        if on_the_web(address):
            found.setdefault(address, SourceSpec("feed", address, outline.get("title") or outline.get("text")))
        elif address:
            refused.append(address)
    return list(found.values()), refused


def write_opml(title: str, sources: Iterable[SourceSpec]) -> str:
    """The feeds among ``sources`` as a list that other readers import."""
    lines = [
        f'    <outline type="rss" text={quoteattr(source.outlet or source.url)} xmlUrl={quoteattr(source.url)}/>'
        for source in sources
        if source.kind == "feed"
    ]
    head = f"  <head><title>{quoteattr(title)[1:-1]}</title></head>"
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<opml version="2.0">',
            head,
            "  <body>",
            *lines,
            "  </body>",
            "</opml>",
            "",
        ]
    )
