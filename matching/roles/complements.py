"""Complements: what stands behind a verb in its sentence and goes with it into a question.

"Handed | over", "ordered the ferry | to stay in port", "placed | on paid leave".
"""

from collections.abc import Sequence

from claims.claim import RoleClaim
from claims.relation import Evidence
from matching.roles import policy
from matching.words.policy import CALENDAR

# One who said something, and what.
Said = tuple[Evidence, RoleClaim]

AHEAD = frozenset("will won't would wouldn't shall to".split())
PLURAL = frozenset("were are have weren't aren't haven't".split())
AUXILIARY = (
    AHEAD
    | PLURAL
    | frozenset("was is has had be been being not never wasn't isn't hasn't hadn't also may might did does do".split())
)
_PARTICLES = frozenset("over back off out up down away aside".split())
_TOWARDS = frozenset("to for into with on at from against over about before through by".split())
# Verbs that take the preposition of their noun: "began the search for survivors" is to search for them.
_LED_ON = frozenset(
    ("search for", "negotiate with", "talk with", "vote on", "appeal against", "invest in", "protest against")
)
# Whom somebody makes or lets do something: what that is belongs to the question.
_TELLING = frozenset("order request allow urge tell refuse".split())
# These say nothing without where to or on what.
_INTO = frozenset("placed put sent taken moved brought".split())
_DETERMINERS = frozenset("the a an his her its their this that".split())
_ENDS = (
    CALENDAR
    | policy.SPANS
    | frozenset("said says by when while because after before but and who which that as if at since".split())
)
_LONGEST = 6  # words


def reached(item: Evidence, claim: RoleClaim, done: str) -> str:
    """What it is done to, with the preposition before it: "for the tanks"; one that ``done`` has is left out."""
    thing = claim.object.text if claim.object else ""
    before = item.sentence.partition(claim.action.text)[2].partition(thing)[0].strip()
    if claim.action.key == "request" and before.rpartition(" ")[2] == "for":
        return f"for {thing}"  # "asked the governor for soldiers"
    if claim.action.key == "shoot" and before in ("on", "at"):
        return f"at {thing}"
    if before in _PARTICLES:
        return f"{before} {thing}"  # "pay back the aid"
    noun = len(_said(claim)) > 1  # "made contact with"
    led_on = f"{done} {before}" in _LED_ON or not noun
    return f"{before} {thing}" if before in _TOWARDS and led_on and not done.endswith(f" {before}") else thing


def state(said: Sequence[Said]) -> str:
    """What something is, with the words before it: "in force"."""
    for item, claim in said:
        behind = item.sentence.partition(claim.action.text)[2]
        before, found, _ = behind.partition(claim.object.text) if claim.object else ("", "", "")
        if found and len(before.split()) <= 1:
            return f"{before}{found}".strip()
    return ""


def told_to(item: Evidence, claim: RoleClaim) -> str:
    """ "to stay in port", of "ordered the ferry to stay in port"; with whom, where that is told in a pronoun."""
    if claim.action.key not in _TELLING:
        return ""
    behind = _behind(item, claim)
    whom = behind[:1] if behind and behind[0] in policy.PRONOUNS else []
    rest = behind[len(whom) :]
    named = claim.object.text.split() if claim.object else []
    rest = rest[len(named) :] if named and rest[: len(named)] == named else rest
    verb = rest[:1] == ["to"] and len(rest) > 1 and rest[1] not in _DETERMINERS  # "applied to the bank for a loan"
    return " ".join([*whom, *_up_to_end(rest)]) if verb else ""


def behind_participle(item: Evidence, claim: RoleClaim, done: str) -> str:
    """ "over", of "was handed over to the army"; "on paid leave", of "was placed on paid leave"."""
    rest = _behind(item, claim)
    if rest[:1] and rest[0] in _PARTICLES and not (rest[1:2] and rest[1] in _DETERMINERS):
        return rest[0]  # not in "arrested over the fire"
    return " ".join(_up_to_end(rest)) if done in _INTO and rest[:1] and rest[0] in _TOWARDS | {"in"} else ""


def _said(claim: RoleClaim) -> list[str]:
    return [word for word in claim.action.text.lower().split() if word not in AUXILIARY]


def _behind(item: Evidence, claim: RoleClaim) -> list[str]:
    """The words right behind what is done, up to the next mark."""
    behind = item.sentence.partition(claim.action.text)[2]
    for mark in ',.;:?!"”':
        behind = behind.partition(mark)[0]
    return behind.split()


def _up_to_end(words: Sequence[str]) -> list[str]:
    """Up to when, who and why, and no more than a few: "to leave Cane River"."""
    end = next((at for at, word in enumerate(words) if word.lower() in _ENDS), len(words))
    kept = list(words[: min(end, _LONGEST)])
    while kept and kept[-1] in _TOWARDS | _DETERMINERS | {"in", "of"}:
        kept.pop()
    return kept
