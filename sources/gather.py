"""One pass over what is on the web: sources are asked what they name, then the pages that are owed are fetched."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from claims.document import Document, Problem
from claims.fetching import Entry, Fetch, FetchMemory, Validators
from claims.topic import Keywords, SourceSpec
from sources.addresses import canonical
from sources.answer import Answer, FetchError
from sources.feeds import read_feed, root_of
from sources.links import read_links
from sources.listing import Listing, NotAListingError
from sources.settings import FetchSettings
from sources.sitemaps import read_sitemap
from sources.web import Web

# What a feed carries of an article is the article only if it is about as long as one; else it is a summary.
_FULL = 600
_LISTS = {
    "rss": "feed",
    "feed": "feed",
    "rdf": "feed",
    "jsonfeed": "feed",
    "urlset": "sitemap",
    "sitemapindex": "sitemap",
}


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
        self._taken: set[str] = set()
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
                for source in self._sources:
                    tasks.create_task(self._source(web, source))
        finally:
            if not self._leaving:  # nobody would take it from a full queue then
                await self._found.put(None)

    async def _source(self, web: Web, source: SourceSpec | Path) -> None:
        """One source, from asking it to its last page. Whatever goes wrong stays within it."""
        try:
            if isinstance(source, Path):
                await self._file(web, source)
            else:
                await self._address(web, source)
        except Exception as error:  # a page can break a parser in ways that nobody foresaw; the others must go on
            where = str(source) if isinstance(source, Path) else source.url
            await self._found.put(Problem(where, f"could not be read ({type(error).__name__})"))

    async def _file(self, web: Web, path: Path) -> None:
        try:
            data = path.read_bytes()
            found = await self._listing(_LISTS.get(root_of(data), "feed"), data, path.resolve().as_uri(), None)
        except (NotAListingError, OSError) as error:
            await self._found.put(Problem(str(path), str(getattr(error, "strerror", None) or error)))
            return
        wanted = await self._heard(str(path), "feed", Fetch(url=str(path), at=datetime.now(UTC), status=None), found)
        await self._pages(web, str(path), None, wanted)

    async def _address(self, web: Web, spec: SourceSpec) -> None:
        if spec.kind != "any" and (waiting := await asyncio.to_thread(self._memory.wait_for, spec.url)):
            again, reason = waiting
            reason = f"left alone until {again:%d %B %H:%M} UTC, because it failed: {reason}"
            await self._found.put(Problem(spec.url, reason, fatal=False))
            return
        try:
            entries = await self._ask(web, spec)
        except (FetchError, NotAListingError) as error:
            fetch = error.fetch(spec.url) if isinstance(error, FetchError) else _useless(spec.url, str(error))
            await asyncio.to_thread(self._memory.failed, spec.url, spec.kind, fetch)
            await self._found.put(Problem(spec.url, str(error)))
            return
        await self._pages(web, spec.url, spec.outlet, entries)

    async def _ask(self, web: Web, spec: SourceSpec) -> Sequence[Entry]:
        """What a source announces now, told to the memory; a page that a person named is handed on at once."""
        validators = await asyncio.to_thread(self._memory.validators, spec.url)
        async with web.get(spec.url, validators) as answer:
            kind = _kind(spec, answer)
            if kind == "page":
                entry = Entry(url=canonical(spec.url), outlet=spec.outlet)
                self._taken.add(entry.url)
                fetch = replace(answer.fetch(spec.url), validators=Validators(), body=b"")
                await self._heard(spec.url, kind, fetch, Listing((entry,)), answer.moved_to)
                await self._hand_over(answer, entry, None)
                return ()
            found = Listing(())
            if answer.status == 200:
                found = await self._listing(kind, answer.body, answer.url, answer.charset)
        for child in found.more:
            found = replace(found, entries=(*found.entries, *await self._child(web, child)))
        return await self._heard(spec.url, kind, answer.fetch(spec.url), found, answer.moved_to)

    async def _heard(
        self, source: str, kind: str, fetch: Fetch, found: Listing, moved_to: str | None = None
    ) -> list[Entry]:
        """Tell the memory what a source announced, as far as it is wanted."""
        wanted = [entry for entry in found.entries if self._wanted(entry)]
        await asyncio.to_thread(self._memory.heard, source, kind, fetch, wanted, moved_to)
        if found.left_out:
            reason = (
                f"names {found.left_out + len(found.entries):,} articles; the newest {len(found.entries)} were taken"
            )
            await self._found.put(Problem(source, reason, fatal=False))
        return wanted

    async def _child(self, web: Web, url: str) -> Sequence[Entry]:
        """The entries of one of the sitemaps that an index names; one that fails does not spoil the others."""
        try:
            async with web.get(url) as answer:
                return (await self._listing("sitemap", answer.body, answer.url, answer.charset)).entries
        except (FetchError, NotAListingError) as error:
            await self._found.put(Problem(url, str(error), fatal=False))
            return ()

    async def _listing(self, kind: str, data: bytes, url: str, charset: str | None) -> Listing:
        now, most = datetime.now(UTC), self._settings.entries
        if kind == "sitemap":
            return await asyncio.to_thread(read_sitemap, data, url, now, most)
        if kind == "pages":
            return await asyncio.to_thread(read_links, data, url, now, most, charset)
        return await asyncio.to_thread(read_feed, data, url, now, most)

    def _wanted(self, entry: Entry) -> bool:
        """Not too old, and announced in words that may fit the topic; where there is only a title, the text decides."""
        back = self._settings.look_back
        if back and entry.published_at and entry.published_at < datetime.now(UTC) - back:
            return False
        return entry.summary is None or self._keywords.may_take(f"{entry.title}\n{entry.summary}\n{entry.content}")

    async def _pages(self, web: Web, source: str, outlet: str | None, announced: Sequence[Entry]) -> None:
        """Fetch what the source owes. Side by side; the line at each host sees to it that no host is pressed."""
        now = datetime.now(UTC)
        owed = await asyncio.to_thread(self._memory.owed, source, now, self._settings.entries)
        carried = {entry.url: entry.content for entry in announced}
        async with asyncio.TaskGroup() as tasks:
            for entry in owed:
                if entry.url not in self._taken:
                    self._taken.add(entry.url)
                    tasks.create_task(self._page(web, entry, carried.get(entry.url), source, outlet))

    async def _page(self, web: Web, entry: Entry, carried: str | None, source: str, outlet: str | None) -> None:
        """One page that is owed. Whatever goes wrong stays within it."""
        try:
            validators = await asyncio.to_thread(self._memory.validators, entry.url)
            async with web.get(entry.url, validators) as answer:
                await self._hand_over(answer, entry, source, outlet)
        except FetchError as error:
            if carried and len(carried) > _FULL:
                await self._found.put(_document(entry, carried.encode(), "utf-8", entry.url, source, outlet))
            else:
                await self._found.put(await self._missed(entry.url, error))
        except Exception as error:  # as for sources
            await self._found.put(Problem(entry.url, f"could not be read ({type(error).__name__})", fatal=False))

    async def _missed(self, url: str, error: FetchError) -> Problem:
        """A page that could not be had: taken down, if it was read before and is gone now."""
        read_at = await asyncio.to_thread(self._memory.page_failed, error.fetch(url))
        if read_at and error.status in (404, 410):
            return Problem(url, f"taken down: {error}; last read on {read_at:%d %B %H:%M} UTC", fatal=False)
        return Problem(url, str(error), fatal=False)

    async def _hand_over(self, answer: Answer, entry: Entry, source: str | None, outlet: str | None = None) -> None:
        await asyncio.to_thread(self._memory.fetched, answer.fetch(entry.url))
        if answer.status == 200:
            await self._found.put(_document(entry, answer.body, answer.charset, answer.url, source, outlet))
        elif source is None:
            await self._found.put(Problem(entry.url, "has not changed since it was read", fatal=False))


def _kind(spec: SourceSpec, answer: Answer) -> str:
    """What the source is: as the topic says, else by what came."""
    return spec.kind if spec.kind != "any" else _LISTS.get(root_of(answer.body, answer.charset), "page")


def _useless(url: str, reason: str) -> Fetch:
    return Fetch(url=url, at=datetime.now(UTC), status=200, reason=reason)


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
