"""Quantities: what a text says of a number, as an interval.

Imprecise values are intervals from the start, so that "about 15", "at least 40" and "dozens" are
compared by the same three lines of algebra as "20,000".
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from claims.span import Span


class Bound(StrEnum):
    """How the words around a number bind its value."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    BETWEEN = "between"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure, kept as written and comparable after conversion.

    ``base = value * factor + offset`` is the value in the base unit of ``dimension``; money is a
    dimension per currency (``money:USD``), because a rate of exchange is not in the text.
    """

    name: str
    dimension: str
    factor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value or interval in one unit; ``None`` at an open end, ``unit`` None for a plain count.

    EXACT and ABOUT have ``lower == upper``; MORE_THAN and AT_LEAST have no upper, LESS_THAN and
    AT_MOST no lower; BETWEEN has both; VAGUE ("dozens") has a meant lower and a loose upper.
    """

    lower: Decimal | None
    upper: Decimal | None
    bound: Bound
    unit: Unit | None
    span: Span

    @property
    def value(self) -> Decimal | None:
        """The number as written, whichever end it stands at (None only if there is none)."""
        return self.lower if self.lower is not None else self.upper

    @property
    def base(self) -> tuple[Decimal | None, Decimal | None]:
        """The interval in the base unit of its dimension."""
        if self.unit is None:
            return self.lower, self.upper
        low, high = (None if v is None else v * self.unit.factor + self.unit.offset for v in (self.lower, self.upper))
        return low, high

    def comparable(self, other: "Quantity") -> bool:
        """Whether both are counts, or measures of one dimension."""
        mine = self.unit.dimension if self.unit else None
        return mine == (other.unit.dimension if other.unit else None)
