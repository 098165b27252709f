"""What the web does to a fetcher: one case each, with the words in which it must be told. Shared with the benchmark."""

import asyncio
import gzip
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from tests.sources.playground import Handler, Playground, Reply, Request, redirect

XML, GZIP = {"Content-Type": "application/xml"}, {"Content-Encoding": "gzip"}
# Both loopback; the settings allow the one alone, so that the other, and "localhost" too, must be out of reach.
HOME, FORBIDDEN = "127.0.0.3", "127.0.0.2"
STORY = "<p>The fire chief said that {n} people were hurt in the warehouse fire in Halden on Monday morning.</p>"


def article(n: int) -> bytes:
    """A small, honest article; the number tells one from another."""
    second = f"<p>It took firefighters {n} minutes to reach the harbour, the police said on Monday.</p>"
    body = STORY.format(n=n) + second
    return f"<html><head><title>Fire number {n}</title></head><body><article>{body}</article></body></html>".encode()


def feed(links: Iterable[str], title: str = "Fire in Halden") -> bytes:
    items = "".join(f"<item><title>{title}</title><link>{link}</link></item>" for link in links)
    return f"<rss version='2.0'><channel><title>Post</title>{items}</channel></rss>".encode()


@cache
def bomb(form: int = zlib.MAX_WBITS | 16) -> bytes:
    """100 MB of zeros, compressed a piece at a time; ``form`` as zlib has it, gzip unless told."""
    machine = zlib.compressobj(9, zlib.DEFLATED, form)
    return b"".join(machine.compress(bytes(1_000_000)) for _ in range(100)) + machine.flush()


