"""Circumstances of a figure: whose, where, when, and part of what."""

from bisect import bisect_left
from operator import attrgetter

from claims.claim import Part, Period
from claims.span import Span
from claims.term import Term
from parsers.figures.persons import person_at
from parsers.figures.scene import Scene
from parsers.lexicon import table, words

_LISTS = table("figures")
_SOMEONE = words(_LISTS["someone"])
_PART_BEFORE = words(_LISTS["part_before"])
_PART_AFTER = tuple(_LISTS["part_after"])
_FINDS = frozenset("found recovered pulled retrieved counted recover find retrieve recovering".split())
_SUPERLATIVES = words(_LISTS["superlatives"])
ADDITIONAL = words(_LISTS["additional"])
_TOTAL = words(_LISTS["total"])
# Times that begin within the words of one figure, or right behind it.
_WITHIN = 3
# A dateline has so many tokens at most, and a dash behind it.
_DATELINE = 14
_DASHES = frozenset("-–—")


def owner(scene: Scene, first: int, last: int) -> Term | None:
    """The person a measure is of, by name: "Robert Hale, 32", "32-year-old Robert Hale", "Hale fell 60 metres"."""
    for at in range(last, min(len(scene.tokens), last + 4)):
        after = person_at(scene.tokens, scene.placed, at, 1)
        if after is not None:
            return after
        if at in scene.verbs or scene.word(at) in (",", ".", ";", ":"):
            break
    for at in range(first - 1, max(_dateline(scene), first - 20), -1):
        if scene.word(at) in _SOMEONE or scene.word(at) in (".", ";"):
            return None
        found = person_at(scene.tokens, scene.placed, at, -1)
        if found is not None:
            return found
    return None


def _dateline(scene: Scene) -> int:
    """Where "HALVEN, May 3 (DNS) -" ends, which names nobody whose age is told; -1 without one."""
    closed = (at for at in range(_DATELINE) if scene.word(at) == ")" and scene.word(at + 1) in _DASHES)
    return next(closed, -1)


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
