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
OFFER = "offer"


def offered(scene: Scene, first: int, last: int, thing: Term | None) -> Term | None:
    """ "Has offered 5.2 percent", "what it has put on the table is 2.8 percent", "the first offer was 2 percent"."""
    if thing is not None and thing.key == OFFER:
        at = next((on for on in scene.clause_before(first) if scene.word(on) == OFFER), first)
        return Term(scene.text(at - 1, at + 1), OFFER) if scene.word(at - 1) in _NOT_THE_LAST else thing
    before = scene.word(first - 1)
    if before in _IS and (scene.word(first - 2) == "table" or _offers(scene, first - 2)):
        return Term(before, OFFER)
    return Term(before, OFFER) if _offers(scene, first - 1) and scene.word(last) in _BEHIND else None


def _offers(scene: Scene, at: int) -> bool:
    known = verb(scene.word(at)) if at >= 0 else None
    return known is not None and known.lemma in _VERBS
