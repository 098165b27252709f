"""Everything that sources hold: documents, and a problem for each that could not be had."""

import asyncio
import threading
from collections.abc import AsyncIterator, Iterable, Iterator
from concurrent.futures import CancelledError
from datetime import UTC, datetime
from pathlib import Path

from claims.document import Document, Problem
from claims.fetching import FetchMemory
from claims.topic import Keywords, SourceSpec
from sources.files import FEEDS, read_file, spread
from sources.forgetful import Forgetful
from sources.gather import Gathering
from sources.settings import FetchSettings

_EVERYTHING = Keywords()


def collect(
    sources: Iterable[str | SourceSpec],
    *,
    keywords: Keywords = _EVERYTHING,
    settings: FetchSettings | None = None,
    memory: FetchMemory | None = None,
) -> Iterator[Document | Problem]:
    """Documents of ``sources`` (addresses, files, folders, or the specs of a topic), files first and in order.

    What is on the web is fetched in the background while the caller works on what it has. Articles named
    by hand are always taken; those that a feed or list names, only where their announcement may fit
    ``keywords`` (and the caller must ask ``keywords.take`` of their text). With a ``memory``, what has not
    changed is not sent again, and every page is owed until the caller settles its document there. Closing
    the iterator stops all.
    """
    now = datetime.now(UTC)
    to_fetch: list[SourceSpec | Path] = []
    for source in sources:
        spec = source if isinstance(source, SourceSpec) else _spec(source)
        if isinstance(spec, Problem):
            yield spec
        elif "://" in spec.url:
            to_fetch.append(spec)
        else:
            for file in spread(Path(spec.url)):
                if isinstance(file, Problem):
                    yield file
                elif file.suffix.lower() in FEEDS:
                    to_fetch.append(file)
                else:
                    yield from read_file(file, now)
    if to_fetch:
        yield from _in_background(
            Gathering(to_fetch, keywords, settings or FetchSettings(), memory or Forgetful()).run()
        )


def _spec(named: str) -> SourceSpec | Problem:
    """What a person names on the command line: an address of any kind, or a path."""
    if named.startswith(("http://", "https://")):
        return SourceSpec("any", named)
    if "://" in named or named.startswith(("javascript:", "data:", "mailto:")):
        return Problem(named[:200], "only http and https addresses, files and folders are read")
    return SourceSpec("folder", named)


def _in_background(found: AsyncIterator[Document | Problem]) -> Iterator[Document | Problem]:
    """An asynchronous iterator, run by a thread of its own; it goes on while the caller is busy with an item."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="sources", daemon=True)
    thread.start()

    async def advance() -> Document | Problem | None:
        return await anext(found, None)

    try:
        while (item := asyncio.run_coroutine_threadsafe(advance(), loop).result()) is not None:
            yield item
    except CancelledError:
        return
    finally:
        closing = getattr(found, "aclose", None)
        if closing is not None:
            asyncio.run_coroutine_threadsafe(closing(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
