"""Roles: whether two role claims answer one question, and how their answers stand to each other."""

from typing import NamedTuple, TypeAlias

from claims.agencies import Agencies
from claims.claim import RoleClaim
from claims.factuality import Factuality
from claims.relation import Evidence, Feature, Kind, Relation
from claims.term import Term
from matching import role_policy as policy
from matching.content import content, denies, negates, proper, share, stem, words

Side: TypeAlias = tuple[RoleClaim, Evidence]


_SAME_BODY = "the same body"


class Outcome(NamedTuple):
    """The relation of two role claims, how sure it is one question (0 to 1), why, and the features."""

    relation: Relation
    kind: Kind
    same: float
    reason: str
    features: tuple[Feature, ...]


def relate(a: Side, b: Side, agencies: Agencies) -> Outcome:
    """How two role claims stand to each other: as answers to one question, as bodies, as story and denial."""
    outcomes = [test(a, b, agencies) for test in (_answers, _bodies, _story)]
    return max(outcomes, key=lambda outcome: outcome.relation.strength)


# -- features ---------------------------------------------------------------------------------------


def actor(a: Side, b: Side, agencies: Agencies) -> Feature:
    """Who acts: the same body, one that contains it, or a name told longer and shorter; None if not told."""
    x, y = a[0].actor, b[0].actor
    if not x.key or not y.key:
        x, y = _befallen(a[0], b[0])
    if not x.key or not y.key:
        return Feature("actor", None, "not told on one side", x.text, y.text)
    if x.key in agencies or y.key in agencies:
        if x.key == y.key:
            return Feature("actor", 1.0, _SAME_BODY, x.text, y.text)
        inside = agencies.contains(x.key, y.key) or agencies.contains(y.key, x.key)
        return Feature(
            "actor", 0.8 if inside else 0.0, "one contains the other" if inside else "other bodies", x.text, y.text
        )
    shared = share(content(x.text), content(y.text))
    if x.key == y.key and not shared:
        shared = 1.0  # a pronoun that points to the same name
    return Feature("actor", shared, "the same name" if shared >= policy.SAME_ACTOR else "other actors", x.text, y.text)


def _befallen(a: RoleClaim, b: RoleClaim) -> tuple[Term, Term]:
    """The two whom it befell, where one is told as the object of a passive and the other as who died."""
    x, y = a.actor, b.actor
    if not {a.action.key, b.action.key} <= policy.BEFALLS:
        return x, y
    if not x.key and a.object is not None and (b.object is None or b.action.key == "survive"):
        return a.object, y
    if not y.key and b.object is not None and (a.object is None or a.action.key == "survive"):
        return x, b.object
    return x, y


def action(a: Side, b: Side) -> Feature:
    """What is done: one class or family; 0.5 for opposites."""
    x, y = a[0].action, b[0].action
    if (x.family and x.family == y.family) or x.key == y.key:
        return Feature("action", 1.0, "the same action", x.text, y.text)
    if frozenset((x.key, y.key)) in policy.OPPOSITES:
        return Feature("action", 0.5, "opposite actions", x.text, y.text)
    return Feature("action", 0.0, "other actions", x.text, y.text)


def thing(a: Side, b: Side) -> Feature:
    """What it is done to: the words shared by the shorter of the two; None if not told."""
    x, y = a[0].object, b[0].object
    if x is None or y is None or _befallen(a[0], b[0]) != (a[0].actor, b[0].actor):
        return Feature("object", None, "not told on one side", x.text if x else "", y.text if y else "")
    if not content(x.text) or not content(y.text):
        return Feature("object", None, "anybody", x.text, y.text)  # "no one was hurt"
    shared = share(content(x.text), content(y.text))
    if _other_names(a, b, x, y) or _possessed(x, y) or _possessed(y, x):
        shared = 0.0
    return Feature("object", shared, "alike" if shared >= policy.SAME_OBJECT else "other objects", x.text, y.text)


