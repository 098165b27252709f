"""Keeps what a desk hears of the made-up events of the benchmark: what pages, and what must not."""

import pytest

from benchmarks.events import BATCHES, batch, listen
from flows.desk import open_desk

# Of each batch: conflicts that page, at least; pages that nobody planted, and of pairs that only look it, at most. One
# of those in mixed-10 is of a planted conflict, told by a headline.
FLOORS = {
    "business": (12, 0, 1),
    "disasters": (18, 0, 1),
    "mixed-1": (11, 2, 4),
    "mixed-2": (12, 2, 1),
    "mixed-3": (23, 0, 0),
    "mixed-4": (19, 0, 0),
    "mixed-5": (38, 1, 5),
    "mixed-6": (30, 0, 0),
    "mixed-7": (17, 0, 1),
    "mixed-8": (26, 0, 0),
    "mixed-9": (17, 0, 0),
    "mixed-10": (40, 3, 1),
    "mixed-11": (49, 1, 1),
    "mixed-12": (11, 0, 0),
    "mixed-13": (19, 1, 3),
    "politics": (14, 0, 2),
}

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
        texts = [report[part] for report in event["reports"] for part in ("title", "text")]
        pairs = [pair[side] for pair in event["expected"] + event["not"] for side in "ab"]
        assert [told for told in pairs if not any(told in text for text in texts)] == []
