"""Getting an address: redirects followed by us, rules and pace of each host kept, everything bounded."""

import asyncio
import ssl
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime
from types import TracebackType
from urllib.parse import urlsplit

import httpcore
import httpx

from claims.fetching import FetchMemory, Validators
from sources.addresses import absolute, host_of, on_the_web
from sources.answer import Answer, FetchError, broken, conditions, refusal, validators_of
from sources.body import BodyError, read_body
from sources.guard import GuardedTransport
from sources.manners import HeldError, Manners
from sources.robots import ALLOW_ALL, Rules, meaning, remembered
from sources.settings import FetchSettings

_REDIRECTS = {301, 302, 303, 307, 308}
_FOR_GOOD = {301, 308}
_NO_VALIDATORS = Validators()
_ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5"
)


class Web:
    """The web as far as the settings let us reach it. An async context manager; one per pass.

    Cookies live as long as the pass: a site that will not show a page without its cookie gets it back.
    """

    def __init__(self, settings: FetchSettings, memory: FetchMemory) -> None:
        self._settings = settings
        self._memory = memory
        self._manners = Manners(memory)
        self._places = asyncio.Semaphore(settings.concurrency)
        self._rules: dict[str, Rules | FetchError] = {}
        self._reading: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._client = httpx.AsyncClient(
            transport=GuardedTransport(settings.allowed, settings.concurrency),
            headers={
                "User-Agent": settings.user_agent,
                "Accept": _ACCEPT,
                "Accept-Encoding": "gzip, deflate",
                "Accept-Language": "en",
            },
            timeout=settings.deadline,
            follow_redirects=False,
            trust_env=False,
        )

    async def __aenter__(self) -> "Web":
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.aclose()

    def get(self, address: str, validators: Validators = _NO_VALIDATORS) -> AbstractAsyncContextManager[Answer]:
        """The answer at ``address`` after its redirects: a 200, or a 304 to ``validators``. Raises FetchError.

        A place among the requests under way is kept until the context ends, so that no more answers wait in
        memory to be taken than may be fetched at once.
        """
        return self._get(address, validators, ruled=True)

    @asynccontextmanager
    async def _get(self, address: str, validators: Validators, *, ruled: bool) -> AsyncIterator[Answer]:
        here, moved_to, for_good = address, None, True
        for _ in range(self._settings.redirects + 1):
            pace = await self._permission(here) if ruled else 0.0
            async with self._turn(host_of(here), pace), self._places:
                answer, location = await self._request(here, validators, moved_to)
                if location is None:
                    yield answer
                    return
            there = absolute(here, location) if location else None
            if there is None:
                raise FetchError("redirects to something that is not a web address", answer.status)
            for_good = for_good and answer.status in _FOR_GOOD
            here, moved_to = there, there if for_good else moved_to
        raise FetchError(f"redirects more than {self._settings.redirects} times")

    @asynccontextmanager
    async def _turn(self, host: str, pace: float) -> AsyncIterator[None]:
        try:
            async with self._manners.turn(host, pace):
                yield
        except HeldError as error:
            raise FetchError(str(error)) from error

    async def _permission(self, address: str) -> float:
        """The pace of the host, if its rules let us fetch the address. Raises FetchError if not."""
        if not on_the_web(address):
            raise FetchError("not a web address")
        host = host_of(address)
        async with self._reading[host]:
            if host not in self._rules:
                self._rules[host] = await self._read_rules(address, host)
        rules = self._rules[host]
        if isinstance(rules, FetchError):
            raise rules
        if not rules.allow(address):
            raise FetchError("the site's robots.txt asks robots to stay away from it")
        return max(self._settings.pace, rules.delay)

    async def _read_rules(self, address: str, host: str) -> Rules | FetchError:
        text = await asyncio.to_thread(remembered, self._memory, host)
        if text is None:
            try:
                async with self._get(
                    f"{urlsplit(address).scheme}://{host}/robots.txt", _NO_VALIDATORS, ruled=False
                ) as answer:
                    text = meaning(answer.body)
            except FetchError as error:
                if error.unconnected:
                    return error
                if error.status is None or error.status == 429 or error.status >= 500:
                    return FetchError(f"robots.txt: {error}; until it can be read the site is left alone", error.status)
                text = ALLOW_ALL
            await asyncio.to_thread(self._memory.keep_robots, host, text, datetime.now(UTC))
        return Rules(text, self._settings.user_agent)

    async def _request(self, address: str, validators: Validators, moved_to: str | None) -> tuple[Answer, str | None]:
        """The answer of one hop, and where it redirects to (None: nowhere)."""
        asked = conditions(validators)
        try:
            async with (
                asyncio.timeout(self._settings.deadline),
                self._client.stream("GET", address, headers=asked) as response,
            ):
                usable = _REDIRECTS | ({200, 304} if asked else {200})
                return await self._read(address, response, usable, moved_to)
        except BodyError as error:
            raise FetchError(str(error), 200) from error
        except (TimeoutError, httpx.TimeoutException) as error:
            raise FetchError(f"did not answer in full within {self._settings.deadline:g} s") from error
        except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError, httpcore.ProtocolError) as error:
            raise broken(error) from error

    async def _read(
        self, address: str, response: httpx.Response, usable: set[int], moved_to: str | None
    ) -> tuple[Answer, str | None]:
        status, headers = response.status_code, response.headers
        if status in (429, 503):
            raise refusal(status, await self._manners.hold(host_of(address), headers.get("retry-after")))
        if status not in usable:
            raise refusal(status)
        body = b""
        if status == 200:
            body = await read_body(response.aiter_raw(), headers.get("content-encoding", ""), self._settings.body_cap)
        answer = Answer(
            url=address,
            status=status,
            body=body,
            media_type=headers.get("content-type", "").partition(";")[0].strip().lower(),
            charset=response.charset_encoding,
            validators=validators_of(headers),
            moved_to=moved_to,
        )
        return answer, headers.get("location", "") if status in _REDIRECTS else None
