"""Nothing from a web page may steer a terminal, a mail header or a browser."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.scraped import address_of_quote, cut, markdown, plain, web_address


@pytest.mark.parametrize(
    ("scraped", "shown"),
    [
        ("a\x1b[31mred\x1b[0m", "a�[31mred�[0m"),
        ("title\x1b]0;owned\x07", "title�]0;owned�"),
        ("c1 \x9b31m", "c1 �31m"),
        ("a\r\nBcc: all@desk.example", "a Bcc: all@desk.example"),
        ("line\u2028two\u2029three\x85four\x0bfive", "line two three four five"),
        ("20,000\u202e007", "20,000007"),
        ("soft\u00adhy\u200bphen\ufeff", "softhyphen"),
        ("  “plain – text”, naïve 👩‍🚀 ", "“plain – text”, naïve 👩‍🚀"),
        ("", ""),
    ],
)
def test_plain_text_is_one_harmless_line(scraped: str, shown: str) -> None:
    assert plain(scraped) == shown


@given(st.text(), st.integers(min_value=20, max_value=80), st.integers(0, 200), st.integers(0, 30))
def test_a_cut_text_fits_and_keeps_its_mark(text: str, limit: int, start: int, length: int) -> None:
    text = plain(text)
    start = min(start, len(text))
    keep = (start, min(len(text), start + min(length, limit - 4)))
    shown = cut(text, limit, keep)
    assert len(shown) <= limit
    assert text[slice(*keep)].strip() in shown


@pytest.mark.parametrize(
    ("text", "limit", "keep", "shown"),
    [
        ("short", 20, (0, 0), "short"),
        ("one two three four five six", 20, (0, 0), "one two three …"),
        ("one two three four five six", 20, (19, 23), "… four five six"),
        ("x" * 30, 20, (0, 0), "x" * 16 + " …"),
    ],
)
def test_long_quotes_are_cut_at_words_around_the_claim(
    text: str, limit: int, keep: tuple[int, int], shown: str
) -> None:
    assert cut(text, limit, keep) == shown


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc/passwd", "https://", "http://[bad", "https://a.example/\n", "x" * 3000, ""],
)
def test_what_is_no_web_address_is_never_a_link(address: str) -> None:
    assert web_address(address) is None
    assert address_of_quote(address, "one two three four") is None


def test_a_link_opens_the_page_at_the_quote() -> None:
    link = address_of_quote("https://a.example/x", "A well-known aide, in short, said that ten or so people came.")
    assert link == "https://a.example/x#:~:text=A%20well%2Dknown%20aide%2C%20in,or%20so%20people%20came."
    assert address_of_quote("https://a.example/x#top", "one two three") == "https://a.example/x#top"


def test_markdown_shows_scraped_text_as_it_is() -> None:
    assert markdown("*5* [x](y) <b> & `c`") == r"\*5\* \[x\]\(y\) \<b\> &amp; \`c\`"
