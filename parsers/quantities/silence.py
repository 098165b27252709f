"""Silence: what looks like a number and is not a figure.

Years, dates, clock times, ordinals, names with numbers, phone numbers, scores, votes, "one" as a
pronoun, list numbers, embedded ids, addresses, page furniture. Each rule looks at a number among its
neighbours; any of them silences it. In doubt a number is silent.
"""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from parsers.lexicon import table
from parsers.quantities.cardinals import BELOW_HUNDRED, TENS
from parsers.quantities.identifiers import address, chained, embedded, labelled, plural, slug, telephone
from parsers.quantities.numbers import Form, Number
from parsers.text.tokens import HYPHENS, Token, TokenKind, after_hyphen, glued, is_capital, is_number, word_at
from parsers.times.dates import is_year, spot

_WORDS = {name: frozenset(words) for name, words in table("silence").items()}
_DASHES = (*HYPHENS, "–", "−", "—")
_QUOTES = ('"', "“", "”", "‘", "’")
_NEIGHBOURS = 8


class Silence:
    """What is no figure among the tokens of one sentence (hyphens apart)."""

    __slots__ = ("_dated", "_shouted", "_tokens")

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._dated = {at for date in spot(tokens) for at in range(date.first, date.end)}
        self._shouted = _shouted(tokens)

    def falls_on(self, number: Number, measured: bool, bound: bool) -> bool:
        """Whether ``number`` is no figure.

        ``measured``: it has a unit or a currency. ``bound``: words like "at least" bind it.
        """
        tokens = self._tokens
        if number.first in self._dated or any(rule(tokens, number) for rule in _ALWAYS):
            return True
        if measured and not bound:
            return one_day(tokens, number) or (not self._shouted and titled(tokens, number))
        if measured or number.scaled or number.form in (Form.SHARE, Form.TIMES):
            return number.scaled and not bound and bare_scale(tokens, number)
        if any(rule(tokens, number) for rule in _BARE):
            return True
        if bound:
            return False
        return any(rule(tokens, number) for rule in _UNBOUND) or self._named(number)

    def _named(self, number: Number) -> bool:
        """Capitals around the number make it a name: "Apollo 11 landed", "Ten Downing Street", "the Big Three"."""
        tokens, first, end = self._tokens, number.first, number.end
        behind = word_at(tokens, end)
        if self._shouted or not first or behind in _WORDS["persons"] or "," in tokens[first].text:
            return False
        before = tokens[first - 1]
        if before.kind is not TokenKind.WORD:
            return False
        proper = any(c.isupper() for c in before.text) and before.lower not in _WORDS["function"]
        if number.form is not Form.WORDS:
            return proper and not plural(behind) and behind not in _WORDS["after_figures"]
        if not is_capital(tokens, first):
            return False
        counts = plural(behind) and not is_capital(tokens, end) and word_at(tokens, first - 2) != "the"
        return (proper and not counts) or is_capital(tokens, end) or before.lower == "of"


def _shouted(tokens: Sequence[Token]) -> bool:
    """Whether most words have capitals, as in a headline; told from the first words, to stay linear."""
    if tokens[-1].text == ".":
        return False
    words = [t for t in tokens[:40] if t.kind is TokenKind.WORD and len(t.text) > 3]
    return len(words) > 2 and sum(t.capital for t in words) > 0.7 * len(words)


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
    if word_at(tokens, end) in (*_DASHES, "to", "and") and is_number(tokens, end + 1):  # "5 to 7 p.m."
        end += 2
    behind = word_at(tokens, end)
    if behind == "hours" and len(tokens[number.first].text) == 4:  # "at 2100 hours"
        return tokens[number.first].text.isdecimal() and word_at(tokens, number.first - 1) in _WORDS["before_hours"]
    if behind in ("a", "p") and word_at(tokens, end + 1) == "." and word_at(tokens, end + 2) == "m":
        return True
    return behind in _WORDS["clock"] and number.low <= 2400 and not number.scaled


def year(tokens: Sequence[Token], number: Number) -> bool:
    """As in "in 2003", "the 2003 quake"."""
    if number.form is Form.WORDS:  # "Nineteen Eighty-Four"
        return 13 <= number.low <= 20 and word_at(tokens, number.end) in TENS
    return number.form is Form.DIGITS and number.end == number.first + 1 and is_year(tokens, number.first)


def pronoun(tokens: Sequence[Token], number: Number) -> bool:
    """As in "one of them", "no one", "this one", "one day", "one easy way": one that counts nothing."""
    if number.low != 1 or word_at(tokens, number.first) != "one":
        return False
    before, behind = word_at(tokens, number.first - 1), word_at(tokens, number.end)
    if before in _WORDS["before_one"]:
        return before != "which" or behind not in _WORDS["casualties"]  # "in which one person was killed"
    if behind in ("to", "or", "in") and word_at(tokens, number.end + 1) in BELOW_HUNDRED:
        return False
    if behind in _WORDS["casualties"] or before in _WORDS["casualties"]:
        return False
    if behind in HYPHENS:
        return word_at(tokens, number.end + 1) in _WORDS["after_one_hyphen"]
    if behind in ("was", "is", "has", "were", "had"):
        ahead = {word_at(tokens, number.end + n) for n in (1, 2)}
        return not ahead & _WORDS["casualties"]
    idle = behind in _WORDS["after_one"] or (before not in _WORDS["counting"] and behind in _WORDS["idle_nouns"])
    if idle or word_at(tokens, number.end + 1) in _WORDS["idle_nouns"] or behind in _WORDS["function"]:
        return True
    return not behind[:1].isalpha()


