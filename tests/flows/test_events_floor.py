"""Keeps what a desk hears of the made-up events of the benchmark: what pages, and what must not."""

import pytest

from benchmarks.events import BATCHES, batch, listen
from flows.desk import open_desk

# Of each batch: conflicts that page, at least; pages that nobody planted, and of pairs that only look it, at most.
FLOORS = {"business": (1, 2, 0), "disasters": (1, 1, 0), "mixed": (10, 3, 7), "politics": (5, 1, 2)}

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", BATCHES)
@pytest.mark.parametrize("together", [False, True], ids=["apart", "together"])
def test_what_pages_holds_its_floor(name: str, together: bool) -> None:
    paged, others, refuted = FLOORS[name]
    heard = listen(open_desk(), batch(name), together=together)
    assert heard.paged >= paged, heard.missed
    assert len(heard.others) <= others, heard.others
    assert heard.refuted <= refuted


@pytest.mark.parametrize("name", BATCHES)
def test_what_was_planted_is_told(name: str) -> None:
    for event in batch(name):
        texts = [report["text"] for report in event["reports"]]
        pairs = [pair[side] for pair in event["expected"] + event["not"] for side in "ab"]
        assert [told for told in pairs if not any(told in text for text in texts)] == []
