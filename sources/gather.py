"""One pass over what is on the web: a queue of documents, filled as far ahead as it holds, taken from in batches."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from claims.document import Document, Problem
from claims.fetching import FetchMemory
from claims.topic import Keywords, SourceSpec
from sources.asking import Asking
from sources.owed import Owed
from sources.settings import FetchSettings
from sources.web import Web


class Gathering:
    """The sources of one pass, asked side by side; an article that several of them name is fetched once.

    An asynchronous context manager: it fetches from entry to exit, as far ahead as its queue holds.
    """

    def __init__(
        self, sources: Sequence[SourceSpec | Path], keywords: Keywords, settings: FetchSettings, memory: FetchMemory
    ) -> None:
        self._sources = sources
        self._keywords = keywords
        self._settings = settings
        self._memory = memory
        self._over = self._leaving = False
        self._found: asyncio.Queue[Document | Problem | None]
        self._working: asyncio.Task[None]

    async def __aenter__(self) -> "Gathering":
        self._found = asyncio.Queue(maxsize=self._settings.concurrency)
        self._working = asyncio.create_task(self._all())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._leaving = True
        self._working.cancel()
        await asyncio.gather(self._working, return_exceptions=True)

    async def some(self, most: int, patience: float) -> list[Document | Problem]:
        """What came in: up to ``most``, or what there is ``patience`` seconds after the first; nothing at the end."""
        items: list[Document | Problem] = []
        try:
            while len(items) < most and not self._over:
                async with asyncio.timeout(patience if items else None):
                    item = await self._found.get()
                if item is None:
                    self._over = True
                    await self._working
                else:
                    items.append(item)
        except TimeoutError:
            pass
        return items

    async def _all(self) -> None:
        try:
            async with Web(self._settings, self._memory) as web, asyncio.TaskGroup() as tasks:
                owed = Owed(web, self._memory, self._settings.entries, self._found.put)
                asking = Asking(web, self._keywords, self._settings, self._memory, owed, self._found.put)
                for source in self._sources:
                    tasks.create_task(asking.ask(source))
        finally:
            if not self._leaving:  # nobody would take it from a full queue then
                await self._found.put(None)
