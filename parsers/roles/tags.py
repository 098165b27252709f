"""A sentence as a string of letters, one a token: which words are verbs, and what joins them.

A word of no closed class is a noun unless it can be a verb and what stands around it makes it one.
"""

from collections.abc import Sequence

from parsers.roles.bounds import bound_before
from parsers.roles.letters import AUXILIARIES, END, MARKS, SKIPPED, alone
from parsers.roles.surroundings import Surroundings
from parsers.roles.verb_tags import verb_letter
from parsers.text.tokens import NUMBER, WORD, Token
from parsers.text.verbs import Form

_PLACES = frozenset(("back", "inside", "outside", "past"))
_FINITE = frozenset("VYMmBbHhOo")
_CLAUSE_ENDS = frozenset("SWC,-:;.")
_NAMES = frozenset(("US", "AM"))
_BESIDE_MONTH = frozenset(("in", "early", "late", "since", "until", "last", "by", "of"))


def tag(tokens: Sequence[Token]) -> str:
    """One letter per token, in one pass from left to right."""
    around = Surroundings(tokens)
    for at, token in enumerate(tokens):
        if token.kind is WORD:
            closed, sure, _, read, number = alone(token.lower)
            if around.before == "Z" and around.deny_by_phrase(at):
                letter = "A"
            elif sure:
                letter = sure
            elif closed and token.text not in _NAMES:
                letter = _closed_in_context(around, at, token.lower, closed)
            else:
                month = read is not None and token.lower == "march" and _is_month(tokens, at)
                letter = (verb_letter(around, at, token, read) if read and not month else None) or _noun(around, at)
        else:
            letter = "#" if token.kind is NUMBER else MARKS.get(token.lower, ".")
            number = letter == "#"
        letter = _beside(around, at, token.lower, letter)
        around.letters.append(letter)
        if number:
            for bound in range(at - bound_before(tokens, at), at):
                around.letters[bound] = "A"
        if letter not in SKIPPED:
            around.before, around.before_at = letter, at
            if letter in _FINITE:
                around.finite = True
            elif letter in _CLAUSE_ENDS:
                around.finite = False
    return "".join(around.letters)


def _beside(around: Surroundings, at: int, word: str, letter: str) -> str:
    """A place behind an article ("at the back"), and "first" before a verb ("the mill first heard")."""
    if letter == "F" and around.before == "D" and word in _PLACES:
        return "N"
    if word == "first" and letter == "N" and around.before in ("N", "P") and around.ahead(at) in ("V", "Y"):
        return "A"
    return letter


def _noun(around: Surroundings, at: int) -> str:
    """The letter of a word that is no verb: a noun or name, but for "not one" and "has long been"."""
    word = around.word(at)
    if word == "one" and around.before == "Z":
        return "Z"
    if word == "long" and around.before in AUXILIARIES and around.ahead(at) in "BHVGr":
        return "A"
    return "P" if around.tokens[at].capital else "N"


def _closed_in_context(around: Surroundings, at: int, word: str, letter: str) -> str:
    """The letter of a function word that is one thing or another."""
    if letter == "A":
        return "N" if around.ahead(at) in "NP" else "A"
    if word == "her" and around.ahead(at) in (END, ",", "."):
        return "R"
    if word == "not":
        return "Z" if around.before not in AUXILIARIES | {"r"} and _not_one(around, at) else "X"
    if word == "no" and around.word(at + 1) in (",", "longer"):
        return "X" if around.word(at + 1) == "longer" else "."
    if letter == "M" and word.endswith("'d"):
        read = alone(around.word(at + 1)).verb
        return "M" if read is None or read.form & Form.BASE else "H"  # "she'd bought" had, "she'd buy" would
    if word == "neither" and (around.before in "MBHO" or (around.before in "NPR" and _verb_ahead(around, at))):
        return "X"
    if word == "may" and _is_month(around.tokens, at):
        return "P"
    if letter == "W" and word == "that" and around.before in "VYEFTM":
        return "S" if around.before in "VYE" else "D"
    return letter


def _not_one(around: Surroundings, at: int) -> bool:
    """ "Not one of the pilots", "not a single complaint"."""
    ahead = around.word(at + 1)
    return ahead == "one" or (ahead == "a" and around.word(at + 2) in ("single", "soul"))


def _verb_ahead(around: Surroundings, at: int) -> bool:
    """ "Israel neither confirmed nor denied it"."""
    read = alone(around.word(at + 1)).verb
    return read is not None and bool(read.form & (Form.PAST | Form.THIRD))


def _is_month(tokens: Sequence[Token], at: int) -> bool:
    """Whether "May" is the month: with a capital inside a sentence, beside a number or after "in"."""
    if not tokens[at].capital:
        return False
    around = [tokens[i] for i in (at - 1, at + 1) if 0 <= i < len(tokens)]
    return any(t.kind is NUMBER or t.lower in _BESIDE_MONTH for t in around)
