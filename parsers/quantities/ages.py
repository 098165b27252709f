"""Ages: bare numbers that say how old somebody is, by the words beside them."""

from collections.abc import Sequence

from parsers.lexicon import table
from parsers.quantities.singles import PERSONS
from parsers.quantities.values import Form, Number
from parsers.text.tokens import Token, glued, is_capital, is_number, word_at

_CUES = {name: frozenset(words) for name, words in table("amounts").items()}
_QUOTES = ('"', "”", "'", "’")


def is_age(tokens: Sequence[Token], number: Number) -> bool:
    """As in "John Smith, 31, was arrested", "Smith (31)", "dies at 74", "the pilot was 51", "turned 29"."""
    at, end = number.first, number.end
    if number.form is not Form.DIGITS or not 0 < number.low < 120 or number.low != int(number.low):
        return False
    before = word_at(tokens, at - 1)
    if before == "of" and word_at(tokens, at - 2) == "age":
        return True
    if before == "at" and word_at(tokens, at - 2) in _CUES["deaths"]:
        counted = "number" in (word_at(tokens, at - 4), word_at(tokens, at - 5))  # "put the number of dead at 31"
        return not counted and not word_at(tokens, end)[:1].isalpha()
    closing = word_at(tokens, end)
    if before in ("is", "was"):
        return closing in (",", ".", ";", "", "and") and _is_somebody(tokens, at - 2)
    if before in ("turned", "turns", "turning"):
        return closing in ("on", "in", "last", "this", "today", "yesterday", ".", ",", "")
    if before == "(" and closing == ")":
        return is_capital(tokens, at - 2) and len(tokens[at - 2].text) > 2 and (number.low >= 10 or at > 2)
    if closing not in (",", ".", ";", "", "and", "of") or (is_number(tokens, end + 1) and glued(tokens, end + 1)):
        return False
    comma = at - 1 - (before in _QUOTES or before == "now")
    named = comma - 1 - (word_at(tokens, comma - 1) in _QUOTES)
    if word_at(tokens, comma) != "," or word_at(tokens, named) in _CUES["not_names"]:
        return False
    if word_at(tokens, named) in _CUES["aged"]:
        return closing in (",", "and")
    return is_capital(tokens, named) or (closing == "," and (before == "now" or _is_person(tokens, named)))


def _is_person(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words that end at ``at`` name one person: "a pilot", "the driver of the bus"."""
    of = next((back for back in (1, 2) if word_at(tokens, at - back) == "of"), None)
    return word_at(tokens, at) in PERSONS or (of is not None and word_at(tokens, at - of - 1) in PERSONS)


def _is_somebody(tokens: Sequence[Token], at: int) -> bool:
    """Whether the subject that ends at ``at`` is one person: "the pilot", "he", "Karl Dorn", and not "in Karl"."""
    at -= word_at(tokens, at) == "," and is_capital(tokens, at - 1)  # "the boy, Karl Dorn, was 10"
    if word_at(tokens, at) == "who":
        at -= 1 + (word_at(tokens, at - 1) == ",")
    if word_at(tokens, at) in ("he", "she") or _is_person(tokens, at):
        return True
    start = at
    while is_capital(tokens, start):
        start -= 1
    return start < at and word_at(tokens, start) in ("", ",", "and", "because", "that", "said")
