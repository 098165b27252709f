"""Asserted: whether a figure is told as so, as the clause says that it is a part of.

"The 40 hostages have not been released", "police denied that 40 people had died": 40 were neither.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from claims.claim import FigureClaim, RoleClaim
from claims.factuality import Factuality
from claims.term import Term

# Words before a figure that may open the name of those counted: "the", "more than", "an estimated".
_OPENING = 3
# ... and that make it a part of another: "the families of 40 victims"; "the ransom of $4 million" is the sum itself.
_BEHIND = frozenset("for to in by with from at on and".split())
_OF = frozenset(("of",))
_MAY = frozenset("may might could".split())


def as_told(figures: Sequence[FigureClaim], roles: Sequence[RoleClaim], text: str) -> list[FigureClaim]:
    """The figures of a sentence; one whose action a clause denies, or does not tell, of those it counts is no surer.

    What somebody is told to do is neither: "2,100 residents were told to leave".
    """
    doubted = [role for role in roles if role.factuality.denies or _is_open(role)]
    return [_as_told(figure, doubted, text) for figure in figures] if doubted else list(figures)


def _is_open(role: RoleClaim) -> bool:
    """ "It is not known whether", "may have killed"; what "can be heard" is heard."""
    may = role.action.text.lower().partition(" ")[0] in _MAY
    return role.factuality is Factuality.CERTAIN_UNTOLD or (role.factuality is Factuality.POSSIBLE and may)


def _as_told(figure: FigureClaim, doubted: Sequence[RoleClaim], text: str) -> FigureClaim:
    if figure.action is None:
        return figure
    number = figure.quantity.span.of(text)
    behind = _BEHIND if figure.quantity.unit is not None else _BEHIND | _OF
    for role in doubted:
        one = role.action.key == figure.action.key or role.action.family == figure.action.family
        if one and (_counts(role.object, number, behind) or _counts(role.actor, number, behind)):
            return replace(figure, factuality=role.factuality)
    return figure


def _counts(term: Term | None, number: str, behind: Collection[str]) -> bool:
    """Whether a term is so many of something: "only 900 reservists", not "the data of 900 customers"."""
    before, found, _ = term.text.partition(number) if term else ("", "", "")
    opening = before.lower().split()
    return bool(found) and len(opening) <= _OPENING and not any(word in behind for word in opening)