def _other_names(a: Side, b: Side, x: Term, y: Term) -> bool:
    """Each names what the other does not: "its Leeds plant", "its York plant"."""
    left, right = (proper(term.text, side[1].sentence) for term, side in ((x, a), (y, b)))
    return bool(left - right and right - left)


def _possessed(x: Term, y: Term) -> bool:
    """ "The mayor" and "the mayor's aide" are two."""
    return x.key != y.key and f"{x.key}'s " in y.text.lower().replace("’", "'")


def matter(a: Side, b: Side) -> Feature:
    """What the sentences are about beside actor and action: the share of words in common."""
    left, right = (content(s[1].sentence) - content(s[0].actor.text) - content(s[0].action.text) for s in (a, b))
    shared = left & right
    score = len(shared) / min(len(left), len(right)) if left and right else None
    return Feature("matter", score, ", ".join(sorted(shared)), "", "")


# -- yes and no ---------------------------------------------------------------------------------------


def _answers(a: Side, b: Side, agencies: Agencies) -> Outcome:
    """Two claims on whether somebody does something."""
    features = [action(a, b)]
    if not features[0].score:
        return _unrelated("other actions", features)
    features.append(actor(a, b, agencies))
    if features[1].score is not None and features[1].score < policy.SAME_ACTOR:
        return _unrelated("other actors", features)
    features += [thing(a, b), matter(a, b)]
    if not _one_question(a, b, features):
        return _unrelated("not surely one question", features)
    same = _sure(features)
    relation, reason = _stand(a, b, opposite=features[0].score == 0.5)
    return Outcome(relation, Kind.ROLE, same, reason, tuple(features))


def _one_question(a: Side, b: Side, features: list[Feature]) -> bool:
    acts, who, what, about = (f.score for f in features)
    keys = {a[0].action.key, b[0].action.key}
    if what is not None and what < (policy.SAME_STATE if keys & policy.STATES else policy.SAME_OBJECT):
        return False
    if keys & policy.LIGHT:
        return who is not None and what is not None and what >= policy.SAME_STATE
    if acts == 0.5 and who is not None:
        if what is not None:
            return what >= policy.SAME_STATE
        bare = _both_bare(a, b) or _befallen(a[0], b[0]) != (a[0].actor, b[0].actor)
        return bare and (who >= policy.SURELY if about is None else about >= policy.SAME_MATTER)
    if who is None and what is None:
        return keys <= policy.BEFALLS and (about or 0.0) >= policy.SAME_STORY
    if who is None:
        return what is not None and what >= policy.SAME_STATE and (about or 0.0) >= policy.SAME_MATTER
    if keys & policy.STATES and {a[0].actor.text.lower(), b[0].actor.text.lower()} & policy.PRONOUNS:
        return False
    generic = not {a[0].actor.key, b[0].actor.key} - policy.GENERIC_ACTORS
    if what is None or generic:
        # A body that the desk has listed, doing one thing in one story, is a question by itself.
        listed = features[1].detail == _SAME_BODY and a[1].story == b[1].story
        bare = about is None and not generic and (who or 0.0) >= policy.SURELY
        return listed or bare or (about or 0.0) >= policy.SAME_MATTER
    return True


def _both_bare(a: Side, b: Side) -> bool:
    return a[0].object is None and b[0].object is None


def _stand(a: Side, b: Side, opposite: bool) -> tuple[Relation, str]:
    """The relation of two answers, in words that name both."""
    x, y = a[0].factuality, b[0].factuality.negated if opposite else b[0].factuality
    says = f"one {_in_words(a[0])}, the other {_in_words(b[0])}"
    if x.open or y.open:
        return (Relation.AGREES, "both leave it open") if x.open and y.open else (Relation.DIFFERS, says)
    if x.affirms == y.affirms:
        if x == y or Factuality.POSSIBLE not in (x, y):
            return Relation.AGREES, "both say so"
        return Relation.DIFFERS, says
    no, yes = (a, b) if x.denies else (b, a)
    in_turn = opposite and frozenset((a[0].action.key, b[0].action.key)) in policy.IN_TURN
    loose = _weak(no[0], yes[0]) or _other_time(no, yes) or a[0].condition or b[0].condition or in_turn
    return (Relation.DIFFERS if loose else Relation.CONFLICTS), says


