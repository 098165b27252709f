"""Passives: questions of what befell somebody, where nobody is named who does it: "Was the captain arrested?"."""

from collections.abc import Sequence

from matching.roles.complements import AUXILIARY, PLURAL, Said, behind_participle, told_to
from matching.wording.called import are_several, closed, lowered
from matching.wording.verbs import is_ahead

_BE = frozenset("be been is are was were being".split())
_LOOSE_ENDS = frozenset("at by to from in on for with".split())
# An object of more words than these makes no question.
_LONG = 8


def suffered(on: Sequence[Said], small: frozenset[str]) -> str:
    """ "Was the captain arrested?", in the words of the first that does not deny it."""
    told = [(e, c) for e, c in on if c.object and len(c.object.text.split()) <= _LONG]
    told_of = [(e, c) for e, c in told if not (c.actor.key and _BE.isdisjoint(c.action.text.lower().split()))]
    item, claim = min(told_of, key=lambda one: one[1].factuality.denies, default=(None, None))
    if item is None or claim is None or claim.object is None:
        return ""
    first, _, said = claim.action.text.lower().partition(" ")
    words = [word for word in said.split() if word not in AUXILIARY]
    done = " ".join(words[:-1] if words[1:] and words[-1] in _LOOSE_ENDS else words)  # "fired at" is "fired"
    whom = closed(lowered(claim.object.text, small))
    if not done and first.endswith("ed") and not claim.actor.key:  # a headline's "Director detained"
        return _befell(whom, first)
    if not done or first not in AUXILIARY:
        return ""
    done = " ".join(filter(None, (done, behind_participle(item, claim, done), told_to(item, claim))))
    if is_ahead(claim):
        return f"Will {whom} be {done}?"
    several = first in PLURAL or (first == "had" and are_several(whom))
    return f"{'Were' if several else 'Was'} {whom} {done}?"


def held(on: Sequence[Said], small: frozenset[str]) -> str:
    """ "Was the director detained?", of "prosecutors have detained the director"."""
    for _, claim in on:
        done = claim.action.text.lower().rpartition(" ")[2]
        if claim.object and done.endswith("ed") and len(claim.object.text.split()) <= _LONG:
            return _befell(closed(lowered(claim.object.text, small)), done)
    return ""


def _befell(whom: str, done: str) -> str:
    return f"{'Were' if are_several(whom) else 'Was'} {whom} {done}?"
