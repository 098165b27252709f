"""The board of sources: how each does, as a Markdown table for where Prefect shows one."""

from collections.abc import Sequence
from datetime import datetime

from alerts.scraped import markdown
from claims.fetching import SourceHealth


def source_board(sources: Sequence[tuple[SourceHealth, str]]) -> str:
    """A row for each source with its standing in words: last answer, articles a day, what is due."""
    if not sources:
        return "No source was asked yet."
    head = ["| source | standing | last answer | articles a day | due |", "|---|---|---|---|---|"]
    return "\n".join(head + [_row(health, standing) for health, standing in sources])


def _row(health: SourceHealth, standing: str) -> str:
    return (
        f"| {markdown(health.url)} | {markdown(standing)} | {moment(health.answered_at)} "
        f"| {health.per_day:.1f} | {health.waiting} |"
    )


def moment(at: datetime | None) -> str:
    """A moment for people; a dash where there is none."""
    return f"{at:%d %b %Y %H:%M} UTC" if at else "–"
