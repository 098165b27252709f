"""How a source does, in words, and when its silence is worth a call."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from claims.fetching import SourceHealth

# A rhythm takes some beats to know; nobody is called for a silence that a night explains.
_FEWEST_BEATS = 8
_SHORTEST_SILENCE = timedelta(hours=6)
_LONGER = 1.5


def silence(rhythm: Sequence[datetime], now: datetime) -> str | None:
    """What to tell the operator where nothing new has come for half as long again as ever in the last month.

    The longest gap so far is the measure, so weekends and nights are known after the first of them.
    """
    beats = sorted(set(rhythm))
    if len(beats) < _FEWEST_BEATS:
        return None
    longest = max(later - earlier for earlier, later in pairwise(beats))
    if now - beats[-1] <= max(_SHORTEST_SILENCE, longest * _LONGER):
        return None
    since = f"{beats[-1]:%d %B %H:%M} UTC"
    return f"silent: nothing new since {since}, and never before longer than {_in_words(longest)}"


def standing(health: SourceHealth, now: datetime) -> str:
    """How the source stands, in one line: what is wrong first, else that all is well."""
    if health.failures:
        again = f"; asked again after {health.ask_again_at:%d %B %H:%M} UTC" if health.ask_again_at else ""
        times = "once" if health.failures == 1 else f"{health.failures} times in a row"
        return f"failed {times}: {health.reason}{again}"
    if quiet := silence(health.rhythm, now):
        return quiet
    if health.moved_to:
        return f"moved for good to {health.moved_to}; the topic file should say so"
    return "well" if health.answered_at else "not asked yet"


def _in_words(span: timedelta) -> str:
    hours = span.total_seconds() / 3600
    return (
        f"{hours / 24:.0f} days" if hours >= 48 else f"{hours:.0f} hours" if hours >= 2 else f"{hours * 60:.0f} minutes"
    )
