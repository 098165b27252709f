"""A decision sticks, is kept with what the sides said, and is told where the case was told."""

import pytest

from claims.case import CaseStatus
from claims.review import Because, Decision
from flows.telling.delivering import send
from flows.telling.reviewing import review
from storage import cases, reviews
from storage.base import Base
from tests.alerts import made
from tests.flows.test_delivering import TOPIC, Recorder
from tests.storage.raised import raise_alert


@pytest.fixture(autouse=True)
def slack_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    monkeypatch.setattr("flows.telling.reviewing.topic_of", lambda _: replace(TOPIC, channels=("slack",)))


def test_a_dismissal_sticks_and_shows_in_the_thread(base: Base) -> None:
    with base.writing() as connection:
        raise_alert(connection, made.change(made.roles()))
    slack = Recorder()
    send(base, TOPIC, {"slack": slack})
    change = review(base, "3f9a1c2e", Decision.DISMISS, Because.OTHER_SCOPE, "arrests by others", "Kim")
    assert change.reason == "dismissed by Kim: they speak of two different things (arrests by others)"
    send(base, TOPIC, {"slack": slack})
    answer = slack.parcels[-1]
    assert answer.thread == "thread of 3f9a1c2e"
    assert getattr(answer.content, "changed", "") == f"Reviewed: {change.reason}."
    with base.reading() as connection:
        (kept,) = reviews.reviews(connection, TOPIC.key)
        found = cases.case(connection, base.memory, "3f9a1c2e")
    assert (kept.decision, kept.because, kept.reviewer) == (Decision.DISMISS, Because.OTHER_SCOPE, "Kim")
    assert found is not None
    assert found.status is CaseStatus.DISMISSED


def test_a_confirmed_case_is_open(base: Base) -> None:
    with base.writing() as connection:
        raise_alert(connection, made.change(made.roles()))
    review(base, "3f9a1c2e", Decision.DISMISS, Because.EXTRACTION)
    change = review(base, "3f9a1c2e", Decision.CONFIRM)
    assert (change.case.status, change.reason, change.page) == (CaseStatus.OPEN, "confirmed as a conflict", False)


def test_what_is_no_case_is_told(base: Base) -> None:
    with pytest.raises(LookupError, match="there is no case x"):
        review(base, "x", Decision.CONFIRM)


def test_the_form_has_an_answer_for_every_reason() -> None:
    from flows.review import _MEANING, Answer

    assert {because for _, because in _MEANING.values() if because} == set(Because)
    assert set(_MEANING) == set(Answer)
