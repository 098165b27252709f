"""Reading an answer's body: never more than the cap, compressed or not."""

import zlib
from collections.abc import AsyncIterator


class BodyError(ValueError):
    """A body that is too large or damaged; the message says how, for people."""


class Inflater:
    """Decompresses gzip and deflate a piece at a time and stops at ``cap`` bytes, before a bomb has grown."""

    def __init__(self, encoding: str, cap: int) -> None:
        self._left = cap
        self._cap = cap
        self._coded = encoding not in ("", "identity")
        if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise BodyError(f"compressed as {encoding[:20]!r}, which was not asked for")
        self._machine: zlib._Decompress | None = None
        self._raw_deflate = encoding == "deflate"

    def feed(self, data: bytes) -> bytes:
        """The decompressed form of the next bytes. Raises BodyError past the cap or on damage."""
        plain = self._inflated(data) if self._coded else data
        self._left -= len(plain)
        if self._left < 0:
            raise BodyError(f"larger than {self._cap / 1e6:g} MB" + (" when decompressed" if self._coded else ""))
        return plain

    def finish(self) -> None:
        """Raises BodyError where the compressed body was cut off."""
        if self._machine is not None and not self._machine.eof:
            raise BodyError("cut off before its end")

    def _inflated(self, data: bytes) -> bytes:
        if self._machine is None and data:
            self._machine = self._started(data)
        if self._machine is None or self._machine.eof:
            return b""
        try:
            return self._machine.decompress(data, self._left + 1)
        except zlib.error as error:
            raise BodyError("damaged: it does not decompress") from error

    def _started(self, data: bytes) -> "zlib._Decompress":
        """Deflate comes with a zlib header (RFC 9110) or, from some servers, without."""
        zlib_header = len(data) > 1 and data[0] & 15 == 8 and (data[0] << 8 | data[1]) % 31 == 0
        raw = self._raw_deflate and not zlib_header
        return zlib.decompressobj(-zlib.MAX_WBITS if raw else zlib.MAX_WBITS | 32)


async def read_body(pieces: AsyncIterator[bytes], encoding: str, cap: int) -> bytes:
    """All of a body, decompressed. Raises BodyError."""
    inflater = Inflater(encoding.strip().lower(), cap)
    received = bytearray()
    async for piece in pieces:
        received += inflater.feed(piece)
    inflater.finish()
    return bytes(received)


def gunzip(data: bytes, cap: int) -> bytes:
    """``data`` itself, decompressed where it is a gzip file (``sitemap.xml.gz``). Raises BodyError."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    inflater = Inflater("gzip", cap)
    plain = inflater.feed(data)
    inflater.finish()
    return plain
