"""Status: whether what a figure counts has happened, is planned, asked for or a goal, as the words around it say."""

from itertools import takewhile

from claims.claim import Status
from claims.term import Term
from parsers.figures.scene import Scene
from parsers.lexicon import table, words
from parsers.text.verbs import Form, verb

_LISTS = table("figures")
_EARLIER = tuple(_LISTS["earlier"])
_OVERTAKEN = words(_LISTS["overtaken"])
_FEARED = words(_LISTS["feared"])
_REPORTS = words(_LISTS["reports"])
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
_MODALS = dict.fromkeys(("will", "would"), Status.PLANNED) | dict.fromkeys(("could", "may", "might"), Status.ESTIMATE)
_STATUS = {word: Status(status) for status, listed in _LISTS["status"].items() for word in words(listed)}
_ANNOUNCED = words(_LISTS["announced"])


def status_of(scene: Scene, first: int, last: int, action: Term | None, end: int, measure: bool) -> Status:
    """Whether the counted thing is done, planned, asked, a goal, an estimate, or what another is compared with.

    ``end`` is where the words of what is counted end.
    """
    if _overtaken(scene, first):
        return Status.EARLIER
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
    told = range(last - 1, max(-1, first - 12), -1)
    clause = takewhile(lambda at: scene.word(at) not in (".", ";"), told)
    found = (_told_at(scene, at, first, action, measure) for at in clause)
    return next(filter(None, found), Status.DONE)


def _overtaken(scene: Scene, first: int) -> bool:
    """ "An earlier report said 31 people had died", "police had first put the toll at 31"."""
    back = range(first - 1, max(-1, first - 12), -1)
    clause = list(takewhile(lambda at: scene.word(at) not in (".", ";", ","), back))
    if any(scene.word(at) in _FEARED and scene.word(at - 1) == "had" for at in clause):
        return True  # "the union had feared that 2,000 jobs would go"
    return any(
        scene.word(at) in _OVERTAKEN and not _REPORTS.isdisjoint((scene.word(at + 1), scene.word(at - 1)))
        for at in clause
    )


def _told_at(scene: Scene, at: int, first: int, action: Term | None, measure: bool) -> Status | None:
    """The status that the word at ``at`` tells of the figure behind it."""
    if at in scene.actions and scene.actions[at].key == "request":
        return Status.ASKED
    if _to_be_done(scene, at, action) or (action is not None and action.key in _ANNOUNCED and _under_way(scene, at)):
        return Status.PLANNED
    if measure and scene.word(at) in _WANTS and (at in scene.verbs or scene.word(at).startswith("want")):
        return Status.ASKED
    if measure and (_provided(scene, at) or _being_paid(scene, at, first, action)):
        return Status.PLANNED
    if measure and scene.word(at) in _AGREED and scene.word(at + 1) == "to":
        return Status.PLANNED  # "agreed to buy Brightmill for $5 billion"
    return _STATUS.get(scene.word(at)) if not _a_plan(scene, at) else None


def _to_be_done(scene: Scene, at: int, action: Term | None) -> bool:
    """A headline's future: "Maker to cut 4,000 jobs"; and "the tax is to be raised to 22 percent"."""
    if scene.word(at) != "to" or at - 1 in scene.verbs:
        return False
    done = scene.actions.get(at + 1 + (scene.word(at + 1) == "be"))
    headline = done is not None and action is not None and done.key in (action.key, "cut")
    return headline or (done is not None and scene.word(at - 1) in _IS)


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
