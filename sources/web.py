"""Getting one address: redirects followed by us, everything bounded, each failure in words for people."""

import asyncio
import ssl
from dataclasses import dataclass
from types import TracebackType

import httpcore
import httpx

from sources.addresses import absolute, on_the_web
from sources.body import BodyError, read_body
from sources.guard import ForbiddenAddressError, GuardedTransport
from sources.settings import FetchSettings

_REDIRECTS = {301, 302, 303, 307, 308}
_FOR_GOOD = {301, 308}
_MEANINGS = {
    401: "asks for a login",
    402: "asks for payment",
    403: "refuses us",
    404: "there is no such page",
    410: "the page was taken away",
    429: "asks for fewer requests",
    451: "withheld for legal reasons",
    503: "unavailable for now",
}


class FetchError(Exception):
    """An address that could not be got; the message says why, ``status`` is HTTP's where it answered."""

    def __init__(self, reason: str, status: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.status = status


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an address gave: the final address, the body in full, and what HTTP said of it."""

    url: str
    status: int
    body: bytes
    media_type: str
    charset: str | None
    headers: httpx.Headers
    moved_to: str | None = None


class Web:
    """The web as far as the settings let us reach it. An async context manager; one per pass."""

    def __init__(self, settings: FetchSettings) -> None:
        self._settings = settings
        self._client = httpx.AsyncClient(
            transport=GuardedTransport(settings.allowed, settings.concurrency),
            headers={
                "User-Agent": settings.user_agent,
                "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.5",
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

    async def get(self, address: str) -> Answer:
        """The answer at ``address`` after its redirects. Raises FetchError."""
        here, moved_to, for_good = address, None, True
        for _ in range(self._settings.redirects + 1):
            if not on_the_web(here):
                raise FetchError(f"leads to {here[:100]!r}, which is not a web address")
            answer = await self._request(here)
            if answer.status not in _REDIRECTS:
                return _usable(answer, moved_to)
            there = absolute(here, answer.headers.get("location", ""))
            if there is None:
                raise FetchError("redirects to something that is not a web address", answer.status)
            for_good = for_good and answer.status in _FOR_GOOD
            here, moved_to = there, there if for_good else moved_to
        raise FetchError(f"redirects more than {self._settings.redirects} times")

    async def _request(self, address: str) -> Answer:
        try:
            async with asyncio.timeout(self._settings.deadline), self._client.stream("GET", address) as response:
                return await self._read(address, response)
        except BodyError as error:
            raise FetchError(str(error)) from error
        except (TimeoutError, httpx.TimeoutException) as error:
            raise FetchError(f"did not answer in full within {self._settings.deadline:g} s") from error
        except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError, httpcore.ProtocolError) as error:
            raise FetchError(_in_words(error)) from error

    async def _read(self, address: str, response: httpx.Response) -> Answer:
        kind, _, _ = response.headers.get("content-type", "").partition(";")
        body = b""
        if response.status_code == 200:
            coding = response.headers.get("content-encoding", "")
            body = await read_body(response.aiter_raw(), coding, self._settings.body_cap)
        return Answer(
            url=address,
            status=response.status_code,
            body=body,
            media_type=kind.strip().lower(),
            charset=response.charset_encoding,
            headers=response.headers,
        )


def _usable(answer: Answer, moved_to: str | None) -> Answer:
    if answer.status != 200:
        raise FetchError(_MEANINGS.get(answer.status, "answered with an error") + f" ({answer.status})", answer.status)
    return Answer(
        url=answer.url,
        status=answer.status,
        body=answer.body,
        media_type=answer.media_type,
        charset=answer.charset,
        headers=answer.headers,
        moved_to=moved_to,
    )


def _in_words(error: BaseException) -> str:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ForbiddenAddressError):
            return str(cause)
        cause = cause.__cause__ or cause.__context__
    if isinstance(error, httpx.ConnectError):
        return f"cannot be reached ({error})"
    if isinstance(error, httpx.RemoteProtocolError | httpcore.ProtocolError):
        return f"answers against the rules of HTTP ({str(error)[:120]})"
    return f"the connection failed ({type(error).__name__})"
