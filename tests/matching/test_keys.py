"""Protects what claims are filed under: those that may meet share two keys, those that never can share none."""

from decimal import Decimal

import pytest

from claims.quantity import Unit
from claims.relation import Evidence
from claims.term import Term
from matching.keys import keys
from storage.keys import salted
from tests.matching.made import elsewhere, figure, role

DOLLAR = Unit("$", "money:USD", Decimal(1))
TOLL = figure(40)
OPEN, CLOSE = Term("stays open", "stay-open", "stay-open"), Term("was closed", "close", "close")
PART, LEAD = Term("had no part", "take-part", "attend"), Term("led", "lead", "lead")
MARCHED, CAME = Term("marched", "protest", "protest"), Term("came", "attend", "attend")
CHARGES, PAYS = Term("charges", "charge", "charge"), Term("will pay", "pay", "pay")
PLACED = elsewhere(role(), frozenset({"norway/varsund"}))


@pytest.mark.parametrize(
    ("a", "b", "shared"),
    [
        (TOLL, figure(25, "Morning Post"), True),
        (TOLL, figure(25, "Morning Post", counted=Term("pupils", "child", "person")), True),
        (TOLL, figure(25, "Morning Post", action=None), True),
        (TOLL, elsewhere(figure(25, "Morning Post"), frozenset()), True),
        (TOLL, figure(25, "Morning Post", story="flood"), False),  # figures of two stories are never one question
        (TOLL, figure(25, "Morning Post", unit=DOLLAR), False),
        (TOLL, role(), False),
        # actions that are told for each other
        (figure(40, action=MARCHED), figure(25, "Morning Post", action=CAME), True),
        (figure(40, unit=DOLLAR, action=CHARGES), figure(25, unit=DOLLAR, action=PAYS), True),
        # of one story the action is enough, and so is its opposite, whoever is said to do it to whom
        (role(action=OPEN, actor="owner", thing=None), role(action=CLOSE, actor="", thing=Term("it", "mill")), True),
        (role(action=PART, actor="navy", thing=None), role(action=LEAD, actor="fleet"), True),
        (role(action=OPEN, thing=None), role(action=CLOSE, actor="", thing=Term("it", "mill"), story="flood"), False),
        (role(), role(outlet="Morning Post", story="flood"), True),  # a role may be told again in another story
    ],
)
def test_keys_are_shared_where_judging_may_relate(a: Evidence, b: Evidence, shared: bool) -> None:
    x, y = (set(salted("t", e.claim, keys(e))) for e in (a, b))
    assert (len(x & y) >= 2) == shared


def test_keys_are_the_same_in_every_process_and_fit_a_column() -> None:
    assert min(keys(TOLL)) == sorted(keys(figure(25)))[0]
    assert all(-(2**63) <= k < 2**63 for k in keys(TOLL) | keys(PLACED))
