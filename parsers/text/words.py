"""Words: base forms, and whether a word is a common one (a dictionary, not a guess)."""

from functools import lru_cache

from lemminflect import getAllLemmas

from parsers.lexicon import table, words

STOP = words(table("words")["stop"])


@lru_cache(maxsize=65536)
def base(word: str) -> str:
    """The base form of a lower-cased word ("collapses" -> "collapse"); itself where none is known."""
    lemmas = getAllLemmas(word)
    for kind in ("VERB", "NOUN", "ADJ", "ADV"):
        if lemmas.get(kind):
            return str(min(lemmas[kind], key=len))
    return word


@lru_cache(maxsize=65536)
def common(word: str) -> bool:
    """Whether a lower-cased word is in the dictionary as anything but a name."""
    if word in STOP:
        return True
    return any(part in STOP or bool(set(getAllLemmas(part)) - {"PROPN"}) for part in word.split("-"))
