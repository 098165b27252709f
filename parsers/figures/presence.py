"""Presence: that so many were aboard, lived, stayed, gathered or arrived somewhere, in whatever verb it is told."""

from typing import Any

from claims.term import Term
from parsers.figures.scene import Scene
from parsers.lexicon import table
from parsers.text.verbs import verb

_TABLE: dict[str, dict[str, Any]] = table("presence")
_WORDS = {name: frozenset(listed) for name, listed in _TABLE["links"].items()}
# The actions by which somebody was somewhere.
KEYS = [key for key in _TABLE if key != "links"]
_IS = frozenset(("is", "are", "was", "were"))
_CRAFT = frozenset(("vehicle",))
# "34 trucks which had set out from the border arrived": so far on the verb may stand.
_LOADED = 16
# "On the night bus": so many words may stand before the noun of a place.
_PLACED = 4


def _by_word(kind: str) -> dict[str, str]:
    return {word: key for key in KEYS for word in _TABLE[key].get(kind, ())}


_HEADS, _VERBS, _GERUNDS, _TAKES, _TOLD, _NOUNS, _OWNED, _PLACES = map(
    _by_word, ("heads", "verbs", "gerunds", "takes", "words", "nouns", "owned", "places")
)


def headed(scene: Scene, first: int, counted: Term | None) -> Term | None:
    """ "The size of the crowd at 20,000", "the attendance was announced as 27,000", "a population of 9,000"."""
    if not _people(counted) or scene.word(first - 1) not in _WORDS["words"]:
        return None
    head = next((at for at in scene.clause_before(first) if scene.word(at) in _HEADS), None)
    return _term(scene, head, _HEADS[scene.word(head)]) if head is not None else None


def doing(scene: Scene, first: int, phrase: range, counted: Term | None) -> Term | None:
    """What the words next to those counted say: "is home to 900 people", "900 people live in", "were staying at"."""
    if not _people(counted) and not _craft(counted):
        return None
    told = _TOLD.get(f"{scene.word(first - 2)} {scene.word(first - 1)}")
    if told is not None:
        return _term(scene, first - 1, told)
    if counted is None:
        return None
    known = verb(scene.word(first - 1)) if first else None
    if known is not None and _people(counted) and known.lemma in _TAKES and not _may(scene, first - 1):
        told = _TAKES[known.lemma]
        guests = told != "stay" or scene.word(phrase.stop - 1) in _OWNED
        return _term(scene, first - 1, told) if guests else None
    end = phrase.start + len(counted.text.split())
    return _behind(scene, min(end, phrase.stop), counted) or _taken(scene, first, phrase.stop)


def being(scene: Scene, first: int, phrase: range, counted: Term | None) -> Term | None:
    """Where those counted were, and no more: "there were 61 people on the bus", "31,000 were in the ground"."""
    if not _people(counted):
        return None
    noun = scene.word(phrase.stop - 1) if phrase else ""
    owned = scene.word(first - 1) in _WORDS["has"]
    told = _NOUNS.get(noun) or (_OWNED.get(noun) if owned else None)
    if told is not None:
        return _term(scene, phrase.stop - 1, told)
    before = first - 1 - (scene.word(first - 1) in _WORDS["barely"])  # "there were only 49 on the bus"
    there = scene.word(before) in _IS and scene.word(before - 1) == "there"
    if "them" in (scene.word(phrase.start), scene.word(phrase.start - 1)):
        crowd = there and any(t.lower in _WORDS["marchers"] for t in scene.tokens)
        return _term(scene, first - 1, "attend") if crowd else None
    at = phrase.stop + (scene.word(phrase.stop) in _IS)
    if not (there or at > phrase.stop) or scene.word(at) not in _WORDS["where"]:
        return None
    near = range(at + 1, at + 1 + _PLACED)
    place = next((on for on in near if scene.word(on) in _PLACES), None)
    plain = place is not None and all(scene.is_word(on) and on not in scene.verbs for on in range(at + 1, place))
    return _term(scene, at, _PLACES[scene.word(place)]) if plain and place is not None else None


def _behind(scene: Scene, at: int, counted: Term) -> Term | None:
    """ "246 persons had boarded the ferry", "140 tourists were staying at", "22 lorries came into the city"."""
    start = at
    while at < start + 4 and scene.word(at) in _WORDS["passed"]:
        at += 1
    if scene.word(at) in _WORDS["loaded"] and _craft(counted):
        at = next((on for on in range(at, at + _LOADED) if on in scene.verbs and _came(scene, on)), at)
    word, behind = scene.word(at), scene.word(at + 1)
    if word in _WORDS["here"] and not _craft(counted):
        return _term(scene, at, "inside")
    known = verb(word)
    if known is None or not scene.is_word(at):
        return None
    if _craft(counted):
        return _term(scene, at, "arrive") if _came(scene, at) else None
    if word.endswith("ing"):
        told = _GERUNDS.get(known.lemma) if behind in _WORDS["where"] else None
        return _term(scene, at, told) if told else None
    return _term(scene, at, _VERBS[known.lemma]) if known.lemma in _VERBS else None


def _came(scene: Scene, at: int) -> bool:
    known = verb(scene.word(at))
    if known is None or scene.word(at).endswith("ing"):
        return False
    if not _WORDS["no_places"].isdisjoint(scene.word(on) for on in range(at + 1, at + 4)):
        return False  # "34 cars entered the race"
    return known.lemma in _WORDS["reaches"] or f"{known.lemma} {scene.word(at + 1)}" in _WORDS["comes"]


def of_noun(scene: Scene, at: int) -> Term | None:
    """ "The number of participants at 120,000": those counted are so by their name."""
    told = _NOUNS.get(scene.word(at))
    return _term(scene, at, told) if told else None


def _taken(scene: Scene, first: int, end: int) -> Term | None:
    """ "The records of 2.3 million customers were taken"."""
    if scene.word(first - 1) in _WORDS["contains"] and scene.word(first - 2) in _WORDS["hauls"]:
        return _term(scene, first - 1, "breach")  # "the dump holds 500,000 patients"
    if scene.word(first - 1) not in ("of", "on") or scene.word(first - 2) not in _WORDS["records"]:
        return None
    around = (*range(end, end + 4), *range(first - 3, first - 6, -1))  # "hackers have stolen the data of"
    at = next((on for on in around if scene.word(on) in _WORDS["taken"]), None)
    return _term(scene, at, "breach") if at is not None else None


def _may(scene: Scene, at: int) -> bool:
    return scene.word(at - 1) in ("can", "could", "to", "will", "would", "may", "not")


def _people(counted: Term | None) -> bool:
    return counted is None or counted.family == "person"


def _craft(counted: Term | None) -> bool:
    return counted is not None and counted.key in _CRAFT


def _term(scene: Scene, at: int, key: str) -> Term:
    return Term(scene.tokens[at].text, key, key)
