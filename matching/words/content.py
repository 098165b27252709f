"""Content: the words of a sentence that say what it is about, cut to stems, and what it says of a story."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b

from matching.words import policy

_WORD = re.compile(r"[^\W_]+(?:['.][^\W_]+)*")


def words(text: str) -> list[str]:
    """The words in lower case, without marks and possessives."""
    return [w.removesuffix("'s") for w in _WORD.findall(text.lower().replace("’", "'").replace("‘", "'"))]


@lru_cache(maxsize=16384)
def content(text: str) -> frozenset[str]:
    """The words that say something, cut to a stem: "Argentina's" and "Argentine" meet."""
    return stems(words(text))


def stems(said: Iterable[str]) -> frozenset[str]:
    """Those of some words that say something, cut to stems."""
    return frozenset(filter(None, map(_meaning, said)))


@lru_cache(maxsize=65536)
def _meaning(word: str) -> str:
    return "" if word in policy.STOP else stem(policy.SAME_WORDS.get(word, word))


def stem(word: str) -> str:
    """Crude on purpose: "adopts" and "adopted", "Argentina" and "Argentine" meet; so do a few that should not."""
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    return word[:6]


def share(x: frozenset[str], y: frozenset[str]) -> float:
    """The part of the shorter of two that both have, 0 to 1."""
    return len(x & y) / min(len(x), len(y)) if x and y else 0.0


def proper(text: str, sentence: str) -> frozenset[str]:
    """The words with a capital, unless all words of the sentence have one; its first word has one anyway."""
    said = text.split()
    opens = sentence.startswith(text) and not any(word[:1].isupper() for word in said[1:2])
    capitals = [word for word in said[1 if opens else 0 :] if word[:1].isupper()]
    if not capitals:
        return frozenset()
    longer = [w for w in sentence.split() if len(w) > 4]
    if sum(w[:1].isupper() for w in longer) * 4 >= len(longer) * 3:
        return frozenset()
    return frozenset(w for word in capitals for w in words(word) if w not in policy.STOP)  # "No driver", "One driver"


def named_behind(text: str, sentence: str) -> frozenset[str]:
    """The name that "in" or "at" ties to a text in its sentence; a month or a day is none."""
    behind = sentence.partition(text)[2].split()[:3]
    if len(behind) < 2 or behind[0] not in ("in", "at", "near", "outside"):
        return frozenset()
    named = [w for w in behind[1:] if w[:1].isupper()]
    return frozenset(w for word in named[:1] for w in words(word) if w not in policy.CALENDAR)


def hashed(*parts: str) -> int:
    """A signed 64-bit integer for some words, the same in every process."""
    digest = blake2b("\x1f".join(parts).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def denies(sentence: str, said: Sequence[str]) -> bool:
    """Whether a sentence, and its words, calls a story untrue, by a cue or a phrase ("… is fake", "Fake: …")."""
    if _HINTS.isdisjoint(said):
        return False
    cues = (i for i, word in enumerate(said) if word in policy.DENIAL_CUES)
    if any(i == 0 or said[i - 1] not in policy.CRIMES for i in cues) or sentence.lower().startswith("fake:"):
        return True
    plain = f" {' '.join(said)} "
    return any(f" {phrase} " in plain for phrase in policy.DENIAL_PHRASES)


def negates(said: Sequence[str]) -> bool:
    """Whether a sentence of these words may itself deny the story."""
    return not policy.NEGATIONS.isdisjoint(said)


# Without one of these no sentence holds a cue or a phrase.
_HINTS = policy.DENIAL_CUES | {max(phrase.split(), key=len) for phrase in policy.DENIAL_PHRASES}
