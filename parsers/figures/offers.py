"""Offers: the share that somebody puts on the table, told as what is offered or as the offer itself."""

from claims.term import Term
from parsers.figures.scene import Scene
from parsers.lexicon import table, words
from parsers.text.verbs import verb

_LISTS = table("figures")["offers"]
_VERBS = words(_LISTS["verbs"])
_BEHIND = words(_LISTS["behind"]) | {"", ",", ".", ";"}
_NOT_THE_LAST = words(_LISTS["not_the_last"])
_IS = frozenset(("is", "was"))
_RISES = frozenset(("rise", "increase", "raise", "hike"))
_OF_PAY = frozenset(("a", "an", "the", "pay", "wage", "salary"))
OFFER = "offer"


def offered(scene: Scene, first: int, last: int, thing: Term | None) -> Term | None:
    """ "Has offered 5.2 percent", "what it has put on the table is 2.8 percent", "the first offer was 2 percent"."""
    if thing is not None and thing.key == OFFER:
        at = next((on for on in scene.clause_before(first) if scene.word(on) == OFFER), first)
        return Term(scene.text(at - 1, at + 1), OFFER) if scene.word(at - 1) in _NOT_THE_LAST else thing
    at = _raised(scene, first)
    before = scene.word(at - 1)
    if before in _IS and (scene.word(at - 2) == "table" or _offers(scene, at - 2) or scene.word(1) == OFFER):
        return Term(before, OFFER)
    return Term(before, OFFER) if _offers(scene, at - 1) and (at < first or scene.word(last) in _BEHIND) else None


def _raised(scene: Scene, first: int) -> int:
    """Where the words for a share begin: "a rise of 6.5 percent", "a pay rise of"."""
    if scene.word(first - 1) != "of" or scene.word(first - 2) not in _RISES:
        return first
    at = first - 2
    while scene.word(at - 1) in _OF_PAY:
        at -= 1
    whom = at
    while whom > at - 3 and scene.is_word(whom - 1) and not _offers(scene, whom - 1):
        whom -= 1
    return whom if _offers(scene, whom - 1) else at  # "offered its pilots a rise of"


def _offers(scene: Scene, at: int) -> bool:
    known = verb(scene.word(at)) if at >= 0 else None
    return known is not None and known.lemma in _VERBS
