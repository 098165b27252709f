"""Answers: what the claims on a role question say, in a word, and the question in plain words."""

from collections import Counter
from collections.abc import Sequence

from claims.agencies import Agencies
from claims.claim import RoleClaim
from claims.factuality import Factuality
from claims.relation import Evidence, Kind
from matching import role_policy as policy

# A forecast and a fact are one position: "is expected to" and "will".
_SAME = {Factuality.PROBABLE: Factuality.CERTAIN, Factuality.PROBABLE_NOT: Factuality.CERTAIN_NOT}
_UNTOLD = {Factuality.CERTAIN_UNTOLD: Factuality.UNKNOWN}


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
    return _answer(a) == _answer(b)


def _answer(claim: RoleClaim) -> tuple[Factuality, bool]:
    """The answer, and whether it is about lending a hand only; a no to that is a no to doing it."""
    said = _SAME.get(claim.factuality, claim.factuality)
    support = claim.action.key.startswith("support-") and said is Factuality.CERTAIN
    return _UNTOLD.get(said, said), support


def says(claim: RoleClaim, asked: Kind, agencies: Agencies) -> str:
    """A position in few words: "not expected to", "yes, in support"; for a body its name."""
    if asked is Kind.AGENCY:
        return agencies.name(claim.actor.key)
    support = ", in support" if _answer(claim)[1] else ""
    return f"{claim.factuality.in_words}{support}{', ' + claim.condition if claim.condition else ''}"


def question(evidence: Sequence[Evidence], asked: Kind, agencies: Agencies) -> str:
    """ "Does the National Guard arrest …?", from the words that most of the evidence uses."""
    claims = [e.claim for e in evidence if isinstance(e.claim, RoleClaim)]
    action = _most([(c.action.family or c.action.key).replace("-", " ") for c in claims])
    thing = _most([c.object.text for c in claims if c.object])
    if asked is Kind.AGENCY:
        return f"Who: {action}{' ' + thing if thing else ''}?"
    who = _most(
        [agencies.name(c.actor.key) if c.actor.key in agencies else c.actor.text for c in claims if c.actor.key]
    )
    return f"{who or 'Someone'}: {action}{' ' + thing if thing else ''}?"


def _most(words: Sequence[str]) -> str:
    return Counter(words).most_common(1)[0][0] if words else ""
