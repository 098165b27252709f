"""Politeness towards hosts: one request at a time, at their pace, within their rules, and not when they say no."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from claims.fetching import FetchMemory

LONGEST_WAIT = 60.0
LONGEST_HOLD = timedelta(days=1)


class HeldError(Exception):
    """The host is to be left alone for longer than a pass waits; ``until`` says how long."""

    def __init__(self, until: datetime) -> None:
        super().__init__(f"the host asked to be left alone until {until:%d %B %H:%M} UTC")
        self.until = until


class Manners:
    """Turns at hosts: in line within the process, and by the memory among processes and passes."""

    def __init__(self, memory: FetchMemory) -> None:
        self._memory = memory
        self._lines: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    @asynccontextmanager
    async def turn(self, host: str, pace: float) -> AsyncIterator[None]:
        """Our turn at a host, once it has come. Raises HeldError where that would take too long."""
        async with self._lines[host]:
            wait = await asyncio.to_thread(self._memory.turn, host, pace, LONGEST_WAIT)
            if wait > LONGEST_WAIT:
                raise HeldError(datetime.now(UTC) + timedelta(seconds=wait))
            await asyncio.sleep(wait)
            yield

    async def hold(self, host: str, retry_after: str | None) -> datetime | None:
        """Heed a Retry-After: until when, or None where the header says nothing we understand."""
        until = read_retry_after(retry_after, datetime.now(UTC))
        if until is not None:
            await asyncio.to_thread(self._memory.hold, host, until)
        return until


def read_retry_after(header: str | None, now: datetime) -> datetime | None:
    """RFC 9110, 10.2.3: seconds or a date; what lies in the past means nothing, what lies far off means a day."""
    written = (header or "").strip()
    try:
        until = now + timedelta(seconds=int(written)) if written.isdigit() else parsedate_to_datetime(written)
        until = until if until.tzinfo else until.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        until = now + LONGEST_HOLD if written.isdigit() else now
    return min(until, now + LONGEST_HOLD) if until > now else None
