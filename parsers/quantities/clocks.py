"""Clocks, years, ordinals: numbers that say when or which, and not how many."""

from collections.abc import Sequence

from parsers.dates.almanac import WEEKDAYS
from parsers.dates.years import is_year
from parsers.lexicon import table
from parsers.quantities.cardinals import BELOW_HUNDRED, TENS
from parsers.quantities.values import Form, Number
from parsers.text.tokens import DASHES, HYPHENS, Token, after_hyphen, glued, is_number, word_at

_WORDS = {name: frozenset(words) for name, words in table("silence").items()}


_AT = frozenset("at after before until till by around about".split())
_PARTS = frozenset(("half", "quarter"))
_SOON = frozenset("shortly just soon long".split())
_DAYS = frozenset((*WEEKDAYS, "morning", "afternoon", "evening"))
# "The toll stood at nine" tells no hour.
_STANDS = frozenset(
    "stood stands stand standing put remains remained is was toll held least number set estimated".split()
)


def ordinal(tokens: Sequence[Token], number: Number) -> bool:
    """As in "82nd", "1990s", "the '60s", "5pm": letters tied to the digits that make it something else."""
    first, end = number.first, number.end
    if number.form is Form.WORDS:  # "twenty-first"
        if after_hyphen(tokens, end) == end or word_at(tokens, end + 1) not in _WORDS["ordinals"]:
            return False
        owner = word_at(tokens, first - 1) in ("the", "his", "her", "its", "their")
        return owner or word_at(tokens, end + 1) != "second"  # "a thirty-second delay"
    if word_at(tokens, first - 1) in ("'", "’", "‘") and glued(tokens, first) and not glued(tokens, first - 1):
        return len(tokens[first].text) == 2  # "the class of '98"
    if not is_number(tokens, end - 1) or not glued(tokens, end):
        return False
    if word_at(tokens, number.first - 1) in HYPHENS and word_at(tokens, number.first - 2) in ("under", "over"):
        return False  # "over-65s"
    behind = tokens[end].text
    return behind in _WORDS["suffixes"] or (behind in ("'", "’") and word_at(tokens, end + 1) == "s")


def clock(tokens: Sequence[Token], number: Number) -> bool:
    """As in "5 p.m.", "0900 GMT", "10 o'clock"."""
    end = number.end
    alone = number.form is Form.WORDS and number.low <= 12 and word_at(tokens, end) in (".", ",", "")
    if alone and word_at(tokens, number.first - 1) == "at":  # "the show starts at nine"
        return word_at(tokens, number.first - 2) not in _STANDS
    if _hour(tokens, number):
        return True
    if word_at(tokens, end) in (*DASHES, "to", "and") and is_number(tokens, end + 1):  # "5 to 7 p.m."
        end += 2
    behind = word_at(tokens, end)
    if behind == "hours" and len(tokens[number.first].text) == 4:  # "at 2100 hours"
        return tokens[number.first].text.isdecimal() and word_at(tokens, number.first - 1) in _WORDS["before_hours"]
    if behind in ("a", "p") and word_at(tokens, end + 1) == "." and word_at(tokens, end + 2) == "m":
        return True
    return behind in _WORDS["clock"] and number.low <= 2400 and not number.scaled


def _hour(tokens: Sequence[Token], number: Number) -> bool:
    """As in "at nine in the morning", "shortly after nine", "half past six", "at ten to eight"."""
    before, behind = word_at(tokens, number.first - 1), word_at(tokens, number.end)
    if number.scaled or number.form is not Form.WORDS or number.low >= 60:
        return False
    if before in ("past", "to") and number.low <= 12:
        minutes = number.first - 2
        led = word_at(tokens, minutes - 1) in _AT and word_at(tokens, minutes) in (*BELOW_HUNDRED, "quarter")
        return (before == "past" and word_at(tokens, minutes) in _PARTS) or (led and _ends(tokens, number.end))
    if behind in ("past", "to"):
        hour = number.end + 1
        return before in _AT and BELOW_HUNDRED.get(word_at(tokens, hour), 13) <= 12 and _ends(tokens, hour + 1)
    if number.low > 12 or before not in _AT:
        return False
    part = word_at(tokens, number.end + 2 if word_at(tokens, number.end + 1) == "the" else number.end + 1)
    if behind in ("in", "on") and part in _DAYS:
        return True
    return word_at(tokens, number.first - 2) in _SOON and before != "at" and _ends(tokens, number.end)


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing that could be counted stands at ``at``."""
    word = word_at(tokens, at)
    return not word.isalpha() or word in _WORDS["function"]


def year(tokens: Sequence[Token], number: Number) -> bool:
    """As in "in 2003", "the 2003 quake"."""
    if number.form is Form.WORDS:  # "Nineteen Eighty-Four"
        return 13 <= number.low <= 20 and word_at(tokens, number.end) in TENS
    return number.form is Form.DIGITS and number.end == number.first + 1 and is_year(tokens, number.first)
