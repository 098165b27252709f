"""Features of a pair of role claims: each returns a score, the detail, and the two strings compared."""

from claims.agencies import Agencies
from claims.relation import Feature
from claims.term import Term
from matching.roles import pairs, policy
from matching.roles.aligning import Aligned
from matching.roles.side import RoleSide
from matching.words.content import content, share, words
from matching.words.likeness import (
    all_of,
    apart,
    is_sum,
    one_client,
    one_head,
    one_name,
    one_of,
    one_people,
    one_sum,
    other_names,
    rivals,
)

SAME_BODY = "the same body"
_UNTOLD = "not told on one side"


def one_story(a: RoleSide, b: RoleSide) -> bool:
    """Whether both tell of one event."""
    return a.story != "" and a.story == b.story


def actor(a: RoleSide, b: RoleSide, aligned: Aligned, agencies: Agencies) -> Feature:
    """Who acts: the same body, one that contains it, or a name told longer and shorter; None if not told."""
    (x, _), (y, _) = aligned.who
    if not x.key or not y.key:
        return Feature("actor", None, _UNTOLD, x.text, y.text)
    within = one_story(a, b)
    score, detail = _one_actor(aligned, within, agencies)
    if score < policy.SAME_ACTOR and within and (_of_government(a, b) or _of_government(b, a)):
        score, detail = 0.8, "one speaks for the other"
    # Most are others at once; what sets two apart is asked of those that might be one.
    if score >= policy.SAME_ACTOR and within and apart(x.text, y.text) and not all_of(x, y):
        score, detail = 0.0, "set against each other"
    return Feature("actor", score, detail, x.text, y.text)


def _of_government(no: RoleSide, yes: RoleSide) -> bool:
    """ "The government has no intention of it" denies it of its ministers."""
    whole = no.claim.actor.key in policy.GOVERNMENT and no.claim.factuality.denies
    return whole and yes.claim.actor.key in policy.MINISTERS and yes.claim.factuality.affirms


def _one_actor(aligned: Aligned, within: bool, agencies: Agencies) -> tuple[float, str]:
    """How surely two actors are one, and why; ``within`` one story."""
    (x, left), (y, right) = aligned.who
    if x.key in agencies or y.key in agencies:
        if x.key == y.key:
            return 1.0, SAME_BODY
        if agencies.contains(x.key, y.key) or agencies.contains(y.key, x.key):
            return 0.8, "one contains the other"
        if within and left and right and (left <= right or right <= left):
            return 0.8, SAME_BODY  # "the soldiers" of a body, "her soldiers"
        return 0.0, "other bodies"
    shared = share(left, right)
    if x.key == y.key and (not shared or (within and not content(x.key) <= left & right)):
        shared = 1.0  # a pronoun, or "the health giant", that points to the same name
    specific = within and x.key not in policy.GENERIC_ACTORS
    if shared < policy.SURELY and specific and (one_head(x, y) or one_name(x, y) or all_of(x, y)):
        shared = 1.0
    if shared < policy.SAME_ACTOR:
        return shared, "other actors"
    beside = any(_possessed(p, q) and q.key in policy.BESIDE for p, q in ((x, y), (y, x)))
    if beside or _other_offices(x, y):
        return 0.0, "other actors"
    return (0.0, "other names") if within and other_names(x.text, y.text) else (shared, "the same name")


def _other_offices(x: Term, y: Term) -> bool:
    """ "The pilot", "the co-pilot"; "Deputy Governor Lund" and "Lund" are one."""
    p, q = (not policy.STANDING_IN.isdisjoint(words(term.text)) for term in (x, y))
    return p != q and _surname(x) != _surname(y)


def _surname(actor: Term) -> str:
    """The last word where it is a name: of "the vice president" none, and so another at each."""
    last = actor.text.split()[-1]
    return last if last[:1].isupper() and last.lower() not in policy.OFFICES else actor.text


