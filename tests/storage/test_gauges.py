"""Protects what Prometheus reads: every line in its form, whatever names topics and sources bear."""

import re
from datetime import UTC, datetime
from pathlib import Path

from claims.fetching import Fetch
from storage.base import Base
from storage.fetches import Fetches
from storage.gauges import exposition
from tests.flows.reports import FIRST, OTHER, pass_over, rows

LINE = re.compile(r'atodds_[a-z_]+(\{[a-z]+="(\\.|[^"\\])*"(,[a-z]+="(\\.|[^"\\])*")*\})? -?\d+(\.\d+)?')


def test_the_exposition_is_in_its_form(base: Base, tmp_path: Path) -> None:
    tally = pass_over(base, rows(tmp_path / "in.jsonl", FIRST, OTHER), alert_history=True).tally
    now = datetime.now(UTC)
    Fetches(base, 'a "b"\\c\n').failed("https://post.example/feed", "feed", Fetch(url="x", at=now, status=500))
    with base.reading() as connection:
        lines = exposition(connection, now).splitlines()
    assert [line for line in lines if not line.startswith("# ") and not LINE.fullmatch(line)] == []
    assert 'atodds_articles{topic="everything"} 2' in lines
    assert f'atodds_claims{{topic="everything"}} {tally.claims}' in lines
    assert 'atodds_cases{topic="everything",status="open"} 1' in lines
    assert 'atodds_notifications{topic="everything",channel="console",state="fresh"} 1' in lines
    assert r'atodds_source_failures{topic="a \"b\"\\c\n",source="https://post.example/feed"} 1' in lines
    (done,) = (line for line in lines if line.startswith("atodds_last_pass_timestamp_seconds{"))
    assert abs(int(done.split()[-1]) - now.timestamp()) < 3600
