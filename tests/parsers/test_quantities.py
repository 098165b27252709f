"""What is read as a quantity, with its bound, unit and quote; silence is a case."""

import pytest

from parsers.quantities.quantities import read
from parsers.text.tokens import tokenize

CASES = [
    ("About 20,000 troops left in 2024.", [("About 20,000", 20000, 20000, "about", None)]),
    ("More than $1.2 billion was spent.", [("More than $1.2 billion", 1.2e9, None, "more_than", "USD")]),
    ("At least 12 people died on May 12, 2003.", [("At least 12", 12, None, "at_least", None)]),
    ("The 32-year-old fell 600 metres (2,000 feet).", [
        ("32-year-old", 32, 32, "exact", "year old"),
        ("600 metres", 600, 600, "exact", "metre"),
        ("2,000 feet", 2000, 2000, "exact", "foot"),
    ]),
    ("He fell around 2, 000ft.", [("around 2, 000ft", 2000, 2000, "about", "foot")]),
    ("Dozens fled, tens of thousands stayed.", [
        ("Dozens", 12, 120, "vague", None),
        ("tens of thousands", 10000, 100000, "vague", None),
    ]),
    ("Between 40 and 50 people in 10 to 12 boats.", [
        ("Between 40 and 50", 40, 50, "between", None),
        ("10 to 12", 10, 12, "between", None),
    ]),
    ("It fell from 500 to 300.", [("500", 500, 500, "exact", None), ("300", 300, 300, "exact", None)]),
    ("After two years and 40 days they met.", [("two years and 40 days", 770.5, 770.5, "exact", "day")]),
    ("The fence is 5ft 3in high.", [("5ft 3in", 63, 63, "exact", "inch")]),
    ("It lasts between one year and six months.", [
        ("one year", 1, 1, "exact", "year"),
        ("six months", 6, 6, "exact", "month"),
    ]),
    ("The 82nd Airborne, Title 32 and an iPhone 11 on Route 66.", []),
    ("The House voted 51-49 at 9:30 p.m.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_reads(text: str, wanted: list[tuple[str, float | None, float | None, str, str | None]]) -> None:
    got = [
        (
            q.span.of(text),
            None if q.lower is None else float(q.lower),
            None if q.upper is None else float(q.upper),
            q.bound.value,
            q.unit.name if q.unit else None,
        )
        for q in read(text, tokenize(text))
    ]
    assert got == wanted
