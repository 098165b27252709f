"""The digest goes out once a day, and silence is heard."""

from dataclasses import replace
from datetime import datetime, timedelta

from alerts.bulletins.bulletin import Bulletin
from claims.topic import Topic
from flows.silence import overdue
from flows.telling.daily import post_digest
from flows.telling.delivering import send
from storage import passes
from storage.base import Base
from storage.passes import Tally
from tests.alerts import made
from tests.alerts.made import NOON
from tests.flows.test_delivering import TOPIC, Recorder
from tests.storage.raised import raise_alert

HOURLY = Topic(key="hourly", name="Hourly", schedule="0 * * * *")


def watched(base: Base, topic: str, at: datetime, through: bool = True) -> None:
    with base.writing() as connection:
        number = passes.begin(connection, topic, at)
        if through:
            passes.finish(connection, number, Tally(stored=3, known=4), at)


def test_a_digest_goes_out_once_a_day(base: Base) -> None:
    watched(base, TOPIC.key, NOON)
    with base.writing() as connection:
        raise_alert(connection, made.change(made.figures()), ())
    topic = replace(TOPIC, channels=("email",))
    told, posted = post_digest(base, topic, now=NOON + timedelta(hours=1))
    assert posted
    assert told.closing == "7 articles from 0 sources in 1 pass."
    assert not post_digest(base, topic, now=NOON + timedelta(hours=2))[1]
    email = Recorder()
    send(base, topic, {"email": email})
    (parcel,) = email.parcels
    assert isinstance(parcel.content, Bulletin)
    assert parcel.content == told
    assert post_digest(base, topic, now=NOON + timedelta(days=1))[1]


def test_a_topic_that_nobody_watches_any_more_is_told(base: Base) -> None:
    watched(base, "hourly", NOON)
    half_past = NOON + timedelta(minutes=90)
    assert list(overdue(base, [HOURLY], half_past)) == []
    ((topic, problem),) = overdue(base, [HOURLY], NOON + timedelta(minutes=121))
    assert topic == HOURLY
    assert problem == "Hourly: no pass came through since 2025-05-16 12:00 UTC (schedule 0 * * * *)"


def test_passes_that_fail_are_silence_too_and_what_never_began_is_not(base: Base) -> None:
    later = NOON + timedelta(hours=5)
    assert list(overdue(base, [HOURLY, replace(HOURLY, schedule=None)], later)) == []
    watched(base, "hourly", NOON, through=False)
    assert "no pass came through ever" in next(iter(overdue(base, [HOURLY], later)))[1]
    assert list(overdue(base, [replace(HOURLY, schedule=None)], later)) == []
