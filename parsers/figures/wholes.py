"""Wholes: "five of the seven crew were killed" kills five; seven is how many there were.

"Three of the 12 miners killed in the blast were from Orle" is of 12 killed, and three are a part of them.
"""

from collections.abc import Sequence
from dataclasses import replace

from claims.claim import Part
from claims.term import Term
from parsers.figures import ballots, presence
from parsers.figures.acted_on import right_before
from parsers.figures.fates import behind
from parsers.figures.scene import CLAUSE_ENDS, Scene
from parsers.figures.told import Counted, Told
from parsers.lexicon import table, words
from parsers.text.verbs import Form, verb

_AUXILIARIES = words(table("figures")["auxiliaries"])
_DETERMINERS = frozenset("the its their his her our these those all".split())
_SOME = frozenset(
    """none most half some many several few part parts majority minority rest remainder bulk handful number more fewer
    any either neither hundreds dozens scores thousands""".split()
)
_EDGES = CLAUSE_ENDS | {"and", "or", "but", "while"}
# What people do themselves: "three of the 40 survived".
_DO = frozenset("survived died escaped fled drowned perished left returned recovered resigned walked voted".split())
# What is measured and may be had in parts: "400 of the park's 4,000 hectares".
_SHARED_OUT = frozenset(("area", "length", "mass", "volume"))
# Words between the two at most.
_BETWEEN = 4
# So far behind the whole its verb is looked for.
_CLAUSE = 14
# ... and so far before some the verb that they suffer.
_GAP = 4


def told_apart(scene: Scene, counted: Sequence[Counted]) -> list[Counted]:
    """The figures of a sentence; where one is some of the next, each has what is told of it."""
    found = list(counted)
    for at, one in enumerate(found):
        if at and _is_of(scene, found[at - 1], one):
            found[at - 1], found[at] = _apart(scene, found[at - 1], one)
        elif one.quantity.unit is None and _is_of_some(scene, one, found[at - 1] if at else None):
            found[at] = _there(one, _known(scene, one)[0])
    return found


def _is_of_some(scene: Scene, whole: Counted, before: Counted | None) -> bool:
    """ "Most of the 40", "none of its 12", "half of the 120": whatever is told is not told of all."""
    at = whole.first - 1
    while scene.word(at) in _DETERMINERS:
        at -= 1
    share = before is not None and before.quantity.unit is not None and before.last == at
    return scene.word(at) == "of" and (share or scene.word(at - 1) in _SOME)


def _is_of(scene: Scene, some: Counted, whole: Counted) -> bool:
    """ "Five of the seven", "nine out of 11", "37 of the ship's 40"."""
    measured = whole.quantity.unit is not None and whole.quantity.unit.dimension not in _SHARED_OUT
    if measured or some.quantity.unit is not None or whole.first - some.last > _BETWEEN:
        return False
    between = [scene.word(at) for at in range(some.last, whole.first)]
    behind = between[1:] if between[:1] == ["out"] else between
    return behind[:1] == ["of"] and all(word in _DETERMINERS or word.endswith("'s") for word in behind[1:])


def _apart(scene: Scene, some: Counted, whole: Counted) -> tuple[Counted, Counted]:
    if whole.quantity.unit is not None:  # "burned 400 of the park's 4,000 hectares"
        measured = replace(some.quantity, unit=whole.quantity.unit)
        return Counted(measured, some.first, some.last, whole.told, None), _there(whole, None)
    own_noun = some.told.counted if some.told.counted and not some.told.counted.text.endswith("'s") else None
    noun, end = own_noun or whole.told.counted, whole.told.end
    total = some.part if some.part is Part.TOTAL else None
    if scene.word(some.first - 1) == "but":  # "all but three of the 40 were rescued"
        return some.of(Told(noun, None, some.told.end), Part.PART), _there(whole, None)
    if any(at in scene.verbs and at in scene.actions for at in range(some.first - _GAP, some.first)):
        done = right_before(scene, some.first, range(whole.last, whole.told.end)) or some.told.action
        rest = whole if whole.told.action else _there(whole, None)
        return some.of(Told(noun, done, some.told.end), total), rest  # "arrested 14 of the 19 hijackers"
    known, at = _known(scene, whole)
    done, own = behind(scene, range(at, at)) if at else None, whole.told.action
    there = known or (own if own is not None and own.key in presence.KEYS else None)
    if done is None and there is not None:  # "three of the 12 killed were children", "of the 12 on board"
        return some.of(Told(noun, there, some.told.end), Part.PART), _there(whole, there)
    if own is not None and own.key in ballots.SIDES:  # deputies and votes are one count
        done, noun = own, Term(noun.text, "ticket", "thing") if noun else None
    done = done or own
    return (some.of(Told(noun, done, end), total), _there(whole, there)) if done else (some, whole)


def _there(whole: Counted, known: Term | None) -> Counted:
    """All of them, with what had befallen them; else no more than that there were so many."""
    return whole.of(whole.told._replace(action=known), whole.part if known else Part.WHOLE)


def _known(scene: Scene, whole: Counted) -> tuple[Term | None, int]:
    """What had befallen all of them, "the 12 killed", "the seven people arrested"; and where the verb of some is."""
    end = whole.told.end
    clause = range(end, min(end + _CLAUSE, len(scene.tokens)))
    edge = next((at for at in clause if scene.word(at) in _EDGES), clause.stop)
    verbs = [at for at in range(end, edge) if scene.word(at) in _AUXILIARIES or _finite(scene, at)]
    inside = next((scene.actions[at] for at in range(whole.last, end) if at in scene.actions), None)
    if inside is not None or not _participle(scene, end):
        return inside, verbs[0] if verbs else 0
    later = next((at for at in verbs if at > end), 0)
    named = whole.told.counted is None and scene.word(end) not in _DO  # "the 40 injured remain in hospital"
    if later or named:
        return scene.actions[end], later
    return None, end


def _participle(scene: Scene, at: int) -> bool:
    """Whether an action stands right behind the noun as what was done to it: "arrested", "shot dead"."""
    known = verb(scene.word(at)) if at in scene.actions and at in scene.verbs else None
    return known is not None and bool(known.form & Form.PARTICIPLE)


def _finite(scene: Scene, at: int) -> bool:
    known = verb(scene.word(at)) if at in scene.verbs else None
    return known is not None and bool(known.form & Form.PAST)
