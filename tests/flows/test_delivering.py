"""Delivery from the outbox: nothing lost, order kept in a thread, channels apart, thirty cases one message."""

import multiprocessing
import os
import signal
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from alerts.bulletins.bulletin import Bulletin
from alerts.channels.channel import Never, NotNow, OutOfOrder, Parcel, Receipt
from alerts.channels.delivery import Patience, Tally
from alerts.message import Message
from claims.alert_rules import AlertRules
from claims.case import CaseChange, ChangeKind
from claims.notification import MuteKind
from claims.topic import Topic
from flows.telling.delivering import send
from flows.telling.notices import tell_operator
from storage import mutes
from storage.base import Base
from tests.alerts import made
from tests.alerts.http_server import Answer, Request, serving
from tests.storage.raised import raise_alert

TOPIC = Topic(key="guard-request", name="Guard request", alerts=AlertRules(pages_per_hour=0))
HASTE = Patience(first=timedelta(milliseconds=2), ceiling=timedelta(milliseconds=20), tries=10_000)
KINDS = (ChangeKind.OPENED, ChangeKind.POSITION, ChangeKind.REOPENED, ChangeKind.EDITED)


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[Base]:
    """An empty claim base in a file; what takes long is tried on one kind alone."""
    with Base.open(f"sqlite:///{tmp_path}/claims.db") as opened:
        yield opened


class Recorder:
    """Takes everything, unless it is told to raise first."""

    follows = True

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)
        self.parcels: list[Parcel] = []

    def send(self, parcel: Parcel) -> Receipt:
        if self.errors:
            raise self.errors.pop(0)
        self.parcels.append(parcel)
        return Receipt("thread of " + (parcel.content.case if isinstance(parcel.content, Message) else "none"))


def case_change(number: int, kind: ChangeKind = ChangeKind.OPENED, step: int = 0) -> CaseChange:
    opened = made.change(replace(made.roles(), id=f"case-{number:04d}"), kind)
    return replace(opened, at=made.NOON + timedelta(minutes=step))


def raised(base: Base, cases: int, channels: tuple[str, ...] = ("slack",), each: int = 1) -> None:
    with base.writing() as connection:
        for step in range(each):
            for number in range(cases):
                raise_alert(connection, case_change(number, KINDS[step], step), channels, made.NOON)


def soon() -> datetime:
    return datetime.now(UTC) + timedelta(minutes=10)


def test_thirty_cases_at_once_are_one_message(base: Base) -> None:
    raised(base, 30)
    slack = Recorder()
    tally = send(base, replace(TOPIC, alerts=AlertRules()), {"slack": slack})
    (parcel,) = slack.parcels
    assert isinstance(parcel.content, Bulletin)
    assert parcel.content.title == "30 cases at once"
    assert len(parcel.content.sections[0].items) == 30
    assert tally == Tally(sent=1)


def test_a_channel_that_is_down_stops_no_other(base: Base) -> None:
    raised(base, 3, ("slack", "email"))
    slack, email = Recorder(*[NotNow("down", channel=True)] * 99), Recorder()
    tally = send(base, TOPIC, {"slack": slack, "email": email})
    assert len(email.parcels) == 3
    assert (tally.sent, tally.put_off, len(slack.errors)) == (3, 1, 98)  # one try, then it rests
    assert send(base, TOPIC, {"slack": Recorder(), "email": email}).sent == 2  # the third waits for its turn


def test_what_a_channel_will_never_take_is_given_up_and_told(base: Base) -> None:
    raised(base, 1)
    tally = send(base, TOPIC, {"slack": Recorder(Never("msg_too_long"))})
    assert tally.dead == 1
    assert list(tally.problems) == ["slack: case case-0000 could not be delivered: msg_too_long"]
    assert send(base, TOPIC, {"slack": Recorder()}) == Tally()


def test_wrong_settings_are_told_and_lose_nothing(base: Base) -> None:
    raised(base, 2)
    tally = send(base, TOPIC, {"slack": Recorder(OutOfOrder("invalid_auth"))})
    assert list(tally.problems) == ["slack is out of order: invalid_auth"]
    slack = Recorder()
    send(base, TOPIC, {"slack": slack}, clock=soon)
    assert len(slack.parcels) == 2


def test_after_the_last_try_the_operator_hears(base: Base) -> None:
    raised(base, 1)
    slack = Recorder(*[NotNow("503")] * 99)
    tally = send(base, TOPIC, {"slack": slack}, patience=replace(HASTE, tries=3), until=soon())
    assert (tally.put_off, tally.dead) == (2, 1)
    assert "503 (tried 3 times)" in next(iter(tally.problems))


def test_a_muted_case_waits_for_the_digest(base: Base) -> None:
    raised(base, 2)
    with base.writing() as connection:
        mutes.mute(connection, TOPIC.key, MuteKind.CASE, "case-0001", made.NOON)
    slack = Recorder()
    send(base, TOPIC, {"slack": slack})
    assert [p.content.case for p in slack.parcels if isinstance(p.content, Message)] == ["case-0000"]


