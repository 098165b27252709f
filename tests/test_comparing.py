"""Protects what a desk is told of two reports: sentences side by side, and how the second stands to the first.

The sentences are ours. Silence is a case: what must not be held against each other stands in a table of its own.
"""

import pytest

from flows.compare import compare, passage
from flows.desk import Desk, open_desk

CONFLICTS = [
    ("Explosion at fireworks plant in Portugal kills five", "Blast at Portuguese fireworks factory kills six"),
    ("Suicide bomber kills nine in Mogadishu hotel", "Mogadishu hotel attack leaves 15 dead"),
    ("Gunman kills three at Ohio church", "Two dead in Ohio church shooting"),
    ("Boeing to cut 4,000 jobs at its Seattle plants", "Boeing will lay off 2,500 workers in Seattle"),
    ("Fifteen schoolgirls freed in Kenya", "Kenya: kidnappers free 21 girls"),
    ("President pardons 78 prisoners in Zambia", "Zambia's president pardons 112 prisoners"),
    ("Nine miners trapped in Colombian coal mine", "Eleven miners trapped after explosion at coal mine in Colombia"),
    (
        "Some 15,000 refugees crossed into Uganda last week",
        "The UN says 22,000 refugees crossed into Uganda last week",
    ),
    (
        "The mayor said 200 homes were destroyed in the tornado that hit Joplin",
        "Officials in Joplin put the number of homes destroyed by the tornado at 350",
    ),
    ("Israel says it struck 40 targets in Gaza", "Israel says it hit 60 targets in Gaza overnight"),
    # tolls that are large and close are of one event, though one report names no place
    ("240 missing in Brazilian dam disaster", "At least 11 dead, 200 missing in dam disaster"),
    ("One person was killed and 25 hurt.", "A fire in a Leeds theatre killed one man and injured 26 people."),
    ("Two people died and 40 others were hurt in the Tunis fire", "The Tunis fire injured 63 people"),
    ("The sale drew about $19 billion of bids for Volvo", "The sale of Volvo drew about $21 billion of bids"),
    (
        "Police put the crowd at the tax protest in Tirana at 15,000 on Saturday",
        "Organisers said 60,000 people took part in the tax protest in Tirana on Saturday",
    ),
    ("A ferry carrying 180 people sank off Samar", "The ferry that sank off Samar had 240 people on board"),
    ("The mine at Oruro passed a safety check in May", "The mine at Oruro failed its safety check in May"),
    ("Vera Lind refused to concede defeat", "Vera Lind conceded defeat on Monday"),
    (
        "Thieves stole jewels worth 20 million euros from a shop in Lyon on Friday",
        "Robbers in Lyon made off with jewels worth 12 million euros on Friday",
    ),
    ("The health regulator approved a new vaccine", "The health regulator rejected a new vaccine last week"),
    ("The train at Elvas was travelling at 120 km/h", "The train at Elvas was going at 80 km/h on Tuesday"),
    ("Halden Steel will cut 2,000 jobs", "Halden Steel is laying off more than 3,000 workers"),
    # measures: one subject, one measure, told on both sides
    (
        "A 5.9-magnitude earthquake struck northern Chile on Monday",
        "A magnitude 6.3 quake hit northern Chile on Monday, the geological service said",
    ),
    ("Parliament approved a 90 billion euro budget", "Parliament approves budget of 94 billion euros"),
    ("Karim Haddad was sentenced to 12 years in prison", "The court sentenced Karim Haddad to 15 years in jail"),
    (
        "Anna Lindqvist, 34, was found dead on Tuesday",
        "The body of 36-year-old Anna Lindqvist was found on Tuesday",
    ),
    (
        "Turnout was 61 percent in Sunday's vote in Slovakia",
        "Turnout in Slovakia's Sunday vote was 58 percent",
    ),
    ("Police seized 2.3 tonnes of cocaine in Antwerp", "Antwerp police seize 4 tonnes of cocaine"),
]

UPDATES = [
    ("At least 23 troops have been killed in Mali this year", "At least 31 troops have been killed in Mali this year"),
    ("Chile landslide toll passes 500", "Chile landslide: death toll climbs to 580"),
]

COMPATIBLE = [
    ("Dozens hurt as train derails in Poland", "At least 40 injured in Polish train derailment"),
    ("Hundreds march in Lisbon", "About 700 people marched through Lisbon on Sunday"),
    ("More than 200 people were injured in the Tunis fire", "The Tunis fire injured 240 people"),
    ("Jobless rate in Spain at 12 percent", "The jobless rate in Spain rose to 12.1 percent"),
]

