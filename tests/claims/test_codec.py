"""Protects storage: whatever the vocabulary can say comes back from its JSON form as it was."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims import codec
from claims.claim import Claim, FigureClaim, Period, RoleClaim
from claims.quantity import Quantity, Unit
from claims.relation import Evidence
from tests.alerts.made import NOON, evidence

st.register_type_strategy(Decimal, st.decimals(allow_nan=False, allow_infinity=False))
st.register_type_strategy(datetime, st.datetimes().map(lambda moment: moment.replace(tzinfo=UTC)))
st.register_type_strategy(str, st.text(max_size=12))


@pytest.mark.parametrize("kind", [Quantity, Unit, Period, *get_args(Claim), Evidence])
def test_round_trip(kind: type) -> None:
    @settings(max_examples=40, deadline=None)
    @given(st.from_type(kind))
    def comes_back(value: object) -> None:
        text = codec.dumps(value)
        assert codec.loads(kind, text) == value
        assert codec.dumps(codec.loads(kind, text)) == text

    comes_back()


@pytest.mark.parametrize("digits", ["0.1", "20000", "14.70", "1E+9", "123456789012345678901234567890.123456789"])
def test_no_digit_is_lost(digits: str) -> None:
    unit = Unit("m", "length", Decimal(digits))
    assert str(codec.loads(Unit, codec.dumps(unit)).factor) == digits


def test_a_row_written_before_a_field_was_there_is_read() -> None:
    said = evidence("CNN", "Some 40 homes burned.", figure="40")
    form = codec.encode(said)
    assert not {"story", "attribution"} & form.keys()  # empty ones are not written, like ones not yet thought of
    assert codec._reader(Evidence)(form) == said


def test_the_form_is_compact() -> None:
    assert codec.dumps(Period(date(2025, 5, 1), None, "since May")) == '["2025-05-01",null,"since May"]'
    assert codec.encode(evidence("CNN", "No.", hours=1))["published_at"] == (NOON + timedelta(hours=1)).isoformat()


def test_both_kinds_of_claim_are_told_apart() -> None:
    for said, kind in ((evidence("a", "40 homes", figure="40"), FigureClaim), (evidence("a", "b"), RoleClaim)):
        assert isinstance(codec.loads(Evidence, codec.dumps(said)).claim, kind)
