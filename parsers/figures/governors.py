"""Governors: the action a counted figure belongs to.

The order is measured: a toll phrase first ("toll rises to N"), then a verb right before ("kills N"), then the
participle after the noun phrase ("N people killed"), then back to the verb, then what coordination hands on.
"""

from collections.abc import Collection

from claims.term import Term
from parsers.figures import presence
from parsers.figures.counted import CountedNouns, implied, number_of
from parsers.figures.fates import BETWEEN, TAKES_PART, WHEREABOUTS, behind, of_thing, shared
from parsers.figures.scene import CLAUSE_ENDS, Scene
from parsers.figures.subjects import across, related, standing
from parsers.lexicon import table, words
from parsers.text.nouns import singular
from parsers.text.verbs import Form, verb

_LISTS = table("figures")
_TOLL = words(_LISTS["toll"])
_TOLL_VERBS = words(_LISTS["toll_verbs"])
_TOLD_BY = _TOLL_VERBS | _TOLL
_OBJECT_GAP = words(_LISTS["object_gap"])
_CONJUNCTIONS = words(_LISTS["conjunctions"])
_HANDS_ON = words(_LISTS["hands_on"])
# "took 12 people into custody": the words behind the object that belong to the verb.
_PARTICLES = 4
# "the number of people killed": what befell them stands so many words behind "of" at most.
_NUMBERED = 6
_SAY_LITTLE = words(_LISTS["say_little"])
_AFFECTS = words(_LISTS["affects"])
_MODALS = words(_LISTS["modals"])
_COUNTING = words(_LISTS["counting"])
_BODIES = frozenset(("body", "bodies", "corpse", "corpses", "remains"))
_CAUSATIVES = frozenset(("cause", "lead", "compel", "enable", "require"))
_ABLE = frozenset(("to", "can", "could"))


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
        _exchanged(scene, first, previous)
        or _asked(scene, first)
        or _within(scene, phrase, nouns)
        or _toll(scene, first)
        or presence.headed(scene, first, counted)
        or _number_of(scene, first)
        or _made_to(scene, first, phrase)
        or _right_before(scene, first, phrase)
        or behind(scene, phrase)
        or shared(scene, phrase)
        or across(scene, first, phrase)
        or related(scene, first, phrase)
        or _before(scene, first)
        or _by(scene, first)
        or _handed_on(scene, first, previous)
        or presence.doing(scene, first, phrase, counted)
        or _later(scene, phrase)
        or presence.being(scene, first, phrase, counted)
        or standing(scene, phrase)
        or _unclassed(scene, first, phrase)
    )


def _exchanged(scene: Scene, first: int, previous: tuple[int, Term | None]) -> Term | None:
    """ "Will release 24 hostages in exchange for 60 prisoners": those are released, too."""
    told = f"{scene.word(first - 3)} {scene.word(first - 2)} {scene.word(first - 1)}"
    return previous[1] if told in ("in exchange for", "in return for") else None


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


def _made_to(scene: Scene, first: int, phrase: range) -> Term | None:
    """ "Caused hundreds of people to be evacuated": they were evacuated."""
    known = verb(scene.word(first - 1)) if first and scene.word(phrase.stop) == "to" else None
    if known is None or known.lemma not in _CAUSATIVES:
        return None
    return behind(scene, phrase) or _later(scene, phrase)


def _right_before(scene: Scene, first: int, phrase: range) -> Term | None:
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
            behind = scene.tokens[phrase.stop : phrase.stop + _PARTICLES]
            over = (
                scene.word(phrase.stop) == "over" and scene.word(phrase.stop + 1).isalnum()
            )  # "12 jobs over two years"
            apart = None if over else scene.lexicon.phrase_at([told, *behind], 0)
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


def _before(scene: Scene, first: int) -> Term | None:
    """ "killing at least five", "the arrest of over 1,000"."""
    at = first - 1
    while at > first - 6 and at not in scene.actions and scene.word(at) in _OBJECT_GAP:
        at -= 1
    return scene.actions.get(at)


def _by(scene: Scene, first: int) -> Term | None:
    """ "Was attended by 65,000 visitors": those who took part."""
    told = scene.actions.get(first - 2) if scene.word(first - 1) == "by" else None
    return told if told is not None and told.key in TAKES_PART else None


def _handed_on(scene: Scene, first: int, previous: tuple[int, Term | None]) -> Term | None:
    """ "killed three men and two women": the second figure shares the first one's verb."""
    end, action = previous
    between = {scene.word(at) for at in range(end, first)}
    return action if between and between <= _HANDS_ON else None


def _later(scene: Scene, phrase: range) -> Term | None:
    """The first action of the clause after the phrase: "66 people on board are missing"."""
    for at in range(phrase.stop, min(len(scene.tokens), phrase.stop + 10)):
        if scene.word(at) in CLAUSE_ENDS or scene.word(at) in _CONJUNCTIONS:
            return None
        told = of_thing(scene, at, phrase)
        if told is not None:
            return told
        if at in scene.actions:
            return scene.actions[at]
        if at in scene.verbs and scene.word(at) not in BETWEEN:
            return None
    return None


def _unclassed(scene: Scene, first: int, phrase: range) -> Term | None:
    """A verb of no class is an action of its own: "activated 3,000 troops", "eight miners were trapped"."""
    at = first - 1
    while at > first - 4 and scene.word(at) in _OBJECT_GAP:
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
