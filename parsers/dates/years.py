"""Years: four digits among words, and whether they say when or count something."""

from collections.abc import Sequence

from parsers.dates import days
from parsers.dates.days import Stretch
from parsers.lexicon import table
from parsers.text.tokens import WORD, Token, after_hyphen, glued, is_capital, word_at

_WORDS = table("silence")
_BEFORE_YEARS, _PERSONS, _FUNCTION = (frozenset(_WORDS[name]) for name in ("before_years", "persons", "function"))


def year_at(tokens: Sequence[Token], at: int) -> int | None:
    """Four digits without grouping that may be a year."""
    digits = word_at(tokens, at)
    return int(digits) if len(digits) == 4 and digits.isdecimal() and 1000 <= int(digits) <= 2199 else None


def is_year(tokens: Sequence[Token], at: int) -> bool:
    """Whether four digits at ``at`` are a year: "in 2003", "the 2003 quake", not "2000 people".

    Between 1500 and 2100, unless a plural person noun stands behind, or any plural outside 1950-2050.
    """
    year = year_at(tokens, at)
    if year is None or not 1500 <= year <= 2100 or word_at(tokens, at - 1) in ("$", "£", "€"):
        return False
    before, behind = word_at(tokens, at - 1), word_at(tokens, at + 1)
    if before in _BEFORE_YEARS or (is_capital(tokens, at - 1) and (at > 1 or before not in _FUNCTION)):
        return behind not in _PERSONS or before in _BEFORE_YEARS
    if glued(tokens, at + 1) and tokens[at + 1].kind is WORD:
        return False
    round_or_far = year % 100 == 0 or not 1950 <= year <= 2050
    return not (behind in _PERSONS or (behind.endswith("s") and len(behind) > 3 and round_or_far))


def read(tokens: Sequence[Token], at: int) -> Stretch | None:
    """As in "2003", "2019-20", "the 1990s"."""
    year = year_at(tokens, at)
    if year is None:
        return None
    if word_at(tokens, at + 1) == "s" and glued(tokens, at + 1):
        return None if year % 10 else Stretch(at, at + 2, (days.year_of(year)[0], days.year_of(year + 9)[1]))
    if not is_year(tokens, at):
        return None
    last = after_hyphen(tokens, at + 1)
    digits = word_at(tokens, last)
    if last > at + 1 and digits.isdecimal() and len(digits) in (2, 4):
        other = int(digits) if len(digits) == 4 else year // 100 * 100 + int(digits)
        if other > year:
            return Stretch(at, last + 1, (days.year_of(year)[0], days.year_of(other)[1]))
    return Stretch(at, at + 1, days.year_of(year))
