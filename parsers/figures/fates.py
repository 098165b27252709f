"""Fates: what the words behind a counted noun tell of it: "47 dead", "two rockets were fired", "12 joined a strike"."""

from claims.term import Term
from parsers.actions.forms import Action
from parsers.figures.scene import CLAUSE_ENDS, Scene
from parsers.lexicon import table, words
from parsers.text.nouns import singular
from parsers.text.verbs import verb
from parsers.text.words import STOP

_LISTS = table("figures")
BETWEEN = words(_LISTS["between"])
WHEREABOUTS = words(_LISTS["whereabouts"])
_OBJECTS = words(_LISTS["objects"])
_CONJUNCTIONS = words(_LISTS["conjunctions"])
TAKES_PART = words(_LISTS["takes_part"])
_IS = frozenset(("is", "are", "was", "were", "been", "being", "'re"))
# Those to whom one of these happened may since have met with one of the others.
_TAKEN = frozenset(("abduct", "trap", "arrest", "detain", "missing"))
_FREED = frozenset(("release", "rescue", "find", "charge", "kill", "deport", "return", "convict"))
_APART = 12  # words between the two
_LISTED = 6  # words of the second of two that are counted
_THEIR = frozenset(("their", "his", "her"))


def behind(scene: Scene, phrase: range) -> Term | None:
    """ "47 dead", "38 feared dead", "two people were wounded"; "two men shot a guard" is what they did."""
    at = end = phrase.stop
    while at < end + 6 and at not in scene.actions and scene.word(at) in BETWEEN:
        at += 1
    told = of_thing(scene, at, phrase)
    if told is not None:
        return told
    action = scene.actions.get(at)
    if at > end and scene.word(at - 1) == "," and at in scene.verbs and _acts_on(scene, at):
        return None  # "the fires, which burned in three valleys, killed five"
    # A gerund tells what they do themselves: "killed 40 people seeking shelter".
    if action is None or (scene.word(at).endswith("ing") and scene.word(at) != "missing"):
        return None
    active = at == end and at in scene.verbs and _acts_on(scene, at)
    return _doing(scene, at, action) if active else _befell(scene, at, action)


def _acts_on(scene: Scene, at: int) -> bool:
    """Whether an object follows a verb: "shot a guard", "killed five"."""
    return scene.is_number(at + 1) or scene.is_counted(at + 1) or scene.word(at + 1) in _OBJECTS


def shared(scene: Scene, phrase: range) -> Term | None:
    """ "Thirty-four prisoners and seven guards were wounded": what befell the last befell the first."""
    at = phrase.stop
    if not phrase or scene.word(at) != "and" or not scene.is_counted(at + 1):
        return None
    end = at + 2
    while end < at + _LISTED and scene.is_word(end) and end not in scene.verbs and scene.word(end) not in BETWEEN:
        end += 1
    return behind(scene, range(at + 2, end))


def later(scene: Scene, phrase: range) -> Term | None:
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


def of_thing(scene: Scene, at: int, phrase: range) -> Term | None:
    """What a verb behind the noun tells of that noun: "two rockets were fired", "65 houses lost", "homes are gone"."""
    known = verb(scene.word(at)) if at in scene.verbs and phrase else None
    if known is None or not (at > phrase.stop or scene.word(at + 1) in STOP or not scene.is_word(at + 1)):
        return None
    noun, told = singular(scene.word(phrase.stop - 1)), scene.word(at)
    passive = scene.word(at - 1) in _IS
    action = scene.lexicon.of_object(known.lemma, noun)
    if action is None and (passive or known.lemma != "go"):
        action = scene.lexicon.of_object(told, noun)
    if action is None and not passive:
        action = scene.lexicon.of_subject(known.lemma, noun)  # "400 pilots struck on Tuesday"
    return action.term(scene.tokens[at].text) if action else None


def of_noun(scene: Scene, action: Term, phrase: range) -> Action | None:
    """The class that the verb of an action takes from those counted: "the number of jobs to be lost at 400"."""
    known = verb(action.text.lower()) if phrase else None
    return scene.lexicon.of_object(known.lemma, singular(scene.word(phrase.stop - 1))) if known else None


def _befell(scene: Scene, at: int, action: Term) -> Term:
    """What befell those of whom first only the whereabouts are told: "66 people on board are missing"."""
    if action.key in _TAKEN:
        return _in_the_end(scene, at) or action
    if action.key not in WHEREABOUTS:
        return action
    end = at
    while scene.actions.get(end) and scene.actions[end].key == action.key:
        end += 1
    then = end
    while then < end + 4 and then not in scene.actions and scene.word(then) in BETWEEN - {","}:
        then += 1
    return scene.actions.get(then, action) if then > end else action


def _in_the_end(scene: Scene, at: int) -> Term | None:
    """ "Thirty-six of the pupils kidnapped from the school were freed": they were freed."""
    for then in range(at + 2, min(at + _APART, len(scene.tokens))):
        if scene.word(then) in CLAUSE_ENDS:
            return None
        told = scene.actions.get(then)
        if told is not None and told.key in _FREED and scene.word(then - 1) in _IS:
            return told
    return None


def _doing(scene: Scene, at: int, action: Term) -> Term:
    """The action of those who do it: three gunmen who shot are not three who were shot.

    Whoever joined a strike is counted by it, and who "lost their jobs" suffered it.
    """
    held = scene.actions.get(at + 1)
    suffers = held is not None and held.key == action.key and scene.word(at + 1) in _THEIR
    if suffers or action.key in TAKES_PART:
        return action
    return Term(action.text, f"{action.key}-by", action.family)
