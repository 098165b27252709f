"""Respective figures: two figures shared out between two names or things.

"Quill and Ferro were jailed for nine and seven years respectively" jails Quill for nine years and Ferro for seven.
"""

from collections.abc import Sequence
from dataclasses import replace

from claims.claim import FigureClaim, Part
from claims.term import Term
from parsers.figures.persons import person_at
from parsers.figures.scene import CLAUSE_ENDS, Scene
from parsers.text.counted_nouns import CountedNouns
from parsers.text.tokens import is_capital
from parsers.text.words import STOP

_CUE = "respectively"
# Words between the two figures at most: "$12 million and $340 million", "nine and seven years".
_BETWEEN = 4
# ... and between the two who share them and the first figure.
_BEFORE = 14


def shared_out(scene: Scene, claims: Sequence[FigureClaim], nouns: CountedNouns) -> list[FigureClaim]:
    """The claims of a sentence, the two that "respectively" shares out each with its own owner or thing.

    Of counts there is no telling which is whose by any word of theirs: each is a part.
    """
    pair = _pair(scene, claims)
    if pair is None:
        return list(claims)
    one, other = pair
    first, second = claims[one], claims[other]
    if first.quantity.unit is None and second.quantity.unit is not None:
        first = replace(first, quantity=replace(first.quantity, unit=second.quantity.unit))
        first = replace(first, counted=second.counted, action=second.action, status=second.status)
    named = _sharers(scene, scene.covered(first.quantity.span)[0], nouns)
    found = list(claims)
    for at, claim, whose in ((one, first, named and named[0]), (other, second, named and named[1])):
        found[at] = _given(claim, whose)
    return found


def _pair(scene: Scene, claims: Sequence[FigureClaim]) -> tuple[int, int] | None:
    """The places of the two claims before the word, or behind it: joined by "and", and by little else."""
    cue = next((t.start for t in scene.tokens if t.lower == _CUE), None)
    if cue is None:
        return None
    before = [at for at, claim in enumerate(claims) if claim.quantity.span.end <= cue][-2:]
    behind = [at for at, claim in enumerate(claims) if claim.quantity.span.start > cue][:2]
    return next((pair for pair in (_both(before), _both(behind)) if pair and _joined(scene, claims, *pair)), None)


def _both(places: list[int]) -> tuple[int, int] | None:
    return (places[0], places[1]) if len(places) == 2 else None


def _joined(scene: Scene, claims: Sequence[FigureClaim], one: int, other: int) -> bool:
    end, start = scene.covered(claims[one].quantity.span)[1], scene.covered(claims[other].quantity.span)[0]
    between = [scene.word(at) for at in range(end, start)]
    return "and" in between and len(between) <= _BETWEEN


def _sharers(scene: Scene, first: int, nouns: CountedNouns) -> tuple[Term, Term] | None:
    """The two names or things that "and" joins before the figures; of two names both are owners."""
    for at in range(first - 1, max(0, first - _BEFORE), -1):
        if scene.word(at) in CLAUSE_ENDS - {","}:
            return None
        if scene.word(at) == "and" and at + 1 not in scene.verbs and scene.word(at + 1) not in STOP:
            return _names(scene, at) or _things(scene, at, nouns)
    return None


def _names(scene: Scene, joint: int) -> tuple[Term, Term] | None:
    """Two persons or firms, one of whom may bear a word of the language: "Quill and Ferro"."""
    sides = ((joint - 1, -1), (joint + 1, 1))
    one, other = (person_at(scene.tokens, scene.placed, at, step) for at, step in sides)
    if one is None and other is None:
        return None
    one, other = (known or _capital(scene, at) for known, (at, _) in zip((one, other), sides, strict=True))
    return (one, other) if one and other else None


def _capital(scene: Scene, at: int) -> Term | None:
    token = scene.tokens[at]
    return Term(token.text, token.lower, "person") if token.capital and at not in scene.placed else None


def _things(scene: Scene, joint: int, nouns: CountedNouns) -> tuple[Term, Term] | None:
    """Two nouns, each its own: "exports and imports", not "the north and south towers"."""
    if _of_noun(scene, joint + 2) or is_capital(scene.tokens, joint + 1) or not scene.is_word(joint - 1):
        return None
    one, other = (nouns.head([scene.tokens[at]]) for at in (joint - 1, joint + 1))
    return (one, other) if one and other else None


def _of_noun(scene: Scene, at: int) -> bool:
    return scene.is_word(at) and at not in scene.verbs and at not in scene.actions and scene.word(at) not in STOP


def _given(claim: FigureClaim, whose: Term | None) -> FigureClaim:
    if claim.counted is not None and claim.counted.key == _CUE:
        claim = replace(claim, counted=None)
    if claim.quantity.unit is None or whose is None:
        return replace(claim, part=Part.PART)
    if whose.family == "person" and whose.text[:1].isupper():
        return replace(claim, actor=whose)
    return replace(claim, actor=None, counted=whose)
