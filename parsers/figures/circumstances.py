"""Circumstances of a figure: whose, where, when, part of what, and whether it has happened."""

from bisect import bisect_left
from operator import attrgetter

from claims.claim import Part, Period, Status
from claims.span import Span
from claims.term import Term
from parsers.figures.persons import person_at
from parsers.figures.scene import Scene
from parsers.lexicon import table, words
from parsers.text.verbs import Form, verb

_LISTS = table("figures")
_SOMEONE = words(_LISTS["someone"])
_EARLIER = tuple(_LISTS["earlier"])
_PART_BEFORE = words(_LISTS["part_before"])
_PART_AFTER = tuple(_LISTS["part_after"])
_FINDS = frozenset("found recovered pulled retrieved counted recover find retrieve recovering".split())
_SUPERLATIVES = words(_LISTS["superlatives"])
ADDITIONAL = words(_LISTS["additional"])
_TOTAL = words(_LISTS["total"])
_ANNOUNCED = words(_LISTS["announced"])
_LIMITS = words(_LISTS["limits"])
_WANTS = words(_LISTS["wants"])
_PROVIDES = words(_LISTS["provides"])
_IS = frozenset(("is", "are", "'s", "'re"))
_AGREED = frozenset(("agreed", "agrees", "agree"))
_DUE = words(_LISTS["due"])
_FACED = words(_LISTS["penalties"]["faced"])
_SERVED = words(_LISTS["penalties"]["spent"]) | {"go", "return"}
_PENALTIES = frozenset(("sentence", "fine"))
_PLANS = frozenset(("plan", "plans"))
_THE = frozenset(("the", "this", "that"))
# Times that begin within the words of one figure, or right behind it.
_WITHIN = 3
_MODALS = dict.fromkeys(("will", "would"), Status.PLANNED) | dict.fromkeys(("could", "may", "might"), Status.ESTIMATE)
_STATUS = {word: Status(status) for status, listed in _LISTS["status"].items() for word in words(listed)}


def owner(scene: Scene, first: int, last: int) -> Term | None:
    """The person a measure is of, by name: "Robert Hale, 32", "32-year-old Robert Hale", "Hale fell 60 metres"."""
    for at in range(last, min(len(scene.tokens), last + 4)):
        after = person_at(scene.tokens, scene.placed, at, 1)
        if after is not None:
            return after
        if at in scene.verbs or scene.word(at) in (",", ".", ";", ":"):
            break
    for at in range(first - 1, max(-1, first - 20), -1):
        if scene.word(at) in _SOMEONE or scene.word(at) in (".", ";"):
            return None
        found = person_at(scene.tokens, scene.placed, at, -1)
        if found is not None:
            return found
    return None


def place_of(scene: Scene, first: int) -> Term | None:
    """The named place nearest to the figure."""
    at = bisect_left(scene.places, first, key=attrgetter("first"))
    nearest = min(scene.places[max(at - 1, 0) : at + 1], key=lambda p: abs(p.first - first), default=None)
    return nearest.term if nearest else None


def time_of(scene: Scene, span: Span) -> Period | None:
    """The time told nearest to a figure, in characters."""
    at = bisect_left(scene.moments, span.start, key=lambda m: m.span.start)
    near = [m for m in scene.moments[max(at - 1, 0) : at + _WITHIN] if not _of_the_most(scene, m.span)]
    nearest = min(near, key=lambda m: max(m.span.start - span.end, span.start - m.span.end), default=None)
    return nearest.period if nearest else None


def _of_the_most(scene: Scene, span: Span) -> bool:
    """ "In one of the biggest attacks this year": a time that says of what it was the most."""
    first, _ = scene.covered(span)
    return any(scene.word(at) in _SUPERLATIVES for at in range(first - 1, max(-1, first - 5), -1))


def part_of(scene: Scene, first: int, last: int, elsewise: bool) -> Part | None:
    """Whether the figure is a part, an addition or a total, as the words next to it say.

    ``elsewise``: something else befell those counted before ("killed 30 and hurt 55 others"), so nothing is added.
    """
    before = {scene.word(at) for at in range(first - 3, first)}
    after = f"{scene.word(last)} {scene.word(last + 1)}"
    first_of = scene.word(first - 1) == "first" and scene.word(first - 2) in ("the", "a")  # "the first 40 to be freed"
    whole = scene.word(first - 2) in ("a", "an") and scene.word(first - 1).endswith("ing")  # "a staggering 900 of the"
    whole = whole or (scene.word(first - 2) == "there" and after == "of them")  # "there were 65,000 of them"
    opened = scene.word(0) in ("of", "among") and scene.word(1) in ("these", "those", "them")  # "Of these, 400 …"
    so_far = scene.word(last) == "bodies" and not _FINDS.isdisjoint(before)  # "have recovered 52 bodies"
    if before & _PART_BEFORE or (after in _PART_AFTER and not whole) or first_of or opened or so_far:
        return Part.PART
    # "40 more" is an addition, "more than 40" a bound.
    if not elsewise and any(
        scene.word(at) in ADDITIONAL and scene.word(at + 1) != "than" for at in range(first - 1, last + 2)
    ):
        return Part.ADDITIONAL
    return Part.TOTAL if before & _TOTAL or after == "in total" else None


