"""Subjects: what befell those counted where more stands between them and their verb.

"Nine men, including three soldiers, were killed", "some 300 houses and barns were damaged".
"""

from collections.abc import Callable

from claims.term import Term
from parsers.figures.fates import behind
from parsers.figures.scene import CLAUSE_ENDS, Scene
from parsers.lexicon import table, words
from parsers.text.verbs import Form, verb
from parsers.text.words import STOP

_LISTS = table("figures")
_OPENED_BY = words(_LISTS["aside"])
_CLAUSE_STARTS = words(_LISTS["clause_starts"])
_BEFORE_SUBJECT = words(_LISTS["before_subject"])
_AUXILIARIES = words(_LISTS["auxiliaries"])
_GROUPED = frozenset(("of", "from", "in", "at", "on"))
_WHOLE = frozenset(("the", "all", "these", "those"))
_TALLIES = frozenset(("number", "list", "total", "count", "tally"))
_TELLERS = frozenset(("it", "he", "she", "they"))
_SAYS = frozenset(("says", "said", "say"))
_KEEPS = frozenset("is are was were remain remains remained stay stays stayed still also now been have had".split())
_MARKS = {",": ",", "(": ")", "—": "—", "–": "–"}
# Words of what is told of them: of a group, of an aside, and of what is coordinated.
_GROUP = 6
_ASIDE = 24
_JOINED = 5


def across(scene: Scene, first: int, phrase: range) -> Term | None:
    """The action behind an aside, or behind a second noun, where a clause is about those counted."""
    if not _is_subject(scene, first):
        return None
    at = phrase.stop
    if scene.word(at) in _GROUPED or (not phrase and scene.word(at - 1) in _GROUPED):
        at = _past_group(scene, at)
    if scene.word(at) in _MARKS:
        end = _past_aside(scene, at)
    else:
        end = at if at > phrase.stop and scene.word(at) in _AUXILIARIES else _past_joined(scene, at)
    return behind(scene, range(end, end)) if end else None


def related(scene: Scene, first: int, phrase: range) -> Term | None:
    """ "The six officers who were shot" are all of them; "six officers who were shot" may be some."""
    if not phrase or scene.word(phrase.stop) not in ("who", "that", "which"):
        return None
    counts = (scene.word(at) for start in (first, phrase.start) for at in (start - 2, start - 1))
    if scene.word(first - 1) not in _WHOLE and ("of" not in (told := set(counts)) or told.isdisjoint(_TALLIES)):
        return None
    end = phrase.stop + 1
    if scene.word(end) in _TELLERS and scene.word(end + 1) in _SAYS:
        end += 2  # "which it says were burned"
    return behind(scene, range(end, end)) if scene.word(end) in _AUXILIARIES else None


def standing(scene: Scene, phrase: range) -> Term | None:
    """ "Two suspects remain at large": a state that lasts, in words that no verb has."""
    at = phrase.stop
    while at < phrase.stop + _JOINED and scene.word(at) in _KEEPS:
        at += 1
    found = scene.lexicon.standing_at(scene.tokens, at) if at > phrase.stop else None
    return found[0].term(scene.tokens[at].text) if found and found[1] > 1 else None


def _is_subject(scene: Scene, first: int) -> bool:
    """Whether a clause begins with the figure: at the start, behind a mark, a conjunction or a time."""
    at = first - 1
    while scene.word(at) in _BEFORE_SUBJECT:
        at -= 1
    if at < 0 or scene.word(at) in CLAUSE_ENDS or scene.word(at) in _CLAUSE_STARTS:
        return True
    start = scene.tokens[at].start
    return any(moment.span.start <= start < moment.span.end for moment in scene.moments)


def _past_group(scene: Scene, at: int) -> int:
    """Past "of an extended family", "from the village"."""
    return _run(scene, at + 1, _GROUP, lambda on: _of_group(scene, on))


def _of_group(scene: Scene, at: int) -> bool:
    if not scene.is_word(at) or scene.word(at) in _AUXILIARIES:
        return False
    if scene.word(at) == "and":
        return scene.word(at - 1) in _GROUPED  # "in and around the city"
    return at not in scene.verbs or scene.word(at - 1) in _BEFORE_SUBJECT


def _past_aside(scene: Scene, at: int) -> int | None:
    """Past ", including three soldiers,": to the verb behind its end."""
    if not (scene.word(at + 1) in _OPENED_BY or scene.is_counted(at + 1)):
        return None
    close = _MARKS[scene.word(at)]
    for end in range(at + 2, min(at + _ASIDE, len(scene.tokens))):
        if scene.word(end) == close and _verbal(scene, end + 1):
            return end + 1
        if scene.word(end) in CLAUSE_ENDS and scene.word(end) not in (close, ","):
            return None
    return None


def _past_joined(scene: Scene, at: int) -> int | None:
    """Past "and barns": to the verb behind."""
    if scene.word(at) != "and" or scene.is_counted(at + 1):
        return None
    end = _run(scene, at + 1, _JOINED, lambda on: _noun_like(scene, on))
    return end if end > at + 1 and _verbal(scene, end) else None


def _noun_like(scene: Scene, at: int) -> bool:
    plain = scene.is_word(at) and at not in scene.verbs and scene.word(at) not in _AUXILIARIES
    return plain and (scene.word(at) not in STOP or scene.word(at) in _BEFORE_SUBJECT)


def _verbal(scene: Scene, at: int) -> bool:
    known = verb(scene.word(at)) if at in scene.verbs else None
    return scene.word(at) in _AUXILIARIES or (known is not None and bool(known.form & Form.PAST))


def _run(scene: Scene, at: int, most: int, goes_on: Callable[[int], bool]) -> int:
    end = at
    while end < min(at + most, len(scene.tokens)) and goes_on(end):
        end += 1
    return end