def action(a: RoleSide, b: RoleSide) -> Feature | None:
    """What is done: one class, family or kin; 0.5 for opposites; None for other actions."""
    x, y = a.claim.action, b.claim.action
    if x.key == y.key or (x.family and x.family == y.family):
        return Feature("action", 1.0, "the same action", x.text, y.text)
    if {x.key, y.key} - policy.PARTS == {"take-part"}:
        return Feature("action", 1.0, "a part in it", x.text, y.text)
    if x.key in pairs.OPPOSED and frozenset((x.key, y.key)) in pairs.OPPOSITES and _by_another(a, b):
        return Feature("action", 0.5, "opposite actions", x.text, y.text)
    if kindred(a, b):
        return Feature("action", 1.0, "told with another verb", x.text, y.text)
    if implied(a, b):
        return Feature("action", 1.0, "one cannot be without the other", x.text, y.text)
    return None


def _by_another(a: RoleSide, b: RoleSide) -> bool:
    """Whether it is told who did it, where somebody may have done it to himself: "police shot him dead"."""
    if frozenset((a.claim.action.key, b.claim.action.key)) not in pairs.BY_ANOTHER:
        return True
    return any(side.claim.action.key == "kill" and side.claim.actor.key for side in (a, b))


def kindred(a: RoleSide, b: RoleSide) -> bool:
    """Whether two verbs may tell of one thing: "was seized", "was arrested"."""
    return frozenset((a.claim.action.key, b.claim.action.key)) in pairs.KINDRED


def implied(a: RoleSide, b: RoleSide) -> bool:
    """ "Approved it" and "has never voted": the no to one thing is a no to what cannot be without it."""
    return any(
        yes.claim.factuality.affirms
        and no.claim.factuality.denies
        and (yes.claim.action.key, no.claim.action.key) in pairs.IMPLIED
        for yes, no in ((a, b), (b, a))
    )


def thing(a: RoleSide, b: RoleSide, aligned: Aligned) -> Feature:
    """What it is done to: the words shared by the shorter of the two; None if not told."""
    x, y = aligned.what or (None, None)
    text = (x[0].text if x else "", y[0].text if y else "")
    if x is None or y is None:
        return Feature("object", None, _UNTOLD, *text)
    (left, told), (right, held) = x, y
    if not told or not held:
        return Feature("object", None, "anybody", *text)  # "no one was hurt"
    if is_sum(left) != is_sum(right) and not one_sum(left, right):
        return Feature("object", None, "a sum", *text)  # "will pay for the tanks", "will pay 340 million for the tanks"
    shared, within = share(told, held), one_story(a, b)
    if within and one_client(left, right):
        return Feature("object", policy.ONE_HEAD, "a lawyer's client", *text)
    if within:
        people = one_people(left, right, b.sentence) or one_people(right, left, a.sentence)
        alike = people or one_head(left, right) or one_sum(left, right) or all_of(left, right)
        shared = max(shared, policy.ONE_HEAD) if alike else shared
    if shared and within:
        sited = a.sites and b.sites and not a.sites & b.sites
        if sited or (not all_of(left, right) and (apart(left.text, right.text) or rivals(left, right))):
            return Feature("object", 0.0, "set against each other", *text)
        if one_of(left, right):
            return Feature("object", 0.0, "a part of the other", *text)
        if _other_offices(left, right):
            return Feature("object", 0.0, "one stands in for the other", *text)
    if shared and (_other_names(a, b) or _possessed(left, right) or _possessed(right, left)):
        shared = 0.0
    return Feature("object", shared, "alike" if shared >= policy.SAME_OBJECT else "other objects", *text)


def _other_names(a: RoleSide, b: RoleSide) -> bool:
    """Each names what the other does not: "its Leeds plant", "its York plant"."""
    return bool(a.named - b.named and b.named - a.named)


def _possessed(x: Term, y: Term) -> bool:
    """ "The mayor" and "the mayor's aide" are two."""
    return x.key != y.key and f"{x.key}'s " in y.text.lower().replace("’", "'")


def matter(a: RoleSide, b: RoleSide) -> Feature:
    """What the sentences are about beside actor and action: the share of words in common."""
    shared = a.matter & b.matter
    score = len(shared) / min(len(a.matter), len(b.matter)) if a.matter and b.matter else None
    return Feature("matter", score, ", ".join(sorted(shared)), "", "")
