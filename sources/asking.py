"""Sources: each is asked what it announces, which is told to the memory; then the pages that it owes are fetched."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from claims.document import Problem
from claims.fetching import Entry, Fetch, FetchMemory, Validators
from claims.topic import Keywords, SourceSpec
from sources.addresses import canonical
from sources.answer import Answer, FetchError
from sources.feeds import read_feed, root_of
from sources.links import read_links
from sources.listing import Listing, NotAListingError
from sources.owed import Owed, Put
from sources.settings import FetchSettings
from sources.sitemaps import read_sitemap
from sources.web import Web

_LISTS = {
    "rss": "feed",
    "feed": "feed",
    "rdf": "feed",
    "jsonfeed": "feed",
    "urlset": "sitemap",
    "sitemapindex": "sitemap",
}


class Asking:
    """What the sources of one pass announce."""

    def __init__(
        self, web: Web, keywords: Keywords, settings: FetchSettings, memory: FetchMemory, owed: Owed, put: Put
    ) -> None:
        self._web = web
        self._keywords = keywords
        self._settings = settings
        self._memory = memory
        self._owed = owed
        self._put = put

    async def ask(self, source: SourceSpec | Path) -> None:
        """One source, from asking it to its last page. Whatever goes wrong stays within it."""
        try:
            if isinstance(source, Path):
                await self._file(source)
            else:
                await self._address(source)
        except Exception as error:  # as for pages
            where = str(source) if isinstance(source, Path) else source.url
            await self._put(Problem(where, f"could not be read ({type(error).__name__})"))

    async def _file(self, path: Path) -> None:
        try:
            data = path.read_bytes()
            found = await self._listing(_LISTS.get(root_of(data), "feed"), data, path.resolve().as_uri(), None)
        except (NotAListingError, OSError) as error:
            await self._put(Problem(str(path), str(getattr(error, "strerror", None) or error)))
            return
        wanted = await self._heard(str(path), "feed", Fetch(url=str(path), at=datetime.now(UTC), status=None), found)
        await self._owed.fetch(str(path), None, wanted)

    async def _address(self, spec: SourceSpec) -> None:
        if spec.kind != "any" and (waiting := await asyncio.to_thread(self._memory.wait_for, spec.url)):
            again, reason = waiting
            reason = f"left alone until {again:%d %B %H:%M} UTC, because it failed: {reason}"
            await self._put(Problem(spec.url, reason, fatal=False))
            return
        try:
            entries = await self._announced(spec)
        except (FetchError, NotAListingError) as error:
            fetch = error.fetch(spec.url) if isinstance(error, FetchError) else _useless(spec.url, str(error))
            await asyncio.to_thread(self._memory.failed, spec.url, spec.kind, fetch)
            await self._put(Problem(spec.url, str(error)))
            return
        await self._owed.fetch(spec.url, spec.outlet, entries)

    async def _announced(self, spec: SourceSpec) -> Sequence[Entry]:
        """What a source announces now, told to the memory; a page that a person named is handed on at once."""
        validators = await asyncio.to_thread(self._memory.validators, spec.url)
        async with self._web.get(spec.url, validators) as answer:
            kind = _kind(spec, answer)
            if kind == "page":
                entry = Entry(url=canonical(spec.url), outlet=spec.outlet)
                self._owed.take(entry.url)
                fetch = replace(answer.fetch(spec.url), validators=Validators(), body=b"")
                await self._heard(spec.url, kind, fetch, Listing((entry,)), answer.moved_to)
                await self._owed.hand_over(answer, entry, None)
                return ()
            found = Listing(())
            if answer.status == 200:
                found = await self._listing(kind, answer.body, answer.url, answer.charset)
        for child in found.more:
            found = replace(found, entries=(*found.entries, *await self._child(child)))
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
            await self._put(Problem(source, reason, fatal=False))
        return wanted

    async def _child(self, url: str) -> Sequence[Entry]:
        """The entries of one of the sitemaps that an index names; one that fails does not spoil the others."""
        try:
            async with self._web.get(url) as answer:
                return (await self._listing("sitemap", answer.body, answer.url, answer.charset)).entries
        except (FetchError, NotAListingError) as error:
            await self._put(Problem(url, str(error), fatal=False))
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


def _kind(spec: SourceSpec, answer: Answer) -> str:
    """What the source is: as the topic says, else by what came."""
    return spec.kind if spec.kind != "any" else _LISTS.get(root_of(answer.body, answer.charset), "page")


def _useless(url: str, reason: str) -> Fetch:
    return Fetch(url=url, at=datetime.now(UTC), status=200, reason=reason)
