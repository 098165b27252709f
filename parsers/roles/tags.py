"""A sentence as a string of letters, one a token: which words are verbs, and what joins them.

Closed classes come from lexicon/function_words.toml. Any other word is a noun unless it can be a verb
and what stands around it makes it one. Letters beside those of the file: N noun or adjective, P proper
name, K possessive ("Apple's"), # number, V finite or bare verb, Y past form that may be a participle,
E participle, G gerund, and commas, dashes and other marks as themselves.
"""

from collections.abc import Sequence
from functools import cache

from parsers.lexicon import table, words
from parsers.roles.factuality import cue
from parsers.text.tokens import Token, TokenKind
from parsers.text.verbs import Form, Verb, verb

START, END = "^", "$"
NEGATED = {"m": "M", "b": "B", "h": "H", "o": "O"}  # auxiliary and "not" in one -> auxiliary
AUXILIARIES = frozenset("MmBbHhOo")
VERBS = frozenset("VYEG")
_SKIPPED = frozenset("AX")
_ENDS_NOUN = frozenset("NP#RWrKZ,")


# Function words that are one thing or another by what stands around them.
_BY_CONTEXT = frozenset(("her", "no", "neither", "may"))


def tag(tokens: Sequence[Token]) -> str:
    """One letter per token."""
    return _Tagger(tokens).run()


