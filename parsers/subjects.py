"""Who does it: the subject of a verb group, looked for to its left."""

from collections.abc import Sequence

from parsers.lexicon import table, words
from parsers.phrases import Phrases
from parsers.tags import AUXILIARIES
from parsers.tokens import Token
from parsers.verb_groups import VerbGroup
from parsers.verbs import inflections

_SKIPPED = frozenset("AX")
_NAMES = frozenset("NPK#DZRE")
_MARKS = frozenset(",-)")
_REPORTS = frozenset(form for lemma in words(table("attribution")["plain"]) for form in inflections(lemma))
_RELATIVE_OPENERS = frozenset("WGEDNPFS#YAX")


class Subjects:
    """Subjects of one sentence."""

    __slots__ = ("letters", "phrases", "tokens")

    def __init__(self, tokens: Sequence[Token], letters: str, phrases: Phrases) -> None:
        self.tokens = tokens
        self.letters = letters
        self.phrases = phrases

    def of(self, group: VerbGroup) -> range | None:
        """The noun phrase to the left that fits; None where the verb shares an earlier one's or has none."""
        at = self._left(group.first - 1)
        for _ in range(6):  # parentheses within parentheses go no deeper in what an editor prints
            if at < 0:
                return None
            letter = self.letters[at]
            if letter in _NAMES:
                phrase = self.phrases.ending_at(at)
                if phrase is None or self.phrases.is_time(phrase):
                    return self._before_time(phrase)
                return self._described(phrase) if group.finite else phrase
            if letter == "W":
                at = self._left(at - 1)
                if at >= 0 and self.letters[at] in _MARKS:
                    at = self._left(at - 1)
            elif letter in _MARKS:
                at = self._before_parenthesis(at, group)
            else:
                return None
        return None

    def _described(self, phrase: range) -> range:
        """The whole of "the car which hit the box", "men suspected of theft", when its last noun was found."""
        at = phrase.start - 1
        at -= at > 0 and self.letters[at] == "F"
        if at < 1 or self.letters[at] not in "GYEV":
            return phrase
        participle = self.letters[at] == "G" or (self.letters[at] in "YE" and at + 1 < phrase.start)
        first = at
        while first > 0 and self.letters[first - 1] in AUXILIARIES | _SKIPPED:
            first -= 1
        if first > 1 and self.letters[first - 1] == "W":
            host = self.phrases.ending_at(first - 2)
        else:
            reports = self.tokens[at].lower in _REPORTS
            host = self.phrases.ending_at(at - 1) if participle and first == at and not reports else None
        return range(host.start, phrase.stop) if host else phrase

    def _before_time(self, phrase: range | None) -> range | None:
        """ "The Pentagon on Friday denied": what stands before a time is the subject, if anything does."""
        if phrase is None or phrase.start < 2:
            return None
        at = phrase.start - 1
        at -= self.letters[at] == "F"
        return self.phrases.ending_at(at) if self.letters[at] in "NP" else None

    def _before_parenthesis(self, close: int, group: VerbGroup) -> int:
        """Where the subject may end before ", who … ," or ", the chief of …,": left of the opening mark."""
        if not group.finite:
            return -1
        for at in range(close - 1, max(-1, close - 40), -1):
            if self.letters[at] in _MARKS and self.letters[at + 1] in _RELATIVE_OPENERS and self._opens(at, close):
                return self._left(at - 1)
        return -1

    def _opens(self, at: int, close: int) -> bool:
        if at == 0 or self.letters[at - 1] not in _NAMES:
            return False
        inside = self.letters[at + 1 : close]
        return inside[0] in "WS" or not any(letter in AUXILIARIES or letter == "V" for letter in inside)

    def _left(self, at: int) -> int:
        while at >= 0 and self.letters[at] in _SKIPPED:
            at -= 1
        return at
