"""Health: how a source does, by what is stored of it and its pages."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from claims.fetching import SourceHealth


def health_of(source: Any, pages: Sequence[Any], since: datetime) -> SourceHealth:
    """How a source does, from its row and the rows of its pages in the order in which they were found."""
    now = datetime.now(UTC)
    rhythm = tuple(page.found_at for page in pages if page.found_at > since)
    days = max(1.0, (now - rhythm[0]).total_seconds() / 86400) if rhythm else 1.0
    return SourceHealth(
        url=source.url,
        kind=source.kind,
        asked_at=source.asked_at,
        answered_at=source.answered_at,
        failures=source.failures,
        reason=source.reason,
        ask_again_at=source.ask_again_at,
        moved_to=source.moved_to,
        per_day=len(rhythm) / days,
        waiting=sum(page.due_at is not None and page.due_at <= now for page in pages),
        rhythm=rhythm,
    )
