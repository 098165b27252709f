"""Ballots: on which side of a vote those counted stand: "88 votes in favour", "61 against", "by 88 votes to 61"."""

from claims.term import Term
from parsers.figures.scene import CLAUSE_ENDS, Scene
from parsers.lexicon import table, words

_LISTS = table("figures")["ballots"]
_CAST = words(_LISTS["cast"])
_TOLD = words(_LISTS["told"])
_YES = words(_LISTS["yes"])
_NO = words(_LISTS["no"])
_ABSTAIN = words(_LISTS["abstain"])
_ELECTORATE = words(_LISTS["electorate"])
_TURNED_OUT = tuple(_LISTS["turned_out"])
_TAKEN_PART = words(_LISTS["taken_part"])
_CHOICES = _YES | _NO | {"for", "against", "to", "as"}
_IS = frozenset(("is", "are", "was", "were"))
_SIDES = frozenset(("for", "against", "in"))
_BEHIND = frozenset(("", ",", ".", ";", "and", "with", ")", "it", "them", "this", "—", "–"))
# Before the electorate: "of all those entitled", not "of women voters".
_ALL_OF = frozenset(("all", "the", "those", "its", "their", "country's", "nation's", "adult", "who", "were", "are"))
# What turnout does of itself; what stands beside it else befell others: "when the polls closed".
_MOVES = frozenset(("rise", "fall", "increase", "decrease"))
# So many words around a figure may tell of a vote.
_NEAR = 20
_FEW = 6
SIDES = FOR, AGAINST, ABSTAIN = "vote-for", "vote-against", "abstain"
TURNOUT = "turnout"
COUNTED = "votes-counted"
_COUNTED_SO_FAR = frozenset(("counted", "tallied", "reporting"))
_HAVE_BEEN = frozenset(("had", "have", "has", "been", "were", "was", "are", "is", "now"))
_OF_WHICH = frozenset("the all its votes vote ballots polling stations station precincts districts results".split())


def side(scene: Scene, first: int, phrase: range) -> Term | None:
    """The side of those whom the figure at token ``first`` counts, where its sentence tells of a vote."""
    if _of_all(scene, first):
        return None
    at = phrase.stop
    at += scene.word(at) in _IS and scene.word(at + 1) in _SIDES
    cast = scene.word(at) in _CAST or scene.word(at - 1) in _CAST
    at += scene.word(at) in _CAST
    word = scene.word(at)
    if word in _ABSTAIN:
        return _side(scene, at, ABSTAIN)
    if not cast and not any(scene.word(n) in _TOLD for n in range(first - _NEAR, at + _NEAR)):
        return None
    if word == "in" and scene.word(at + 1) in _YES:
        return _side(scene, at + 1, FOR)
    alone = scene.word(at + 1) in _BEHIND
    if word == "against" and (cast or alone):
        return _side(scene, at, AGAINST)
    if cast and word in ("for", "yes"):
        return _side(scene, at, FOR)
    if cast and word in _NO:
        return _side(scene, at, AGAINST)
    if word == "for" and scene.word(at - 1) in _IS and scene.word(at + 1) in _BEHIND:
        return _side(scene, at, FOR)
    return _of_two(scene, first, phrase)


def _of_all(scene: Scene, first: int) -> bool:
    """ "Six of the nine members voted for it": the nine are all who could."""
    at = first - 1 - (scene.word(first - 1) in ("the", "its", "their"))
    return scene.word(at) == "of" and any(q.span.end == scene.tokens[at - 1].end for q in scene.quantities)


def turnout(scene: Scene, last: int) -> Term | None:
    """ "54 percent of those entitled went to vote": not so "54 percent of voters voted for it"."""
    if scene.word(last) != "of":
        return None
    told = next((at for at in range(last + 1, last + _FEW) if scene.word(at) in _ELECTORATE), None)
    if told is None or not _ALL_OF.issuperset(scene.word(at) for at in range(last + 1, told)):
        return None
    for at in range(told + 1, told + _FEW):
        if scene.word(at) in CLAUSE_ENDS:
            return None
        if f"{scene.word(at)} {scene.word(at + 1)}".startswith(_TURNED_OUT):
            behind = {scene.word(on) for on in range(at + 1, at + _FEW)}
            return None if behind & _CHOICES else Term(scene.tokens[told].text, TURNOUT)
    return None


def so_far(scene: Scene, first: int, last: int) -> Term | None:
    """ "With 62 percent of the ballots counted", "results from 95 percent of stations": how far the counting is."""
    if scene.word(first - 1) == "from" and scene.word(first - 2) in ("results", "returns"):
        return Term(scene.tokens[first - 2].text, COUNTED, "vote")
    at = last
    if scene.word(at) == "of":
        at += 1
        while at < last + _FEW and scene.word(at) in _OF_WHICH:
            at += 1
    while at < last + _NEAR and scene.word(at) in _HAVE_BEEN:
        at += 1
    return Term(scene.tokens[at].text, COUNTED, "vote") if scene.word(at) in _COUNTED_SO_FAR else None


def of_turnout(thing: Term | None, action: Term | None) -> tuple[Term, Term | None] | None:
    """Turnout, or "voter participation", with no more than that it rose or fell."""
    if thing is None or thing.key not in _TAKEN_PART:
        return None
    return Term(thing.text, TURNOUT), action if action is not None and action.key in _MOVES else None


def _of_two(scene: Scene, first: int, phrase: range) -> Term | None:
    """ "By 88 votes to 61", "it was close: five votes to four"."""
    at = phrase.stop + 1
    then = at < len(scene.tokens) and any(q.span.start == scene.tokens[at].start for q in scene.quantities)
    if then and scene.word(phrase.stop - 1) in _CAST and scene.word(phrase.stop) == "to":
        return _side(scene, phrase.stop - 1, FOR)
    if scene.word(first - 1) == "to" and scene.word(first - 2) in _CAST:
        return _side(scene, first - 2, AGAINST)
    return None


def _side(scene: Scene, at: int, key: str) -> Term:
    return Term(scene.tokens[at].text, key, "vote")
