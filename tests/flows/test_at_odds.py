"""Protects what a desk hears of two short reports of one event: the question that pages, or nothing."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from claims.document import Document
from flows.desk import open_desk
from flows.pipeline import take_in
from storage.base import Base
from storage.listing import cases

NOON = datetime(2034, 3, 2, 12, tzinfo=UTC)
FERRY = "The ferry Lady Marit sank off Tarvo on Thursday. "
STRIKE = "Rail workers of Ferronord went on strike on Tuesday. "
FIRE = "The Cobalt Creek Fire burned on Thursday near Alder. "
PLANT = "Veltron told its workers in Osterby of its plans on Monday. "
VOTE = "Irena Marek won the election in Zelmar on Thursday. "
OUTAGE = "A blackout struck the Ostmark grid on Thursday. "
TALKS = "Korvia and Ledonia spoke of their border on Saturday. "


@pytest.mark.parametrize(
    ("opening", "one", "other", "question"),
    [
        # held and arrested are one thing to whoever it befalls
        (FERRY, "The captain has been arrested, police said.", "The captain was not detained, police said.",
         "Was the captain arrested?"),
        (FERRY, "The captain was arrested.", "The mate was not arrested.", None),
        # nobody, and somebody
        (FIRE, "One firefighter was killed.", "No firefighters were killed, the sheriff said.",
         "Was one firefighter killed?"),
        (FIRE, "One firefighter was killed.", "No residents were killed, the sheriff said.", None),
        # what ends is what somebody ends
        (STRIKE, "The union will end the strike on Thursday.", "The strike will continue until Saturday, drivers said.",
         "Will the union end the strike?"),
        (PLANT, "The plant will close in May, the company said.", "Veltron will not close the factory, the union said.",
         "Will Veltron close the factory?"),
        (STRIKE, "The union will end the strike on Thursday.", "The blockade will continue, drivers said.", None),
        # a meeting is both sides'
        (TALKS, "Danek will meet Ledonia's president in Vienna.", "Ledonia's president will not meet Danek, he said.",
         "Will Danek meet Ledonia's president?"),
        (TALKS, "Danek will meet Ledonia's president in Vienna.", "Ledonia's king will not meet the miners.", None),
        # whoever concedes concedes defeat
        (VOTE, "President Oto Bral conceded defeat.", "Bral did not concede on Thursday.",
         "Did President Oto Bral concede?"),
        (VOTE, "Turnout was 61 percent.", "Turnout reached 68 percent, observers said.", "What share? “Turnout was …”"),
        # one noun of one story, told with another verb or none; not what somebody has, nor a toll further on
        (OUTAGE, "At the peak 72,000 homes were without power.", "The fault left 41,000 homes in the dark.",
         "How many homes were without power?"),
        (OUTAGE, "The grid has 72,000 customers.", "The fault left 41,000 customers in the dark.", None),
        (OUTAGE, "The fault hit 72,000 customers.", "Some 41,000 customers lost power.",
         "How many customers were hit?"),
        (PLANT, "Veltron will shed 900 jobs.", "In all 1,300 positions will disappear.",
         "How many jobs were laid off?"),
        (PLANT, "Veltron will shed 900 jobs.", "Next door in Arle, Ostra will shed 1,300 jobs.", None),
        (FIRE, "Deputies detained 12 looters.", "In all 19 looters were arrested.", None),
        (FERRY, "Eleven people died.", "Eighteen people are now known to have died.", None),
        # what never was may still come
        (PLANT, "The army has never guarded the plant.", "The army may guard the plant.", None),
        # what one of a story does or does not do
        (PLANT, "The canteen will reopen on Monday.", "The canteen will not reopen before May, workers were told.",
         "Will the canteen open?"),
    ],
)  # fmt: skip
def test_two_reports_of_one_event(tmp_path: Path, opening: str, one: str, other: str, question: str | None) -> None:
    desk = open_desk()
    with Base.open(f"sqlite:///{tmp_path}/claims.db") as base:
        for hour, told in enumerate((one, other)):
            at = NOON + timedelta(hours=hour)
            page = Document(
                url=f"https://post-{hour}.example/report",
                where=f"report {hour}",
                fetched_at=at,
                text=f"{told} {opening}",
                outlet=f"Post {hour}",
                published_at=at,
            )
            assert take_in(desk, base, page, alerting=True, now=at).claims
        with base.reading() as connection:
            found = [c.arrangement for c in cases(connection, base.memory) if c.arrangement.page]
    assert [arranged.question for arranged in found] == ([question] if question else [])
