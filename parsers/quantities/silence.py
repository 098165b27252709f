"""Silence: what looks like a number and is not a figure.

Years, dates, clock times, ordinals, names with numbers, phone numbers, scores, votes, "one" as a
pronoun, list numbers, embedded ids, addresses, page furniture. Each rule looks at a number among its
neighbours; any of them silences it. In doubt a number is silent.
"""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from parsers.dates.dates import spot
from parsers.lexicon import table
from parsers.quantities.clocks import clock, ordinal, year
from parsers.quantities.contests import contest, par
from parsers.quantities.identifiers import address, chained, embedded, labelled, plural, slug, telephone
from parsers.quantities.idle import bare_scale, idiom, listed, one_day, pronoun, titled, years_old
from parsers.quantities.values import Form, Number
from parsers.text.tokens import WORD, Token, is_capital, word_at

_WORDS = {name: frozenset(words) for name, words in table("silence").items()}

Rule: TypeAlias = Callable[[Sequence[Token], Number], bool]
_ALWAYS: tuple[Rule, ...] = (chained, telephone, slug, ordinal, clock, idiom)
_BARE: tuple[Rule, ...] = (embedded, contest, par, labelled, address)
_UNBOUND: tuple[Rule, ...] = (year, pronoun, listed, years_old)


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
        if before.kind is not WORD:
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
    words = [t for t in tokens[:40] if t.kind is WORD and len(t.text) > 3]
    return len(words) > 2 and sum(t.capital for t in words) > 0.7 * len(words)
