"""One pass over what is on the web: lists are asked what they name, then the named articles are fetched."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from claims.document import Document, Problem
from claims.topic import Keywords, SourceSpec
from sources.addresses import canonical
from sources.entry import Entry, Listing, NotAListingError
from sources.feeds import read_feed, root_of
from sources.settings import FetchSettings
from sources.web import Answer, FetchError, Web

_Found = Document | Problem


class Gathering:
    """The sources of one pass, fetched side by side; an article that several of them name is fetched once."""

    def __init__(self, sources: Sequence[SourceSpec | Path], keywords: Keywords, settings: FetchSettings) -> None:
        self._sources = sources
        self._keywords = keywords
        self._settings = settings
        self._seen: set[str] = set()
        self._found: asyncio.Queue[_Found | None]
        self._places: asyncio.Semaphore

    async def run(self) -> AsyncIterator[_Found]:
        """What the sources hold, as it comes in."""
        self._found = asyncio.Queue(maxsize=4 * self._settings.concurrency)
        self._places = asyncio.Semaphore(self._settings.concurrency)
        async with Web(self._settings) as web, asyncio.TaskGroup() as tasks:
            working = tasks.create_task(self._all(web))
            try:
                while (item := await self._found.get()) is not None:
                    yield item
            finally:
                working.cancel()

    async def _all(self, web: Web) -> None:
        try:
            async with asyncio.TaskGroup() as tasks:
                for source in self._sources:
                    tasks.create_task(self._source(web, source))
        finally:
            await self._found.put(None)

    async def _source(self, web: Web, source: SourceSpec | Path) -> None:
        where = str(source) if isinstance(source, Path) else source.url
        try:
            if isinstance(source, Path):
                data, base = source.read_bytes(), source.resolve().as_uri()
                await self._listed(web, await self._listing(data, base, ""), where, None)
                return
            async with self._places:
                answer = await web.get(source.url)
            kind = source.kind if source.kind in ("page", "feed") else _kind(answer)
            if kind == "page":
                await self._page(answer, Entry(url=canonical(source.url), outlet=source.outlet), source.url, None)
            else:
                found = await self._listing(answer.body, answer.url, answer.media_type)
                await self._listed(web, found, where, source.outlet)
        except (FetchError, NotAListingError) as error:
            await self._found.put(Problem(where, str(error)))
        except OSError as error:
            await self._found.put(Problem(where, f"cannot be read: {error.strerror}"))

    async def _listing(self, data: bytes, url: str, media_type: str) -> Listing:
        return await asyncio.to_thread(read_feed, data, url, datetime.now(UTC), self._settings.entries, media_type)

    async def _listed(self, web: Web, found: Listing, where: str, outlet: str | None) -> None:
        if found.left_out:
            reason = f"names {found.left_out + len(found.entries)} articles; the newest {len(found.entries)} were taken"
            await self._found.put(Problem(where, reason, fatal=False))
        for entry in found.entries:
            if entry.url in self._seen or not self._keywords.may_take(f"{entry.title}\n{entry.summary}"):
                continue
            self._seen.add(entry.url)
            try:
                async with self._places:
                    answer = await web.get(entry.url)
                await self._page(answer, entry, where, outlet)
            except FetchError as error:
                await self._found.put(Problem(entry.url, str(error), fatal=False))

    async def _page(self, answer: Answer, entry: Entry, where: str, outlet: str | None) -> None:
        document = Document(
            url=entry.url,
            where=answer.url,
            fetched_at=datetime.now(UTC),
            outlet=outlet or entry.outlet,
            title=entry.title,
            published_at=entry.published_at,
            html=answer.body,
            charset=answer.charset,
            found_in=where if entry.url != canonical(where) else None,
        )
        await self._found.put(document)


def _kind(answer: Answer) -> str:
    return "feed" if root_of(answer.body, answer.charset) in ("rss", "feed", "rdf", "jsonfeed") else "page"
