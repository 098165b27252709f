"""Questions: whether two role claims answer one, so that yes to the one and no to the other cannot both be true."""

from claims.relation import Feature
from matching.roles import extents, policy
from matching.roles import features as of
from matching.roles.aligning import Aligned, Part
from matching.roles.side import RoleSide
from matching.words.policy import SAME_WORDS


def one(a: RoleSide, b: RoleSide, features: list[Feature], parts: Aligned) -> bool:
    """Whether both tell of one thing, by the likeness of action, actor, object and matter."""
    acts, who, what, _ = (f.score for f in features)
    keys = {a.claim.action.key, b.claim.action.key}
    if acts == 1.0 and keys <= policy.BEFALLS and (extents.nobody(a, b) or extents.nobody(b, a)):
        return of.one_story(a, b)
    if what is None and _tells_that(a) != _tells_that(b):
        return False  # "denied the report", "did not deny that talks had been held"
    none = extents.none_at_all(a, b) or extents.none_at_all(b, a) or extents.nothing(a, b) or extents.nothing(b, a)
    if acts == 1.0 and of.one_story(a, b) and none:
        return True
    if what is not None and what < (policy.SAME_STATE if keys & policy.STATES else policy.SAME_OBJECT):
        return keys <= policy.EVER_ONCE and _one_of_story(a, b, who, parts.who)  # "appeal to the court", "the ruling"
    if {a.claim.actor.key, b.claim.actor.key} & policy.VOICES:
        return False  # some officials confirm it, others do not
    if keys & policy.PARTS and "take-part" in keys:
        return _one_of_story(a, b, who, parts.who)
    once = keys <= policy.ONCE or _both_bare(a, b) or parts.what is None
    if of.kindred(a, b) and what is None and not once:
        return False
    light = keys & policy.LIGHT and parts.what is not None
    if light and not (len(keys) == 2 and _both_bare(a, b)):  # "has shut down", "still runs"
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
    part = _in_part(a, b, parts.what) or _in_part(a, b, parts.who)  # "six members voted against the bill"
    if (features[0].score == 0.5 and part) or extents.elsewhere(a, b) or extents.elsewhere(b, a):
        return False
    known = of.one_story(a, b) and _specific(parts.what)
    return what >= policy.SAME_STATE and (known or about >= policy.SAME_MATTER)


def _one_of_opposites(a: RoleSide, b: RoleSide, features: list[Feature], parts: Aligned) -> bool:
    """Yes to one and yes to its opposite are of one thing, told of both or of neither."""
    who, what, about = (f.score or 0.0 for f in features[1:])
    if features[2].score is not None:
        return what >= policy.SAME_STATE and not _in_part(a, b, parts.what)
    one_thing = parts.what is None  # told as what is acted on here, and as what acts there
    if {a.claim.action.key, b.claim.action.key} <= policy.ONCE and _one_of_story(a, b, who, parts.who):
        return True  # "will appeal", "accepts the verdict"
    if not one_thing and not _both_bare(a, b):
        return False
    if of.one_story(a, b):
        known = _one_of_story(a, b, who, parts.who) and not _in_part(a, b, parts.who)
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
    body = surely and of.one_story(a, b) and _one_body(a, b)
    if (known or body) and (_denies_any(a, b) or _denies_any(b, a)):
        return True
    alike = parts.what is None or (what is not None and what >= policy.SAME_STATE)
    if surely and alike and of.one_story(a, b) and (_one_body(a, b) or _both_definite(parts.who)):
        return True
    # A body that the desk has listed, doing one thing in one story, is a question by itself.
    listed = features[1].detail == of.SAME_BODY and a.story == b.story
    bare = about is None and not generic and surely
    return listed or bare or (about or 0.0) >= policy.SAME_MATTER


def _one_of_story(a: RoleSide, b: RoleSide, score: float | None, parts: tuple[Part | None, Part | None] | None) -> bool:
    """Whether both name the one that their story has of this."""
    return of.one_story(a, b) and score is not None and score >= policy.SURELY and _specific(parts)


def _both_bare(a: RoleSide, b: RoleSide) -> bool:
    return a.bare and b.bare


def _denies_any(no: RoleSide, yes: RoleSide) -> bool:
    """ "The officers did not shoot": a no to whomever the yes is of."""
    denied = no.claim.factuality.denies and yes.claim.factuality.affirms and no.bare
    return denied and no.claim.action.key in policy.DENIED_OF_ANY


def _one_body(a: RoleSide, b: RoleSide) -> bool:
    """ "The police", "plain-clothes policemen"."""
    return {SAME_WORDS.get(side.claim.actor.key, side.claim.actor.key) for side in (a, b)} <= policy.BODIES


def _tells_that(side: RoleSide) -> bool:
    return side.claim.object is None and side.behind[:1] in (["that"], ["whether"])


def _pointed(side: RoleSide) -> bool:
    """Whether a pronoun stands for what it is done to: "refused to sign it"."""
    behind = side.evidence.sentence.partition(side.claim.action.text)[2].split()[:1]
    return side.claim.object is None and bool(behind) and behind[0].strip(",.;").lower() in ("it", "them")


def _specific(parts: tuple[Part | None, Part | None] | None) -> bool:
    """Whether a story has one of them: "the captain", and not "a passenger" or "police"."""
    terms = [part[0] for part in parts or () if part is not None]
    definite = not any(term.text.lower().startswith(policy.INDEFINITE) for term in terms)
    return definite and len(terms) == 2 and not all(term.key in policy.GENERIC_ACTORS for term in terms)


def _both_definite(parts: tuple[Part, Part]) -> bool:
    """ "The man", "the man in the bank"."""
    return all(term.text.lower().startswith("the ") for term, _ in parts)


def _in_part(a: RoleSide, b: RoleSide, parts: tuple[Part | None, Part | None] | None) -> bool:
    """ "Freed some hostages", "still holds ten hostages": one does not end the other; freeing all of them would."""
    first = [part[0].text.lower().partition(" ")[0] for part in parts or () if part is not None]
    counted = any(word[:1].isdigit() or word in policy.COUNTS for word in first)
    nearly = not policy.NEARLY.isdisjoint((*a.words, *b.words))  # "almost all patients survive"
    return counted and (nearly or policy.WHOLES.isdisjoint(first))
