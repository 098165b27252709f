"""Units are kept as written and compare after conversion; what is of another kind never compares."""

from decimal import Decimal

import pint
import pytest

from claims.quantity import Quantity
from parsers.lexicon import table
from parsers.quantities import units
from parsers.quantities.quantities import read
from parsers.text.tokens import tokenize


def one(text: str) -> Quantity:
    (quantity,) = read(text, tokenize(text))
    return quantity


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("It is 2 km away.", "It is 2,000 metres away."),
        ("It weighs 1 tonne.", "It weighs 1,000 kg."),
        ("It burned 640 acres.", "It burned 1 square mile."),
        ("It was 40C.", "It was 104F."),
        ("It was minus 40 degrees Celsius.", "It was minus 40 degrees Fahrenheit."),
        ("It took 90 minutes.", "It took 1.5 hours."),
        ("It drove 100 km/h.", "It drove 27.7777778 metres per second."),
        ("A quarter of them left.", "About 25 percent left."),
        ("One in four left.", "Some 25% left."),
        ("It rose 50 basis points.", "It rose 0.5 percentage points."),
        ("It costs 50 cents.", "It costs $0.50."),
        ("A 24-month-old child.", "A 2-year-old child."),
    ],
)
def test_equal_after_conversion(a: str, b: str) -> None:
    left, right = one(a), one(b)
    assert left.comparable(right)
    low, other = left.base[0], right.base[0]
    assert low is not None
    assert other is not None
    assert abs(low - other) <= abs(low) * Decimal("0.002")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("A 31-year-old man.", "He got 31 years."),
        ("It cost $5.", "It cost £5."),
        ("It rose 5 percent.", "It rose 5 percentage points."),
        ("There were 5.", "It was 5 miles."),
        ("Half of them left.", "There were 0.5."),
        ("It was 40 degrees.", "It was 40 degrees Celsius."),
        ("It doubled.", "There were 2."),
    ],
)
def test_another_kind_never_compares(a: str, b: str) -> None:
    assert not one(a).comparable(one(b))


@pytest.mark.parametrize("name", sorted(table("units")))
def test_every_unit_converts(name: str) -> None:
    assert units.unit(name).factor > 0
    assert units.unit(name).dimension


MEASURES = sorted(name for name, row in table("units").items() if "pint" in row)


def test_the_factors_are_those_of_pint() -> None:
    registry = pint.UnitRegistry(non_int_type=Decimal)
    for name in MEASURES:
        zero, one = (
            registry.Quantity(Decimal(n), table("units")[name]["pint"]).to_base_units().magnitude for n in (0, 1)
        )
        unit = units.unit(name)
        assert abs(unit.factor - (one - zero)) <= abs(one - zero) * Decimal("1e-24"), name
        assert abs(unit.offset - zero) <= Decimal("1e-22"), name


def test_a_decade_is_ten_years() -> None:
    """To pint "decade" is a logarithmic unit."""
    assert units.unit("decade").factor == 10 * units.unit("year").factor