def status_of(scene: Scene, first: int, last: int, action: Term | None, end: int, measure: bool) -> Status:
    """Whether the counted thing is done, planned, asked, a goal, an estimate, or what another is compared with.

    ``end`` is where the words of what is counted end.
    """
    ahead = None if measure else _ahead(scene, end)
    if ahead is not None:
        return ahead
    if measure and action is not None and action.key in _PENALTIES:
        if _faced(scene, first):
            return Status.PLANNED  # "faces up to 20 years", "could be jailed for 15 years": not the sentence given
        if scene.word(first - 1) not in _STATUS and any(scene.word(at) in _SERVED for at in scene.clause_before(first)):
            return Status.DONE  # "will spend nine years behind bars"
    if measure and f"{scene.word(first - 2)} {scene.word(first - 1)}".endswith(_EARLIER):
        return Status.EARLIER
    if any(scene.word(at) in _LIMITS for at in range(first - 1, max(-1, first - 16), -1)):
        return Status.GOAL
    for at in range(last - 1, max(-1, first - 12), -1):
        if scene.word(at) in (".", ";"):
            break
        if at in scene.actions and scene.actions[at].key == "request":
            return Status.ASKED
        # A headline's future: "Maker to cut 4,000 jobs"; and "the tax is to be raised to 22 percent".
        then = at + 1 + (scene.word(at + 1) == "be")
        done = scene.actions.get(then) if scene.word(at) == "to" and at - 1 not in scene.verbs else None
        headline = done is not None and action is not None and done.key in (action.key, "cut")
        if headline or (done is not None and scene.word(at - 1) in _IS):
            return Status.PLANNED
        if action is not None and action.key in _ANNOUNCED and _under_way(scene, at):
            return Status.PLANNED
        if measure and scene.word(at) in _WANTS and (at in scene.verbs or scene.word(at).startswith("want")):
            return Status.ASKED
        if measure and (_provided(scene, at) or _being_paid(scene, at, first, action)):
            return Status.PLANNED
        if measure and scene.word(at) in _AGREED and scene.word(at + 1) == "to":
            return Status.PLANNED  # "agreed to buy Brightmill for $5 billion"
        if scene.word(at) in _STATUS and not _a_plan(scene, at):
            return _STATUS[scene.word(at)]
    return Status.DONE


def _a_plan(scene: Scene, at: int) -> bool:
    """ "Passed the plan by eight votes": a plan that is a thing plans nothing itself, as "the plan raises" does."""
    if scene.word(at) not in _PLANS or scene.word(at - 1) not in _THE:
        return False
    told = verb(scene.word(at + 1))
    return told is None or told.form != Form.THIRD


def _provided(scene: Scene, at: int) -> bool:
    """ "The budget raises the tax to 6 percent": what a text provides for in the present tense is to come."""
    told = verb(scene.word(at + 1)) if scene.word(at) in _PROVIDES else None
    return told is not None and told.form == Form.THIRD


def _being_paid(scene: Scene, at: int, first: int, action: Term | None) -> bool:
    """ "Are paying $41 million", "the cost is put at $90 million": a sum that is being paid is not yet."""
    paying = scene.word(at) == "paying" and at > first - 6 and _under_way(scene, at)
    cost = action is not None and action.key == "cost"
    return paying or (cost and scene.word(at) in ("put", "estimated") and scene.word(at - 1) in _IS)


def _ahead(scene: Scene, end: int) -> Status | None:
    """ "12,000 troops would leave", "300 jobs are expected to go": what is told behind those counted."""
    if scene.word(end) in _IS and scene.word(end + 1) in _DUE:
        return Status.PLANNED
    return _MODALS.get(scene.word(end))


def _faced(scene: Scene, first: int) -> bool:
    """Whether a penalty is one that somebody may get."""
    return any(scene.word(at) in _FACED for at in range(first - 1, max(-1, first - 9), -1))


def _under_way(scene: Scene, at: int) -> bool:
    """ "Is laying off 5,000": what is under way has been announced, and is not done."""
    return scene.word(at).endswith("ing") and scene.word(at - 1) in _IS
