"""Rates: what a rate is of: "an inflation rate of 2.6 percent" is of inflation."""

from parsers.lexicon import table, words

_RATES = frozenset(("rate", "rates", "level", "figure"))
_RATED = words(table("figures")["rates"])


def key_of(phrase: str, key: str) -> str:
    """The key of what ``phrase`` measures; ``key`` is that of its last word."""
    before, _, last = phrase.lower().rpartition(" ")
    of = before.rpartition(" ")[2]
    return of if last in _RATES and of in _RATED else key