def _other_time(no: Side, yes: Side) -> bool:
    """ "Has not erupted since 1912", "erupted in 1912"; "lost in 2009", "won in 2013"."""
    years = no[1].context.years, yes[1].context.years
    return "since" in words(no[1].sentence) or bool(years[0] and years[1] and not years[0] & years[1])


def _weak(no: RoleClaim, yes: RoleClaim) -> bool:
    """No to doing it leaves room for supporting it; "may not" leaves room for yes; silence to one for a word to all."""
    lends_a_hand = yes.action.key.startswith("support-") and not no.action.key.startswith("support-")
    return lends_a_hand or no.factuality is Factuality.POSSIBLE_NOT or (no.action.key == "comment" != yes.action.key)


def _in_words(claim: RoleClaim) -> str:
    """ "says “the Guard is not expected to help”", "leaves open “they would take part”"."""
    told = "leaves open" if claim.factuality.open else "says"
    return f"{told} “{claim.actor.text} {claim.action.text}”" if claim.actor.text else f"{told} “{claim.action.text}”"


# -- which body -----------------------------------------------------------------------------------


def _bodies(a: Side, b: Side, agencies: Agencies) -> Outcome:
    """For what one body does, two bodies of which neither contains the other."""
    x, y = a[0], b[0]
    if x.action.key != y.action.key or x.action.key not in policy.OF_ONE_BODY:
        return _unrelated("other actions", [])
    known = x.actor.key in agencies and y.actor.key in agencies
    if not known or agencies.contains(x.actor.key, y.actor.key) or agencies.contains(y.actor.key, x.actor.key):
        return _unrelated("not two bodies", [])
    features = [thing(a, b), matter(a, b)]
    if (features[0].score or 0.0) < policy.SAME_STATE or not (x.factuality.affirms and y.factuality.affirms):
        return _unrelated("not surely one act", features)
    if len(content(x.object.text if x.object else "") & content(y.object.text if y.object else "")) < 2:
        return _unrelated("not surely one act", features)
    reason = f"one names {agencies.name(x.actor.key)}, the other {agencies.name(y.actor.key)}"
    return Outcome(Relation.CONFLICTS, Kind.AGENCY, _sure(features), reason, tuple(features))


# -- story and denial -----------------------------------------------------------------------------


def _story(a: Side, b: Side, agencies: Agencies) -> Outcome:
    """One sentence calls a story untrue that the other tells. A cue on both sides cancels out."""
    left, right = denies(a[1].sentence), denies(b[1].sentence)
    if left == right:
        return _unrelated("neither or both call it untrue", [])
    teller = b if left else a
    if negates(teller[1].sentence) or not teller[0].factuality.affirms:
        return _unrelated("the other does not tell it as true", [])
    named = [frozenset(map(stem, side[1].context.names)) for side in (a, b)]
    x, y = ((content(side[1].sentence) | names) - policy.CUE_STEMS for side, names in zip((a, b), named, strict=True))
    shared = x & y
    score = share(x, y)
    feature = Feature("story", score, ", ".join(sorted(shared)), "", "")
    by_name = bool(named[0] & named[1]) and score >= policy.SAME_STORY_BY_NAME and len(shared) > 2
    if (score < policy.SAME_STORY or len(shared) < 2) and not by_name:
        return _unrelated("another story", [feature])
    return Outcome(Relation.CONFLICTS, Kind.ROLE, score, "one tells it, the other calls it untrue", (feature,))


def _sure(features: list[Feature]) -> float:
    scores = [f.score for f in features if f.score is not None]
    return sum(scores) / len(scores) if scores else 0.0


def _unrelated(why: str, features: list[Feature]) -> Outcome:
    return Outcome(Relation.UNRELATED, Kind.ROLE, 0.0, why, tuple(features))
