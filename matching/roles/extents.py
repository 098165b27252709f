"""Extents: whether a no is of all of whom a yes is of: "nobody", "no layoffs", "for some"."""

import re

from matching.roles import policy
from matching.roles.side import RoleSide
from matching.roles.turns import told_before
from matching.words.content import content
from matching.words.policy import CALENDAR

# Of those whom something is done for, some: "for children under six", "in patients with kidney disease".
_SOME = re.compile(rf" (?:for|in|among) (?:[\w-]+ ){{0,3}}?(?:{'|'.join(policy.SOME)})\b")


def nobody(no: RoleSide, yes: RoleSide) -> bool:
    """ "Nobody was hurt", said when others had told that somebody was; before, it might only be too early to know."""
    if no.claim.object is None or no.claim.object.key not in policy.NOBODY or not no.claim.factuality.denies:
        return False
    told = yes.claim.object is not None or yes.claim.actor.key != ""
    return _of_all(no) and told and not told_before(no, yes)


def nothing(no: RoleSide, yes: RoleSide) -> bool:
    """ "No ransom was paid", said when others had told that one was."""
    none, some = no.claim.object, yes.claim.object
    if none is None or some is None or not none.text.lower().startswith("no ") or not no.claim.factuality.denies:
        return False
    one_kind = none.key == some.key and content(none.text) <= yes.thing
    return one_kind and _of_all(no) and yes.claim.factuality.affirms and not told_before(no, yes)


def elsewhere(no: RoleSide, yes: RoleSide) -> bool:
    """ "No bodies were found in the mill", and two were found in the river."""
    none, here, there = no.claim.object, _where(no), _where(yes)
    return none is not None and none.text.lower().startswith("no ") and bool(here and there) and not here & there


def none_at_all(no: RoleSide, yes: RoleSide) -> bool:
    """ "There will be no layoffs", where a story has but the one kind of them."""
    claim = no.claim
    there = claim.action.text.lower().startswith("there ") and claim.object is None and claim.factuality.denies
    same = claim.action.key == yes.claim.action.key and claim.action.key in policy.NONE_AT_ALL
    return there and same and yes.claim.factuality.affirms


def for_some(no: RoleSide, yes: RoleSide) -> bool:
    """A no "for children under six" leaves room for a yes that names nobody, and a no of 600 for a yes of others."""
    if _SOME.search(_end(no)) and not _SOME.search(_end(yes)):
        return True
    some, told = (_of_whom(side).partition(" ")[0] for side in (no, yes))
    counted = some[:1].isdigit() or (some in policy.COUNTS and some not in ("one", "both"))
    return counted and some != told and told not in policy.WHOLES


def _of_all(no: RoleSide) -> bool:
    """Whether nothing narrows a no down: "nobody was hurt", not "nobody was hurt in the second blast"."""
    return not (first := no.behind[:1]) or first[0] in policy.BEHIND_ALL


def _where(side: RoleSide) -> frozenset[str]:
    """The words of the place right behind what is done: "found in the old mill"."""
    said = side.behind[:4]
    placed = bool(said) and said[0] in policy.PLACING and CALENDAR.isdisjoint(said)
    return content(" ".join(said[1:])) if placed else frozenset()


def _of_whom(side: RoleSide) -> str:
    """What it is done to; of what is told without, who does it."""
    return (side.claim.object or side.claim.actor).text.lower()


def _end(side: RoleSide) -> str:
    """The words behind what it is done to, or behind what is done, up to the next comma."""
    thing, sentence = side.claim.object, side.evidence.sentence
    known = thing.text if thing and thing.text in sentence else side.claim.action.text
    return sentence.partition(known)[2].partition(",")[0].lower()
