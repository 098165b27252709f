"""The value of digits in all groupings; a grouping that makes no sense has none."""

from decimal import Decimal

import pytest

from parsers.quantities.digits import value_of


@pytest.mark.parametrize(
    ("digits", "value"),
    [
        ("20,000", "20000"),
        ("1,234,567.89", "1234567.89"),
        ("1,00,000", "100000"),
        ("12,34,567", "1234567"),
        ("3.5", "3.5"),
        ("1.234.567", "1234567"),
        ("007", "7"),
        ("٣", "3"),
        ("10,20,30", None),
        ("1,2345", None),
        ("3.14.15", None),
        ("1" * 40, None),
    ],
)
def test_value(digits: str, value: str | None) -> None:
    assert value_of(digits) == (None if value is None else Decimal(value))
