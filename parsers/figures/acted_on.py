"""Acted on: the verb before a figure, of which it is the object: "kills 8", "cut 4,000 jobs", "attended by 900"."""

from claims.term import Term
from parsers.figures.fates import TAKES_PART, WHEREABOUTS, behind, later
from parsers.figures.scene import Scene
from parsers.lexicon import table, words
from parsers.text.nouns import singular
from parsers.text.verbs import verb

_LISTS = table("figures")
OBJECT_GAP = words(_LISTS["object_gap"])
# "took 12 people into custody": the words behind the object that belong to the verb.
_PARTICLES = 4
_CAUSATIVES = frozenset(("cause", "lead", "compel", "enable", "require"))
_ABLE = frozenset(("to", "can", "could"))


def made_to(scene: Scene, first: int, phrase: range) -> Term | None:
    """ "Caused hundreds of people to be evacuated": they were evacuated."""
    known = verb(scene.word(first - 1)) if first and scene.word(phrase.stop) == "to" else None
    if known is None or known.lemma not in _CAUSATIVES:
        return None
    return behind(scene, phrase) or later(scene, phrase)


def right_before(scene: Scene, first: int, phrase: range) -> Term | None:
    """ "kills 8"; with its object or its particle another action: "cut 4,000 jobs", "laid 300 workers off"."""
    parted = _parted(scene, first, phrase)
    if parted is not None:
        return parted
    known = verb(scene.word(first - 1)) if first else None
    if known is None:
        return None
    if phrase:
        told, thing = scene.tokens[first - 1], scene.tokens[phrase.stop - 1]
        whole = scene.lexicon.phrase_at([told, thing], 0)
        action = whole[0] if whole else scene.lexicon.of_object(known.lemma, singular(thing.lower))
        action = None if action and action.whole else action  # "made 12 offers" counts the offers
        if action is None:
            # "12 jobs over two years"
            over = scene.word(phrase.stop) == "over" and scene.word(phrase.stop + 1).isalnum()
            particles = scene.tokens[phrase.stop : phrase.stop + _PARTICLES]
            apart = None if over else scene.lexicon.phrase_at([told, *particles], 0)
            action = apart[0] if apart else None
        if action is not None and action.key in WHEREABOUTS and scene.word(first - 2) in _ABLE:
            return Term(told.text, "capacity", "capacity")  # "is licensed to carry 150"
        if action is not None:
            return action.term(told.text)
    return scene.actions.get(first - 1)


def _parted(scene: Scene, first: int, phrase: range) -> Term | None:
    """A verb with its particles, by its object: "do away with 2,000 posts", "gave up 12 shops"."""
    noun = singular(scene.word(phrase.stop - 1)) if phrase else ""
    for particles in range(1, 3) if noun else ():
        known = verb(scene.word(first - particles - 1))
        rest = " ".join(scene.word(at) for at in range(first - particles, first))
        action = scene.lexicon.of_object(f"{known.lemma} {rest}", noun) if known else None
        if action is not None and not action.whole:
            return action.term(scene.tokens[first - particles - 1].text)
    return None


def before(scene: Scene, first: int) -> Term | None:
    """ "killing at least five", "the arrest of over 1,000"."""
    at = first - 1
    while at > first - 6 and at not in scene.actions and scene.word(at) in OBJECT_GAP:
        at -= 1
    return scene.actions.get(at)


def by(scene: Scene, first: int) -> Term | None:
    """ "Was attended by 65,000 visitors": those who took part."""
    told = scene.actions.get(first - 2) if scene.word(first - 1) == "by" else None
    return told if told is not None and told.key in TAKES_PART else None
