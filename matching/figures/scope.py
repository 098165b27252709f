"""Scope of a pair of figure claims: tests that make of a conflict a difference, for they count alike, but not one."""

from decimal import Decimal

from claims.claim import Part, Status
from claims.factuality import Factuality
from claims.relation import Feature
from matching.figures import policy, word_policy
from matching.figures.features import counted
from matching.figures.side import FigureSide


def part(a: FigureSide, b: FigureSide) -> Feature:
    """0 for a part or an addition against a whole, and for two parts that nothing says are one."""
    x, y = a.claim.part, b.claim.part
    text = (x or "", y or "")
    small = {Part.PART, Part.ADDITIONAL}
    if x in small or y in small:
        same = x == y and counted(a, b).score == 1.0 and _one_part(a, b)
        return Feature("part", 1.0 if same else 0.0, "both parts" if same else "a part against a whole", *text)
    return Feature("part", 1.0, "both wholes", *text)


def _one_part(a: FigureSide, b: FigureSide) -> bool:
    """Whether both tell whom or where: "of the children", "in Arle"; people in a hotel are not those in a school."""
    thing = a.claim.counted
    if a.claim.quantity.unit is not None or (thing is not None and thing.key != "anyone"):
        return True
    shared = a.about.names.words & b.about.names.words or a.about.sites.words & b.about.sites.words
    return bool(shared or a.beside.whereabouts & b.beside.whereabouts)


def status(a: FigureSide, b: FigureSide) -> Feature:
    """0 for what is planned, asked or past against what is; what a court orders and what it awards is one."""
    x, y = a.status, b.status
    ruled = not (word_policy.RULED.isdisjoint(a.beside.words) or word_policy.RULED.isdisjoint(b.beside.words))
    lasts = a.claim.counted is not None and a.claim.counted.family == policy.SPAN  # a truce agreed is a truce to come
    either = lasts or (ruled and Status.EARLIER not in (x, y))
    may = not word_policy.MAY.isdisjoint(a.beside.words | b.beside.words)  # "could have been jailed for nine years"
    same = (either and not may) or {x, y} <= policy.FACTS or (x == y and x is not Status.EARLIER)
    return Feature("status", 1.0 if same else 0.0, "the same status" if same else f"{x} against {y}", x, y)


def sureness(a: FigureSide, b: FigureSide) -> Feature:
    """0 for what may be against what is: "may have killed 40", "killed 12"."""
    x, y = (side.claim.factuality is Factuality.POSSIBLE for side in (a, b))
    return Feature("sureness", 0.0 if x != y else 1.0, "what may be against what is" if x != y else "", "", "")


def moment(a: FigureSide, b: FigureSide) -> Feature:
    """0 where either tells of a market: a price without its minute is another question."""
    market = (a.about.profile.events & policy.MARKETS) | (b.about.profile.events & policy.MARKETS)
    return Feature("moment", 0.0 if market else 1.0, "a level that moves by the minute" if market else "", "", "")


def role(a: FigureSide, b: FigureSide) -> Feature:
    """0 for actions that are told for each other but count otherwise: eight shot may be three dead and five hurt."""
    x, y = a.action, b.action
    told_freely = (
        not x or not y or not policy.AFFECTS.isdisjoint((x, y)) or any({x, y} <= group for group in policy.ONE_COUNT)
    )
    same = x == y or told_freely or a.claim.quantity.unit is not None
    return Feature("role", 1.0 if same else 0.0, "" if same else f"{x} against {y}", x, y)


def reach(a: FigureSide, b: FigureSide) -> Feature:
    """0 for "nationwide" against "worldwide", "worldwide" against "in Wales", 900 "worldwide" against 300."""
    x, y = ({policy.REACH[word] for word in side.about.profile.words if word in policy.REACH} for side in (a, b))
    placed = bool(a.about.profile.places if y else b.about.profile.places)
    wider = (_size(a) > _size(b)) == bool(x)
    apart = not x & y if x and y else bool(x or y) and (placed or wider)
    return Feature("reach", 0.0 if apart else 1.0, "of another reach" if apart else "", " ".join(x), " ".join(y))


def _size(side: FigureSide) -> Decimal:
    return side.claim.quantity.base[0] or side.claim.quantity.base[1] or Decimal(0)
