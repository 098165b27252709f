"""The pages that sources owe: each fetched once in a pass, and handed on as a document or as what went wrong."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime

from claims.document import Document, Problem
from claims.fetching import Entry, FetchMemory
from sources.answer import Answer, FetchError
from sources.web import Web

# What a feed carries of an article is the article only if it is about as long as one; else it is a summary.
_FULL = 600

Put = Callable[[Document | Problem], Awaitable[None]]


class Owed:
    """The pages of one pass; ``most`` of a source at a time."""

    def __init__(self, web: Web, memory: FetchMemory, most: int, put: Put) -> None:
        self._web = web
        self._memory = memory
        self._most = most
        self._put = put
        self._taken: set[str] = set()

    def take(self, url: str) -> None:
        """Nobody else is to fetch a page in this pass."""
        self._taken.add(url)

    async def fetch(self, source: str, outlet: str | None, announced: Sequence[Entry]) -> None:
        """Fetch what the source owes. Side by side; the line at each host sees to it that no host is pressed."""
        owed = await asyncio.to_thread(self._memory.owed, source, datetime.now(UTC), self._most)
        carried = {entry.url: entry.content for entry in announced}
        async with asyncio.TaskGroup() as tasks:
            for entry in owed:
                if entry.url not in self._taken:
                    self.take(entry.url)
                    tasks.create_task(self._page(entry, carried.get(entry.url), source, outlet))

    async def hand_over(self, answer: Answer, entry: Entry, source: str | None, outlet: str | None = None) -> None:
        """Hand on a page that was fetched; where nothing changed, only a person who named it is told so."""
        await asyncio.to_thread(self._memory.fetched, answer.fetch(entry.url))
        if answer.status == 200:
            await self._put(_document(entry, answer.body, answer.charset, answer.url, source, outlet))
        elif source is None:
            await self._put(Problem(entry.url, "has not changed since it was read", fatal=False))

    async def _page(self, entry: Entry, carried: str | None, source: str, outlet: str | None) -> None:
        """One page that is owed. Whatever goes wrong stays within it."""
        try:
            validators = await asyncio.to_thread(self._memory.validators, entry.url)
            async with self._web.get(entry.url, validators) as answer:
                await self.hand_over(answer, entry, source, outlet)
        except FetchError as error:
            if carried and len(carried) > _FULL:
                await self._put(_document(entry, carried.encode(), "utf-8", entry.url, source, outlet))
            else:
                await self._put(await self._missed(entry.url, error))
        except Exception as error:  # a page can break a parser in ways that nobody foresaw; the others must go on
            await self._put(Problem(entry.url, f"could not be read ({type(error).__name__})", fatal=False))

    async def _missed(self, url: str, error: FetchError) -> Problem:
        """A page that could not be had: taken down, if it was read before and is gone now."""
        read_at = await asyncio.to_thread(self._memory.page_failed, error.fetch(url))
        if read_at and error.status in (404, 410):
            return Problem(url, f"taken down: {error}; last read on {read_at:%d %B %H:%M} UTC", fatal=False)
        return Problem(url, str(error), fatal=False)


def _document(
    entry: Entry, data: bytes, charset: str | None, where: str, source: str | None, outlet: str | None
) -> Document:
    return Document(
        url=entry.url,
        where=where,
        fetched_at=datetime.now(UTC),
        outlet=outlet or entry.outlet,
        title=entry.title,
        published_at=entry.published_at,
        html=data,
        charset=charset,
        found_in=source,
    )
