"""The outbox loses nothing, gives each notification to one sender, and keeps the order within a thread."""

from dataclasses import replace
from datetime import timedelta

from alerts.message import message
from claims.case import CaseChange, ChangeKind, Position
from claims.codec import loads
from claims.notification import Form, Notification
from storage import outbox
from storage.base import Base
from storage.sending import Outbox
from tests.alerts import made
from tests.alerts.made import NOON
from tests.storage.raised import raise_alert

LEASE = timedelta(minutes=5)
TOPIC = "guard-request"


def change(case: str, kind: ChangeKind = ChangeKind.OPENED, page: bool = True) -> CaseChange:
    opened = made.change(replace(made.roles(), id=case), kind)
    return replace(opened, page=page)


def raised(base: Base, *changes: CaseChange, channels: tuple[str, ...] = ("slack",), ready: bool = True) -> None:
    with base.writing() as connection:
        for one in changes:
            raise_alert(connection, one, channels, NOON)
        if ready:
            for channel in channels:
                outbox.settle(connection, send=outbox.fresh(connection, TOPIC, channel, NOON))


def taken(base: Base, channel: str = "slack", minutes: int = 0) -> Notification | None:
    return Outbox(base, TOPIC).take(channel, NOON + timedelta(minutes=minutes), LEASE)


def test_nothing_goes_before_the_noise_rules_have_seen_it(base: Base) -> None:
    raised(base, change("a"), ready=False)
    assert taken(base) is None


def test_a_notification_carries_its_change(base: Base) -> None:
    raised(base, change("a"))
    it = taken(base)
    assert it is not None
    assert (it.case, it.form, it.attempts, it.page) == ("a", Form.CHANGE, 1, True)
    assert loads(CaseChange, it.payload) == change("a")


def test_the_message_on_a_case_of_many_reports_needs_few_of_them(base: Base) -> None:
    said = tuple(
        made.evidence(f"Outlet {n % 4}", f"They asked for 4,000 medics, {n}.", figure="4,000", hours=n, origin=o)
        for n in range(60)
        for o in ["AFP" if n % 3 else None]
    )
    told = change("a")
    arranged = replace(told.case.arrangement, positions=(Position("4,000", said), *told.case.arrangement.positions))
    told = replace(told, case=replace(told.case, arrangement=arranged))
    raised(base, told)
    it = taken(base)
    assert it is not None
    stored = loads(CaseChange, it.payload)
    assert len(stored.case.arrangement.positions[0].evidence) < 12
    assert message(stored) == message(told)


def test_one_sender_has_it_until_the_lease_runs_out(base: Base) -> None:
    raised(base, change("a"))
    first = taken(base)
    assert first is not None
    assert taken(base, minutes=4) is None
    assert Outbox(base, TOPIC).next_due("slack") == NOON + LEASE
    again = taken(base, minutes=5)
    assert again is not None
    assert (again.id, again.attempts) == (first.id, 2)


def test_within_a_thread_the_later_waits_for_the_earlier(base: Base) -> None:
    raised(base, change("a"), change("a", ChangeKind.POSITION), change("b"))
    box = Outbox(base, TOPIC)
    first, other = taken(base), taken(base)
    assert first is not None
    assert other is not None
    assert [first.case, other.case] == ["a", "b"]
    assert taken(base) is None
    box.later(first, NOON + timedelta(minutes=1), "503", "half")
    assert taken(base) is None
    again = taken(base, minutes=1)
    assert again is not None
    assert (again.id, again.progress) == (first.id, "half")
    box.sent(again, NOON, "thread-1")
    second = taken(base, minutes=1)
    assert second is not None
    assert (second.case, second.thread, second.progress) == ("a", "thread-1", None)


def test_what_is_given_up_lets_the_next_of_its_thread_go(base: Base) -> None:
    raised(base, change("a"), change("a", ChangeKind.POSITION))
    first = taken(base)
    assert first is not None
    Outbox(base, TOPIC).dead(first, "invalid")
    second = taken(base)
    assert second is not None
    assert second.thread is None
    assert Outbox(base, TOPIC).next_due("email") is None


def test_channels_and_topics_are_apart(base: Base) -> None:
    raised(base, change("a"), channels=("slack", "email", "slack"))
    assert taken(base, "slack") is not None
    assert taken(base, "email") is not None
    assert taken(base, "slack") is None
    assert Outbox(base, "another").take("slack", NOON, LEASE) is None


def test_what_is_no_page_follows_only_where_the_case_was_told(base: Base) -> None:
    raised(base, change("a"), channels=("slack",))
    with base.writing() as connection:
        for case in "ab":
            raise_alert(connection, change(case, ChangeKind.CLOSED, page=False), ("slack", "email"), NOON)
        raise_alert(connection, change("a", ChangeKind.OPENED, page=False), ("slack",), NOON)
        found = [
            (channel, one.case.id, one.kind)
            for channel in ("slack", "email")
            for one in outbox.fresh(connection, TOPIC, channel, NOON).values()
        ]
    assert found == [("slack", "a", ChangeKind.CLOSED)]


def test_the_rules_decisions_are_carried_out(base: Base) -> None:
    raised(base, *(change(case) for case in "abcd"), ready=False)
    later = NOON + timedelta(hours=1)
    with base.writing() as connection:
        a, b, c, d = outbox.fresh(connection, TOPIC, "slack", NOON)
        outbox.settle(connection, send=[a], wait={b: later}, hold={c: "muted: case c"}, folded=[d])
        assert list(outbox.fresh(connection, TOPIC, "slack", NOON)) == []
        assert list(outbox.fresh(connection, TOPIC, "slack", later)) == [b]
        assert outbox.pages_since(connection, TOPIC, "slack", NOON, later) == [later]  # on its way counts


def test_a_bulletin_is_posted_once_by_its_key(base: Base) -> None:
    with base.writing() as connection:
        assert outbox.post(connection, "digest:t:2025-05-16", TOPIC, "{}", ("slack",), NOON)
        assert not outbox.post(connection, "digest:t:2025-05-16", TOPIC, "{}", ("slack",), NOON)
        assert outbox.last_summary(connection, TOPIC, "slack", NOON, NOON) is None
        outbox.post(connection, "summary:1", TOPIC, "{}", ("slack",), NOON)
    digest = taken(base)
    assert digest is not None
    assert (digest.form, digest.case) == (Form.BULLETIN, "")
    Outbox(base, TOPIC).sent(digest, NOON, "ignored")
    summary = taken(base)
    assert summary is not None
    Outbox(base, TOPIC).sent(summary, NOON + timedelta(minutes=1), None)
    with base.reading() as connection:
        sent_at = outbox.last_summary(connection, TOPIC, "slack", NOON, NOON + LEASE)
    assert sent_at == NOON + timedelta(minutes=1)
