"""Surroundings: what stands around a word while a sentence is lettered from left to right."""

from collections.abc import Sequence
from functools import cache

from parsers.lexicon import table, words
from parsers.roles.letters import AUXILIARIES, END, MARKS, SKIPPED, START, alone, letter_ahead
from parsers.text.tokens import WORD, Token
from parsers.text.verbs import Form

_VERB_FORMS = Form.PAST | Form.THIRD | Form.BASE
_STARTS_OBJECT = frozenset("DZRT#SWXAKNPG")
_PARTICLES = frozenset("down up out off away back over in on".split())
_PLURAL = words(
    "police people men women children troops personnel staff media militia mice data some others many military public ,"
)
_NUMBERS = frozenset(
    word for kind in ("ones", "teens", "tens", "scales", "vague") for word in table("numbers")[kind] if word != "one"
)
_BY_NO_MEANS = frozenset(
    (("by", "means"), ("in", "way"), ("in", "sense"), ("at", "time"), ("at", "point"), ("at", "stage"))
)
_LOOK = 11
_OPENS_SPEECH = frozenset(".:;!?")


class Surroundings:
    """The letters so far; looks at most one word ahead and a few letters back.

    ``before`` is the last letter that is no adverb or negation, at ``before_at``; ``finite`` whether the clause has its
    verb already.
    """

    __slots__ = ("before", "before_at", "finite", "letters", "title", "tokens")

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.letters: list[str] = []
        self.before = START
        self.before_at = -1
        self.finite = False
        self.title: bool | None = None

    def word(self, at: int) -> str:
        """The lower-cased word at ``at``, empty behind the last."""
        return self.tokens[at].lower if at < len(self.tokens) else ""

    def ahead(self, at: int) -> str:
        """The letter of the word behind the one at ``at``, by itself."""
        return letter_ahead(self.tokens[at + 1]) if at + 1 < len(self.tokens) else END

    def verb_before(self) -> str:
        """The base form of the word before, if it can be a verb."""
        read = alone(self.tokens[self.before_at].lower).verb if self.before_at >= 0 else None
        return read.lemma if read else ""

    def plural_before(self) -> bool:
        """Whether the word before is a plural, or ends a list of several."""
        word = self.tokens[self.before_at].lower if self.before_at >= 0 else ""
        return word.endswith("s") or word in _PLURAL

    def counted_before(self) -> bool:
        """Whether a spelled number stands before, so that a word in -s is a plural: "eleven nurses"."""
        return self.before_at >= 0 and self.tokens[self.before_at].lower in _NUMBERS

    def inverted(self) -> bool:
        """Whether an auxiliary stands before the pronoun: "nor did she plan"."""
        return len(self.letters) > 1 and self.letters[-2] in "MmOo"

    def opens_with(self, letters: str) -> bool:
        """Whether the sentence begins with one of ``letters``."""
        return bool(self.letters) and self.letters[0] in letters

    def object_follows(self, at: int) -> bool:
        """Whether what stands behind the verb at ``at`` may be its object, or its particle ("steps down")."""
        return self.ahead(at) in _STARTS_OBJECT or self._phrasal(at)

    def object_ahead(self, at: int) -> bool:
        """Whether an object with its article, or the verb's particle, stands behind the verb at ``at``."""
        return self.ahead(at) in "DRK#" or self.word(at + 1) in _PARTICLES

    def deny_by_phrase(self, at: int) -> bool:
        """Make an adverb of "by no means", "in no way" when its last word is at ``at``; whether it was one."""
        if self.letters[-2:] != ["F", "Z"] or (self.word(at - 2), self.word(at)) not in _BY_NO_MEANS:
            return False
        self.letters[-2:] = "AX"
        self.before_at = at - 3
        while self.before_at >= 0 and self.letters[self.before_at] in SKIPPED:
            self.before_at -= 1
        self.before = self.letters[self.before_at] if self.before_at >= 0 else START
        return True

    def _phrasal(self, at: int) -> bool:
        read = alone(self.tokens[at].lower).verb
        return read is not None and (read.lemma, self.word(at + 1)) in _phrasal_verbs()

    def lasts(self, at: int) -> bool:
        """Whether what lasts stands behind the word at ``at``: "remains behind bars", "stays open"."""
        one, two = self.word(at + 1), self.word(at + 2)
        return not _standing().isdisjoint(((one,), (one, two)))

    def verb_later(self, at: int) -> bool:
        """Whether a word that can only be a verb comes before the clause ends: "civil rights groups have"."""
        for number, token in enumerate(self.tokens[at + 1 : at + 1 + _LOOK], at + 1):
            letter, _, _, read, _ = alone(token.lower)
            if letter:
                if letter in AUXILIARIES:
                    return True
                if letter in "SWT":
                    return False
                if letter == "C" and alone(self.word(number + 1)).closed in AUXILIARIES:
                    return False  # "Marek remains mayor and has not …": the second verb is joined to this one
            elif token.lower in MARKS:
                return False
            elif read and not read.nominal and read.form & _VERB_FORMS:
                return True
        return False

    def among_names(self, at: int) -> bool:
        """A capital inside a name ("House Speaker"): in a headline every word has one, so look at them all."""
        return at > 0 and self.tokens[at - 1].capital and not self._in_title()

    def opens_name(self, at: int) -> bool:
        """A capital before another inside a sentence ("told Grace Pell", "sailed to Port Ames"): no verb has one."""
        behind = self.tokens[at + 1 : at + 2]
        if at == 0 or not behind or not behind[0].capital or self.tokens[at - 1].text in _OPENS_SPEECH:
            return False
        return not self._in_title()

    def _in_title(self) -> bool:
        if self.title is None:
            self.title = headline(self.tokens)
        return self.title


def headline(tokens: Sequence[Token]) -> bool:
    """Whether most longer words have a capital, so that a capital says nothing of names."""
    if tokens and tokens[-1].text == ".":
        return False
    longer = [t.capital for t in tokens if t.kind is WORD and len(t.text) > 4]
    return len(longer) > 1 and sum(longer) * 3 >= len(longer) * 2


@cache
def _phrasal_verbs() -> frozenset[tuple[str, ...]]:
    phrases = (phrase.split(" ") for entry in table("actions").values() for phrase in entry.get("phrases", ()))
    return frozenset(tuple(words) for words in phrases if len(words) == 2 and words[1] in _PARTICLES)


@cache
def _standing() -> frozenset[tuple[str, ...]]:
    """The first words of what lasts: "in office", "open"."""
    return frozenset(
        tuple(phrase.split(" ")[:2]) for entry in table("actions").values() for phrase in entry.get("stays", ())
    )
