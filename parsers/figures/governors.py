"""Governors: the action a counted figure belongs to.

The order is measured: a toll phrase first ("toll rises to N"), then a verb right before ("kills N"), then the
participle after the noun phrase ("N people killed"), then back to the verb, then what coordination hands on.
"""

from claims.term import Term
from parsers.figures.counted import CountedNouns, implied, number_of
from parsers.figures.scene import CLAUSE_ENDS, Scene
from parsers.lexicon import table, words
from parsers.text.verbs import Form, verb
from parsers.text.words import base

_LISTS = table("figures")
_TOLL = words(_LISTS["toll"])
_TOLL_VERBS = words(_LISTS["toll_verbs"])
_TOLD_BY = _TOLL_VERBS | _TOLL
_BETWEEN = words(_LISTS["between"])
_OBJECTS = words(_LISTS["objects"])
_OBJECT_GAP = words(_LISTS["object_gap"])
_CONJUNCTIONS = words(_LISTS["conjunctions"])
_HANDS_ON = words(_LISTS["hands_on"])
# "took 12 people into custody": the words behind the object that belong to the verb.
_PARTICLES = 4
# "the number of people killed": what befell them stands so many words behind "of" at most.
_NUMBERED = 6
_SAY_LITTLE = words(_LISTS["say_little"])
_WHEREABOUTS = words(_LISTS["whereabouts"])
_ABLE = frozenset(("to", "can", "could"))


def governor(
    scene: Scene, first: int, phrase: range, previous: tuple[int, Term | None], nouns: CountedNouns
) -> Term | None:
    """The action that the figure at token ``first`` belongs to; ``phrase`` is its noun phrase.

    ``previous`` is where the last figure's phrase ended and its action, for "killed 3 men and 2 women".
    """
    return (
        _asked(scene, first)
        or _within(scene, phrase, nouns)
        or _toll(scene, first)
        or _number_of(scene, first)
        or _right_before(scene, first, phrase)
        or _after(scene, phrase.stop)
        or _before(scene, first)
        or _handed_on(scene, first, previous)
        or _later(scene, phrase.stop)
        or _unclassed(scene, first, phrase)
    )


def _asked(scene: Scene, first: int) -> Term | None:
    """A request that governs through nouns and infinitives: "asked the Pentagon to allow 20,000 troops"."""
    for at in range(first - 1, max(-1, first - 12), -1):
        if scene.word(at) in CLAUSE_ENDS or scene.word(at) in _CONJUNCTIONS:
            return None
        action = scene.actions.get(at)
        if action is not None and action.key == "request":
            return action
    return None


def _within(scene: Scene, phrase: range, nouns: CountedNouns) -> Term | None:
    """ "33 missing crew members", "9 hurt", "41 bodies"; "12 murder suspects" and "23 protesters" tell nothing."""
    for at in phrase:
        names = at == phrase.stop - 1 and not nouns.known(scene.word(at))
        if at in scene.actions and (at in scene.verbs or names or implied(scene.word(at))):
            return scene.actions[at]
    told = implied(scene.word(phrase.stop - 1)) if phrase else None
    return Term(scene.tokens[phrase.stop - 1].text, told, told) if told else None


def _toll(scene: Scene, first: int) -> Term | None:
    """ "death toll from the collapse rises to 42", "collapse deaths top 620", "put the toll at 40"."""
    if not (scene.word(first - 1) in _TOLD_BY or scene.word(first) in _TOLL_VERBS):
        return None
    for at in range(first - 1, max(-1, first - 14), -1):
        if scene.word(at) in (";", ".") or scene.is_number(at):
            return None
        if scene.word(at) in _TOLL:
            return scene.actions.get(at)
    return None


def _number_of(scene: Scene, first: int) -> Term | None:
    """ "The number of people killed when a ferry sank climbed to 28": they were killed, and did not climb."""
    start = number_of(scene, first)
    if start is None:
        return None
    for at in range(start, min(start + _NUMBERED, first)):
        if scene.word(at) in CLAUSE_ENDS or scene.word(at) in _CONJUNCTIONS:
            return None
        if at in scene.actions and (at in scene.verbs or implied(scene.word(at))):
            return scene.actions[at]
    return None


