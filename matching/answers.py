"""Answers: what the claims on a role question say, in a word, and the question in plain words."""

from collections import Counter
from collections.abc import Sequence

from claims.agencies import Agencies
from claims.claim import RoleClaim
from claims.factuality import Factuality
from claims.relation import Evidence, Kind
from claims.term import Term
from matching import pair_policy as pairs
from matching import role_policy as policy

# A forecast and a fact are one position: "is expected to" and "will".
_SAME = {Factuality.PROBABLE: Factuality.CERTAIN, Factuality.PROBABLE_NOT: Factuality.CERTAIN_NOT}
# Families whose name is no verb that people use, or whose object is in it.
_IN_WORDS = {
    "arrest": "take part in arrests",
    "comment": "speak about it",
    "kill": "kill anyone",
    "enforce": "take part in enforcement",
    "missing": "go missing",
    "lay-off": "lay people off",
    "plead-guilty": "plead guilty",
    "plead-not-guilty": "plead not guilty",
    "stay-in-office": "stay in office",
    "stay-in-custody": "stay in custody",
    "resign": "resign",
}
# Classes that are named for what their verb acts on.
_VERBS = {"concede-defeat": "concede", "pass-test": "pass", "fail-test": "fail", "shoot-down": "shoot down",
          "stay-open": "keep open", "stay-closed": "keep closed", "fire-gas": "fire", "hold-captive": "hold",
          "absent": "stay away from", "take-part": "take part in", "give-evidence": "testify before",
          "orbit": "put into orbit", "cancel": "cancel", "accept-verdict": "accept", "hold-level": "freeze",
          "at-large": "be at large", "stay-in-group": "stay in", "leave-group": "leave", "replay": "play again",
          "deny-part": "deny a part in it", "run-for-office": "run", "retain": "keep",
          "as-planned": "take place as planned", "lift-ban": "lift"}  # fmt: skip
# The first words of what is yet to come, and those that only say when and whether.
_AHEAD = frozenset("will won't would wouldn't shall to".split())
_PLURAL = frozenset("were are have weren't aren't haven't".split())
_AUXILIARY = (
    _AHEAD
    | _PLURAL
    | frozenset("was is has had be been being not never wasn't isn't hasn't hadn't also may might".split())
)
_NUMBERS = frozenset("three four five six seven eight nine ten eleven twelve dozens hundreds thousands".split())
# An object of more words than these makes no question.
_SHORT = 5
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
    return _most([claim.action.key for claim in claims])


def _told(claim: RoleClaim, asked_for: str) -> Factuality:
    opposite = frozenset((claim.action.key, asked_for)) in pairs.OPPOSITES
    return claim.factuality.negated if opposite else claim.factuality


def says(claim: RoleClaim, asked: Kind, agencies: Agencies, action: str = "") -> str:
    """A position in few words: "not expected to", "yes, in support"; for a body its name.

    ``action`` is the one that the question asks for.
    """
    if asked is Kind.AGENCY:
        return agencies.name(claim.actor.key)
    support = ", in support" if answer(claim, action)[1] else ""
    return f"{_told(claim, action).in_words}{support}{', ' + claim.condition if claim.condition else ''}"


def question(evidence: Sequence[Evidence], asked: Kind, agencies: Agencies) -> str:
    """ "Will the National Guard take part in arrests?", from the words that most of the evidence uses."""
    said = [(e, e.claim) for e in evidence if isinstance(e.claim, RoleClaim)]
    small = frozenset(word for e, _ in said for word in e.sentence.split() if word.islower())
    key = asked_for([claim for _, claim in said])
    # A headline leaves out articles and half of the names.
    everybody = [claim for e, claim in said if e.sentence != e.title] or [claim for _, claim in said]
    claims = [c for c in everybody if frozenset((c.action.key, key)) not in pairs.OPPOSITES] or everybody
    action = key if key in _IN_WORDS or key in _VERBS else _most([c.action.family or c.action.key for c in claims])
    died = action == "kill" and not any(c.object for c in everybody if c.action.key == action)
    done = "die" if died else _IN_WORDS.get(action) or _VERBS.get(action, action.replace("-", " "))
    thing = _most([c.object.text for c in claims if c.object and len(c.object.text.split()) <= _SHORT])
    bare = done.removesuffix(" before").removesuffix(" from").removesuffix(" in")
    what = f"{done} {_lowered(thing, small)}" if thing and action not in _IN_WORDS else bare
    if asked is Kind.AGENCY:
        return f"Who did it: {what}?"
    doing = [c for c in everybody if c.object] if key in policy.ERGATIVE and thing else everybody
    told = [_called(c.actor, agencies, small) for c in doing if c.actor.key]
    if not told and (asked_of := _of_passive(claims, small)):
        return asked_of
    who = _closed(_most([name for name in told if name.lower() not in policy.PRONOUNS] or told) or "anybody")
    ahead = any(_is_ahead(c) for c in everybody)
    if action == "be":
        return f"Is {who} {thing or 'that'}?"
    return f"{'Will' if ahead else 'Did'} {who} {what}?"


def _is_ahead(claim: RoleClaim) -> bool:
    first = claim.action.text.partition(" ")[0].lower()
    return first in _AHEAD or (claim.factuality not in policy.FACTS and first != "having")


def _of_passive(claims: Sequence[RoleClaim], small: frozenset[str]) -> str:
    """ "Was the captain arrested?", in the words of the first that does not deny it."""
    told = [c for c in claims if c.object and len(c.object.text.split()) <= _SHORT]
    claim = min(told, key=lambda c: c.factuality.denies, default=None)
    if claim is None or claim.object is None:
        return ""
    first, _, said = claim.action.text.lower().partition(" ")
    done = " ".join(word for word in said.split() if word not in _AUXILIARY)
    whom = _closed(_lowered(claim.object.text, small))
    if not done or first not in _AUXILIARY:
        return ""
    if _is_ahead(claim):
        return f"Will {whom} be {done}?"
    return f"{'Were' if first in _PLURAL else 'Was'} {whom} {done}?"


def _lowered(text: str, small: frozenset[str]) -> str:
    """Without the capital of a first word that some sentence has in ``small`` letters; "no shots" are "any shots"."""
    first, space, rest = text.partition(" ")
    word = first.lower()
    if word == "no":
        return f"any {rest}"
    return word + space + rest if word in policy.STOP | _NUMBERS | small else text


def _closed(name: str) -> str:
    """ "The captain, Olle Berg," with its second comma."""
    return f"{name}," if "," in name else name


def _called(actor: Term, agencies: Agencies, small: frozenset[str]) -> str:
    """A body by its name, with the article that most of them bear; others as the text has them."""
    if actor.key not in agencies:
        return _lowered(actor.text, small)
    name = agencies.name(actor.key)
    bare = name.lower().startswith("the ") or (len(name.split()) == 1 and not actor.text.lower().startswith("the "))
    return name if bare else f"the {name}"


def _most(words: Sequence[str]) -> str:
    return Counter(words).most_common(1)[0][0] if words else ""