class _Tagger:
    """One pass from left to right; looks at most one word ahead and a few letters back."""

    __slots__ = ("closed", "finite", "letters", "title", "tokens")

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.letters: list[str] = []
        self.closed = _closed()
        self.title: bool | None = None
        self.finite = False  # whether the clause has its verb already

    def run(self) -> str:
        for at, token in enumerate(self.tokens):
            letter = self._letter(at, token)
            self.letters.append(letter)
            if letter in "VYMmBbHhOo":
                self.finite = True
            elif letter in "SWC,-:;.":
                self.finite = False
        return "".join(self.letters)

    def _letter(self, at: int, token: Token) -> str:
        if token.kind is TokenKind.NUMBER:
            return "#"
        if token.kind is TokenKind.MARK:
            return _MARKS.get(token.lower, ".")
        word = token.lower
        known = self.closed.get(word)
        if known and token.text != "US":
            return self._closed_in_context(at, word, known)
        if word.endswith("'s") or word.endswith("s'"):
            return "K"
        if word.endswith("ly") and word not in _listed("not_adverbs"):
            return "A"
        read = verb(word)
        if read is None:
            return self._name(at, token)
        return self._verb_letter(at, token, read) or self._name(at, token)

    def _closed_in_context(self, at: int, word: str, letter: str) -> str:
        if letter not in "MW" and word not in _BY_CONTEXT:
            return letter
        if word == "her" and self._next(at) in (END, ",", "."):
            return "R"
        if word == "no" and self._word(at + 1) in (",", "longer"):
            return "X" if self._word(at + 1) == "longer" else "."
        if letter == "M" and word.endswith("'d"):
            read = verb(self._word(at + 1))
            return "M" if read is None or read.form & Form.BASE else "H"  # "she'd bought" had, "she'd buy" would
        if word == "neither" and self._before() in "MBHO":
            return "X"
        if word == "may" and token_is_month(self.tokens, at):
            return "P"
        if letter == "W" and word == "that" and self._before() in "VYEFTM":
            return "S" if self._before() in "VYE" else "D"
        return letter

    def _name(self, at: int, token: Token) -> str:
        return "P" if token.capital and not (at == 0 and token.text.islower()) else "N"

    def _verb_letter(self, at: int, token: Token, read: Verb) -> str | None:
        """The letter of a word that can be a verb, None where it is not one here."""
        before, form = self._before(), read.form
        if (before == "R" and self._inverted()) or (self.letters[:1] in (["O"], ["M"]) and form == Form.BASE):
            return self._after_auxiliary(at, "O", read)
        if before in "MmOoT":
            return self._after_auxiliary(at, before, read)
        if before in "Hh" and form & Form.PARTICIPLE:
            return "E"
        if before in "Bbr" and form & (Form.GERUND | Form.PARTICIPLE):
            return "G" if form & Form.GERUND else "E"
        if read.seldom or token.lower in _listed("nouns"):
            return None
        if form & Form.GERUND:
            return self._gerund(at, before, read)
        if before in "DZKF" or (token.capital and self._among_names(at)):
            return None
        if before == "#" and form & Form.PARTICIPLE:
            return "Y"
        if form & Form.PAST:
            return self._past(at, before, read)
        return self._present(at, before, read)

    def _after_auxiliary(self, at: int, before: str, read: Verb) -> str | None:
        if not read.form & Form.BASE:
            return None
        bare = self._next(at) in (END, ",", ".", "F", "C")
        if before == "T" and read.seldom and bare and not self._governed():
            return None
        return "V"

    def _governed(self) -> bool:
        """Whether a verb that takes an infinitive stands before "to": "tried to land", not "back to land"."""
        at = len(self.letters) - 2
        read = verb(self.tokens[at].lower) if at >= 0 and self.letters[at] in "VYEG" else None
        return bool(read and (cue("verbs", read.lemma) or cue("passives", read.lemma)))

    def _word(self, at: int) -> str:
        return self.tokens[at].lower if at < len(self.tokens) else ""

    def _inverted(self) -> bool:
        """Whether an auxiliary stands before the pronoun: "nor did she plan"."""
        return "".join(self.letters[-2:-1]) in ("M", "m", "O", "o")

    def _gerund(self, at: int, before: str, read: Verb) -> str | None:
        if before in "DZK#":
            return None
        if before in "VY" and self._next(at) in "NP" and not cue("verbs", self._previous_word()):
            return None
        if read.nominal and self._next(at) in (END, ",", ".", "F", "C", "V", "M", "B", "H") and before in "NPV":
            return None
        return "G"

    def _past(self, at: int, before: str, read: Verb) -> str | None:
        if before == START and self._next(at) not in ("F", "T"):
            return None
        if before in "VYEG" and read.nominal:
            return None
        if not read.form & Form.PARTICIPLE:
            return "V"
        if before in "VEG":
            return "E" if self._next(at) in (END, ",", ".", "F", "S", "C", "T") else None
        if before in "," and self._next(at) in "NP" and read.nominal:
            return None
        return "Y"

    def _present(self, at: int, before: str, read: Verb) -> str | None:
        """Third person and bare forms: "denies", "officials say"; "request" and "plans" may be nouns."""
        if before in "VYEG":
            return "V" if self._previous_word() in _BARE and read.form & Form.BASE else None
        if before == "C":
            return self._joined(at, read)
        if before not in _ENDS_NOUN and before != "S":
            return None
        if self.finite and before != "W" and read.nominal:
            return None
        if not read.form & Form.THIRD and before not in "RW" and not self._plural_before():
            return None
        if read.nominal and (before in "S#" or not self._object_follows(at) or self._verb_later(at)):
            return None
        return "V"

    def _joined(self, at: int, read: Verb) -> str | None:
        """A verb after "and": where a verb of that form came before, or an object follows."""
        if read.nominal and self._next(at) not in "DZR#":
            return None
        return "V" if any(letter in "VY" for letter in self.letters) else None

    def _object_follows(self, at: int) -> bool:
        following = self._next(at)
        return following in _STARTS_OBJECT or following in "NPG" or self._phrasal(at)

    def _phrasal(self, at: int) -> bool:
        """Whether a known phrase of verb and particle starts here: "turns down", "steps down"."""
        read = verb(self.tokens[at].lower)
        return read is not None and (read.lemma, self._word(at + 1)) in _phrasal_verbs()

    def _verb_later(self, at: int) -> bool:
        """Whether a word that can only be a verb comes before the clause ends: "civil rights groups have"."""
        for token in self.tokens[at + 1 : at + 12]:
            letter = self.closed.get(token.lower, "")
            if letter in AUXILIARIES:
                return True
            if (letter and letter in "SWT") or token.lower in _MARKS:
                return False
            read = None if letter else verb(token.lower)
            if read and not read.nominal and read.form & (Form.PAST | Form.THIRD | Form.BASE):
                return True
        return False

    def _next(self, at: int) -> str:
        """The letter of the next word by itself."""
        if at + 1 >= len(self.tokens):
            return END
        token = self.tokens[at + 1]
        if token.kind is not TokenKind.WORD:
            return "#" if token.kind is TokenKind.NUMBER else _MARKS.get(token.lower, ".")
        known = self.closed.get(token.lower)
        if known:
            return known
        if token.lower.endswith("'s"):
            return "K"
        read = verb(token.lower)
        if read and not read.nominal and not read.seldom:
            return "V" if not read.form & Form.GERUND else "G"
        return "P" if token.capital else "N"

    def _before(self) -> str:
        for letter in reversed(self.letters):
            if letter not in _SKIPPED:
                return letter
        return START

    def _previous_word(self) -> str:
        at = len(self.letters) - 1
        while at >= 0 and self.letters[at] in _SKIPPED:
            at -= 1
        read = verb(self.tokens[at].lower) if at >= 0 else None
        return read.lemma if read else ""

    def _plural_before(self) -> bool:
        at = len(self.letters) - 1
        while at >= 0 and self.letters[at] in _SKIPPED:
            at -= 1
        word = self.tokens[at].lower if at >= 0 else ""
        return word.endswith("s") or word in _PLURAL or word in (",",)

    def _among_names(self, at: int) -> bool:
        """A capital inside a name ("House Speaker"): in a headline every word has one, so look at them all."""
        return at > 0 and self.tokens[at - 1].capital and not self._headline()

    def _headline(self) -> bool:
        if self.title is None:
            self.title = headline(self.tokens)
        return self.title


