"""Idle numbers: "one" that counts nothing, idioms, titles, and the numbers of a list's items."""

from collections.abc import Sequence

from parsers.dates.years import is_year
from parsers.lexicon import table
from parsers.quantities.cardinals import BELOW_HUNDRED
from parsers.quantities.values import Number
from parsers.text.tokens import HYPHENS, Token, after_hyphen, glued, is_capital, is_number, word_at

_WORDS = {name: frozenset(words) for name, words in table("silence").items()}
_PERSONS = frozenset(table("singles")["persons"]) | {"clerk", "baker", "witness", "cook", "carpenter"}
_OLDEST = 110
_QUOTES = ('"', "“", "”", "‘", "’")


def years_old(tokens: Sequence[Token], number: Number) -> bool:
    """ "A driver of 26": how old somebody is, in words that count nobody; "a crew of 19" is counted."""
    of_whom = word_at(tokens, number.first - 1) == "of" and word_at(tokens, number.first - 2) in _PERSONS
    any_ = not {word_at(tokens, number.first - back) for back in (3, 4)}.isdisjoint(("a", "an", "the"))
    return of_whom and any_ and 0 < number.low < _OLDEST and word_at(tokens, number.end) not in _PERSONS


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
    if behind == "of" and (is_number(tokens, number.end + 2) or word_at(tokens, number.end + 2) in BELOW_HUNDRED):
        return False  # "one of the 13 members"
    if before in ("only", "just") and behind == "of":
        return word_at(tokens, number.first - 2) == "the"  # "the only one of its kind"
    if behind in ("was", "is", "has", "were", "had"):
        ahead = {word_at(tokens, number.end + n) for n in (1, 2)}
        return not ahead & _WORDS["casualties"]
    idle = behind in _WORDS["after_one"] or (before not in _WORDS["counting"] and behind in _WORDS["idle_nouns"])
    if idle or word_at(tokens, number.end + 1) in _WORDS["idle_nouns"] or behind in _WORDS["function"]:
        return True
    return not behind[:1].isalpha()


def one_day(tokens: Sequence[Token], number: Number) -> bool:
    """As in "one day she will", "one night in May": a unit of time that is no stretch of it ("within one day")."""
    if word_at(tokens, number.first) != "one" or word_at(tokens, number.end) not in _WORDS["idle_nouns"]:
        return False
    stretch = word_at(tokens, number.first - 1) in _WORDS["stretches"]
    return not stretch and word_at(tokens, number.end + 1) not in ("after", "before", "later", "earlier", "ago", "old")


def titled(tokens: Sequence[Token], number: Number) -> bool:
    """As in "on 60 Minutes", "Three Mile Island": a unit with a capital where units have none."""
    at = after_hyphen(tokens, number.end)
    return is_capital(tokens, at) and len(tokens[at].text) > 3 and tokens[at].lower in _WORDS["titled_units"]


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
