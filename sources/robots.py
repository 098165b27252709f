"""What a host allows to robots (RFC 9309), asked once a day."""

from datetime import UTC, datetime, timedelta

from protego import Protego

from claims.fetching import FetchMemory

FRESH = timedelta(days=1)
# RFC 9309, 2.5: at least this much of the file is to be read; what lies beyond is cut off.
MOST_RULES = 500_000
LONGEST_DELAY = 30.0
# RFC 9309, 2.3.1.3: a file that is not there (any 4xx) allows everything.
ALLOW_ALL = ""


class Rules:
    """The rules of one host, as they bear on us."""

    def __init__(self, text: str, agent: str) -> None:
        self._rules = Protego.parse(text)
        self._agent = agent.partition("/")[0]

    def allow(self, address: str) -> bool:
        """Whether the address may be fetched."""
        return bool(self._rules.can_fetch(address, self._agent))

    @property
    def delay(self) -> float:
        """The time the host wants between two requests; what is longer than any reader would wait is cut."""
        return min(float(self._rules.crawl_delay(self._agent) or 0.0), LONGEST_DELAY)


def remembered(memory: FetchMemory, host: str) -> str | None:
    """The rules as read within the last day."""
    return memory.robots(host, datetime.now(UTC) - FRESH)


def meaning(body: bytes) -> str:
    """The rules that the file states. A page in its place (many sites send their start page) holds none."""
    return body[:MOST_RULES].decode("utf-8", "replace")