def _right_before(scene: Scene, first: int, phrase: range) -> Term | None:
    """ "kills 8"; with its object or its particle another action: "cut 4,000 jobs", "laid 300 workers off"."""
    known = verb(scene.word(first - 1)) if first else None
    if known is None:
        return None
    if phrase:
        told, thing = scene.tokens[first - 1], scene.tokens[phrase.stop - 1]
        whole = scene.lexicon.phrase_at([told, thing], 0)
        action = whole[0] if whole else scene.lexicon.of_object(known.lemma, base(thing.lower))
        if action is None:
            behind = scene.tokens[phrase.stop : phrase.stop + _PARTICLES]
            over = (
                scene.word(phrase.stop) == "over" and scene.word(phrase.stop + 1).isalnum()
            )  # "12 jobs over two years"
            apart = None if over else scene.lexicon.phrase_at([told, *behind], 0)
            action = apart[0] if apart else None
        if action is not None and action.key in _WHEREABOUTS and scene.word(first - 2) in _ABLE:
            return Term(told.text, "capacity", "capacity")  # "is licensed to carry 150"
        if action is not None:
            return action.term(told.text)
    return scene.actions.get(first - 1)


def _after(scene: Scene, end: int) -> Term | None:
    """ "47 dead", "38 feared dead", "two people were wounded"; "two men shot a guard" is what they did."""
    at = end
    while at < end + 6 and at not in scene.actions and scene.word(at) in _BETWEEN:
        at += 1
    action = scene.actions.get(at)
    # A gerund tells what they do themselves: "killed 40 people seeking shelter".
    if action is None or (scene.word(at).endswith("ing") and scene.word(at) != "missing"):
        return None
    active = at == end and at in scene.verbs and (scene.is_number(at + 1) or scene.word(at + 1) in _OBJECTS)
    return _doing(action) if active else _befell(scene, at, action)


def _befell(scene: Scene, at: int, action: Term) -> Term:
    """What befell those of whom first only the whereabouts are told: "66 people on board are missing"."""
    if action.key not in _WHEREABOUTS:
        return action
    end = at
    while scene.actions.get(end) and scene.actions[end].key == action.key:
        end += 1
    then = end
    while then < end + 4 and then not in scene.actions and scene.word(then) in _BETWEEN - {","}:
        then += 1
    return scene.actions.get(then, action) if then > end else action


def _doing(action: Term) -> Term:
    """The action of those who do it: three gunmen who shot are not three who were shot."""
    return Term(action.text, f"{action.key}-by", action.family)


def _before(scene: Scene, first: int) -> Term | None:
    """ "killing at least five", "the arrest of over 1,000"."""
    at = first - 1
    while at > first - 6 and at not in scene.actions and scene.word(at) in _OBJECT_GAP:
        at -= 1
    return scene.actions.get(at)


def _handed_on(scene: Scene, first: int, previous: tuple[int, Term | None]) -> Term | None:
    """ "killed three men and two women": the second figure shares the first one's verb."""
    end, action = previous
    between = {scene.word(at) for at in range(end, first)}
    return action if between and between <= _HANDS_ON else None


def _later(scene: Scene, end: int) -> Term | None:
    """The first action of the clause after the phrase: "66 people on board are missing"."""
    for at in range(end, min(len(scene.tokens), end + 10)):
        if scene.word(at) in CLAUSE_ENDS or scene.word(at) in _CONJUNCTIONS:
            return None
        if at in scene.actions:
            return scene.actions[at]
        if at in scene.verbs and scene.word(at) not in _BETWEEN:
            return None
    return None


def _unclassed(scene: Scene, first: int, phrase: range) -> Term | None:
    """A verb of no class is an action of its own: "activated 3,000 troops", "eight miners were trapped"."""
    at = first - 1
    while at > first - 4 and scene.word(at) in _OBJECT_GAP:
        at -= 1
    told = _own(scene, at, Form.PAST | Form.GERUND)
    if told is not None or not phrase:
        return told
    end = phrase.stop
    while end < phrase.stop + 4 and scene.word(end) in _BETWEEN:
        end += 1
    return _own(scene, end, Form.PARTICIPLE) if end > phrase.stop else None


def _own(scene: Scene, at: int, forms: int) -> Term | None:
    known = verb(scene.word(at)) if at in scene.verbs else None
    if known is None or not known.form & forms or known.lemma in _SAY_LITTLE:
        return None
    return Term(scene.tokens[at].text, known.lemma, known.lemma)
