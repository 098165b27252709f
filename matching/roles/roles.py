"""Roles: whether two role claims answer one question, and how their answers stand to each other."""

from claims.agencies import Agencies
from claims.claim import RoleClaim
from claims.factuality import Factuality
from claims.relation import Feature, Kind, Relation
from matching.roles import denials, extents, obligations, policy, questions, turns
from matching.roles import features as of
from matching.roles.aligning import align
from matching.roles.complements import state
from matching.roles.outcome import Outcome, unrelated
from matching.roles.side import RoleSide
from matching.words.likeness import other_kinds

_BE = frozenset("is are was were be been".split())
_OTHER_ACTIONS = unrelated("other actions", ())


def relate(a: RoleSide, b: RoleSide, agencies: Agencies) -> Outcome:
    """How two role claims stand to each other: as answers to one question, as bodies, as story and denial."""
    acts = of.action(a, b)
    if acts is None:
        return denials.relate(a, b) or _OTHER_ACTIONS
    told = _answers(a, b, acts, agencies)
    if told.relation is Relation.CONFLICTS:
        return told
    return _bodies(a, b, agencies) or denials.relate(a, b) or told


# -- yes and no ---------------------------------------------------------------------------------------


def _answers(a: RoleSide, b: RoleSide, acts: Feature, agencies: Agencies) -> Outcome:
    """Two claims on whether somebody does something."""
    parts = align(a, b)
    who = of.actor(a, b, parts, agencies)
    others = who.score is not None and who.score < policy.SAME_ACTOR
    if others and not (extents.nobody(a, b) or extents.nobody(b, a)):
        return unrelated("other actors", [acts, who])
    if turns.so_far(a, b) or turns.so_far(b, a):
        return unrelated("one tells what never was, the other what may be", [acts])
    if acts.score == 0.5 and turns.moved_on(a, b):
        return unrelated("a level that moved on", [acts])
    if of.one_story(a, b) and other_kinds(a.claim.action.text, b.claim.action.text):
        return unrelated("told of two kinds of it", [acts])
    features = [acts, who, of.thing(a, b, parts), of.matter(a, b)]
    if not questions.one(a, b, features, parts):
        return unrelated("not surely one question", features)
    relation, reason = _stand(a, b, opposite=acts.score == 0.5)
    return Outcome(relation, Kind.ROLE, _sure(features), reason, tuple(features))


def _stand(a: RoleSide, b: RoleSide, opposite: bool) -> tuple[Relation, str]:
    """The relation of two answers, in words that name both."""
    x, y = a.claim.factuality, b.claim.factuality.negated if opposite else b.claim.factuality
    bound = None if opposite else obligations.opposed(a.claim, b.claim)
    says = f"one {_in_words(a)}, the other {_in_words(b)}"
    if bound is None:
        if x.open and y.open:
            return Relation.AGREES, "both leave it open"
        if x is y or (x.affirms == y.affirms and not (x.open or y.open) and Factuality.POSSIBLE not in (x, y)):
            return Relation.AGREES, "both say so"
        if x.open or y.open or x.affirms == y.affirms:
            return Relation.DIFFERS, says
    no, yes = (a, b) if (not bound if bound is not None else x.denies) else (b, a)
    may = opposite and Factuality.POSSIBLE in (a.claim.factuality, b.claim.factuality)
    in_turn = may or (opposite and (turns.in_turn(a, b) or turns.until(a, b))) or turns.not_yet(no, yes)
    loose = (
        _weak(no.claim, yes.claim)
        or extents.for_some(no, yes)
        or turns.other_time(no, yes)
        or turns.no_longer(no)
        or turns.not_at_first(no)
        or turns.not_before(no, yes)
        or turns.another_time(no, yes)
        or (bound is not None and "yet" in no.behind)  # "does not have to go to prison yet"
        or a.claim.condition
        or b.claim.condition
        or in_turn
    )
    return (Relation.DIFFERS if loose else Relation.CONFLICTS), says


def _weak(no: RoleClaim, yes: RoleClaim) -> bool:
    """No to doing it leaves room for supporting it; "may not" leaves room for yes; silence to one for a word to all."""
    lends_a_hand = yes.action.key.startswith("support-") and not no.action.key.startswith("support-")
    return lends_a_hand or no.factuality is Factuality.POSSIBLE_NOT or (no.action.key == "comment" != yes.action.key)


def _in_words(side: RoleSide) -> str:
    """ "says “the Guard is not expected to help”", "leaves open “they would take part”"."""
    claim, sentence = side.claim, side.evidence.sentence
    told = "leaves open" if claim.factuality.open and not obligations.told(claim) else "says"
    said = claim.action.text.lower().split()
    if said[:1] == ["there"]:
        return f"{told} “{claim.action.text}”"
    if claim.action.key == "be" and claim.object:
        return f"{told} “{claim.actor.text} {claim.action.text} {state([(side.evidence, claim)]) or claim.object.text}”"
    planned = claim.object and not claim.actor.text and "to" in said[1:] and _BE.isdisjoint(said)
    if claim.object and planned and claim.object.text in sentence.partition(claim.action.text)[2]:
        plan = f"“{claim.action.text} {claim.object.text}”"  # "the rebels' attempt to seize the airport"
        return f"{told} {plan} came to nothing" if claim.factuality.denies else f"{told} {plan}"
    suffered = bool(_BE.intersection(said)) and not any(word.endswith("ing") for word in said)
    led = suffered and claim.actor.text and "to" in said  # "eleven men are thought to have escaped through a drain"
    first = claim.object and (not claim.actor.text or (suffered and not led))
    subject = (claim.object.text if claim.object and first else "") or claim.actor.text
    return f"{told} “{subject} {claim.action.text}”" if subject else f"{told} “{claim.action.text}”"


# -- which body -----------------------------------------------------------------------------------


def _bodies(a: RoleSide, b: RoleSide, agencies: Agencies) -> Outcome | None:
    """For what one body does, two bodies of which neither contains the other."""
    x, y = a.claim, b.claim
    if x.action.key != y.action.key or x.action.key not in policy.OF_ONE_BODY:
        return None
    known = x.actor.key in agencies and y.actor.key in agencies
    if not known or agencies.contains(x.actor.key, y.actor.key) or agencies.contains(y.actor.key, x.actor.key):
        return None
    features = [of.thing(a, b, align(a, b)), of.matter(a, b)]
    if (features[0].score or 0.0) < policy.SAME_STATE or not (x.factuality.affirms and y.factuality.affirms):
        return None
    if len(a.thing & b.thing) < 2:
        return None
    reason = f"one names {agencies.name(x.actor.key)}, the other {agencies.name(y.actor.key)}"
    return Outcome(Relation.CONFLICTS, Kind.AGENCY, _sure(features), reason, tuple(features))


def _sure(features: list[Feature]) -> float:
    scores = [f.score for f in features if f.score is not None]
    return sum(scores) / len(scores) if scores else 0.0
