"""The ledger shows all that was said, needs nothing from elsewhere, and lets no scraped text be more than text."""

import io
import re
from dataclasses import replace
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from PIL import Image

from alerts.links import Links
from alerts.message import message
from alerts.pages.axes import NARROW
from alerts.pages.case_card import card
from alerts.pages.drawing import COLOURS, Drawing, Label, Line, Shape, png, svg
from alerts.pages.ledger import DARK, counted, file_name, index, page
from alerts.pages.plot import plot
from claims.case import Case, CaseEvent, CaseStatus, ChangeKind, Position
from claims.quantity import Bound
from claims.relation import Relation
from tests.alerts import made
from tests.alerts.made import NOON

EVENTS = [CaseEvent(ChangeKind.OPENED, True, "", NOON), CaseEvent(ChangeKind.CLOSED, False, "all say 700", NOON)]


def shown(*cases: Case) -> str:
    events = {cases[0].id: EVENTS} if cases else {}
    return page("guard", "Guard <request>", made.excerpt(*cases), made.shelves(*cases), events, NOON)


class Tags(HTMLParser):
    """The tags of a page with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def test_every_report_is_quoted_with_who_and_when() -> None:
    text = shown(made.roles(), made.figures(id="x2"))
    for evidence in (made.GUARD_NO, made.GUARD_MAYBE, made.FIGURE_LOW):
        assert evidence.sentence.split("700")[0] in text
    assert "The request was for <strong>700</strong> Guard members." in text
    assert "a defense official (unnamed)" in text
    assert "Closed: all say 700." in text
    assert 'id="3f9a1c2e"' in text


def test_nothing_comes_from_elsewhere() -> None:
    tags = Tags(shown(made.roles())).seen
    assert not [t for t, a in tags if t in ("link", "img", "iframe", "object")]
    assert all("src" not in a for _, a in tags)
    assert "url(" not in shown(made.roles())
    assert "@import" not in shown(made.roles())


def test_scraped_text_stays_text() -> None:
    evil = made.evidence(
        "<img src=x onerror=alert(1)>",
        "5 </script><script>alert(1)</script> {{ 7*7 }}",
        figure="5",
        url="javascript:alert(1)",
    )
    text = shown(made.case((Position("<b>5</b>", (evil,)), Position("700", (made.FIGURE_LOW,)))))
    tags = Tags(text).seen
    assert [t for t, _ in tags].count("script") == 1
    assert not [t for t, _ in tags if t in ("img", "b")]
    assert "{{ 7*7 }}" in text
    assert not [a for _, a in tags if "javascript" in str(a.get("href"))]


def test_open_conflicts_come_first() -> None:
    closed = replace(made.roles(), id="closed", status=CaseStatus.CLOSED)
    note = made.case(made.roles().arrangement.positions, id="note", relation=Relation.DIFFERS)
    order = re.findall(r'<article id="(\w+)"', shown(closed, note, made.figures(id="conflict")))
    assert order == ["conflict", "note", "closed"]
    assert counted(made.shelves(closed, note, made.roles())) == "2 open cases (1 in conflict), 1 closed"


def test_a_topic_without_cases_says_so() -> None:
    assert "No cases: the sources that were read agree." in shown()
    assert 'href="a%2Fb.html"' in index([("a/b", "A & B", "no cases")], NOON)
    assert file_name("a/b") == "a%2Fb.html"


def test_a_page_that_holds_not_all_says_so() -> None:
    text = page("guard 1", "Guard", made.excerpt(made.roles(), of=1620), made.shelves(made.roles()), {}, NOON)
    assert "Shown here: 1 of 1,620 cases" in text
    assert "atodds export --topic &#39;guard 1&#39; --all" in text
    assert "older than the cases shown here" in text
    assert "older than the cases" not in shown(made.roles())


def several() -> Case:
    """Every kind of bound, and an outlet that changed its mind."""

    def said(outlet: str, figure: str, hours: float, bound: Bound = Bound.EXACT) -> Position:
        return Position(
            f"{bound.value} {figure}",
            (made.evidence(outlet, f"It was {figure}.", figure=figure, hours=hours, bound=bound),),
        )

    range_ = made.evidence("West Wire", "From 12,000 to 18,000.", figure="12,000", hours=9, bound=Bound.BETWEEN)
    wide = replace(range_.claim.quantity, upper=Decimal(18000))  # type: ignore[union-attr]
    return made.case(
        (
            said("Courier", "20,000", 0),
            said("Ledger", "20,000", 3, Bound.MORE_THAN),
            said("Daily", "14,500", 5, Bound.ABOUT),
            said("Courier", "9,000", 8, Bound.AT_MOST),
            Position("12,000 to 18,000", (replace(range_, claim=replace(range_.claim, quantity=wide)),)),  # type: ignore[type-var]
        )
    )


def test_bounds_are_drawn_as_bounds() -> None:
    drawing = plot(several())
    arrows = [part for part in drawing.parts if isinstance(part, Shape)]
    assert [a.points[2][1] < a.points[0][1] for a in arrows] == [False, True]  # at most: down; more than: up
    assert any(isinstance(part, Line) and part.width == 4 for part in drawing.parts)
    assert "Ledger: more_than 20,000" in drawing.says


def test_the_conflict_is_marked_where_it_begins() -> None:
    (alarm,) = [p for p in plot(several()).parts if isinstance(p, Line) and p.tone == "alarm"]
    (first,) = [p for p in plot(several()).parts if isinstance(p, Label) and p.text == "about 14,500"]
    assert alarm.x1 == pytest.approx(first.x - 10)  # "more than 20,000" is no conflict with 20,000; 14,500 is
    agreed = replace(several(), arrangement=replace(several().arrangement, relation=Relation.DIFFERS))
    assert not [p for p in plot(agreed).parts if isinstance(p, Line) and p.tone == "alarm"]


def test_labels_lie_within_the_drawing_and_not_over_each_other() -> None:
    busy = Position(
        "20,000", tuple(made.evidence("Courier", "It was 20,000.", figure="20,000", hours=n / 10) for n in range(40))
    )
    drawing = plot(made.case((busy, Position("700", (made.FIGURE_LOW,)))), layout=NARROW)
    labels = [p for p in drawing.parts if isinstance(p, Label) and p.text == "20,000"]
    assert 1 <= len(labels) < 10
    assert all(0 <= label.x <= drawing.width for label in labels)


def test_a_drawing_is_the_same_as_svg_and_png() -> None:
    drawing = plot(made.roles())
    image = Image.open(io.BytesIO(png(drawing)))
    assert image.size == (drawing.width * 2, drawing.height * 2)
    text = str(svg(Drawing(10, 10, (Label(1, 2, "<a>"),), "says <b>")))
    assert "&lt;a&gt;" in text
    assert "<title>says &lt;b&gt;</title>" in text


def test_light_and_dark_have_the_same_tones() -> None:
    assert set(COLOURS) == set(DARK)


def test_a_card_is_markdown_in_which_scraped_text_means_nothing() -> None:
    evil = made.evidence("A_B*C", "5 [x](javascript:1) <b> | people.", figure="5")
    told = message(made.change(made.case((Position("`5`", (evil,)), Position("700", (made.FIGURE_LOW,))))))
    text = card(told, Links(form="https://prefect.example/run"))
    assert r"A\_B\*C: \`5\`" in text
    assert r"\[x\]\(javascript:1\) \<b\> \| people." in text
    assert "[Answer](<https://prefect.example/run?parameters=" in text