def raw(answer: bytes) -> Handler:
    """Bytes as they are, whatever HTTP says."""

    async def handle(request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(answer)
        await writer.drain()

    return handle


def drip(first: bytes, piece: bytes, pause: float) -> Handler:
    """Something, and then little by little more, without an end."""

    async def handle(request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(first)
        while True:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(pause)

    return handle


async def silence(request: Request, writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(3600)


async def reset(request: Request, writer: asyncio.StreamWriter) -> None:
    writer.transport.abort()


async def cookie(request: Request, writer: asyncio.StreamWriter) -> None:
    """Shows its page to those alone who bring back a cookie."""
    known = "seen=1" in request.headers.get("cookie", "")
    headers = {"Location": request.path, "Set-Cookie": "seen=1; Path=/"}
    await (Reply(article(77)) if known else Reply(status=302, headers=headers))(request, writer)


_HTML = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
_ENTITIES = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
XML_BOMB = f'<!DOCTYPE rss [<!ENTITY l0 "ha">{_ENTITIES}]><rss><channel><title>&l9;</title></channel></rss>'.encode()
XXE = b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title></item></channel></rss>'
OUTSIDE = b'<!DOCTYPE rss [<!ENTITY % d SYSTEM "http://127.0.0.2/d.dtd"> %d;]><rss><channel></channel></rss>'
UTF16 = XML_BOMB.decode().encode("utf-16")


@dataclass(frozen=True, slots=True)
class Case:
    """A source that means harm or is broken. ``told`` must stand in the reason; empty: it must be read all the same."""

    name: str
    handler: Handler
    told: str
    kind: str = "any"


def cases(server: Playground) -> list[Case]:
    """All cases; those that redirect need to know the server's port."""
    return [
        *(Case(f"redirect {status}", redirect("/harm/honest", status), "") for status in (301, 302, 303, 307, 308)),
        Case("redirect loop", redirect("/harm/redirect-loop"), "redirects more than 5 times"),
        Case("redirect to nowhere", Reply(status=302), "is not a web address"),
        *(
            Case(f"redirect to {to.split(':')[0]}", redirect(to), "is not a web address")
            for to in ("ftp://a.example/x", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,<p>x")
        ),
        *(
            Case(f"redirect to {host}", redirect(f"http://{host}:{server.port}/secret"), "not a public|not a web")
            for host in (
                *(FORBIDDEN, "2130706434", "0x7f000002", "0177.0.0.2", "127.2", "[::ffff:127.0.0.2]", "localhost"),
                *("0.0.0.0", "10.0.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
                *("[::1]", "[fe80::1]", "[fd00::1]", "[64:ff9b::7f00:2]"),
            )
        ),
        Case("gzip bomb", Reply(bomb(), headers=GZIP), "larger than 2 MB when decompressed"),
        Case("deflate bomb", Reply(bomb(zlib.MAX_WBITS), headers={"Content-Encoding": "deflate"}), "larger than 2 MB"),
        Case("brotli bomb", Reply(b"\xcf\xff\xff\x7f", headers={"Content-Encoding": "br"}), "which was not asked for"),
        Case(
            "twice compressed", Reply(article(1), headers={"Content-Encoding": "gzip, gzip"}), "which was not asked for"
        ),
        Case("truncated gzip", Reply(gzip.compress(article(2))[:-20], headers=GZIP), "cut off before its end"),
        Case("damaged gzip", Reply(b"\x1f\x8b\x08 no gzip at all", headers=GZIP), "does not decompress"),
        Case("honest gzip", Reply(gzip.compress(article(3)), headers=GZIP), ""),
        Case("slow drip", drip(_HTML + b"\r\n", b"<p>", 0.02), "did not answer in full"),
        Case("slow headers", drip(b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n", 0.02), "did not answer in full"),
        Case("silence", silence, "did not answer in full"),
        Case("endless body", drip(_HTML + b"\r\n", b"<p>more" * 10_000, 0.0), "larger than 2 MB"),
        Case(
            "endless hundreds", drip(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 50, 0.01), "did not answer|rules of HTTP"
        ),
        Case("header flood", drip(b"HTTP/1.1 200 OK\r\n", b"X-Flood: " + b"x" * 900 + b"\r\n", 0.0), "rules of HTTP"),
        Case("body cut off", raw(_HTML + b"Content-Length: 5000\r\n\r\n<p>short"), "rules of HTTP"),
        Case("two lengths", raw(_HTML + b"Content-Length: 5\r\nContent-Length: 9\r\n\r\n<p>ab</p>"), "rules of HTTP"),
        Case("bad chunks", raw(_HTML + b"Transfer-Encoding: chunked\r\n\r\nZZ\r\nabc"), "rules of HTTP"),
        Case("no HTTP", raw(b"220 mail.example ESMTP\r\n"), "rules of HTTP"),
        Case("nothing at all", raw(b""), "rules of HTTP"),
        Case("reset", reset, "connection failed|rules of HTTP"),
        Case(
            "too many requests",
            Reply(status=429, headers={"Retry-After": "1"}),
            "fewer requests (429), to be asked again",
        ),
        Case("unavailable", Reply(status=503), "unavailable for now (503)"),
        Case("unasked 304", Reply(status=304), "answered with an error (304)"),
        Case("login", Reply(status=401), "asks for a login (401)"),
        Case("gone", Reply(status=410), "the page was taken away (410)"),
        Case("legal reasons", Reply(status=451), "withheld for legal reasons (451)"),
        Case("teapot", Reply(status=418), "answered with an error (418)"),
        Case("cookies required", cookie, ""),
        Case("binary as HTML", Reply(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 500), "bytes that are no text"),
        Case("150,000 paragraphs", Reply(b"<p>word " * 150_000), "elements, more than any article has"),
        Case("100,000 boxes deep", Reply(b"<div>" * 100_000 + article(4)), "elements, more than any|no article in it"),
        Case(
            "one endless line", Reply(b"<article><p>" + b"word and " * 60_000), "characters, more than any article has"
        ),
        Case("XML bomb", Reply(XML_BOMB, headers=XML), "declares XML entities"),
        Case("XML bomb in UTF-16", Reply(UTF16, headers=XML), "declares XML entities"),
        Case("XML that reads files", Reply(XXE, headers=XML), "declares XML entities"),
        Case("XML that calls out", Reply(OUTSIDE, headers=XML), "declares XML entities"),
        Case("a page as feed", Reply(article(5)), "is no feed", "feed"),
        Case("an empty feed", Reply(b"", headers=XML), "is empty", "feed"),
        Case("a page as sitemap", Reply(article(6)), "is no sitemap", "sitemap"),
        Case(
            "a sitemap cut off", Reply(gzip.compress(b"<urlset></urlset>")[:-6]), "is cut off before its end", "sitemap"
        ),
        Case("no links", Reply(article(7)), "links no articles", "pages"),
    ]
