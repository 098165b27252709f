"""Protects what a desk hears of two short reports of one event: the question that pages, or nothing."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from claims.document import Document
from flows.desk import open_desk
from flows.intake.pipeline import take_in
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
        (VOTE, "Turnout was 61 percent.", "Turnout reached 68 percent, observers said.", "How high was the turnout?"),
        # one noun of one story, told with another verb or none; not what somebody has, nor a toll further on
        (OUTAGE, "At the peak 72,000 homes were without power.", "The fault left 41,000 homes in the dark.",
         "How many homes were without power?"),
        (OUTAGE, "The grid has 72,000 customers.", "The fault left 41,000 customers in the dark.", None),
        (OUTAGE, "The fault hit 72,000 customers.", "Some 41,000 customers lost power.",
         "How many customers were hit?"),
        (PLANT, "Veltron will shed 900 jobs.", "In all 1,300 positions will disappear.",
         "How many jobs will be cut?"),
        (PLANT, "Veltron will shed 900 jobs.", "Next door in Arle, Ostra will shed 1,300 jobs.", None),
        (FIRE, "Deputies detained 12 looters.", "In all 19 looters were arrested.", None),
        (FERRY, "Eleven people died.", "Eighteen people are now known to have died.", None),
        # a plan is told whole, what somebody owns is no part, and a level of another day no conflict
        (PLANT, "Veltron will close 12 shops by May.", "Veltron said it would shut 19 of its stores by May.",
         "How many shops? “Veltron will close … shops by May”"),
        (FERRY, "On Tuesday morning 14 ships were waiting.", "By Wednesday evening 22 ships were waiting.", None),
        (FIRE, "It was 15 percent contained on Tuesday.", "It was 30 percent contained on Wednesday.", None),
        (FERRY, "There were 63 people in the building.", "There were 41 people in the building.",
         "How many people were inside?"),
        (VOTE, "The council passed it by 31 votes to 28.", "A first budget failed last June by 35 votes to 24.", None),
        # asked without the capital of a sentence's first word
        (FERRY, "Divers searched the wreck.", "The mate saw divers. No divers searched the wreck.",
         "Did divers search the wreck?"),
        (VOTE, "Shots were fired.", "No shots were fired.", "Were shots fired?"),
        # once in a story, told against what or not
        (FERRY, "The captain Olle Berg will appeal against the verdict.", "Olle Berg said he would not appeal.",
         "Will the captain Olle Berg appeal the verdict?"),
        (FERRY, "Olle Berg will appeal against the verdict.", "The prosecutor will not appeal.", None),
        # whoever is accused did it
        (PLANT, "The mayor accused the dam operator Sorna of having opened a gate.", "Sorna has not opened the gate.",
         "Did the dam operator Sorna open a gate?"),
        # what never was may still come
        (PLANT, "The army has never guarded the plant.", "The army may guard the plant.", None),
        # what stays as it is, and what would end it
        (PLANT, "The Osterby plant will be closed in May, the company said.",
         "The Osterby plant is staying open, the mayor said.", "Will the Osterby plant be closed?"),
        (PLANT, "Veltron will close its Osterby factory.", "Veltron is to keep its Osterby plant in the north running.",
         "Will Veltron close its Osterby factory?"),
        (PLANT, "Veltron will close its Osterby factory.", "Veltron is to keep its Lund plant running.", None),
        (PLANT, "Chief Executive Ida Roth is to step down in June.", "Ida Roth will remain in charge, he said.",
         "Will Chief Executive Ida Roth resign?"),
        (PLANT, "Ida Roth remains chief executive.", "Ida Roth resigned as chief executive on Monday.", None),
        (PLANT, "The plant will stay open until May.", "The plant will be closed, the company said.", None),
        (FERRY, "The captain was among the dead.", "The captain was pulled from the water.", "Did the captain die?"),
        (FERRY, "The captain was pulled from the water.", "The captain died on Thursday night.", None),
        # "unhurt" is not hurt
        (FERRY, "The captain was hurt, the coastguard said.", "The captain was unhurt, police said.",
         "Was the captain hurt?"),
        (FERRY, "The captain was hurt, the coastguard said.", "The mate was unhurt, police said.", None),
        # one of a story in other words, and two of them
        (STRIKE, "Drivers' union Ferrosind accepted a pay offer.",
         "Ferrosind has rejected the company's latest proposal.",
         "Did Drivers' union Ferrosind accept a pay offer?"),
        (STRIKE, "The union accepted the first offer.", "The union rejected the second offer.", None),
        (FERRY, "The first suspect was arrested.", "The second suspect was not arrested.", None),
        (FERRY, "The captain, Olle Berg, was among the dead.", "Olle Berg was rescued by a fishing boat.",
         "Did the captain, Olle Berg, die?"),
        (FERRY, "The captain, Olle Berg, was among the dead.", "Ivar Berg was rescued by a fishing boat.", None),
        (FERRY, "The captain was among the dead.", "The captain's wife was rescued.", None),
        (FERRY, "The officer who fired was suspended.", "The officer who fell was not suspended.", None),
        (PLANT, "Veltron will close its paint plant.", "Veltron will not close its engine plant.", None),
        (PLANT, "Veltron will close its factory in Lund.", "Veltron will not close its plant in Orle.", None),
        (VOTE, "The lower house approved the treaty.", "The upper house rejected the treaty.", None),
        (PLANT, "Veltron will build a plant in Orle.", "Veltron will not build the battery plant.", None),
        (PLANT, "The roof of the canteen was damaged.", "The canteen was undamaged.", None),
        (PLANT, "The northern gate was closed.", "The gate stayed open throughout, workers said.", None),
        (PLANT, "The gate was closed.", "The gate stayed open throughout, workers said.", "Was the gate closed?"),
        (FERRY, "The men were charged.", "The divers were not charged.", None),
        (FERRY, "The guard survived.", "A guard died.", None),
        (FERRY, "One of the men was released.", "Both men remain in custody.", None),
        (FIRE, "Firefighters from Alder attended.", "Firefighters from Brede stayed away.", None),
        (VOTE, "A witness saw the car.", "A witness did not see the car.", None),
        # nobody was, when others had told of some; before, it was too early
        (PLANT, "Two workers were hurt.", "Nobody was hurt, the company said.", "Were two workers hurt?"),
        (PLANT, "Nobody was hurt, the company said.", "Two workers were hurt.", None),
        (PLANT, "Two workers were hurt.", "Nobody was hurt in the evacuation.", None),
        # no part in it, no contact, none of it
        (TALKS, "Oranda brokered the deal.", "Oranda played no part, Korvia said.", "Has Oranda brokered the deal?"),
        (TALKS, "Oranda mediated.", "Marland played no part, Korvia said.", None),
        (FERRY, "The divers made contact with the crew.", "There has been no contact with the crew.",
         "Did the divers contact the crew?"),
        (FERRY, "There has been no contact with the crew.", "Rescuers made contact with the crew.", None),
        (FERRY, "Rescuers made contact with the owner.", "There has been no contact with the crew.", None),
        (VOTE, "The guards fired tear gas at the crowd.", "No tear gas was fired, the mayor said.",
         "Did the guards fire any tear gas?"),
        (VOTE, "Officers fired tear gas at the crowd.", "No shots were fired, the mayor said.", None),
        (FERRY, "The weather office issued a flood warning.", "The weather office issued no gale warning.", None),
        # opposites by class
        (TALKS, "The court convicted Danek.", "The court cleared Danek of all charges.",
         "Did the court convict Danek?"),
        (TALKS, "The court convicted Danek.", "The court acquitted Marek.", None),
        (TALKS, "Danek attended the summit.", "Danek stayed away from the summit.", "Did Danek attend the summit?"),
        (TALKS, "Danek attended the summit.", "Danek boycotted the dinner.", None),
        (TALKS, "The rebels freed the hostages.", "The rebels are still holding the hostages.",
         "Have the rebels freed the hostages?"),
        (TALKS, "The rebels freed some hostages.", "The rebels are still holding ten hostages.", None),
        (TALKS, "The rebels are still holding the hostages.", "The rebels freed the hostages.", None),
        (TALKS, "Danek will appeal the verdict.", "Danek will not contest the ruling.",
         "Will Danek appeal the verdict?"),
        # a sum, and any money; a pronoun for what was named
        (PLANT, "Veltron paid the hackers $4 million.", "Veltron has not paid any ransom, it said.",
         "Did Veltron pay $4 million?"),
        (PLANT, "Veltron paid the workers $4 million.", "Veltron has not paid the ransom, it said.", None),
        (VOTE, "Marek will sign the treaty.", "Marek has refused to sign it.", "Will Marek sign the treaty?"),
        (FERRY, "Police found the body.", "Police have not found the body.", "Did police find the body?"),
        (FERRY, "Officials confirmed the find.", "Officials did not confirm the find.", None),
        (FERRY, "The owner will testify before the inquiry.", "The owner will not appear before the inquiry, he said.",
         "Will the owner testify before the inquiry?"),
        (FERRY, "The owner will testify before the inquiry.", "The owner will not appear before the Senate.", None),
        # not this week, and not in that month
        (PLANT, "Veltron will not pay a bonus this week.", "Veltron will pay a bonus next month.", None),
        (PLANT, "Veltron will close the plant in May.", "Veltron will not close the plant in June.", None),
        # a condition, a may
        (VOTE, "If she loses the vote, Marek will resign.", "Marek will remain in office.", None),
        (VOTE, "Marek may resign.", "Marek will remain in office.", None),
        # what has not been may have come since
        (PLANT, "Ida Roth has not resigned.", "Ida Roth resigned, the company said.", None),
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
