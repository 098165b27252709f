"""A web server on loopback that plays what the web does to a fetcher, good and bad."""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from types import TracebackType

Handler = Callable[["Request", asyncio.StreamWriter], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Request:
    """What the server was asked: path with its query, and headers by lower-case name."""

    path: str
    headers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Reply:
    """An honest answer: its length is declared, and it is sent at once."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)

    async def __call__(self, request: Request, writer: asyncio.StreamWriter) -> None:
        given = {
            "Content-Type": "text/html",
            "Content-Length": str(len(self.body)),
            "Connection": "close",
        } | self.headers
        lines = [f"HTTP/1.1 {self.status} Said", *(f"{name}: {value}" for name, value in given.items())]
        writer.write("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + self.body)
        await writer.drain()


def redirect(to: str, status: int = 302) -> Reply:
    return Reply(status=status, headers={"Location": to})


class Playground:
    """The server: ``routes`` by path, ``asked`` the requests in their order. Listens on 127.0.0.1 unless told,
    and at the same port of ``others``."""

    def __init__(self, address: str = "127.0.0.1", port: int = 0, others: Sequence[str] = ()) -> None:
        self.routes: dict[str, Handler] = {}
        self.asked: list[Request] = []
        self._address = address
        self.addresses = [address, *others]
        self.port = port
        self._servers: list[asyncio.Server] = []
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> "Playground":
        self._thread.start()
        for address in self.addresses:
            starting = asyncio.start_server(self._serve, address, self.port)
            self._servers.append(asyncio.run_coroutine_threadsafe(starting, self._loop).result())
            self.port = self._servers[0].sockets[0].getsockname()[1]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def url(self, path: str = "/", host: str | None = None) -> str:
        return f"http://{host or self._address}:{self.port}{path}"

    def times(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(request.path == path for request in self.asked)

    async def _stop(self) -> None:
        for server in self._servers:
            server.close()
        waiting = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").strip().split("\r\n")
            headers = {
                name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)
            }
            request = Request(first.split(" ")[1], headers)
            self.asked.append(request)
            path = request.path.partition("?")[0]
            await self.routes.get(request.path, self.routes.get(path, Reply(b"nothing here", 404)))(request, writer)
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()
