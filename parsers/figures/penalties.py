"""Penalties: years in prison and fines, which reports tell as faced, carried, given or paid: one measure each."""

from claims.quantity import Quantity
from claims.term import Term
from parsers.figures.scene import CLAUSE_ENDS, Scene
from parsers.lexicon import table, words

_LISTS = table("figures")["penalties"]
_PRISON = words(_LISTS["prison"])
_SENTENCES = words(_LISTS["sentences"])
_CARRIES = words(_LISTS["carries"])
_CRIMES = words(_LISTS["crimes"])
_SPENT = words(_LISTS["spent"])
_AHEAD = words(_LISTS["ahead"])
_GUILTY = words(_LISTS["guilty"])
_FINES = words(_LISTS["fines"])
_SENT = words(_LISTS["sent"])
_THAT = frozenset(("that", "this", "so"))
_IS = frozenset(("is", "was", ":", "totals", "totalled", "totaled"))
_BREAKS = CLAUSE_ENDS | {"-"}
_WISHED = words(_LISTS["wished"])
# "Three years: that is how long he must go behind bars."
_FRAGMENT = 16
_NAMED = frozenset(("sentence", "imprisonment"))
_GIVEN = frozenset(("sentence", "term"))


def penalty(scene: Scene, quantity: Quantity, first: int, last: int) -> tuple[Term | None, Term] | None:
    """What a penalty is told in (one thing for all prison terms, one for all fines) and its action, else None."""
    dimension = quantity.unit.dimension if quantity.unit else ""
    if dimension == "time":
        told = _prison_term(scene, first, last)
        return None if told is None else _terms(scene, told, "prison", "sentence")
    told = _fine(scene, first, last) if dimension.startswith("money") else None
    return None if told is None else _terms(scene, told, "fine", "fine")


def _terms(scene: Scene, at: int, thing: str, action: str) -> tuple[Term | None, Term]:
    text, verbal = scene.tokens[at].text, at in scene.verbs or scene.lemma(at) in _CARRIES
    return None if verbal else Term(text, thing), Term(text, action, action)


def _prison_term(scene: Scene, first: int, last: int) -> int | None:
    """The word that makes a stretch of time a prison term: "faces up to 20 years in prison", "jailed for 15 years".

    Not so in "spent 20 years in prison": a term that was served may be another than the one given.
    """
    before = scene.clause_before(first)
    behind = next((at for at in range(last, last + 3) if scene.word(at) in _PRISON), None)
    given = next((at for at in before if scene.lemma(at) in _SENTENCES and at in scene.verbs), None)
    carried = next((at for at in before if scene.lemma(at) in _CARRIES), None)
    sent = _sent_for(scene, first, last) or _said_first(scene, first, last)
    if sent is not None:
        return sent
    if behind is not None and not _GIVEN.isdisjoint((scene.word(behind), scene.word(behind + 1))):
        return behind  # "a six-year jail term"
    served = next((at for at in before if scene.lemma(at) in _SPENT), None)
    if served is not None:
        return behind if scene.word(served - 1) in _AHEAD else None
    if given is not None:
        return given if behind is not None or scene.word(first - 1) in ("to", "for") else None
    if scene.word(first - 1) == "of" and before[1:] and scene.word(before[1]) in _GIVEN | {"imprisonment"}:
        return before[1] if carried is not None or scene.word(before[1]) != "term" else None
    if carried is None or behind is not None:
        return behind if carried is not None else None
    crime = scene.lemma(carried) == "carry" and any(scene.word(at) in _CRIMES for at in before)
    return carried if crime or any(scene.word(at) in _GUILTY for at in range(last, last + 4)) else None


def _sent_for(scene: Scene, first: int, last: int) -> int | None:
    """ "Must go to prison for six years", "was sent behind bars for nine", "the sentence is four years"."""
    at = first - 2
    if scene.word(at) in _NAMED and scene.word(first - 1) in _IS:
        return None if scene.word(last) == "for" else at  # "for her brother", "for perjury"
    if scene.word(first - 1) != "for" or scene.word(at) not in _PRISON - _NAMED:
        return None
    return at if any(scene.lemma(on) in _SENT for on in range(at - 2, at - 5, -1)) else None


def _said_first(scene: Scene, first: int, last: int) -> int | None:
    """ "Three years and two months: that is how long he must go behind bars"."""
    if first > 2 or scene.word(last) not in _BREAKS or scene.word(last + 1) not in _THAT:
        return None
    told = next((at for at in range(last + 2, last + _FRAGMENT) if scene.word(at) in _PRISON), last)
    return told if told > last and _WISHED.isdisjoint(scene.word(at) for at in range(last, told)) else None


def _fine(scene: Scene, first: int, last: int) -> int | None:
    """The word that makes a sum a fine: "fined $2 million", "a fine of up to $2 million", "$2 million in fines"."""
    beside = [last] + [last + 1] * (scene.word(last) == "in") + [first - 2] * (scene.word(first - 1) == "of")
    named = next((at for at in beside if scene.word(at) in _FINES), None)
    if named is not None:
        return named
    nearest = next((at for at in scene.clause_before(first) if at in scene.verbs), None)
    return nearest if nearest is not None and scene.lemma(nearest) == "fine" else None
