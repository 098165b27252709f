"""Letters: the class that a word or mark is of by itself, before anything is known of what stands around it.

Closed classes come from lexicon/function_words.toml. Letters beside those of the file: N noun or adjective, P proper
name, K possessive ("Apple's"), # number, V finite or bare verb, Y past form that may be a participle, E participle,
G gerund, and commas, dashes and other marks as themselves.
"""

from functools import cache, lru_cache
from typing import NamedTuple

from parsers.lexicon import table, words
from parsers.roles.bounds import spells_number
from parsers.text.tokens import NUMBER, WORD, Token
from parsers.text.verbs import Form, Verb, verb

START, END = "^", "$"
NEGATED = {"m": "M", "b": "B", "h": "H", "o": "O"}  # auxiliary and "not" in one -> auxiliary
AUXILIARIES = frozenset("MmBbHhOo")
VERBS = frozenset("VYEG")
SKIPPED = frozenset("AX")
MARKS = {
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
# Function words that are one thing or another by what stands around them; "US" and "Ort AM See" are names.
_BY_CONTEXT = frozenset(("her", "no", "not", "neither", "may", "us", "am"))
# Adverbs that stand before a noun as adjectives: "hit homes overnight", "an overnight fire".
OR_ADJECTIVES = words(table("function_words")["adverbs_or_adjectives"]["words"])


class Alone(NamedTuple):
    """A lower-cased word by itself.

    ``closed`` is its letter if it is of a closed class; ``sure`` the letter that nothing around it changes; ``ahead``
    the one that a word before it takes it for. Each is empty where there is none. ``verb`` is what it is as a verb,
    ``number`` whether it spells a number.
    """

    closed: str
    sure: str
    ahead: str
    verb: Verb | None
    number: bool


@lru_cache(maxsize=1 << 16)
def alone(word: str) -> Alone:
    """What a lower-cased word is by itself; looked up once, for every token is asked."""
    closed = _closed().get(word, "")
    if closed:
        unsure = closed in "MW" or word in _BY_CONTEXT or word in OR_ADJECTIVES
        return Alone(closed, "" if unsure else closed, closed, verb(word), spells_number(word))
    read = verb(word)
    ahead = ""
    if word.endswith("'s"):
        ahead = "K"
    elif read and not read.nominal and not read.seldom:
        ahead = "G" if read.form & Form.GERUND else "V"
    sure = ""
    if word.endswith(("'s", "s'")):
        sure = "K"
    elif word.endswith("ly") and word not in listed("not_adverbs"):
        sure = "A"
    return Alone("", sure, ahead, read, spells_number(word))


def letter_ahead(token: Token) -> str:
    """The letter of a word that comes next, by itself."""
    if token.kind is WORD:
        return alone(token.lower).ahead or ("P" if token.capital else "N")
    return "#" if token.kind is NUMBER else MARKS.get(token.lower, ".")


def left(letters: str, at: int) -> int:
    """``at``, or left of the adverbs and negations there; below nought where nothing else stands."""
    while at >= 0 and letters[at] in SKIPPED:
        at -= 1
    return at


def right(letters: str, at: int) -> int:
    """``at``, or right of the adverbs there; behind the last letter where nothing else stands."""
    while at < len(letters) and letters[at] == "A":
        at += 1
    return at


@cache
def listed(name: str) -> frozenset[str]:
    """A list of function_words.toml that is no closed class."""
    return frozenset(table("function_words")[name]["words"])


@cache
def _closed() -> dict[str, str]:
    letters = {letter: entry for letter, entry in table("function_words").items() if len(letter) == 1}
    found = {word: letter for letter, entry in letters.items() for word in entry["words"]}
    return dict.fromkeys(OR_ADJECTIVES, "A") | found
