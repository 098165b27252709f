"""Time expressions as periods, relative to a Wednesday in June."""

from datetime import date

import pytest

from parsers.text.tokens import tokenize
from parsers.times.times import read

WEDNESDAY = date(2025, 6, 11)
CASES = [
    ("He died on Friday.", [("Friday", "2025-06-06", "2025-06-06")]),
    ("They will vote on Friday.", [("Friday", "2025-06-13", "2025-06-13")]),
    ("As of Tuesday nothing was known.", [("Tuesday", "2025-06-10", "2025-06-10")]),
    ("It happened last week.", [("last week", "2025-06-02", "2025-06-08")]),
    ("It began late last month.", [("late last month", "2025-05-21", "2025-05-31")]),
    ("The 2003 quake was worse.", [("2003", "2003-01-01", "2003-12-31")]),
    ("In March the bank failed.", [("March", "2025-03-01", "2025-03-31")]),
    ("It is due in December.", [("December", "2025-12-01", "2025-12-31")]),
    ("Born May 12, 2003.", [("May 12, 2003", "2003-05-12", "2003-05-12")]),
    ("The talks ran June 9-11.", [("June 9-11", "2025-06-09", "2025-06-11")]),
    ("She left three days ago.", [("three days ago", "2025-06-08", "2025-06-08")]),
    ("Prices rose over the past two weeks.", [("past two weeks", "2025-05-28", "2025-06-11")]),
    ("Closed since May 2020.", [("since May 2020", "2020-05-01", None)]),
    ("Open until Friday.", [("until Friday", None, "2025-06-06")]),
    ("It will close by the end of 2026.", [("by the end of 2026", None, "2026-12-31")]),
    ("It must open before the end of next month.", [("before the end of next month", None, "2025-07-31")]),
    ("It is to go by the end of the year.", [("by the end of the year", None, "2025-12-31")]),
    ("At the end of the month it went.", []),
    ("Between 2014 and 2019 it grew.", [("2014 and 2019", "2014-01-01", "2019-12-31")]),
    ("In the 1990s it shrank.", [("1990s", "1990-01-01", "1999-12-31")]),
    ("Between May and October it rained.", [("May and October", "2024-05-01", "2024-10-31")]),
    ("From Monday to Thursday it rained.", [("Monday to Thursday", "2025-06-02", "2025-06-05")]),
    ("He died Friday, June 6, at home.", [("Friday, June 6", "2025-06-06", "2025-06-06")]),
    ("He was shot this weekend.", [("this weekend", "2025-06-07", "2025-06-08")]),
    ("They will meet this weekend.", [("this weekend", "2025-06-14", "2025-06-15")]),
    ("Two weeks ago he fled.", [("Two weeks ago", "2025-05-25", "2025-05-31")]),
    ("It was founded in spring 2020.", [("spring 2020", "2020-03-01", "2020-05-31")]),
    ("Jan Peters met April Jones.", []),
    ("They may march on.", []),
    ("About 2000 people came.", []),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_reads(text: str, wanted: list[tuple[str, str | None, str | None]]) -> None:
    got = [
        (m.span.of(text), *(str(d) if d else None for d in (m.period.start, m.period.end)))
        for m in read(text, tokenize(text), WEDNESDAY)
    ]
    assert got == wanted


def test_relative_times_are_open_without_a_day_of_publication() -> None:
    text = "It happened last week, on May 12, in 2003."
    assert [(m.period.start is None, m.period.text) for m in read(text, tokenize(text), None)] == [
        (True, "last week"),
        (True, "May 12"),
        (False, "2003"),
    ]
