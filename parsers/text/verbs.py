"""Verbs: which words can be one, and which form of which verb they are.

The forms are lexicon/verbs.txt, made from lemminflect (see lexicon/make_verbs.py); what news text
needs besides is lexicon/verbs.toml. Auxiliaries are a closed class and not here.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from parsers.lexicon import FOLDER, table


class Form:
    """The forms that a word may be, as bits: "shut" is four at once. Plain numbers, for every word is asked."""

    BASE = 1
    PAST = 2
    PARTICIPLE = 4
    GERUND = 8
    THIRD = 16


BASE, PAST, PARTICIPLE, GERUND, THIRD = _COLUMNS = (
    Form.BASE,
    Form.PAST,
    Form.PARTICIPLE,
    Form.GERUND,
    Form.THIRD,
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A word read as a verb.

    ``nominal``: the same word can be a noun or an adjective ("request"); ``seldom``: it nearly always
    is ("police"), so only "to" or a modal before it makes it a verb.
    """

    lemma: str
    form: int
    nominal: bool
    seldom: bool


@lru_cache(maxsize=1 << 16)
def verb(word: str) -> Verb | None:
    """What ``word`` (in lower case) is as a verb, None if it is never one."""
    never, seldom, first, preferred = _corrections()
    lines = _index().get(word)
    if not lines or word in never:
        return None
    readings = [_reading(word, line, word in seldom, word in first) for line in lines.split("\n")]
    return next((v for v in readings if v.lemma == preferred.get(word)), readings[0])


def inflections(lemma: str) -> tuple[str, ...]:
    """All forms of a verb; those of the regular pattern where the table does not know it."""
    lines = [line for line in _index().get(lemma, "").split("\n") if line.replace("*", "").startswith(lemma + " ")]
    return tuple(_words(lines[0] if lines else _regular(lemma)))


@cache
def _index() -> dict[str, str]:
    """Word to the lines it stands in. Lines are read when a word is asked for: most never are."""
    lines = (FOLDER / "verbs.txt").read_text(encoding="utf-8").splitlines()
    lines += map(_regular, table("verbs")["newer"])
    found: dict[str, str] = {}
    for line in lines:
        for word in set(_words(line)):
            found[word] = f"{found[word]}\n{line}" if word in found else line
    return found


@cache
def _corrections() -> tuple[frozenset[str], frozenset[str], frozenset[str], dict[str, str]]:
    data = table("verbs")
    return frozenset(data["never"]), frozenset(data["seldom"]), frozenset(data["first"]), data["preferred"]


def _words(line: str) -> list[str]:
    return line.replace("*", "").replace("/", " ").split(" ")


def _reading(word: str, line: str, seldom: bool, first: bool) -> Verb:
    form, nominal = 0, False
    for column, cell in zip(_COLUMNS, line.split(" "), strict=True):
        for written in cell.split("/"):
            if written.rstrip("*") == word:
                form, nominal = form | column, written.endswith("*") and not first
    if form == Form.PAST and word.endswith("ed"):
        form |= Form.PARTICIPLE  # "burned" beside "burnt"
    return Verb(_words(line)[0], form, nominal, seldom)


def _regular(lemma: str) -> str:
    stem = lemma.removesuffix("e")
    third = lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s")
    return f"{lemma} {stem}ed {stem}ed {stem}ing {third}"
