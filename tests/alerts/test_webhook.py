"""The webhook: signed, repeatable, and obedient. Apprise: every service of several gets it once."""

import hmac
import json
from hashlib import sha256

import pytest

from alerts.channels.apprise_urls import AppriseUrls
from alerts.channels.channel import Never, NotNow, OutOfOrder, Parcel
from alerts.channels.webhook import Webhook
from alerts.message import message
from tests.alerts import made
from tests.alerts.http_server import Answer, Request, serving

PARCEL = Parcel(content=message(made.change(made.figures())))


def test_the_body_is_signed_with_its_moment() -> None:
    asked: list[Request] = []

    def answered(request: Request) -> Answer:
        asked.append(request)
        return Answer(204, "")

    with serving(answered) as address:
        for _ in range(2):
            Webhook(f"{address}/in", "secret").send(PARCEL)
    first, again = asked
    signed = f"{first.headers['x-atodds-timestamp']}.".encode() + first.body
    assert first.headers["x-atodds-signature"] == f"sha256={hmac.new(b'secret', signed, sha256).hexdigest()}"
    assert first.headers["x-atodds-id"] == again.headers["x-atodds-id"] == PARCEL.content.id
    body = first.json
    assert (body["version"], body["type"], body["relation"]) == (1, "case", "conflicts")
    assert [side["voices"][0]["quote"] for side in body["sides"]] == [
        made.FIGURE_HIGH.sentence,
        made.FIGURE_LOW.sentence,
    ]
    assert body["features"][0] == {"name": "actor", "score": 1.0, "detail": "same: National Guard"} | {
        "a": "Guard members",
        "b": "The troops",
    }
    assert body["at"] == "2025-05-16T14:05:00+00:00"


@pytest.mark.parametrize(
    ("answer", "raised", "after"),
    [
        (Answer(429, "", {"Retry-After": "9"}), NotNow, 9.0),
        (Answer(503, ""), NotNow, None),
        (Answer(hang_up=True), NotNow, None),
        (Answer(401, ""), OutOfOrder, None),
        (Answer(302, "", {"Location": "http://elsewhere.example"}), OutOfOrder, None),
        (Answer(422, ""), Never, None),
    ],
)
def test_what_a_receiver_may_answer(answer: Answer, raised: type[Exception], after: float | None) -> None:
    with serving(lambda _: answer) as address, pytest.raises(raised) as caught:
        Webhook(f"{address}/in", "secret").send(PARCEL)
    assert getattr(caught.value, "after", None) == after


def test_of_two_services_only_the_failing_one_is_tried_again() -> None:
    answers = {"/good": [200, 200], "/bad": [500, 200]}
    asked: list[Request] = []

    def answered(request: Request) -> Answer:
        asked.append(request)
        return Answer(answers[request.path].pop(0), "{}")

    with serving(answered) as address:
        host = address.removeprefix("http://")
        channel = AppriseUrls(f"json://{host}/good json://{host}/bad")
        with pytest.raises(NotNow) as caught:
            channel.send(PARCEL)
        channel.send(Parcel(content=PARCEL.content, progress=caught.value.progress))
    assert [request.path for request in asked] == ["/good", "/bad", "/bad"]
    assert made.FIGURE_LOW.sentence in json.loads(asked[0].body)["message"]


def test_a_wrong_url_is_named_by_its_number_alone() -> None:
    with pytest.raises(OutOfOrder) as caught:
        AppriseUrls("json://127.0.0.1 nonsense://token")
    assert str(caught.value) == "Apprise does not know URL number 2"
