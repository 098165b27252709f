"""Governors: the action a counted figure belongs to.

The order is measured: a toll phrase first ("toll rises to N"), then a verb right before ("kills N"), then the
participle after the noun phrase ("N people killed"), then back to the verb, then what coordination hands on.
"""

from collections.abc import Collection

from claims.term import Term
from parsers.figures import presence
from parsers.figures.acted_on import OBJECT_GAP, before, by, made_to, right_before
from parsers.figures.counted import implied
from parsers.figures.fates import BETWEEN, behind, later, shared
from parsers.figures.leads import asked, exchanged, numbered, toll
from parsers.figures.scene import Scene
from parsers.figures.subjects import across, related, standing
from parsers.lexicon import table, words
from parsers.text.counted_nouns import CountedNouns
from parsers.text.verbs import Form, verb

_LISTS = table("figures")
_HANDS_ON = words(_LISTS["hands_on"])
_SAY_LITTLE = words(_LISTS["say_little"])
_AFFECTS = words(_LISTS["affects"])
_GIVES = words(_LISTS["gives"])
_JOINS = words(_LISTS["elsewise"])
# Words from one figure to the other at most.
_ELSEWISE = 10
_MODALS = words(_LISTS["modals"])


def governor(
    scene: Scene,
    first: int,
    phrase: range,
    previous: tuple[int, Term | None],
    nouns: CountedNouns,
    counted: Term | None,
) -> Term | None:
    """The action that the figure at token ``first`` belongs to; ``phrase`` is its noun phrase.

    ``previous`` is where the last figure's phrase ended and its action, for "killed 3 men and 2 women".
    """
    return (
        exchanged(scene, first, previous)
        or asked(scene, first)
        or _within(scene, phrase, nouns)
        or toll(scene, first)
        or presence.headed(scene, first, counted)
        or numbered(scene, first)
        or made_to(scene, first, phrase)
        or right_before(scene, first, phrase)
        or behind(scene, phrase)
        or shared(scene, phrase)
        or across(scene, first, phrase)
        or related(scene, first, phrase)
        or before(scene, first)
        or by(scene, first)
        or _handed_on(scene, first, previous)
        or presence.doing(scene, first, phrase, counted)
        or later(scene, phrase)
        or presence.being(scene, first, phrase, counted)
        or standing(scene, phrase)
        or _given_elsewise(scene, first, previous, counted)
        or _unclassed(scene, first, phrase)
    )


def _within(scene: Scene, phrase: range, nouns: CountedNouns) -> Term | None:
    """ "33 missing crew members", "9 hurt", "41 bodies"; "12 murder suspects" and "23 protesters" tell nothing."""
    for at in phrase:
        names = at == phrase.stop - 1 and not nouns.known(scene.word(at))
        if at in scene.actions and (at in scene.verbs or names or implied(scene.word(at))):
            return scene.actions[at]
    told = implied(scene.word(phrase.stop - 1)) if phrase else None
    return Term(scene.tokens[phrase.stop - 1].text, told, told) if told else None


def _handed_on(scene: Scene, first: int, previous: tuple[int, Term | None]) -> Term | None:
    """ "killed three men and two women": the second figure shares the first one's verb."""
    end, action = previous
    between = {scene.word(at) for at in range(end, first)}
    return action if between and between <= _HANDS_ON else None


def _given_elsewise(scene: Scene, first: int, previous: tuple[int, Term | None], counted: Term | None) -> Term | None:
    """ "12 people died; the opposition speaks of 40": of what the figure before it is."""
    end, action = previous
    if action is None or counted is not None or first - end > _ELSEWISE:
        return None
    joint = next((at for at in range(first - 1, end - 1, -1) if scene.word(at) in _JOINS), None)
    told = joint is not None and any(scene.lemma(at) in _GIVES for at in range(max(joint, first - 4), first))
    return action if told else None


def _unclassed(scene: Scene, first: int, phrase: range) -> Term | None:
    """A verb of no class is an action of its own: "activated 3,000 troops", "eight miners were trapped"."""
    at = first - 1
    while at > first - 4 and scene.word(at) in OBJECT_GAP:
        at -= 1
    known = verb(scene.word(at)) if at in scene.verbs else None
    if known is not None and known.lemma in _AFFECTS:
        return Term(scene.tokens[at].text, "affect", "affect")
    told = _own(scene, at, Form.PAST | Form.GERUND | Form.THIRD | Form.BASE)
    if told is not None or not phrase:
        return told
    end = phrase.stop
    if scene.word(end) in _MODALS:  # "12,000 troops would leave the border"
        end += 2 if scene.word(end + 1) in BETWEEN else 1
        return _own(scene, end, Form.BASE, _SAY_LITTLE - {"leave"})
    while end < phrase.stop + 4 and scene.word(end) in BETWEEN and scene.word(end) != ",":
        end += 1
    return _own(scene, end, Form.PARTICIPLE) if end > phrase.stop else None


def _own(scene: Scene, at: int, forms: int, idle: Collection[str] = _SAY_LITTLE) -> Term | None:
    known = verb(scene.word(at)) if at in scene.verbs else None
    if known is None or not known.form & forms or known.lemma in idle:
        return None
    return Term(scene.tokens[at].text, known.lemma, known.lemma)
