"""Where sentences end, and where an abbreviation only looks like an end."""

import pytest

from parsers.text.sentences import split

CASES = [
    "Ten were treated at St. Vincent's and two at Mt. Sinai.|Sgt. Smith said Lt. Col. Jones left.",
    "He was jailed on Wednesday (Dec. 22, 2016).|On Jan. 27, 2016, he pleaded guilty.",
    "It ended at 5 p.m.|Police left.|He came at 5 p.m. Friday.|It was 9 a.m. EST when he woke.",
    "Troops left the U.S.|The U.S. Army stayed.|J. K. Rowling wrote.|John F. Kennedy died.",
    '"I saw it."|He ran.|"No," she said.|"Go!" he cried.',
    "Gov. Lee, Atty. Gen. Bonta and Maj. Gen. Sherman testified.|It was Acme Inc.|The deal failed.",
    "Approx. 500 people came.|No. 10 said so.|It weighs 30 lbs. or so.|The rate was 3.5 percent.",
    "He spoke on Martin Luther King Jr. Drive.|Dr. Who left.",
    "1. First item.|2. Second item.",
]


@pytest.mark.parametrize("case", CASES)
def test_ends(case: str) -> None:
    text = case.replace("|", " ")
    assert [span.of(text) for span in split(text)] == case.split("|")


def test_a_line_break_ends_a_sentence_unless_the_line_breaks_off_at_an_abbreviation() -> None:
    text = "Quake kills 12\nThree were treated at St.\nVincent's today.\nIt began on Aug.\n\nThe end"
    assert [span.of(text) for span in split(text)] == [
        "Quake kills 12",
        "Three were treated at St.\nVincent's today.",
        "It began on Aug.",
        "The end",
    ]