_MARKS = {
    "$": "#",
    "€": "#",
    "£": "#",
    "¥": "#",
    "%": "N",
    ",": ",",
    "–": "-",
    "—": "-",
    "-": "-",
    ":": ":",
    ";": ";",
    ".": ".",
    "?": "?",
    "!": ".",
    "&": "C",
    "(": "(",
    ")": ")",
}
_STARTS_OBJECT = frozenset("DZRT#SWXAK")
_PARTICLES = frozenset("down up out off away back over in on".split())
_BARE = frozenset(("help", "let", "make", "see", "watch", "hear", "dare", "have"))
_PLURAL = words(
    "police people men women children troops personnel staff media militia mice data some others many military public"
)


def token_is_month(tokens: Sequence[Token], at: int) -> bool:
    """Whether "May" is the month: with a capital inside a sentence, beside a number or after "in"."""
    if not tokens[at].capital:
        return False
    around = [tokens[i] for i in (at - 1, at + 1) if 0 <= i < len(tokens)]
    return any(
        t.kind is TokenKind.NUMBER or t.lower in ("in", "early", "late", "since", "until", "last") for t in around
    )


def headline(tokens: Sequence[Token]) -> bool:
    """Whether most longer words have a capital, so that a capital says nothing of names."""
    if tokens and tokens[-1].text == ".":
        return False
    longer = [t.capital for t in tokens if t.kind is TokenKind.WORD and len(t.text) > 4]
    return len(longer) > 1 and sum(longer) * 3 >= len(longer) * 2


@cache
def _closed() -> dict[str, str]:
    letters = {letter: entry for letter, entry in table("function_words").items() if len(letter) == 1}
    return {word: letter for letter, entry in letters.items() for word in entry["words"]}


@cache
def _phrasal_verbs() -> frozenset[tuple[str, ...]]:
    phrases = (phrase.split(" ") for entry in table("actions").values() for phrase in entry.get("phrases", ()))
    return frozenset(tuple(words) for words in phrases if len(words) == 2 and words[1] in _PARTICLES)


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(table("function_words")[name]["words"])
