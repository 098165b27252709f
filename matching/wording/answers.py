"""Answers: what the claims on a role question say, in a word."""

from collections import Counter
from collections.abc import Sequence

from claims.agencies import Agencies
from claims.claim import RoleClaim
from claims.factuality import Factuality
from claims.relation import Evidence, Kind
from matching.roles import obligations, pairs, policy

# A forecast and a fact are one position: "is expected to" and "will".
_SAME = {Factuality.PROBABLE: Factuality.CERTAIN, Factuality.PROBABLE_NOT: Factuality.CERTAIN_NOT}
_UNTOLD = {Factuality.CERTAIN_UNTOLD: Factuality.UNKNOWN}


def kind_of(evidence: Sequence[Evidence], agencies: Agencies) -> Kind:
    """What the question of some evidence asks for."""
    roles = [e.claim for e in evidence if isinstance(e.claim, RoleClaim)]
    return kind(roles, agencies) if roles else Kind.FIGURE


def kind(claims: Sequence[RoleClaim], agencies: Agencies) -> Kind:
    """Whether they differ on which body does it, or on whether it is done."""
    keys = {c.actor.key for c in claims if c.actor.key in agencies}
    apart = any(not agencies.contains(a, b) and not agencies.contains(b, a) for a in keys for b in keys)
    one_body = all(c.action.key in policy.OF_ONE_BODY and c.factuality.affirms for c in claims)
    return Kind.AGENCY if apart and one_body else Kind.ROLE


def one_answer(a: RoleClaim, b: RoleClaim, asked: Kind, agencies: Agencies) -> bool:
    """Whether two claims are one position."""
    if asked is Kind.AGENCY:
        x, y = a.actor.key, b.actor.key
        return x == y or agencies.contains(x, y) or agencies.contains(y, x)
    return answer(a) == answer(b, asked_for=a.action.key)


def answer(claim: RoleClaim, asked_for: str = "") -> tuple[Factuality, bool]:
    """The answer, and whether it is about lending a hand only; a no to that is a no to doing it.

    ``asked_for`` is the action that the question asks for: yes to its opposite is a no.
    """
    told = _told(claim, asked_for)
    said = _SAME.get(told, told)
    support = claim.action.key.startswith("support-") and said is Factuality.CERTAIN
    return _UNTOLD.get(said, said), support


def asked_for(claims: Sequence[RoleClaim]) -> str:
    """The action that a question asks for: the one that most claims on it tell of."""
    told = Counter(claim.action.key for claim in claims)
    return told.most_common(1)[0][0] if told else ""


def _told(claim: RoleClaim, asked_for: str) -> Factuality:
    opposite = frozenset((claim.action.key, asked_for)) in pairs.OPPOSITES
    said = obligations.duty(claim) or claim.factuality  # "must repay it", "does not have to"
    return said.negated if opposite else said


def says(claim: RoleClaim, asked: Kind, agencies: Agencies, action: str = "") -> str:
    """A position in few words: "not expected to", "yes, in support"; for a body its name.

    ``action`` is the one that the question asks for.
    """
    if asked is Kind.AGENCY:
        return agencies.name(claim.actor.key)
    support = ", in support" if answer(claim, action)[1] else ""
    return f"{_told(claim, action).in_words}{support}{', ' + claim.condition if claim.condition else ''}"
