"""What pages, what waits, what is summed up: the noise rules, case by case."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from alerts.noise import Past, Plan, held, plan
from claims.alert_rules import AlertRules, read_alert_rules
from claims.case import CaseChange, ChangeKind, Position
from claims.notification import Mute, MuteKind
from tests.alerts import made
from tests.alerts.made import NOON

PAGE = made.change(made.roles())
CLOSED = replace(made.change(made.roles(), ChangeKind.CLOSED), page=False)


def rules(**table: object) -> AlertRules:
    return read_alert_rules(dict(table), "t.toml")


def mute(kind: MuteKind, value: str, until: datetime | None = None, topic: str = "guard-request") -> Mute:
    return Mute(id=1, topic=topic, kind=kind, value=value, until=until, because="", at=NOON)


def decided(*changes: CaseChange, by: AlertRules | None = None, past: Past | None = None) -> Plan:
    return plan(dict(enumerate(changes)), by or rules(), (), past or Past(), NOON)


def test_few_pages_go_at_once() -> None:
    assert decided(PAGE, PAGE, CLOSED) == Plan(send=[0, 1, 2])


def test_thirty_cases_at_once_are_one_message() -> None:
    assert decided(*[PAGE] * 30) == Plan(send=[], sum_up=list(range(30)))


def test_what_is_over_the_hours_pages_is_summed_up_once_an_hour() -> None:
    full = [NOON - timedelta(minutes=m) for m in range(6)]
    assert decided(PAGE, CLOSED, past=Past(pages=full)) == Plan(send=[1], sum_up=[0])
    summed_up = Past(pages=full, summary=NOON - timedelta(minutes=20))
    assert decided(PAGE, past=summed_up) == Plan(send=[], wait={0: NOON + timedelta(minutes=40)})
    an_hour_ago = Past(pages=[NOON - timedelta(minutes=60)] * 6)
    assert decided(PAGE, past=an_hour_ago) == Plan(send=[0])


def test_no_limit_is_no_limit() -> None:
    assert decided(*[PAGE] * 30, by=rules(pages_per_hour=0)) == Plan(send=list(range(30)))


def test_in_quiet_hours_everything_waits_for_the_morning() -> None:
    night = rules(quiet_hours="11:00-14:00")
    assert decided(PAGE, CLOSED, by=night) == Plan(wait=dict.fromkeys([0, 1], NOON + timedelta(hours=2)))


@pytest.mark.parametrize(
    ("change", "table", "why"),
    [
        (PAGE, {}, ""),
        (PAGE, {"pages": ["figure"]}, "this topic's role cases wait for the digest"),
        (made.change(made.figures()), {"pages": ["figure"]}, ""),
        (
            made.change(made.roles(), ChangeKind.EDITED),
            {"pages": ["role"]},
            "this topic's edit cases wait for the digest",
        ),
        (CLOSED, {"pages": []}, ""),
    ],
)
def test_a_topic_says_what_pages(change: CaseChange, table: dict[str, object], why: str) -> None:
    assert held(change, rules(**table), (), NOON) == why


FOUR = made.change(
    made.case(
        (
            Position("20,000", (made.FIGURE_HIGH,)),
            Position(
                "700",
                (made.FIGURE_LOW, made.evidence("Delta Sun", "Some 700 were asked.", figure="700", origin="Wire")),
            ),
        )
    )
)


@pytest.mark.parametrize(
    ("change", "mute", "silent"),
    [
        (PAGE, mute(MuteKind.TOPIC, ""), True),
        (PAGE, mute(MuteKind.TOPIC, "", until=NOON), False),
        (PAGE, mute(MuteKind.TOPIC, "", until=NOON + timedelta(seconds=1)), True),
        (PAGE, mute(MuteKind.TOPIC, "", topic="another"), False),
        (PAGE, mute(MuteKind.CASE, "3f9a1c2e"), True),
        (PAGE, mute(MuteKind.CASE, "another"), False),
        (PAGE, mute(MuteKind.SOURCE, "the courier"), True),
        (PAGE, mute(MuteKind.SOURCE, "Nobody"), False),
        (FOUR, mute(MuteKind.SOURCE, "Harbor Post"), False),  # Delta Sun says 700 too
        (FOUR, mute(MuteKind.SOURCE, "The Courier"), True),  # nobody else says 20,000
        (FOUR, mute(MuteKind.ORIGIN, "wire"), False),
        (FOUR, mute(MuteKind.ORIGIN, "The Courier"), True),
    ],
)
def test_a_mute_silences_what_rests_on_it_alone(change: CaseChange, mute: Mute, silent: bool) -> None:
    assert bool(held(change, rules(), (mute,), NOON)) is silent