def test_the_second_message_on_a_case_knows_its_thread(base: Base) -> None:
    raised(base, 2, each=2)
    slack = Recorder()
    send(base, TOPIC, {"slack": slack}, until=soon())
    assert Counter(p.thread for p in slack.parcels) == {None: 2, "thread of case-0000": 1, "thread of case-0001": 1}


class SlowAndFailing:
    """Takes its time, and fails at 30 tries in 100, half of them after it has taken the message."""

    follows = True

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._random = Random(7)
        self._lock = threading.Lock()
        self.said: list[tuple[str, datetime]] = []

    def send(self, parcel: Parcel) -> Receipt:
        time.sleep(self._seconds)
        assert isinstance(parcel.content, Message)
        with self._lock:
            if self._random.random() < 0.3:
                raise NotNow("503")
            self.said.append((parcel.content.case, parcel.content.at))
        return Receipt("t")


@pytest.mark.slow
def test_a_thousand_alerts_through_a_slow_failing_channel(sqlite: Base) -> None:
    """A second a message is scaled down to two milliseconds; the rest is as it is."""
    raised(sqlite, 250, ("webhook",), each=4)
    channel = SlowAndFailing(0.002)
    tally = send(sqlite, TOPIC, {"webhook": channel}, patience=replace(HASTE, failures=10_000), until=soon())
    assert (tally.sent, tally.dead) == (1000, 0)
    by_case = defaultdict(list)
    for case, at in channel.said:
        by_case[case].append(at)
    assert len(by_case) == 250
    assert all(moments == sorted(set(moments)) and len(moments) == 4 for moments in by_case.values())


class Notebook:
    """A channel whose yes is a line in a file: it is said before we can note it."""

    follows = True

    def __init__(self, file: Path) -> None:
        self._file = file

    def send(self, parcel: Parcel) -> Receipt:
        assert isinstance(parcel.content, Message)
        with self._file.open("a") as lines:
            lines.write(f"{parcel.content.case} {parcel.content.at.isoformat()}\n")
        return Receipt("t")


def _send_until_killed(url: str, file: Path, started: "multiprocessing.synchronize.Event") -> None:
    with Base.open(url) as base:
        started.set()
        impatient = replace(HASTE, lease=timedelta(milliseconds=50))
        send(base, TOPIC, {"slack": Notebook(file)}, patience=impatient, until=soon())


@pytest.mark.slow
def test_killed_at_a_hundred_points_nothing_is_lost(tmp_path: Path) -> None:
    """SIGKILL at a random moment of delivery, a hundred times: each alert arrives, in order, a few of them twice."""
    base_url = f"sqlite:///{tmp_path}/claims.db"
    processes = multiprocessing.get_context("fork")
    file = tmp_path / "arrived"
    file.touch()
    random = Random(11)
    kills = wanted = 0
    while kills < 100:
        with Base.open(base_url) as base, base.writing() as connection:
            for number in range(wanted, wanted + 6):
                for step in (0, 1):
                    raise_alert(connection, case_change(number, KINDS[step], step), ("slack",), made.NOON)
            wanted += 6
        started = processes.Event()
        sender = processes.Process(target=_send_until_killed, args=(base_url, file, started))
        sender.start()
        started.wait()
        sender.join(random.uniform(0, 0.15))
        if sender.exitcode is None and sender.pid is not None:
            os.kill(sender.pid, signal.SIGKILL)
            kills += 1
        sender.join()
    _send_until_killed(base_url, file, processes.Event())
    arrived = file.read_text().splitlines()
    counted = Counter(arrived)
    assert len(counted) == 2 * wanted, "lost"
    repeated = len(arrived) - len(counted)
    print(f"\n{len(counted)} alerts, {kills} kills, lost 0, repeated {repeated}")
    assert repeated <= kills
    by_case = defaultdict(list)
    for line in arrived:
        case, _, at = line.partition(" ")
        by_case[case].append(at)
    assert all(moments == sorted(moments) for moments in by_case.values())


def test_a_channel_that_asks_for_time_gets_it(base: Base) -> None:
    raised(base, 3)
    slack = Recorder(NotNow("429", after=3600, channel=True))
    now = datetime.now(UTC)
    assert send(base, TOPIC, {"slack": slack}, patience=HASTE, until=now + timedelta(seconds=30)).put_off == 1
    assert not slack.parcels  # the others behind it were not tried either
    send(base, TOPIC, {"slack": slack}, clock=lambda: now + timedelta(hours=2))
    assert len(slack.parcels) == 3


def test_the_operator_hears_of_a_problem_once_a_day(base: Base) -> None:
    heard: list[str] = []

    def answered(request: Request) -> Answer:
        heard.append(request.json["message"])
        return Answer(200, "{}")

    with serving(answered) as address:
        urls = {"ATODDS_OPERATOR": address.replace("http://", "json://")}
        for _ in range(2):
            assert tell_operator(base, TOPIC.key, ["slack is out of order: invalid_auth"], urls.get)
    assert len(heard) == 1
    assert "slack is out of order: invalid_auth" in heard[0]
    assert not tell_operator(base, TOPIC.key, ["anything"], {}.get)
