"""Noun phrases over the letters of a sentence: where one starts, where it ends, which word heads it."""

import re
from collections.abc import Sequence
from functools import lru_cache

from parsers.lexicon import table, words
from parsers.roles.letters import AUXILIARIES, VERBS
from parsers.text.tokens import Token

_INSIDE = frozenset("NPK#DZR")
_LEFT_INSIDE = _INSIDE | {"A"}
_LEFT_OF_OBJECT = VERBS | AUXILIARIES | frozenset("TF")
_TIME = words(table("factuality")["groups"]["time"])
_EDGES = words(table("factuality")["groups"]["edges"])
_SEASONS = _TIME | words(table("factuality")["groups"]["seasons"])
CURRENCIES = frozenset("$€£¥")
MONEY = frozenset(table("money")["words"]) | {"million", "billion", "trillion"}
_PART = re.compile("(?:[D#]|ZZ?)F(?=.)")  # "all of the schools", "not one of them", "1,500 of its 4,600 jobs"
_CLOCK = frozenset("a.m a.m. p.m p.m. gmt o'clock".split())
_ANYWHERE = frozenset(("anywhere", "everywhere", "somewhere", "elsewhere"))
_WHICH = frozenset("last next this that late early earlier later first second third same final".split())


class Phrases:
    """The noun phrases of one sentence; all positions are token indices, ranges are half-open."""

    __slots__ = ("letters", "tokens")

    def __init__(self, tokens: Sequence[Token], letters: str) -> None:
        self.tokens = tokens
        self.letters = letters

    def ending_at(self, last: int) -> range | None:
        """The phrase whose last word is at ``last``, with the phrases that "of", "in" and "and" tie to it."""
        start = self._start(last)
        if start is None:
            return None
        joins = "C"  # a comma only joins where an "and" stands behind it: "A, B and C"
        while start >= 2:
            before, host = self.letters[start - 1], start - 2
            while before == "F" and host > 0 and self.tokens[host].lower in _ANYWHERE:
                host -= 1  # "no boxes anywhere in Orle"
            if before in "FT" and self.letters[host] in _INSIDE:
                further = self._start(host)
            elif before in joins and self.letters[host] in _INSIDE:
                joins = "C,"
                further = self._start(host)
                if further is None or self._is_object(further) or self.is_time(range(further, host + 1)):
                    break
            else:
                break
            if further is None:
                break
            start = further
        return range(start, last + 1)

    def nearest(self, last: int) -> range | None:
        """The bare phrase that ends at ``last``: what "who" and "which" stand for."""
        start = self._start(last)
        return None if start is None else range(start, last + 1)

    def starting_at(self, first: int) -> range | None:
        """The phrase whose first word is at ``first``, with what "of" ties to it."""
        at, end = first, self._end(first)
        while end > at and end < len(self.letters) and self.tokens[end].lower in ("of", "'s"):
            at, end = end + 1, self._end(end + 1)
        end = self._before_time(first, end if end > at else at - 1)
        return range(first, end) if end > first else None

    def _before_time(self, first: int, end: int) -> int:
        """Where a phrase ends that runs into a time: "a new vaccine | last week", "the plan | Tuesday"."""
        cut = end - 1
        if cut > first and self.tokens[cut].lower in ("early", "late") and self.letters[cut - 1] in "NP":
            return cut  # "outside Orin early | on Tuesday"
        if cut <= first or self.tokens[cut].lower not in _TIME:
            return end
        if "of" in (self.tokens[cut - 1].lower, self.tokens[cut - 2].lower):
            return end  # "the end of the month"
        cut -= self.tokens[cut - 1].lower in _WHICH
        told = (at for at in range(first, cut) if self.tokens[at].lower not in _WHICH)
        return cut if any(self.letters[at] in "NP" for at in told) else end

    def is_sum(self, phrase: range) -> bool:
        """Whether a phrase is so much money: "2.1 billion crowns", "$4 million"."""
        number = "#" in self.letters[phrase.start : phrase.stop]
        named = self.tokens[self.head(phrase)].lower in MONEY or self.tokens[phrase.start].text in CURRENCIES
        return number and named

    def head(self, phrase: range) -> int:
        """The word that the phrase is about: the last noun before a preposition or a mark."""
        return phrase.start + _head(self.letters[phrase.start : phrase.stop])

    def is_time(self, phrase: range) -> bool:
        """Whether the phrase tells when: "last month", "Friday", "the end of the season"."""
        head = self.head(phrase)
        word = self.tokens[head].lower
        if word in _EDGES and head + 2 < phrase.stop and self.tokens[head + 1].lower == "of":
            return self.tokens[phrase.stop - 1].lower in _SEASONS
        return word in _TIME or word in _CLOCK

    def _start(self, last: int) -> int | None:
        at = last + 1
        while at > 0 and self.letters[at - 1] in _LEFT_INSIDE:
            letter = self.letters[at - 1]
            if letter == "A" and (at == last + 1 or self.letters[at] not in "N#"):
                break
            at -= 1
            if letter in "DZR" and not (at and self.letters[at - 1] in "DZ"):
                break
        while at <= last and self.letters[at] == "A":
            at += 1
        return at if at <= last else None

    def _end(self, first: int) -> int:
        at = first
        while at < len(self.letters):
            letter = self.letters[at]
            if letter in "DZR" and at > first and self.letters[at - 1] not in "DZ":
                break
            if letter == "#" and self.tokens[at].text in CURRENCIES and at > first and self.letters[at - 1] in "NPR":
                break  # "fined the coach | $25,000"
            if letter not in _INSIDE and not (letter in "A%" and self._goes_on(at)):
                break
            at += 1
        return at

    def _goes_on(self, at: int) -> bool:
        return at + 1 < len(self.letters) and self.letters[at + 1] in "N#" and self.letters[at - 1] in "DZ#"

    def _is_object(self, start: int) -> bool:
        """Whether a verb or a loose preposition stands before: "of" with its host ("members of the …") is not loose."""
        while start > 1 and self.letters[start - 1] == "F" and self.letters[start - 2] in _INSIDE:
            host = self._start(start - 2)
            if host is None:
                break
            start = host
        return start > 0 and self.letters[start - 1] in _LEFT_OF_OBJECT


@lru_cache(maxsize=1 << 12)
def _head(letters: str) -> int:
    """Where the head of a phrase of these letters stands; there are few such phrases, and every claim asks."""
    part = _PART.match(letters)
    found = first = part.end() if part else 0
    for at in range(first, len(letters)):
        letter = letters[at]
        if letter in "NPR#Z":
            found = at
        elif letter in "FT,-.SW(VYEG" and at > first:
            break
    return found
