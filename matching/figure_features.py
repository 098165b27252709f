"""Features of a pair of figure claims: each returns a score, the detail, and the two strings compared."""

from collections.abc import Callable
from decimal import Decimal
from typing import TypeAlias

from rapidfuzz import fuzz

from claims.claim import Part, Status
from claims.relation import Feature
from matching import events, policy, word_policy
from matching.sides import FigureSide

Test: TypeAlias = Callable[[FigureSide, FigureSide], Feature]

_FAR = Feature("near", None, "", "", "")


def counted(a: FigureSide, b: FigureSide) -> Feature:
    """What is counted: one class, or one that may stand for the other; 0 for a part of the other's people."""
    x, y = a.claim.counted, b.claim.counted
    text = (x.text if x else "", y.text if y else "")
    if _thing_for_people(a) or _thing_for_people(b):
        return Feature("counted", 0.0, "things where people are counted", *text)
    casualty = a.action in policy.CASUALTY and b.action in policy.CASUALTY
    if x is None or y is None:
        known = x or y
        if known is not None and casualty and known.key in _subsets(a):
            return Feature("counted", 0.0, "a part of those counted", *text)
        return Feature("counted", None, "not said on one side", *text)
    if x.key == y.key:
        if _two_kinds(x.text, y.text):
            return Feature("counted", 0.0, "two kinds counted", *text)
        return Feature("counted", 1.0, "the same thing counted", *text)
    if (x.family and x.family == y.family) or (casualty and "" in (x.family, y.family)):
        exchanged = a.action == b.action and a.action in policy.EXCHANGED
        return _kindred(x.key, y.key, _subsets(a) if casualty else None, exchanged, text)
    alike = fuzz.token_set_ratio(x.text.lower(), y.text.lower()) / 100
    if alike >= 0.8:
        return Feature("counted", alike, "alike in words", *text)
    # What money and shares are of is told in other words: "in a $2 billion deal", "buys it for $2 billion".
    told_freely = a.claim.quantity.unit is not None and a.claim.quantity.unit.dimension.startswith(
        policy.SUBJECT_NEEDED
    )
    return Feature("counted", 0.3 if told_freely else 0.0, "different things counted", *text)


def _two_kinds(x: str, y: str) -> bool:
    """Whether two nouns of one class are kinds of it: teachers and nurses, cars and buses."""
    p, q = (word_policy.KINDS.get(text.lower().rsplit(maxsplit=1)[-1]) if text else None for text in (x, y))
    return p is not None and q is not None and p != q


def _thing_for_people(side: FigureSide) -> bool:
    counted = side.claim.counted
    return counted is not None and counted.family == "thing" and side.action in policy.PEOPLE_ONLY


def _subsets(side: FigureSide) -> frozenset[str]:
    """The classes that are a part of those counted; whom police hold are suspects, protesters or militants anyway."""
    return policy.SUBSETS - policy.HELD if side.action in policy.HOLDING else policy.SUBSETS


def _kindred(x: str, y: str, subsets: frozenset[str] | None, exchanged: bool, text: tuple[str, str]) -> Feature:
    specific = {x, y} - {"anyone"}
    if exchanged and len(specific) > 1:
        return Feature("counted", 0.0, "each side's own people", *text)
    if subsets is not None and specific & subsets:
        return Feature("counted", 0.0, "a part of those counted", *text)
    if "anyone" in (x, y):
        return Feature("counted", 0.8, "a general word for the other", *text)
    return Feature("counted", 0.0 if subsets is None else 0.6, "kindred things counted", *text)


def moment(a: FigureSide, b: FigureSide) -> Feature:
    """0 where either tells of a market: a price without its minute is another question."""
    market = (a.about.profile.events & policy.MARKETS) | (b.about.profile.events & policy.MARKETS)
    return Feature("moment", 0.0 if market else 1.0, "a level that moves by the minute" if market else "", "", "")


def reach(a: FigureSide, b: FigureSide) -> Feature:
    """0 for "nationwide" against "worldwide", "worldwide" against "in Wales", 900 "worldwide" against 300."""
    x, y = ({policy.REACH[word] for word in side.about.profile.words if word in policy.REACH} for side in (a, b))
    placed = bool(a.about.profile.places if y else b.about.profile.places)
    wider = (_size(a) > _size(b)) == bool(x)
    apart = not x & y if x and y else bool(x or y) and (placed or wider)
    return Feature("reach", 0.0 if apart else 1.0, "of another reach" if apart else "", " ".join(x), " ".join(y))


def _size(side: FigureSide) -> Decimal:
    return side.claim.quantity.base[0] or side.claim.quantity.base[1] or Decimal(0)


