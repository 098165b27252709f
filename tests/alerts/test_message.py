"""What a message says of a case: both sides, who says it, how many independent voices, and no verdict."""

from dataclasses import replace

import pytest

from alerts.message import Message, message
from claims.case import CaseStatus, ChangeKind, Position
from claims.claim import Attribution, AttributionKind
from claims.quantity import Bound
from tests.alerts import made


def told(of: Position, *others: Position) -> Message:
    return message(made.change(made.case((of, *others))))


def test_both_sides_are_quoted_word_for_word_with_who_when_and_where() -> None:
    it = message(made.change(made.roles()))
    no, maybe = it.sides
    assert [v.quote for v in (*no.voices, *maybe.voices)] == [made.GUARD_NO.sentence, made.GUARD_MAYBE.sentence]
    assert no.voices[0].said_by == "a defense official (unnamed)"
    assert maybe.voices[0].said_by == "a memo"
    assert maybe.voices[0].link is not None
    assert maybe.voices[0].link.startswith("https://valleyradio.example/news/1#:~:text=")
    assert it.headline == (
        "Will the National Guard take part in arrests? The Courier: not expected to / Valley Radio: possibly"
    )


def test_the_figure_is_marked_in_its_quote() -> None:
    it = message(made.change(made.figures()))
    assert [v.quote[slice(*v.mark)] for side in it.sides for v in side.voices] == ["20,000", "700"]


def test_copies_of_one_report_are_one_voice() -> None:
    wire = [
        made.evidence(name, "The request was for 700 Guard members.", figure="700", hours=n, origin="Wire Agency")
        for n, name in enumerate(["North Daily", "South Daily", "West Daily"])
    ]
    side = told(Position("700", tuple(wire)), Position("20,000", (made.FIGURE_HIGH,))).sides[0]
    assert (side.reports, side.origins, side.outlets) == (3, 1, ("North Daily", "South Daily", "West Daily"))
    assert [v.outlet for v in side.voices] == ["North Daily"]
    assert side.voices[0].origin == "Wire Agency"


def test_the_newest_report_is_among_those_shown() -> None:
    many = [
        made.evidence(f"Paper {n}", f"They asked for 70{n} people.", figure=f"70{n}", hours=n, bound=Bound.ABOUT)
        for n in range(6)
    ]
    side = told(Position("about 700", tuple(many)), Position("20,000", (made.FIGURE_HIGH,))).sides[0]
    assert [v.outlet for v in side.voices] == ["Paper 0", "Paper 1", "Paper 5"]
    assert side.since == many[0].published_at


@pytest.mark.parametrize(
    ("attribution", "said_by"),
    [
        (None, "no source named"),
        (Attribution("", "", AttributionKind.NONE), "no source named"),
        (Attribution("The Courier", "reports", AttributionKind.OUTLET), "no source named"),
        (Attribution("Harbor Post", "reports", AttributionKind.OUTLET), "Harbor Post"),
        (Attribution("two\x1b[2J people", "said", AttributionKind.UNNAMED), "two�[2J people (unnamed)"),
    ],
)
def test_who_says_so(attribution: Attribution | None, said_by: str) -> None:
    one = made.evidence("The Courier", "They asked for 5 people.", figure="5", attribution=attribution)
    assert told(Position("5", (one,)), Position("700", (made.FIGURE_LOW,))).sides[0].voices[0].said_by == said_by


@pytest.mark.parametrize(
    ("kind", "reason", "changed"),
    [
        (ChangeKind.OPENED, "", "New case"),
        (ChangeKind.OPENED, "Opposed, same actor and action", "New case"),
        (ChangeKind.POSITION, "Harbor Post says 700", "Harbor Post says 700."),
        (ChangeKind.POSITION, "New position: 700. Opposed, same actor and action", "New position: 700."),
        (ChangeKind.EDITED, "700 was 20,000 before", "Article changed after publication: 700 was 20,000 before."),
        (ChangeKind.CLOSED, "all now say 700", "Closed: all now say 700."),
    ],
)
def test_what_changed_is_said_once(kind: ChangeKind, reason: str, changed: str) -> None:
    assert message(made.change(made.roles(), kind, reason)).changed == changed


def test_an_outlet_without_a_name_is_known_by_its_site() -> None:
    one = made.evidence(None, "They asked for 5 people.", figure="5", url="https://www.riverside.example/a")
    bare = replace(one, url="notes/today.txt")
    assert told(Position("5", (one,)), Position("6", (bare,))).headline.endswith(
        "riverside.example: 5 / unknown outlet: 6"
    )


def test_the_same_change_has_the_same_id_and_another_change_another() -> None:
    first, again = (message(made.change(made.roles())) for _ in range(2))
    assert first.id == again.id
    assert message(made.change(made.roles(), ChangeKind.CLOSED)).id != first.id
    assert message(made.change(made.case(made.roles().arrangement.positions, status=CaseStatus.CLOSED))).status == (
        CaseStatus.CLOSED
    )


def test_the_side_that_is_new_is_marked_and_a_settled_case_says_so() -> None:
    assert [side.new for side in message(made.change(made.figures())).sides] == [False, False]
    later = message(made.change(made.figures(), ChangeKind.POSITION))
    assert [side.new for side in later.sides] == [False, True]
    assert later.label == "Conflict"
    over = made.case(made.roles().arrangement.positions, status=CaseStatus.DISMISSED)
    assert message(made.change(over, ChangeKind.REVIEWED)).label == "Dismissed"
