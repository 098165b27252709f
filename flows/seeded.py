"""The seeded reports, served from this machine's loopback address as a feed and pages on the web would be."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from xml.etree import ElementTree

from flows.desk import SEEDS

HISTORY = SEEDS / "guard-request" / "history.jsonl"
# The address is part of who an article is, so a second run must find it at the same port.
HOST, PORT = "127.0.0.1", 8765


class Newsstand(ThreadingHTTPServer):
    """Serves pages and a feed that holds what was published up to ``clock`` (None: all of it)."""

    clock: datetime | None = None


class _Pages(SimpleHTTPRequestHandler):
    server: Newsstand

    def do_GET(self) -> None:
        if self.path != "/feed.xml":
            return super().do_GET()
        feed = _feed_until(self.server.clock)
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml; charset=utf-8")
        self.send_header("Content-Length", str(len(feed)))
        self.end_headers()
        self.wfile.write(feed)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: what was fetched stands in the log of the run."""


def _feed_until(clock: datetime | None) -> bytes:
    feed = ElementTree.parse(SEEDS / "guard-request" / "feed.xml")
    channel = feed.getroot()[0]
    for item in channel.findall("item"):
        if clock and parsedate_to_datetime(item.findtext("pubDate", "")) > clock:
            channel.remove(item)
    served: bytes = ElementTree.tostring(feed.getroot(), encoding="utf-8", xml_declaration=True)
    return served


@contextmanager
def newsstand() -> Iterator[Newsstand]:
    """The reports on the web, until the block is left. Raises OSError where the port is taken."""
    with Newsstand((HOST, PORT), partial(_Pages, directory=SEEDS / "guard-request")) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()
