"""Mail: encrypted or refused, everybody accounted for, one thread per case. Against an SMTP server on loopback."""

import ssl
from dataclasses import replace
from pathlib import Path

import pytest

from alerts.bulletins.bulletin import Bulletin, Item, Section
from alerts.channels.channel import Never, NotNow, OutOfOrder, Parcel
from alerts.channels.mail import Mail, server
from alerts.channels.mail_layout import mail
from alerts.links import Links
from alerts.message import message
from claims.case import ChangeKind, Position
from tests.alerts import made
from tests.alerts.smtp_server import Desk, certificate_for_loopback, smtp

TO = ("day@desk.example", "night@desk.example")
FIRST = Parcel(content=message(made.change(made.roles())))
LATER = Parcel(content=message(made.change(made.roles(), ChangeKind.POSITION, hours=3)))


def post(address: str, to: tuple[str, ...] = TO) -> Mail:
    return Mail(server(f"smtp+plain://{address}"), "atodds@desk.example", to)


def test_a_mail_has_two_bodies_and_the_headers_of_a_list() -> None:
    desk = Desk()
    with smtp(desk) as address:
        receipt = post(address).send(FIRST)
    ((to, it),) = desk.mails
    assert to == list(TO)
    assert it["Subject"] == "Will the National Guard take part in arrests?"
    assert (it["List-Id"], it["Auto-Submitted"]) == ("<guard-request.atodds.desk.example>", "auto-generated")
    assert receipt.thread == it["Message-ID"]
    assert it["References"] is None
    plain, page = it.get_body(("plain",)), it.get_body(("html",))
    assert plain is not None
    assert page is not None
    for body in (plain, page):
        assert made.GUARD_NO.sentence in body.get_content()
        assert made.GUARD_MAYBE.sentence in body.get_content()


def test_a_later_mail_on_the_case_joins_its_thread() -> None:
    desk = Desk()
    with smtp(desk) as address:
        thread = post(address).send(FIRST).thread
        assert post(address).send(replace(LATER, thread=thread)).thread == thread
    first, later = (it for _, it in desk.mails)
    assert later["References"] == later["In-Reply-To"] == first["Message-ID"]
    assert later["Subject"] == f"Re: {first['Subject']}"
    assert later["Message-ID"] != first["Message-ID"]


def test_one_refused_of_two_is_noticed_and_told() -> None:
    desk = Desk(night=["550 no such mailbox"])
    with smtp(desk) as address:
        receipt = post(address).send(FIRST)
    assert receipt.warnings == ("mail refused for night@desk.example: no such mailbox",)
    assert [to for to, _ in desk.mails] == [["day@desk.example"]]


def test_one_put_off_of_two_gets_it_later_and_the_other_not_twice() -> None:
    desk = Desk(night=["451 greylisted, come back"], day=["250 OK", "554 must not be asked again"])
    with smtp(desk) as address:
        with pytest.raises(NotNow, match=r"put off for night@desk.example: greylisted") as caught:
            post(address).send(FIRST)
        post(address).send(replace(FIRST, progress=caught.value.progress))
    assert [to for to, _ in desk.mails] == [["day@desk.example"], ["night@desk.example"]]
    assert len({it["Message-ID"] for _, it in desk.mails}) == 1


@pytest.mark.parametrize(
    ("answers", "raised"),
    [
        ({"day": ["550 no"], "night": ["550 no"]}, Never),
        ({"day": ["450 later"], "night": ["450 later"]}, NotNow),
        ({"DATA": ["554 looks like spam"]}, Never),
        ({"DATA": ["451 try again"]}, NotNow),
        ({"DATA": ["hang up"]}, NotNow),
    ],
)
def test_what_a_server_may_say(answers: dict[str, list[str]], raised: type[Exception]) -> None:
    desk = Desk(**answers)
    with smtp(desk) as address, pytest.raises(raised):
        post(address).send(FIRST)
    assert not desk.mails


def test_nobody_listens() -> None:
    with pytest.raises(NotNow, match="can't be reached"):
        post("127.0.0.1:1").send(FIRST)


