"""Everything that sources hold: documents, and a problem for each that could not be had."""

import asyncio
import threading
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from claims.document import Document, Problem
from claims.fetching import FetchMemory
from claims.topic import Keywords, SourceSpec
from sources.files import FEEDS, read_file, spread
from sources.forgetful import Forgetful
from sources.settings import FetchSettings

if TYPE_CHECKING:
    from sources.gather import Gathering

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
    with closing(collect_batches(sources, keywords=keywords, settings=settings, memory=memory, size=1)) as batches:
        for batch in batches:
            yield from batch


def collect_batches(
    sources: Iterable[str | SourceSpec],
    *,
    keywords: Keywords = _EVERYTHING,
    settings: FetchSettings | None = None,
    memory: FetchMemory | None = None,
    size: int = 50,
    patience: float = 5.0,
) -> Generator[list[Document | Problem], None, None]:
    """As `collect`, in lists of ``size`` or less: none is held back longer than ``patience`` seconds for the next."""
    to_fetch: list[SourceSpec | Path] = []
    local = _local(sources, to_fetch)
    while batch := list(islice(local, size)):
        yield batch
    if to_fetch:
        from sources.gather import Gathering  # not for those who read a file: the web's packages take their time

        gathering = Gathering(to_fetch, keywords, settings or FetchSettings(), memory or Forgetful())
        yield from _in_background(gathering, size, patience)


def _local(sources: Iterable[str | SourceSpec], to_fetch: list[SourceSpec | Path]) -> Iterator[Document | Problem]:
    """What is on disk; what must be fetched is put aside."""
    now = datetime.now(UTC)
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


def _spec(named: str) -> SourceSpec | Problem:
    """What a person names on the command line: an address of any kind, or a path."""
    if named.startswith(("http://", "https://")):
        return SourceSpec("any", named)
    if "://" in named or named.startswith(("javascript:", "data:", "mailto:")):
        return Problem(named[:200], "only http and https addresses, files and folders are read")
    return SourceSpec("folder", named)


def _in_background(gathering: "Gathering", size: int, patience: float) -> Iterator[list[Document | Problem]]:
    """What is gathered, by a thread of its own: it goes on fetching while the caller is busy with a batch."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="sources", daemon=True)
    thread.start()
    try:
        asyncio.run_coroutine_threadsafe(gathering.__aenter__(), loop).result()
        while batch := asyncio.run_coroutine_threadsafe(gathering.some(size, patience), loop).result():
            yield batch
    finally:
        asyncio.run_coroutine_threadsafe(gathering.__aexit__(None, None, None), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