def role(a: FigureSide, b: FigureSide) -> Feature:
    """0 for actions that are told for each other but count otherwise: eight shot may be three dead and five hurt."""
    x, y = a.action, b.action
    told_freely = (
        not x or not y or not policy.AFFECTS.isdisjoint((x, y)) or any({x, y} <= group for group in policy.ONE_COUNT)
    )
    same = x == y or told_freely or a.claim.quantity.unit is not None
    return Feature("role", 1.0 if same else 0.0, "" if same else f"{x} against {y}", x, y)


def action(a: FigureSide, b: FigureSide) -> Feature:
    """What befell or was done: one class, or classes that reports of one event use for each other."""
    x, y = a.claim.action, b.claim.action
    measure = a.claim.quantity.unit is not None
    text = (x.text if x else "", y.text if y else "")
    if x is None and y is None:
        nameless = not measure and (a.claim.counted is None or b.claim.counted is None)
        return Feature("action", 0.0 if nameless else None, "no action on either side", *text)
    if x is None or y is None:
        one = x or y
        apart = one is not None and one.key in policy.CASUALTY and not measure
        return Feature("action", 0.0 if apart else None, "an action on one side only", *text)
    if x.key == y.key:
        return Feature("action", 1.0, "the same action", *text)
    touched = {x.key, y.key} & policy.AFFECTS and not {x.key, y.key} & policy.CASUALTY and not measure
    if touched or any({x.key, y.key} <= group for group in policy.INTERCHANGEABLE):
        return Feature("action", 0.7, "actions told for each other", *text)
    return Feature("action", 0.3 if measure else 0.0, "different actions", *text)


def owner(a: FigureSide, b: FigureSide) -> Feature:
    """Whose measure it is: 0 for two people of other names."""
    x, y = a.claim.actor, b.claim.actor
    text = (x.text if x else "", y.text if y else "")
    if x is None or y is None:
        return Feature("owner", None, "not said on one side", *text)
    if a.claim.counted and a.claim.counted.key in policy.VARYING:
        return Feature("owner", None, "nobody has the wind", *text)
    if a.action in policy.DEALS and b.action in policy.DEALS and a.story != "" and a.claim.quantity.unit is not None:
        return Feature("owner", None, "who pays and who is paid", *text)
    same = x.key == y.key or fuzz.ratio(x.key, y.key) >= policy.SAME_NAME
    return Feature("owner", 1.0 if same else 0.0, "the same name" if same else "different people", *text)


def status(a: FigureSide, b: FigureSide) -> Feature:
    """0 for what is planned, asked or past against what is; what a court orders and what it awards is one."""
    x, y = a.status, b.status
    ruled = not (word_policy.RULED.isdisjoint(a.beside.words) or word_policy.RULED.isdisjoint(b.beside.words))
    same = {x, y} <= policy.FACTS or (x == y and x is not Status.EARLIER) or (ruled and Status.EARLIER not in (x, y))
    return Feature("status", 1.0 if same else 0.0, "the same status" if same else f"{x} against {y}", x, y)


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


def place(a: FigureSide, b: FigureSide) -> Feature:
    return events.places(a.about, b.about)


def event(a: FigureSide, b: FigureSide) -> Feature:
    """What kind of event it was; one named person of a story may be told of in each of its events."""
    found = events.kinds(a.about, b.about)
    one = a.story != "" and owner(a, b).score == 1.0
    return Feature("event", None, "of one person", found.a, found.b) if one and found.score == 0.0 else found


def title(a: FigureSide, b: FigureSide) -> Feature:
    return events.titles(a.about, b.about)


def year(a: FigureSide, b: FigureSide) -> Feature:
    return events.years(a.about, b.about)


def site(a: FigureSide, b: FigureSide) -> Feature:
    return events.sites(a.about, b.about)


def when(a: FigureSide, b: FigureSide) -> Feature:
    return events.times(a.claim.time, b.claim.time, a.looks_back, b.looks_back)


def near(a: FigureSide, b: FigureSide) -> Feature:
    """How close two large tolls are; close ones are rather of one event than of two: 170 and 200 missing."""
    x, y = a.claim.quantity.value, b.claim.quantity.value
    toll = a.claim.quantity.unit is None and a.action == b.action and a.action in policy.CASUALTY
    if not toll or x is None or y is None or min(x, y) < max(policy.TELLING, policy.CLOSE * max(x, y)):
        return _FAR
    return Feature("near", float(min(x, y) / max(x, y)), "two tolls close to each other", str(x), str(y))


def names(a: FigureSide, b: FigureSide) -> Feature:
    return events.names(a.about, b.about)


def words(a: FigureSide, b: FigureSide) -> Feature:
    return events.words(a.about, b.about)
