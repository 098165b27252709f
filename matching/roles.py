"""Roles: whether two role claims answer one question, and how their answers stand to each other."""

from claims.agencies import Agencies
from claims.claim import RoleClaim
from claims.factuality import Factuality
from claims.relation import Feature, Kind, Relation
from matching import denials, turns
from matching import role_features as of
from matching import role_policy as policy
from matching.aligning import Aligned, Part, align
from matching.likeness import other_kinds
from matching.outcome import Outcome, unrelated
from matching.sides import RoleSide

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
    if who.score is not None and who.score < policy.SAME_ACTOR:
        return unrelated("other actors", [acts, who])
    if turns.so_far(a, b) or turns.so_far(b, a):
        return unrelated("one tells what never was, the other what may be", [acts])
    if of.one_story(a, b) and other_kinds(a.claim.action.text, b.claim.action.text):
        return unrelated("told of two kinds of it", [acts])
    features = [acts, who, of.thing(a, b, parts), of.matter(a, b)]
    if not _one_question(a, b, features, parts):
        return unrelated("not surely one question", features)
    relation, reason = _stand(a, b, opposite=acts.score == 0.5)
    return Outcome(relation, Kind.ROLE, _sure(features), reason, tuple(features))


def _one_question(a: RoleSide, b: RoleSide, features: list[Feature], parts: Aligned) -> bool:
    acts, who, what, _ = (f.score for f in features)
    keys = {a.claim.action.key, b.claim.action.key}
    if acts == 1.0 and who is None and keys <= policy.BEFALLS and (turns.nobody(a, b) or turns.nobody(b, a)):
        return of.one_story(a, b)
    if what is not None and what < (policy.SAME_STATE if keys & policy.STATES else policy.SAME_OBJECT):
        return keys <= policy.EVER_ONCE and _one_of_story(a, b, who, parts.who)  # "appeal to the court", "the ruling"
    if {a.claim.actor.key, b.claim.actor.key} & policy.VOICES:
        return False  # some officials confirm it, others do not
    if keys & policy.PARTS and "take-part" in keys:
        return _one_of_story(a, b, who, parts.who)
    once = keys <= policy.ONCE or _both_bare(a, b) or parts.what is None
    if of.kindred(a, b) and what is None and not once:
        return False
    if (
        keys & policy.LIGHT
        and parts.what is not None
        and not (_both_bare(a, b) and a.claim.action.key != b.claim.action.key)
    ):
        return who is not None and what is not None and what >= policy.SAME_STATE
    if who is None:
        return _untold(a, b, features, parts)
    if acts == 0.5:
        return _one_of_opposites(a, b, features, parts)
    if keys & policy.STATES and {a.claim.actor.text.lower(), b.claim.actor.text.lower()} & policy.PRONOUNS:
        return False
    generic = not {a.claim.actor.key, b.claim.actor.key} - policy.GENERIC_ACTORS
    return not (what is None or generic) or _surely_one(a, b, features, parts, generic)


def _untold(a: RoleSide, b: RoleSide, features: list[Feature], parts: Aligned) -> bool:
    """Where one does not tell who acts, what it is done to must say it."""
    what, about = features[2].score, features[3].score or 0.0
    if what is None:
        return {a.claim.action.key, b.claim.action.key} <= policy.BEFALLS and about >= policy.SAME_STORY
    known = of.one_story(a, b) and _specific(parts.what)
    return what >= policy.SAME_STATE and (known or about >= policy.SAME_MATTER)


def _one_of_opposites(a: RoleSide, b: RoleSide, features: list[Feature], parts: Aligned) -> bool:
    """Yes to one and yes to its opposite are of one thing, told of both or of neither."""
    who, what, about = (f.score or 0.0 for f in features[1:])
    if features[2].score is not None:
        return what >= policy.SAME_STATE and not _in_part(parts.what)
    one_thing = parts.what is None  # told as what is acted on here, and as what acts there
    if {a.claim.action.key, b.claim.action.key} <= policy.ONCE and _one_of_story(a, b, who, parts.who):
        return True  # "will appeal", "accepts the verdict"
    if not one_thing and not _both_bare(a, b):
        return False
    if of.one_story(a, b):
        known = _one_of_story(a, b, who, parts.who) and not _in_part(parts.who)
        return known or (not one_thing and about >= policy.SAME_MATTER)
    return who >= policy.SURELY if features[3].score is None else about >= policy.SAME_MATTER


