"""A memory for one pass: enough for a single page, or for reading without a claim base."""

import threading
import time
from collections.abc import Sequence
from datetime import datetime

from claims.fetching import Entry, Fetch, FetchMemory, Validators


class Forgetful(FetchMemory):
    """Keeps pace and rules of robots within the process, and knows nothing of earlier passes."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._turns: dict[str, float] = {}
        self._rules: dict[str, str] = {}
        self._owed: dict[str, list[Entry]] = {}

    def turn(self, host: str, pace: float, longest: float) -> float:
        with self._lock:
            now = time.time()
            mine = max(now, self._turns.get(host, now))
            if mine - now <= longest:
                self._turns[host] = mine + pace
            return mine - now

    def hold(self, host: str, until: datetime) -> None:
        with self._lock:
            self._turns[host] = max(until.timestamp(), self._turns.get(host, 0.0))

    def robots(self, host: str, since: datetime) -> str | None:
        return self._rules.get(host)

    def keep_robots(self, host: str, rules: str, at: datetime) -> None:
        self._rules[host] = rules

    def validators(self, url: str) -> Validators:
        return Validators()

    def wait_for(self, source: str) -> tuple[datetime, str] | None:
        return None

    def heard(self, source: str, kind: str, fetch: Fetch, entries: Sequence[Entry], moved_to: str | None) -> None:
        self._owed[source] = list(entries)

    def failed(self, source: str, kind: str, fetch: Fetch) -> None:
        pass

    def owed(self, source: str, now: datetime, most: int) -> list[Entry]:
        return self._owed.get(source, [])[:most]

    def fetched(self, fetch: Fetch) -> None:
        pass

    def page_failed(self, fetch: Fetch) -> datetime | None:
        return None

    def settle(self, url: str, at: datetime, reason: str | None = None) -> None:
        pass
