"""What holds of any text: no exception, quotes where the spans say, work that grows with the text and no faster."""

import sys
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.agencies import Agencies
from claims.article import Article
from claims.quantity import Bound, Quantity
from claims.topic import Vocabulary
from parsers.quantities import quantities
from parsers.reader import Reader
from parsers.text import sentences
from parsers.text.tokens import tokenize
from parsers.times import times

PUBLISHED = date(2025, 6, 11)
# Pieces that rules look at, put together at random, find more than random letters do.
PIECES = st.sampled_from(
    """1 2 12 31 300 700 2000 2003 20,000 1.5 3/4 ½ 000 0 007 1e9 12345678901234567890123456789012345 ٣
    $ £ € US$ % ° - – — / : . , ; ( ) " ' ’ “ ” # 's s th st nd -odd + > ~ ≈ İ ß \u0301 \u200b \U0001f600 \x00
    a an the one two twenty five dozen hundred thousand million billion zero half third quarter thirds and of in out
    every to from between or more than less at least up about some over under nearly no fewer as many tops passed toll
    aged age year old years month km miles degrees Celsius C F percent percentage point points dollars pounds cents bn
    k m magnitude quake times fold twice doubled double May March January Friday last next week ago since until by early
    late weekend p.m. a.m. GMT child man woman was killed killing arrested people soldiers vote voted won Apollo Section
    No. Street Ave""".split()
)
WORDS = st.lists(st.tuples(PIECES, st.sampled_from(["", " ", " ", "\n", "-"])))
TEXTS = st.one_of(st.text(), WORDS.map(lambda pairs: "".join(piece + gap for piece, gap in pairs)))


def consistent(quantity: Quantity) -> bool:
    low, high = quantity.lower, quantity.upper
    match quantity.bound:
        case Bound.EXACT | Bound.ABOUT:
            return low is not None and low == high
        case Bound.MORE_THAN | Bound.AT_LEAST:
            return low is not None and high is None
        case Bound.LESS_THAN | Bound.AT_MOST:
            return low is None and high is not None
        case _:
            return low is not None and high is not None and low < high


@given(TEXTS)
@settings(max_examples=120, deadline=None)
def test_every_text_is_read_and_quoted(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[t.start : t.end] == t.text for t in tokens)
    at = 0
    for quantity in quantities.read(text, tokens):
        span = quantity.span
        assert at <= span.start < span.end <= len(text)
        assert span.of(text) == span.of(text).strip()
        assert consistent(quantity)
        at = span.end
    at = 0
    for moment in times.read(text, tokens, PUBLISHED):
        assert at <= moment.span.start < moment.span.end <= len(text)
        assert moment.period.text == moment.span.of(text)
        start, end = moment.period.start, moment.period.end
        assert start is None or end is None or start <= end
        at = moment.span.end


@given(TEXTS)
@settings(max_examples=50, deadline=None)
def test_sentences_hold_every_character_that_shows(text: str) -> None:
    at, shown = 0, []
    for span in sentences.split(text):
        assert at <= span.start < span.end
        assert not span.of(text)[0].isspace()
        assert not span.of(text)[-1].isspace()
        shown.append(span.of(text))
        at = span.end
    assert "".join("".join(shown).split()) == "".join(text.split())


@given(TEXTS)
@settings(max_examples=50, deadline=None)
def test_a_sentence_reads_the_same_wherever_it_stands(text: str) -> None:
    before = "He left. "
    alone = quantities.read(text, tokenize(text))
    inside = quantities.read(before + text, tokenize(before + text, len(before)))
    assert [q.span.shift(len(before)) for q in alone] == [q.span for q in inside]


# Each is repeated to a text without end; pieces are parted by "|".
ENDLESS = (
    """1|1,|1 |1-|1/|1:|1 of |0 million |,|'|"|“|-|a-|a |a man |a man and |five |five-|million |half |one in |
and |between |about |at least |more than 5 |$|$1 |no one |from 1 to |2, 000|May |May 1, |last |1 year ago |2003-|
to Friday |killed a man, |A. |U.S. |1. |Mr. |\n|x|aged 5, |é|½|1½""".replace(" |\n", " |")
    .replace("-|\n", "-|")
    .split("|")
)


def work(run: Callable[[], object]) -> int:
    """How many calls of functions a run makes."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        run()
    finally:
        sys.setprofile(None)
    return calls


def read_all(text: str) -> None:
    tokens = tokenize(text)
    quantities.read(text, tokens)
    times.read(text, tokens, PUBLISHED)
    sentences.split(text)


@pytest.mark.parametrize("piece", ENDLESS)
def test_twice_the_text_is_twice_the_work(piece: str) -> None:
    read_all(piece * 50)  # what is built once is built
    small, large = (work(lambda n=n: read_all(piece * n)) for n in (120, 240))
    assert large <= 2.2 * small + 200


READER = Reader(Agencies(()), Vocabulary())
# What figures and roles are looked for in, besides.
TOLD = ("in Paris 5 ", "said that ", "not ", "killed and ", "who, ", "of the ", "the army ", "quickly ", "has ")


@pytest.mark.parametrize("piece", [*ENDLESS, *TOLD])
def test_twice_the_article_is_twice_the_work(piece: str) -> None:
    def article(times: int) -> Article:
        return Article(id="a", url="urn:a", outlet=None, title=None, published_at=None, text=piece * times)

    READER.read(article(50))
    small, large = (work(lambda n=n: READER.read(article(n))) for n in (120, 240))
    assert large <= 2.2 * small + 200


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["1", "1,", ",", "'", '"', "word "])
def test_a_megabyte_is_read(piece: str) -> None:
    read_all(piece * (1_000_000 // len(piece)))