def _surely_one(a: RoleSide, b: RoleSide, features: list[Feature], parts: Aligned, generic: bool) -> bool:
    """Where what it is done to is not told on both sides, or who acts may be anybody of a kind."""
    who, what, about = (f.score for f in features[1:])
    surely = who is not None and who >= policy.SURELY
    known = _one_of_story(a, b, who, parts.who)
    keys = {a.claim.action.key, b.claim.action.key}
    once = keys <= policy.ONCE or of.implied(a, b)  # "will appeal against the verdict", "will not appeal"
    if known and (once or _both_bare(a, b) or parts.what is None or _pointed(a) != _pointed(b)):
        return True  # "will sign the bill", "has refused to sign it"
    alike = what is not None and what >= policy.SAME_STATE
    if surely and alike and of.one_story(a, b) and _one_body(a, b):
        return True
    # A body that the desk has listed, doing one thing in one story, is a question by itself.
    listed = features[1].detail == of.SAME_BODY and a.story == b.story
    bare = about is None and not generic and surely
    return listed or bare or (about or 0.0) >= policy.SAME_MATTER


def _one_of_story(a: RoleSide, b: RoleSide, score: float | None, parts: tuple[Part | None, Part | None] | None) -> bool:
    """Whether both name the one that their story has of this."""
    return of.one_story(a, b) and score is not None and score >= policy.SURELY and _specific(parts)


def _both_bare(a: RoleSide, b: RoleSide) -> bool:
    return a.claim.object is None and b.claim.object is None


def _one_body(a: RoleSide, b: RoleSide) -> bool:
    """ "The police", "plain-clothes policemen"."""
    return {policy.SAME_WORDS.get(side.claim.actor.key, side.claim.actor.key) for side in (a, b)} <= policy.BODIES


def _pointed(side: RoleSide) -> bool:
    """Whether a pronoun stands for what it is done to: "refused to sign it"."""
    behind = side.evidence.sentence.partition(side.claim.action.text)[2].split()[:1]
    return side.claim.object is None and bool(behind) and behind[0].strip(",.;").lower() in ("it", "them")


def _specific(parts: tuple[Part | None, Part | None] | None) -> bool:
    """Whether a story has one of them: "the captain", and not "a passenger" or "police"."""
    terms = [part[0] for part in parts or () if part is not None]
    definite = not any(term.text.lower().startswith(policy.INDEFINITE) for term in terms)
    return definite and len(terms) == 2 and not all(term.key in policy.GENERIC_ACTORS for term in terms)


def _in_part(parts: tuple[Part | None, Part | None] | None) -> bool:
    """ "Freed some hostages", "still holds ten hostages": one does not end the other."""
    first = [part[0].text.lower().partition(" ")[0] for part in parts or () if part is not None]
    return any(word[:1].isdigit() or word in policy.COUNTS for word in first)


def _stand(a: RoleSide, b: RoleSide, opposite: bool) -> tuple[Relation, str]:
    """The relation of two answers, in words that name both."""
    x, y = a.claim.factuality, b.claim.factuality.negated if opposite else b.claim.factuality
    if x.open and y.open:
        return Relation.AGREES, "both leave it open"
    if x is y or (x.affirms == y.affirms and not (x.open or y.open) and Factuality.POSSIBLE not in (x, y)):
        return Relation.AGREES, "both say so"
    says = f"one {_in_words(a.claim)}, the other {_in_words(b.claim)}"
    if x.open or y.open or x.affirms == y.affirms:
        return Relation.DIFFERS, says
    no, yes = (a, b) if x.denies else (b, a)
    may = opposite and Factuality.POSSIBLE in (a.claim.factuality, b.claim.factuality)
    in_turn = may or (opposite and (turns.in_turn(a, b) or turns.until(a, b))) or turns.not_yet(no, yes)
    loose = (
        _weak(no.claim, yes.claim)
        or turns.for_some(no, yes)
        or turns.other_time(no, yes)
        or a.claim.condition
        or b.claim.condition
        or in_turn
    )
    return (Relation.DIFFERS if loose else Relation.CONFLICTS), says


def _weak(no: RoleClaim, yes: RoleClaim) -> bool:
    """No to doing it leaves room for supporting it; "may not" leaves room for yes; silence to one for a word to all."""
    lends_a_hand = yes.action.key.startswith("support-") and not no.action.key.startswith("support-")
    return lends_a_hand or no.factuality is Factuality.POSSIBLE_NOT or (no.action.key == "comment" != yes.action.key)


def _in_words(claim: RoleClaim) -> str:
    """ "says “the Guard is not expected to help”", "leaves open “they would take part”"."""
    told = "leaves open" if claim.factuality.open else "says"
    said = claim.action.text.lower().split()
    if said[:1] == ["there"]:
        return f"{told} “{claim.action.text}”"
    suffered = bool(_BE.intersection(said)) and not any(word.endswith("ing") for word in said)
    subject = (claim.object.text if claim.object and (suffered or not claim.actor.text) else "") or claim.actor.text
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