def titled(tokens: Sequence[Token], number: Number) -> bool:
    """As in "on 60 Minutes", "Three Mile Island": a unit with a capital where units have none."""
    at = after_hyphen(tokens, number.end)
    return is_capital(tokens, at) and len(tokens[at].text) > 3 and tokens[at].lower in _WORDS["titled_units"]


def one_day(tokens: Sequence[Token], number: Number) -> bool:
    """As in "one day she will", "one night in May": a unit of time that is no stretch of it ("within one day")."""
    if word_at(tokens, number.first) != "one" or word_at(tokens, number.end) not in _WORDS["idle_nouns"]:
        return False
    stretch = word_at(tokens, number.first - 1) in _WORDS["stretches"]
    return not stretch and word_at(tokens, number.end + 1) not in ("after", "before", "later", "earlier", "ago", "old")


def contest(tokens: Sequence[Token], number: Number) -> bool:
    """As in "51-49", "won 3-1", "a 5-to-4 ruling", "by 211 to 148": a vote or a score."""
    for low in (number.first, number.first - 2, number.first - 4):
        high = _other_side(tokens, low)
        if high is None or number.first not in (low, high):
            continue
        near = {word_at(tokens, at) for at in range(low - _NEIGHBOURS, high + _NEIGHBOURS)} & _WORDS["contests"]
        falls = _falls(tokens[low].text, tokens[high].text)
        if word_at(tokens, high - 1) == "to":
            if near and falls and word_at(tokens, low - 1) != "from":
                return True
        elif near or falls:
            return True
    return False


def _other_side(tokens: Sequence[Token], low: int) -> int | None:
    """The number that a dash, "to" or "-to-" ties to the one at ``low``."""
    if low < 0 or not is_number(tokens, low):
        return None
    links = [word_at(tokens, at) for at in range(low + 1, low + 4)]
    if links[0] in _DASHES and links[1] == "to" and links[2] in _DASHES:
        high = low + 4
    elif links[0] in (*_DASHES, "to"):
        high = low + 2
    else:
        return None
    return high if is_number(tokens, high) else None


def _falls(left: str, right: str) -> bool:
    return (len(left), left) >= (len(right), right)


def listed(tokens: Sequence[Token], number: Number) -> bool:
    """As in "1. Wash your hands", "(2) Call": the number of an item; "5 of 15" over a picture."""
    first, end = number.first, number.end
    if not is_number(tokens, end - 1) or number.low > 999:
        return False
    for low in (first, first - 2):
        if is_number(tokens, low) and word_at(tokens, low + 1) == "of" and is_number(tokens, low + 2):
            return is_capital(tokens, low + 3)
    if word_at(tokens, first - 1) in _QUOTES and word_at(tokens, end) in _QUOTES:  # the show "24"
        return True
    if word_at(tokens, first - 1) in ("a", "an") and not word_at(tokens, end)[:1].isalnum():  # "she is a 10"
        return word_at(tokens, end) not in HYPHENS
    enclosed = word_at(tokens, first - 1) in ("(", "[") and word_at(tokens, end) in (")", "]")
    if enclosed:
        return number.low < 10 or (len(tokens[first].text) >= 4 and tokens[first].text.isdecimal())
    if not first and word_at(tokens, end) == "," and is_year(tokens, end + 1):  # "29, 2016): …", its month cut off
        return number.low <= 31
    return not first and word_at(tokens, end) in (".", ")", "]", ":") and not glued(tokens, end + 1)


def idiom(tokens: Sequence[Token], number: Number) -> bool:
    """As in "zero tolerance", "911 call", "one-way", "four-star general", "20-something"."""
    before, behind = word_at(tokens, number.first - 1), word_at(tokens, after_hyphen(tokens, number.end))
    said = " ".join(t.lower for t in tokens[number.first : min(number.end, number.first + 3)])
    if f"{said} {behind}" in _WORDS["idioms"] or f"{before} {said}" in _WORDS["idioms"]:
        return True
    if said == "one in a":  # "one in a million"
        return True
    if behind in _WORDS["after_4k"] and word_at(tokens, number.end - 1) == "k":
        return True
    if behind in _WORDS["furniture"] and is_capital(tokens, number.end):  # "14 Comments"
        return True
    return behind in _WORDS["idle_tails"] and after_hyphen(tokens, number.end) > number.end


def bare_scale(tokens: Sequence[Token], number: Number) -> bool:
    """As in "the Thousand Islands", "hundred per cent sure": a magnitude without a number before it."""
    return number.end == number.first + 1 and word_at(tokens, number.first) in _WORDS["bare_scales"]


Rule: TypeAlias = Callable[[Sequence[Token], Number], bool]
_ALWAYS: tuple[Rule, ...] = (chained, telephone, slug, ordinal, clock, idiom)
_BARE: tuple[Rule, ...] = (embedded, contest, labelled, address)
_UNBOUND: tuple[Rule, ...] = (year, pronoun, listed)
