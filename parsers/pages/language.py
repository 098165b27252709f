"""Which language a text is in: enough to leave out what the lexicons cannot read."""

import re
import unicodedata
from collections import Counter
from functools import cache

from parsers.lexicon import table

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 5000
# How far another language must lead English. Headlines drop their function words, so a short text must be plainer.
_LEAD, _SHORT_LEAD, _SHORT = 0.05, 0.3, 25
_FEWEST_WORDS = 8


@cache
def _lexicon() -> tuple[dict[str, frozenset[str]], dict[str, str]]:
    tables = table("languages")
    return {name: frozenset(words.split()) for name, words in tables["words"].items()}, tables["scripts"]


def foreign_language(text: str) -> str | None:
    """The name of the language if it is surely not English, else None ("surely": a short text never is)."""
    languages, scripts = _lexicon()
    script = _script(text[:_SAMPLE])
    if script in scripts:
        return scripts[script]
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    if len(words) < _FEWEST_WORDS:
        return None
    counts = Counter(words)
    shares = {
        name: sum(map(counts.__getitem__, known & counts.keys())) / len(words) for name, known in languages.items()
    }
    best = max(shares, key=shares.__getitem__)
    lead = _LEAD if len(words) >= _SHORT else _SHORT_LEAD
    return best if shares[best] > shares["English"] + lead else None


def _script(text: str) -> str:
    """The script that most letters are in."""
    if text.isascii() and any(map(str.isalpha, text)):
        return "LATIN"
    letters = [c for c in text if c.isalpha()]
    if not letters:
        return ""
    other = [c for c in letters if c > "\u024f"]
    if len(other) < len(letters) / 2:
        return "LATIN"
    return Counter(unicodedata.name(c, "?").split()[0] for c in other).most_common(1)[0][0]
