"""Who does it: the subject of a verb group, looked for to its left."""

from collections.abc import Sequence

from parsers.lexicon import table, words
from parsers.roles.letters import AUXILIARIES, SKIPPED, left, listed
from parsers.roles.phrases import Phrases
from parsers.roles.verb_groups import VerbGroup
from parsers.text.nouns import singular
from parsers.text.tokens import Token
from parsers.text.verbs import inflections

_ASKING = frozenset(table("factuality")["clause_words"])
_HELPERS = AUXILIARIES | SKIPPED
_NAMES = frozenset("NPK#DZRE")
_MARKS = frozenset(",-)")
_REPORTS = frozenset(form for lemma in words(table("attribution")["plain"]) for form in inflections(lemma))
_BELIEVES = frozenset("believe think suspect fear say claim suggest assume suppose conclude doubt expect".split())
_PEOPLE = frozenset(("people", "men", "women", "children", "police", "troops"))
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
        at, relative = left(self.letters, group.first - 1), False
        for _ in range(8):  # parentheses within parentheses go no deeper in what an editor prints
            if at < 0:
                return None
            letter = self.letters[at]
            if letter in _NAMES:
                bare = self.phrases.nearest(at)
                phrase = bare if relative else self.phrases.ending_at(at)
                if bare is None or phrase is None or self.phrases.is_time(bare) or self.phrases.is_time(phrase):
                    found = self._before_time(bare)  # "the man killed by police on Friday | was not armed"
                    return self._described(found) if found and group.finite and not relative else found
                if self._in_apposition(phrase):
                    at = phrase.start - 2
                    continue
                phrase = self._behind_time(self._but_not(phrase) or phrase)
                if group.form == "G" and not group.finite and self._many(bare):
                    return bare  # "a lot of patrons | running out"
                return self._described(phrase) if group.finite and not relative else phrase
            if letter == "W":
                if self._is_asked(at):
                    return None
                relative = True
                at = left(self.letters, at - 1)
                if at >= 0 and self.letters[at] in _MARKS:
                    at = left(self.letters, at - 1)
            elif letter == "F" and at > 1 and self.tokens[at].lower in listed("places"):
                at = left(self.letters, at - 1 - (self.letters[at - 1] == "F"))
            elif letter in _MARKS:
                at = self._before_parenthesis(at, group)
            else:
                return None
        return None

    def _many(self, phrase: range) -> bool:
        last = self.tokens[phrase.stop - 1].lower
        return self.letters[phrase.stop - 1] == "N" and (last in _PEOPLE or last != singular(last))

    def _but_not(self, phrase: range) -> range | None:
        """ "The FDA but not the CDC has approved it": who does it stands before the "but"."""
        said = [t.lower for t in self.tokens[max(0, phrase.start - 2) : phrase.start]]
        return self.phrases.ending_at(phrase.start - 3) if said == ["but", "not"] and phrase.start > 2 else None

    def _behind_time(self, phrase: range) -> range:
        """ "At ten on Friday morning | rescuers reached the hut": who does it stands behind the hour."""
        for at in range(phrase.stop - 2, phrase.start, -1):
            if self.phrases.is_time(range(at - 1, at)) and self.phrases.is_time(range(at, at + 1)):
                return range(at + 1, phrase.stop)
        return phrase

    def _is_asked(self, at: int) -> bool:
        """ "It is not clear who ordered it": the word asks, and describes nobody."""
        return self.tokens[at].lower in ("who", "what") and at > 0 and self.tokens[at - 1].lower in _ASKING

    def _in_apposition(self, phrase: range) -> bool:
        """ "Ana Ruiz, 21, a student from Oslo, said", "the ferry's captain, Ana Ruiz, 51, said": between commas."""
        letters, start = self.letters, phrase.start
        if start < 2 or letters[phrase.stop : phrase.stop + 1] != "," or letters[start - 1] != ",":
            return False
        return letters[start - 2] in "P#" or (letters[start : phrase.stop].strip("P") == "" and self._titled(start - 2))

    def _titled(self, last: int) -> bool:
        """Whether what ends at ``last`` may be somebody's title: no "after the storm"."""
        title = self.phrases.ending_at(last) if self.letters[last] == "N" else None
        return title is not None and (title.start == 0 or self.letters[title.start - 1] not in "FTS,")

    def _described(self, phrase: range) -> range | None:
        """The whole of "the car which hit the box", "men suspected of theft", when its last noun was found.

        None where the phrase is what a gerund acts on that is the subject itself ("using the army would …").
        """
        at = phrase.start - 1
        for _ in range(2):  # "had set out from"
            at -= at > 0 and self.letters[at] in "FT"
        if at < 1 or self.letters[at] not in "GYEV":
            return None if at == 0 and self.letters[0] == "G" else phrase
        first = at
        while first > 0 and self.letters[first - 1] in _HELPERS:
            first -= 1
        before = self.letters[first - 1] if first else "^"
        if self.letters[at] == "G" and first == at and before in "S^":
            return None
        host = self._host(at, first, before, loose=at + 1 < phrase.start)
        return range(host.start, phrase.stop) if host else phrase

    def _host(self, at: int, first: int, before: str, loose: bool) -> range | None:
        """What the verb at ``at`` (with its helpers from ``first``) describes, None if it is no description."""
        if before == "W" and first > 1:
            return self.phrases.ending_at(first - 2)
        own = self.phrases.nearest(first - 1) if loose and before in "NP" and self.letters[at] != "G" else None
        if own and own.start > 1 and self.letters[own.start - 1] == "W" and self.letters[own.start - 2] in "NP":
            return self.phrases.ending_at(own.start - 2)  # "the letter which the mayor sent to the court | arrived"
        if before == "T" and self.tokens[at].lower in _BELIEVES:
            return None  # "no reason to believe the mayor lied"
        if before == "T" and first > 1 and self.letters[at] == "V" and self.letters[first - 2] in "NP":
            return self.phrases.ending_at(first - 2)  # "these steps to raise pay are"
        participle = self.letters[at] == "G" or (self.letters[at] in "YE" and loose)
        if first != at or not participle or self.tokens[at].lower in _REPORTS:
            return None
        return self.phrases.ending_at(at - 1)

    def _before_time(self, phrase: range | None) -> range | None:
        """ "The Pentagon on Friday denied": what stands before a time is the subject, if anything does.

        "The man arrested on Friday will", "talks that began on Monday will": what the time belongs to is described.
        """
        if phrase is None or phrase.start < 2:
            return None
        at = phrase.start - 1
        at -= self.letters[at] == "F" or self.tokens[at].lower == "since"
        if self.letters[at] in "YEV" and at > 1:
            at -= 2 if self.letters[at - 1] == "W" else 1 if self.letters[at] != "V" else 0
        return self.phrases.ending_at(at) if self.letters[at] in "NP" else None

    def _before_parenthesis(self, close: int, group: VerbGroup) -> int:
        """Where the subject may end before ", who … ," or ", the chief of …,": left of the opening mark."""
        if not group.finite:
            return -1
        for at in range(close - 1, max(-1, close - 40), -1):
            opened = self.letters[at] in _MARKS and (self.letters[at + 1] in _RELATIVE_OPENERS or self._excepts(at + 1))
            if opened and self._opens(at, close):
                return left(self.letters, at - 1)
        return -1

    def _excepts(self, at: int) -> bool:
        """ "The Guard, but not the police, will patrol"."""
        return [t.lower for t in self.tokens[at : at + 2]] == ["but", "not"]

    def _opens(self, at: int, close: int) -> bool:
        if at == 0 or self.letters[at - 1] not in _NAMES:
            return False
        inside = self.letters[at + 1 : close]
        return inside[0] in "WS" or not any(letter in AUXILIARIES or letter == "V" for letter in inside)