def test_with_encryption_and_login(tmp_path: Path) -> None:
    desk = Desk()
    file = certificate_for_loopback(tmp_path)
    trust = ssl.create_default_context(cafile=str(file))
    with smtp(desk, file) as address:
        right = server(f"smtp://desk:p%40ss%2Fword@{address}")
        Mail(right, "atodds@desk.example", TO, trust=trust).send(FIRST)
        with pytest.raises(OutOfOrder, match="refuses the login") as wrong:
            Mail(server(f"smtp://desk:wrong@{address}"), "atodds@desk.example", TO, trust=trust).send(FIRST)
        assert "wrong" not in str(wrong.value)
        with pytest.raises(OutOfOrder, match="no trusted encryption"):
            Mail(right, "atodds@desk.example", TO).send(FIRST)
        with pytest.raises(OutOfOrder, match="530 Must issue a STARTTLS"):
            post(address).send(FIRST)
    with smtp(desk, file, implicit=True) as address:
        Mail(server(f"smtps://{address}"), "atodds@desk.example", TO, trust=trust).send(FIRST)
    assert len(desk.mails) == 2


def test_a_server_without_encryption_gets_no_password() -> None:
    with smtp(Desk()) as address, pytest.raises(OutOfOrder, match="lacks what we need"):
        Mail(server(f"smtp://desk:secret@{address}"), "atodds@desk.example", TO).send(FIRST)


@pytest.mark.parametrize(
    "url", ["http://a.example", "smtp://", "smtp://a.example:port", "smtp+plain://u:secret@a.example", ""]
)
def test_a_wrong_address_of_the_server_is_told_without_its_password(url: str) -> None:
    with pytest.raises(OutOfOrder) as caught:
        server(url)
    assert "secret" not in str(caught.value)
    assert "secret" not in repr(server("smtp://u:secret@a.example"))


def test_scraped_text_makes_neither_headers_nor_markup() -> None:
    evil = made.evidence(
        "<b>Evil\r\nBcc: all@desk.example",
        "They asked for 5 <script>alert(1)</script> people & more.",
        figure="5",
        url='https://a.example/"onclick="x',
    )
    sides = (Position("5</td>", (evil,)), Position("700", (made.FIGURE_LOW,)))
    case = made.case(sides, question="How many\r\nBcc: all@desk.example?")
    it = mail(message(made.change(case)), "atodds@desk.example")
    assert it["Bcc"] is None
    assert it["Subject"] == "How many Bcc: all@desk.example?"
    body = it.get_body(("html",))
    assert body is not None
    page = body.get_content()
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<b>Evil" not in page
    assert '"onclick' not in page


def test_the_buttons_lead_to_form_and_ledger() -> None:
    links = Links(ledger="https://desk.example/ledger/", form="https://prefect.example/run")
    body = mail(FIRST.content, "atodds@desk.example", links).get_body(("html",))
    assert body is not None
    assert 'href="https://prefect.example/run?parameters=%7B%22case%22%3A%20%223f9a1c2e%22%7D"' in body.get_content()
    assert 'href="https://desk.example/ledger/guard-request.html#3f9a1c2e"' in body.get_content()


def test_a_bulletin_carries_its_chart() -> None:
    it = Bulletin(
        id="d1",
        topic="guard-request",
        title="Guard request: 2 open cases",
        intro="What happened since yesterday.",
        sections=(
            Section(title="Open", items=(Item(text="How <many>?", note="5 / 6", link="https://a.example"),)),
            Section(title="Nothing here", items=()),
        ),
        closing="12 articles from 3 sources, none failing.",
        at=made.NOON,
        chart="aWNvbg==",
        chart_says="Two lanes",
    )
    letter = mail(it, "atodds@desk.example")
    kinds = [part.get_content_type() for part in letter.walk()]
    assert kinds == ["multipart/alternative", "text/plain", "multipart/related", "text/html", "image/png"]
    page = letter.get_body(("html",))
    assert page is not None
    assert 'src="cid:chart@atodds" alt="Two lanes"' in page.get_content()
    assert "Nothing here" not in page.get_content()
    assert "How &lt;many&gt;?" in page.get_content()
