"""Protects the algebra of figures: the same either way round, and in conflict only where no number fits both."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.quantity import Bound, Quantity, Unit
from claims.relation import Relation
from claims.span import Span
from matching.figures.intervals import compare
from tests.matching.made import quantity

FOOT, METRE = Unit("ft", "length", Decimal("0.3048")), Unit("m", "length")
UNITS = st.sampled_from([None, FOOT, METRE, Unit("%", "percent")])
NUMBERS = st.integers(1, 100_000).map(Decimal) | st.decimals(1, 999, places=1)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    bound, unit, number = draw(st.sampled_from(list(Bound))), draw(UNITS), draw(NUMBERS)
    if bound in (Bound.BETWEEN, Bound.VAGUE):
        return Quantity(number, number * draw(st.integers(2, 9)), bound, unit, Span(0, 1))
    made = quantity("1", bound, unit)
    low, high = (None if end is None else number for end in (made.lower, made.upper))
    return Quantity(low, high, bound, unit, Span(0, 1))


@given(quantities(), quantities())
def test_it_is_the_same_either_way_round(a: Quantity, b: Quantity) -> None:
    assert compare(a, b) == compare(b, a)


@given(quantities())
def test_a_figure_agrees_with_itself(a: Quantity) -> None:
    assert compare(a, a).relation is Relation.AGREES


@given(quantities(), quantities())
def test_figures_conflict_only_where_no_number_fits_both(a: Quantity, b: Quantity) -> None:
    if compare(a, b).relation is Relation.CONFLICTS:
        (al, ah), (bl, bh) = a.base, b.base
        apart = (ah is not None and bl is not None and ah <= bl) or (bh is not None and al is not None and bh <= al)
        assert apart


@given(quantities(), quantities())
def test_what_is_measured_in_different_things_is_never_related(a: Quantity, b: Quantity) -> None:
    assert (compare(a, b).relation is Relation.UNRELATED) == (not a.comparable(b))


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (quantity(20_000), quantity(20_000, Bound.MORE_THAN), Relation.DIFFERS),
        (quantity(20_000), quantity(20_000, Bound.ABOUT), Relation.AGREES),
        (quantity(20_000), quantity(700), Relation.CONFLICTS),
        (quantity(15, Bound.ABOUT), quantity("14.7"), Relation.COMPATIBLE),
        (quantity(43), quantity(40, Bound.ABOUT), Relation.CONFLICTS),
        (quantity(2000, unit=FOOT), quantity(610, unit=METRE), Relation.AGREES),
        (quantity(23, Bound.AT_LEAST), quantity(26, Bound.AT_LEAST), Relation.UPDATES),
        (quantity(200, Bound.MORE_THAN), quantity(249), Relation.COMPATIBLE),
        (quantity(40, Bound.AT_MOST), quantity(52), Relation.CONFLICTS),
        (quantity(296), quantity(300), Relation.CONFLICTS),
    ],
)
def test_relations(a: Quantity, b: Quantity, relation: Relation) -> None:
    assert compare(a, b).relation is relation
