"""Words: base forms, and whether a word is a common one (a dictionary, not a guess).

The dictionary is lexicon/lemmas.txt, made from lemminflect (see lexicon/make_lemmas.py).
"""

from bisect import bisect_left
from functools import cache, lru_cache

from parsers.lexicon import FOLDER, table, words

STOP = words(table("words")["stop"])
_NUMBERS = frozenset(word for kind in ("ones", "teens", "tens") for word in table("numbers")[kind])
_PLAIN = STOP | _NUMBERS


@lru_cache(maxsize=65536)
def base(word: str) -> str:
    """The base form of a lower-cased word ("collapses" -> "collapse"); itself where none is known."""
    line = _line(word)
    return line[len(word) + 1 :] or word if line else word


@lru_cache(maxsize=65536)
def common(word: str) -> bool:
    """Whether a lower-cased word is a number's or in the dictionary as anything but a name."""
    return word in STOP or any(part in _PLAIN or _line(part) is not None for part in word.split("-"))


def _line(word: str) -> str | None:
    """The line of a word in the dictionary. The lines are searched as they stand: most words are never asked for."""
    lines = _dictionary()
    at = bisect_left(lines, word)
    found = lines[at] if at < len(lines) else ""
    return found if word and (found == word or found.startswith(f"{word} ")) else None


@cache
def _dictionary() -> list[str]:
    return (FOLDER / "lemmas.txt").read_text(encoding="utf-8").splitlines()
