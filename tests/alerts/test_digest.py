"""The digest: conflicts by weight, what moved, what people decided, and that somebody watches."""

import base64
from dataclasses import replace
from datetime import UTC, timedelta

from alerts.bulletins.digest import LISTED, Standing, Watch, digest, line_of_life
from claims.case import Case, Position
from claims.relation import Relation
from claims.review import Because, Decision, Review
from tests.alerts import made
from tests.alerts.made import NOON

QUIET = Watch(passes=96, articles=412, sources=31, failing=(), given_up=0)
DAY = timedelta(days=1)


def review(case: str, decision: Decision, hours: float) -> Review:
    because = Because.UPDATE if decision is Decision.DISMISS else None
    at = NOON + timedelta(hours=hours)
    return Review(case=case, decision=decision, because=because, note="", reviewer="Kim", sides=(), at=at)


def standing(*conflicts: Case, of: int = 0, moved: int = 0, notes: tuple[Case, ...] = ()) -> Standing:
    listed = made.excerpt(*conflicts, of=of)
    return Standing(conflicts=listed, moved=moved, notes=made.excerpt(*notes), over=made.excerpt())


def sections(stands: Standing, reviews: tuple[Review, ...] = ()) -> dict[str, list[str]]:
    told = digest("t", "Harbor", stands, reviews, QUIET, NOON - DAY, NOON, UTC)
    return {section.title: [item.text for item in section.items] for section in told.sections if section.items}


def test_cases_stand_where_they_belong() -> None:
    note = made.case(made.roles().arrangement.positions, id="n", relation=Relation.DIFFERS, question="Who leads?")
    over = made.case(made.roles().arrangement.positions, question="Who asked?")
    stands = replace(standing(made.roles(), notes=(note,)), over=made.excerpt(over))
    assert sections(stands) == {
        "Open conflicts": ["Will the National Guard take part in arrests?"],
        "Noted, not paged": ["Who leads?"],
        "Came together": ["Who asked?"],
    }
    assert sections(standing()) == {}


def test_what_is_not_listed_is_counted() -> None:
    cases = [made.case(made.roles().arrangement.positions, id=f"c{n}") for n in range(LISTED + 2)]
    assert sections(standing(*cases))["Open conflicts"][LISTED:] == ["and 2 more"]
    assert sections(standing(*cases, of=1600))["Open conflicts"][LISTED:] == ["and 1585 more"]


def test_what_more_voices_carry_comes_first() -> None:
    loud = made.case(
        (Position("700", (made.FIGURE_LOW, made.GUARD_NO)), Position("20,000", (made.GUARD_MAYBE,))), question="Loud?"
    )
    assert sections(standing(made.roles(), loud))["Open conflicts"][0] == "Loud?"


def test_precision_is_what_people_decided_last() -> None:
    made_of_it = sections(
        standing(),
        reviews=(
            review("a", Decision.DISMISS, -50),
            review("a", Decision.CONFIRM, -49),
            review("b", Decision.DISMISS, -1),
            review("c", Decision.CONFIRM, -48),
        ),
    )
    assert made_of_it["Reviewed"] == [
        "2 of 3 reviewed cases were conflicts (66 %)",
        "Case b: dismissed by Kim: the later report updates the earlier",
    ]


def test_the_line_of_life() -> None:
    assert line_of_life(QUIET) == "412 articles from 31 sources in 96 passes."
    ill = Watch(passes=1, articles=1, sources=1, failing=("https://a.example/feed",), given_up=2)
    assert line_of_life(ill) == (
        "1 article from 1 source in 1 pass, 1 failing: https://a.example/feed; 2 messages could not be delivered."
    )


def test_the_heaviest_figure_is_drawn() -> None:
    told = digest(
        "t", "Harbor", standing(made.roles(), made.figures(id="f"), moved=2), (), QUIET, NOON - DAY, NOON, UTC
    )
    assert base64.b64decode(told.chart).startswith(b"\x89PNG")
    assert "The Courier: 20,000" in told.chart_says
    assert told.title == "Harbor: 2 open conflicts, 2 cases moved"
