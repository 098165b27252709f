"""Protects the table of units: every one of them converts (to pint, "decade" was a logarithmic unit)."""

import pytest

from parsers import units


@pytest.mark.parametrize("name", sorted(units._TABLE))
def test_every_unit_converts(name: str) -> None:
    unit = units.unit(name)
    assert unit.factor > 0
    assert unit.dimension


def test_a_decade_is_ten_years() -> None:
    assert units.unit("decade").factor == 10 * units.unit("year").factor
