"""Leads: words that lead to a figure from further off: a toll, a request, an exchange, "the number of"."""

from claims.term import Term
from parsers.figures.counted import implied, number_of
from parsers.figures.scene import CLAUSE_ENDS, Scene
from parsers.lexicon import table, words

_LISTS = table("figures")
_TOLL = words(_LISTS["toll"])
_TOLL_VERBS = words(_LISTS["toll_verbs"])
_TOLD_BY = _TOLL_VERBS | _TOLL
_CONJUNCTIONS = words(_LISTS["conjunctions"])
# "the number of people killed": what befell them stands so many words behind "of" at most.
_NUMBERED = 6
_COUNTING = words(_LISTS["counting"])
_BODIES = frozenset(("body", "bodies", "corpse", "corpses", "remains"))


def exchanged(scene: Scene, first: int, previous: tuple[int, Term | None]) -> Term | None:
    """ "Will release 24 hostages in exchange for 60 prisoners": those are released, too."""
    told = f"{scene.word(first - 3)} {scene.word(first - 2)} {scene.word(first - 1)}"
    return previous[1] if told in ("in exchange for", "in return for") else None


def asked(scene: Scene, first: int) -> Term | None:
    """A request that governs through nouns and infinitives: "asked the Pentagon to allow 20,000 troops"."""
    for at in range(first - 1, max(-1, first - 12), -1):
        if scene.word(at) in CLAUSE_ENDS or scene.word(at) in _CONJUNCTIONS:
            return None
        action = scene.actions.get(at)
        if action is not None and action.key == "request":
            return action
    return None


def toll(scene: Scene, first: int) -> Term | None:
    """ "death toll from the collapse rises to 42", "collapse deaths top 620", "put the toll at 40"."""
    if not (scene.word(first - 1) in _TOLD_BY or scene.word(first) in _TOLL_VERBS):
        return None
    for at in range(first - 1, max(-1, first - 14), -1):
        earlier = scene.is_number(at) and scene.word(at - 1) == "from"  # "was lowered from 40 to 31"
        if scene.word(at) in (";", ".") or (scene.is_number(at) and not earlier):
            return None
        if scene.word(at) in _TOLL:
            return scene.actions.get(at)
    return None


def numbered(scene: Scene, first: int) -> Term | None:
    """ "The number of people killed when a ferry sank climbed to 28": they were killed, and did not climb."""
    if scene.word(first - 1) == "of" and scene.word(first - 2) in _BODIES:
        return Term(scene.tokens[first - 2].text, "kill", "kill")  # "the bodies of five soldiers"
    start = number_of(scene, first)
    if start is None:
        return None
    for at in range(start, min(start + _NUMBERED, first)):
        if scene.word(at) in CLAUSE_ENDS or scene.word(at) in _CONJUNCTIONS:
            return None
        told = scene.actions.get(at)
        if told and (at in scene.verbs or implied(scene.word(at)) or told.key in _COUNTING):
            return told
    return None
