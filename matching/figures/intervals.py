"""Intervals: how two quantities stand to each other as numbers, whatever they count."""

from dataclasses import dataclass
from decimal import Decimal

from claims.quantity import Bound, Quantity
from claims.relation import Relation
from matching.figures import policy

_LOWER = frozenset({Bound.MORE_THAN, Bound.AT_LEAST})
_UPPER = frozenset({Bound.LESS_THAN, Bound.AT_MOST})
# Bounds that fix a value at both ends.
CLOSED = frozenset({Bound.EXACT, Bound.ABOUT})


@dataclass(frozen=True, slots=True)
class Comparison:
    """A relation of values, with the sentence that says why."""

    relation: Relation
    detail: str


def compare(a: Quantity, b: Quantity) -> Comparison:
    """The relation of two comparable quantities; symmetric. ``UPDATES`` means both are lower bounds of a count."""
    if not a.comparable(b):
        return Comparison(Relation.UNRELATED, "measured in different things")
    same = _same_number(a, b)
    if same and _kin(a.bound, b.bound):
        return Comparison(Relation.AGREES, "the same figure")
    if same:
        return Comparison(Relation.DIFFERS, "the same number under another bound")
    if Bound.VAGUE in (a.bound, b.bound):
        return _overlapping(a, b, "a vague count that holds the other")
    if a.bound in _LOWER and b.bound in _LOWER:
        return _two_floors(a, b)
    if (a.bound in _LOWER or b.bound in _LOWER) and _loosely_holds(a, b):
        return Comparison(Relation.COMPATIBLE, "a round bound that holds the other")
    if _rounds(a, b):
        return Comparison(Relation.COMPATIBLE, "one is the other rounded")
    return _overlapping(a, b, "the intervals overlap")


def _same_number(a: Quantity, b: Quantity) -> bool:
    (al, ah), (bl, bh) = a.base, b.base
    if Bound.BETWEEN in (a.bound, b.bound) or Bound.VAGUE in (a.bound, b.bound):
        return (al, ah) == (bl, bh)
    x, y = al if al is not None else ah, bl if bl is not None else bh
    if x is None or y is None:
        return False
    if a.unit is not None and b.unit is not None and a.unit.name != b.unit.name:
        return abs(x - y) <= _conversion_slack(a, x) + _conversion_slack(b, y)
    return x == y


def _conversion_slack(q: Quantity, base: Decimal) -> Decimal:
    """How far a value told in another unit may lie off, in base units: half a unit where the number is small."""
    if q.unit is not None and q.value is not None and abs(q.value) < policy.SMALL:
        return q.unit.factor * _step(q.value) / 2
    return abs(base) * policy.CONVERSION / 2


def _kin(a: Bound, b: Bound) -> bool:
    """Whether two bounds around one number say the same: "20,000" and "about 20,000" do."""
    return a == b or {a, b} <= {Bound.EXACT, Bound.ABOUT} or {a, b} <= _LOWER or {a, b} <= _UPPER


def _two_floors(a: Quantity, b: Quantity) -> Comparison:
    """ "at least 23" and "at least 26": no contradiction, yet one count is further on than the other."""
    low, high = sorted(v for v in (a.base[0], b.base[0]) if v is not None)
    if _round_number(low) and high <= low * policy.LOOSE_BOUND:
        return Comparison(Relation.COMPATIBLE, "a round bound that holds the other")
    return Comparison(Relation.UPDATES, "two lower bounds, one further on")


def _loosely_holds(a: Quantity, b: Quantity) -> bool:
    floor, other = (a, b) if a.bound in _LOWER else (b, a)
    low, value = floor.base[0], other.base[0] if other.base[0] is not None else other.base[1]
    if low is None or value is None or value < low:
        return False
    return _round_number(low) and value <= low * policy.LOOSE_BOUND


def _rounds(a: Quantity, b: Quantity) -> bool:
    x, y = (a.lower, b.lower) if a.unit == b.unit else (a.base[0], b.base[0])  # "nine knots", "9.2 knots"
    if x is None or y is None or {a.bound, b.bound} - {Bound.EXACT, Bound.ABOUT} or not _near(x, y, policy.ROUNDING):
        return False
    if a.unit is None and min(x, y) < policy.ROUNDED_FROM:
        return Bound.ABOUT in (a.bound, b.bound)
    step = max(_step(x), _step(y))
    return (x / step).quantize(Decimal(1)) == (y / step).quantize(Decimal(1))


def _overlapping(a: Quantity, b: Quantity, why: str) -> Comparison:
    (al, ah), (bl, bh) = _widened(a), _widened(b)
    apart = (ah is not None and bl is not None and ah < bl) or (bh is not None and al is not None and bh < al)
    if apart:
        return Comparison(Relation.CONFLICTS, "the figures exclude each other")
    floor = a if a.bound in _LOWER else b if b.bound in _LOWER else None
    if floor is not None and Bound.VAGUE not in (a.bound, b.bound) and not _almost(a, b):
        return Comparison(Relation.UPDATES, "above the other's lower bound")
    return Comparison(Relation.COMPATIBLE, why)


def _almost(a: Quantity, b: Quantity) -> bool:
    """ "nearly 770" and "at least 767"."""
    x, y = a.base[0] or a.base[1], b.base[0] or b.base[1]
    return x is not None and y is not None and _near(x, y, policy.ABOUT)


def _widened(q: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """The interval that the words leave room for; a strict bound leaves out its own number."""
    low, high = q.base
    loose = _looseness(q)
    if loose and low is not None and high is not None:
        slack = max(abs(low) * loose - _EPSILON, Decimal(0))  # "about 19 billion" and "about 21 billion" are apart
        return low - slack, high + slack
    if q.bound is Bound.VAGUE and low is not None:
        return low / 2, high
    if q.bound is Bound.MORE_THAN and low is not None:
        return low + _EPSILON, high
    if q.bound is Bound.LESS_THAN and high is not None:
        return low, high - _EPSILON
    return low, high


def _looseness(q: Quantity) -> Decimal:
    """How much of itself a value may lie off: "about 15", "two thirds", "almost two thirds"."""
    part = policy.PART if q.unit is not None and q.unit.name == "share" else Decimal(0)
    if q.bound is not Bound.ABOUT:
        return part if q.bound in CLOSED else Decimal(0)
    money = q.unit is not None and q.unit.dimension.startswith("money")
    one_digit = money and q.value is not None and len(q.value.normalize().as_tuple().digits) == 1
    return part + (policy.ABOUT_ROUND if one_digit else policy.ABOUT)


_EPSILON = Decimal("1e-9")


def _near(x: Decimal, y: Decimal, share: Decimal) -> bool:
    return abs(x - y) <= share * max(abs(x), abs(y))


def _step(x: Decimal) -> Decimal:
    """The size of the last digit that is not zero: 1,430 -> 10, 12.1 -> 0.1."""
    _, digits, exponent = x.normalize().as_tuple()
    return Decimal(1).scaleb(int(exponent)) if any(digits) else Decimal(1)


def _round_number(x: Decimal) -> bool:
    return _step(x) >= 10
