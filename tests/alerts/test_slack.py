"""Slack: one thread per case, within every limit, obeying Slack's errors. Against a server on loopback."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from alerts.bulletins.bulletin import Bulletin, Item, Section
from alerts.channels.channel import Channel, Never, NotNow, OutOfOrder, Parcel
from alerts.channels.slack import SlackBot, SlackWebhook
from alerts.channels.slack_blocks import blocks, bulletin_blocks, fallback
from alerts.links import Links
from alerts.message import Message, message
from claims.case import CaseStatus, ChangeKind, Position
from tests.alerts import made
from tests.alerts.http_server import Answer, Request, serving
from tests.alerts.slack_server import FakeSlack, error, slack, texts, too_much

LINKS = Links(ledger="https://desk.example/ledger", form="https://prefect.example/deployments/deployment/d1/run")


@pytest.fixture
def desk() -> Iterator[tuple[FakeSlack, SlackBot]]:
    with slack() as (fake, api):
        yield fake, SlackBot("xoxb-right", "C1", LINKS, api=api)


def parcel(kind: ChangeKind = ChangeKind.OPENED, thread: str | None = None, page: bool = True) -> Parcel:
    change = replace(made.change(made.roles(), kind, "Valley Radio now says possibly"), page=page)
    return Parcel(content=message(change), thread=thread)


def test_a_new_case_is_a_message_of_its_own(desk: tuple[FakeSlack, SlackBot]) -> None:
    fake, bot = desk
    receipt = bot.send(parcel())
    (ts, said), *rest = fake.messages.items()
    assert not rest
    assert json.loads(receipt.thread or "") == {"channel": "C1", "ts": ts}
    assert said["text"].startswith("Conflict: Will the National Guard take part in arrests? The Courier: not expected")
    assert made.GUARD_NO.sentence in texts(said)
    assert made.GUARD_MAYBE.sentence in texts(said)


def test_a_later_page_answers_in_the_thread_and_shows_in_the_channel(desk: tuple[FakeSlack, SlackBot]) -> None:
    fake, bot = desk
    thread = bot.send(parcel()).thread
    assert bot.send(parcel(ChangeKind.POSITION, thread)).thread == thread
    first, answer = fake.messages
    assert fake.updates == [first]
    assert fake.messages[answer]["thread_ts"] == first
    assert fake.messages[answer]["reply_broadcast"] is True
    assert "Valley Radio now says possibly." in texts(fake.messages[answer])


@pytest.mark.parametrize(("kind", "replies"), [(ChangeKind.CLOSED, 1), (ChangeKind.EVIDENCE, 0)])
def test_what_is_no_page_disturbs_nobody(desk: tuple[FakeSlack, SlackBot], kind: ChangeKind, replies: int) -> None:
    fake, bot = desk
    thread = bot.send(parcel()).thread
    bot.send(parcel(kind, thread, page=False))
    answers = list(fake.messages.values())[1:]
    assert len(fake.updates) == 1
    assert [a["reply_broadcast"] for a in answers] == [False] * replies


def test_a_deleted_first_message_is_posted_anew(desk: tuple[FakeSlack, SlackBot]) -> None:
    fake, bot = desk
    thread = json.dumps({"channel": "C1", "ts": "1.0"})
    receipt = bot.send(parcel(ChangeKind.POSITION, thread))
    assert receipt.thread != thread
    assert len(fake.messages) == 1


@pytest.mark.parametrize(
    ("answer", "raised", "after"),
    [
        (error("ratelimited", 429, Retry_After="7"), NotNow, 7.0),
        (error("ratelimited", 429), NotNow, None),
        (error("ratelimited"), NotNow, None),
        (error("internal_error", 500), NotNow, None),
        (Answer(503, "<html>busy</html>"), NotNow, None),
        (Answer(hang_up=True), NotNow, None),
        (error("invalid_auth"), OutOfOrder, None),
        (error("channel_not_found"), OutOfOrder, None),
        (error("something_new"), NotNow, None),
    ],
)
def test_slacks_errors_are_obeyed(
    desk: tuple[FakeSlack, SlackBot], answer: Answer, raised: type[NotNow], after: float | None
) -> None:
    fake, bot = desk
    fake.next_answers.append(answer)
    with pytest.raises(raised) as caught:
        bot.send(parcel())
    assert caught.value.after == after
    assert "xoxb" not in str(caught.value)
    assert not fake.messages


def test_blocks_that_slack_wont_have_become_one_line(desk: tuple[FakeSlack, SlackBot]) -> None:
    fake, bot = desk
    fake.next_answers.append(error("msg_blocks_too_long"))
    bot.send(parcel())
    assert ["blocks" in said for said in fake.messages.values()] == [False]
    fake.next_answers += [error("invalid_blocks"), error("msg_too_long")]
    with pytest.raises(Never):
        bot.send(parcel())


def endless() -> Message:
    """Twelve answers, five outlets each, sentences of two thousand characters."""
    word = "word & <tag> *bold* "
    positions = tuple(
        Position(
            f"{n},000 " + word * 20,
            tuple(
                made.evidence(f"Paper {n}-{k} {word * 9}", f"{word * 90}{n},000.", figure=f"{n},000") for k in range(5)
            ),
        )
        for n in range(1, 13)
    )
    return message(made.change(made.case(positions, question="how many " + word * 40, reason=word * 300)))


def test_the_longest_message_stays_within_slacks_limits() -> None:
    assert too_much(blocks(endless(), LINKS)) == ""
    assert len(fallback(endless())) < 3000


def test_a_bulletin_stays_within_slacks_limits() -> None:
    items = tuple(Item(text="text " * 500, note="note", link="https://a.example/" + "x" * 100) for _ in range(60))
    many = Bulletin(
        id="1",
        topic="t",
        title="Thirty cases " * 40,
        intro="",
        sections=(Section(title="Now", items=items[:3]), Section(title="Later", items=())),
        closing="412 articles",
        at=made.NOON,
    )
    assert too_much(bulletin_blocks(many)) == ""
    assert len(bulletin_blocks(replace(many, sections=(Section(title="All", items=items),)))) == 3


def test_scraped_text_means_nothing_to_slack() -> None:
    evil = made.evidence(
        "<!channel>", "5 <@U123> said *so* & `that` <https://evil.example|CNN>.", figure="5", url="javascript:alert(1)"
    )
    it = message(made.change(made.case((Position("<!here>", (evil,)), Position("700", (made.FIGURE_LOW,))))))
    assert "<" not in fallback(it)
    assert "&lt;!channel&gt;: &lt;!here&gt;" in fallback(it)
    shown = blocks(it)
    assert {b["type"] for b in shown} == {"header", "rich_text", "divider"}  # no block in which Slack reads markup
    assert "evil.example" not in json.dumps(list(_links(shown)))
    assert "javascript" not in json.dumps(shown)


def _links(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        if value.get("type") == "link":
            yield value
        for inner in value.values():
            yield from _links(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _links(inner)


def test_a_settled_case_says_so_in_its_first_message() -> None:
    closed = replace(message(made.change(made.roles(), ChangeKind.CLOSED)), status=CaseStatus.CLOSED)
    assert blocks(closed)[0]["text"]["text"].startswith("Closed: Will the")


def test_the_message_leads_to_the_ledger_and_to_the_form() -> None:
    shown = json.dumps(blocks(parcel().content, LINKS))  # type: ignore[arg-type]
    assert "https://desk.example/ledger/guard-request.html#3f9a1c2e" in shown
    assert "/run?parameters=%7B%22case%22%3A%20%223f9a1c2e%22%7D" in shown
    assert "atodds review 3f9a1c2e" in json.dumps(blocks(parcel().content))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("answer", "raised"),
    [
        (Answer(), None),
        (Answer(429, "slow", {"Retry-After": "3"}), NotNow),
        (Answer(404, "no_service"), OutOfOrder),
        (Answer(410, "channel_is_archived"), OutOfOrder),
        (Answer(500, "rollup_error"), NotNow),
        (Answer(400, "invalid_blocks"), Never),
        (Answer(hang_up=True), NotNow),
    ],
)
def test_an_incoming_webhook(answer: Answer, raised: type[Exception] | None) -> None:
    asked: list[Request] = []

    def answered(request: Request) -> Answer:
        asked.append(request)
        return answer

    with serving(answered) as address:
        hook: Channel = SlackWebhook(f"{address}/services/T/B/secret", LINKS)
        if raised is None:
            assert hook.send(parcel()).thread is None
            assert asked[0].json["blocks"][0]["type"] == "header"
        else:
            with pytest.raises(raised) as caught:
                hook.send(parcel())
            assert "secret" not in str(caught.value)
