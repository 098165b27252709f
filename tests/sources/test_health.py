"""Protects the operator: a source that fell silent is told, one that only sleeps is not."""

from datetime import UTC, datetime, timedelta

import pytest

from claims.fetching import SourceHealth
from sources.health import silence, standing

NOW = datetime(2031, 4, 30, 12, tzinfo=UTC)


def beats(*hours_ago: float) -> tuple[datetime, ...]:
    return tuple(NOW - timedelta(hours=ago) for ago in sorted(hours_ago, reverse=True))


HOURLY, DAILY = range(0, 20), range(0, 240, 24)
WEEKDAYS = [24 * d for d in range(28) if (NOW - timedelta(days=d)).weekday() < 5]


@pytest.mark.parametrize(
    ("ago", "told"),
    [
        ([h + 1 for h in HOURLY], None),
        ([h + 5 for h in HOURLY], None),
        (
            [h + 7 for h in HOURLY],
            "silent: nothing new since 30 April 05:00 UTC, and never before longer than 60 minutes",
        ),
        ([h + 30 for h in DAILY], None),
        ([h + 40 for h in DAILY], "never before longer than 24 hours"),
        ([h + 72 for h in WEEKDAYS], None),
        ([h + 120 for h in WEEKDAYS], "never before longer than 3 days"),
        ([500.0, 400.0, 300.0], None),
        ([100.0] * 50, None),
        ([], None),
    ],
)
def test_silence_is_measured_by_the_rhythm_of_the_source(ago: list[float], told: str | None) -> None:
    found = silence(beats(*ago), NOW)
    assert (told in found) if told and found else found is told


def health(**fields: object) -> SourceHealth:
    usual: dict[str, object] = {
        **{"url": "https://post.example/feed", "kind": "feed", "asked_at": NOW, "answered_at": NOW, "failures": 0},
        **{"reason": None, "ask_again_at": None, "moved_to": None, "per_day": 1.0, "waiting": 0, "rhythm": ()},
    }
    return SourceHealth(**(usual | fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "well"),
        ({"answered_at": None}, "not asked yet"),
        ({"failures": 1, "reason": "no such page (404)"}, "failed once: no such page (404)"),
        (
            {"failures": 3, "reason": "x", "ask_again_at": NOW},
            "failed 3 times in a row: x; asked again after 30 April 12:00 UTC",
        ),
        ({"moved_to": "https://b.example/"}, "moved for good to https://b.example/; the topic file should say so"),
        ({"rhythm": beats(*[h + 99 for h in HOURLY])}, "silent: nothing new since 26 April 09:00 UTC"),
    ],
)
def test_standing_in_words(fields: dict[str, object], words: str) -> None:
    assert standing(health(**fields), NOW).startswith(words)