AGREES = [
    ("Explosion at fireworks plant in Portugal kills five", "Five die in Portugal fireworks factory blast"),
    ("Typhoon kills 12 in Taiwan", "Typhoon kills 12 in Taiwan, injures 60"),
    ("Toll in Delhi hotel fire rises to 17", "Delhi hotel fire: 17 killed, says minister"),
    ("The climber fell about 600 metres in Nepal", "In Nepal a climber fell about 2,000 feet"),
    # a figure that found its equal is not free to oppose the other
    ("The Lyon clinic fire killed 30 people", "The Lyon clinic fire killed 30 people, including 12 nurses"),
    ("Mali: 11 soldiers killed in attack", "Militants kill 11 soldiers, wound 30 in Mali attack"),
]

DIFFERS = [
    ("The ministry asked for 20,000 guards", "The ministry asked for more than 20,000 guards"),
    ("Boeing cut 4,000 jobs in Seattle", "Boeing plans to cut 6,000 jobs in Seattle"),
    ("Shares in Zentra fell 3 percent in Oslo trading", "Zentra shares lost 4.5 percent in Oslo trading"),
]

UNRELATED = [
    # another place, another event
    ("Ferry sinks off Tanzania, 120 missing", "Ferry capsizes off Bangladesh, 80 missing"),
    ("Blast in Kabul kills 12", "Blast in Kandahar kills 20"),
    ("US drone strike kills five in Yemen", "US drone strike kills nine in Somalia"),
    ("Five killed in Belgian coach crash", "Nine dead in Belgian plane crash"),
    ("Road crash kills ten in southwest China", "Road crash kills four in eastern China"),
    ("A 5.9-magnitude earthquake struck northern Chile", "A 5.2-magnitude earthquake struck Albania"),
    # another question about one event
    ("Kenya mall fire kills nine", "Kenya mall fire injures 40"),
    ("Two gunmen attacked a bank in Quito", "Gunmen killed five at a bank in Quito"),
    ("Six children were killed in the Nepal quake", "The Nepal quake killed 24 people"),
    ("Government to hire 20,000 nurses", "Government pledges 20,000 new police officers"),
    ("Anna Lindqvist, 34, was found dead on Tuesday", "Peter Holm, 51, was found dead on Tuesday"),
    ("He fell 60 metres near the lake", "The plane flew 900 kilometres to the lake"),
    # a look back is no news of the day
    ("The quake in Armenia killed 12 people on Monday", "In 1988 a quake in Armenia killed 25,000 people"),
    # a kind of event alone is a template
    ("Stocks close 0.4 percent higher", "Stocks close 2.5 percent higher"),
    ("He ran the marathon in two hours and nine minutes", "He finished the race in third place"),
]


@pytest.fixture(scope="module")
def desk() -> Desk:
    return open_desk()


def told(desk: Desk, a: str, b: str) -> str:
    verdict = compare(desk, passage(a, "a"), passage(b, "b"))
    return verdict.relation.value if verdict else "unrelated"


@pytest.mark.parametrize(("a", "b"), CONFLICTS)
def test_conflicts(desk: Desk, a: str, b: str) -> None:
    assert told(desk, a, b) == told(desk, b, a) == "conflicts"


@pytest.mark.parametrize(("a", "b"), UPDATES)
def test_updates(desk: Desk, a: str, b: str) -> None:
    assert told(desk, a, b) == told(desk, b, a) == "updates"


@pytest.mark.parametrize(("a", "b"), COMPATIBLE)
def test_compatible(desk: Desk, a: str, b: str) -> None:
    assert told(desk, a, b) == told(desk, b, a) == "compatible"


@pytest.mark.parametrize(("a", "b"), AGREES)
def test_agrees(desk: Desk, a: str, b: str) -> None:
    assert told(desk, a, b) == told(desk, b, a) == "agrees"


@pytest.mark.parametrize(("a", "b"), DIFFERS)
def test_differs(desk: Desk, a: str, b: str) -> None:
    assert told(desk, a, b) == told(desk, b, a) == "differs"


@pytest.mark.parametrize(("a", "b"), UNRELATED)
def test_silence(desk: Desk, a: str, b: str) -> None:
    """What answers two questions is never opposed."""
    assert told(desk, a, b) not in ("conflicts", "updates")
    assert told(desk, b, a) not in ("conflicts", "updates")
