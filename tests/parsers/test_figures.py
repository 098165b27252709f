"""Protects what a figure is of: what it counts, the action it belongs to, whose it is, and whether it has happened."""

import pytest

from claims.claim import FigureClaim
from tests.matching.told import article

# sentence, then for each figure in order: what is counted (its class), the action
COUNTS = [
    ("Gunmen killed 10 foreign tourists in the north", [("tourist", "kill")]),
    ("Nine dead, 11 hurt and four missing after the storm", [(None, "kill"), (None, "injure"), (None, "missing")]),
    ("The death toll from the collapse rose to 42", [(None, "kill")]),
    ("Ministers put the toll of the shelling at 40", [(None, "kill")]),
    ("Thirty-eight people are feared dead", [("anyone", "kill")]),
    ("Fire kills 8, injures 5", [(None, "kill"), (None, "injure")]),
    ("The crash killed three men and two women", [("anyone", "kill"), ("woman", "kill")]),
    ("Some 66 people on board are missing", [("anyone", "missing")]),
    ("The medic counted 41 bodies", [("anyone", "kill")]),
    ("The ministry asked the army to allow 20,000 reservists to help", [("soldier", "request")]),
    ("The request for more than 20,000 guards was refused", [("soldier", "request")]),
    ("The maker will cut 4,000 jobs", [("agent", "lay-off")]),
    ("The army fired 18 rockets into the sea", [("projectile", "launch")]),
    ("They searched for 33 missing crew members", [("anyone", "missing")]),
    ("The bank laid 300 workers off in June", [("agent", "lay-off")]),
    ("Crews pulled three children alive from the ruins", [("child", "rescue")]),
    ("Police took 12 people into custody", [("anyone", "arrest")]),
    ("The guard shot two men dead", [("anyone", "kill")]),
    ("The plant shed 7,000 jobs", [("agent", "lay-off")]),
    ("Four firefighters suffered minor injuries", [("agent", "injure")]),
    ("The number of dead could pass 25,000", [(None, "kill")]),
    ("Five people were shot, two fatally", [("anyone", "shoot"), (None, "kill")]),
    ("The fire chewed through 900 acres", [(None, "burn")]),
    # those who do it are not those to whom it is done
    ("Two gunmen shot a guard", [("militant", "shoot-by"), ("anyone", "shoot")]),
    ("The bombs killed 40 people seeking shelter", [("anyone", "kill")]),
    # who took part, and who was aboard
    ("Police put the crowd at 36,000", [(None, "attend")]),
    ("The march drew 50,000 people", [("anyone", "attend")]),
    ("A ferry carrying 180 people sank", [("anyone", "aboard")]),
    ("The plane, with 120 people on board, crashed", [("anyone", "aboard")]),
    ("All 212 people aboard were rescued", [("anyone", "rescue")]),
    ("66 people on board are missing", [("anyone", "missing")]),
    # a verb of no class is an action of its own, unless it says little
    ("The governor activated 5,000 guards", [("soldier", "activate")]),
    ("Eight miners were trapped below ground", [("agent", "trap")]),
    ("The number of people killed in the blast climbed to 28", [(None, "kill")]),
    ("The firm has 300 workers", [("agent", None)]),
    # what tells no action has none
    ("About 400 people were sheltering in the school", [("anyone", None)]),
]

MEASURES = [
    ("Sales of $4.7 billion pleased the board", "sale", None),
    ("A $30 billion oil link was unveiled", "link", None),
    ("Turnout in the capital was 61 percent", "turnout", None),
    ("The climber fell about 600 metres", None, "fall"),
    ("The storm had winds of 120 mph", "wind", None),
    ("The train was going at 80 km/h", "train", None),
    ("The quake struck at a depth of 10 kilometres", "depth", "hit"),
    ("A 6.1-magnitude earthquake shook the island", "magnitude", None),
]


def figures(text: str) -> list[FigureClaim]:
    return [e.claim for e in article(text) if isinstance(e.claim, FigureClaim)]


@pytest.mark.parametrize(("text", "wanted"), COUNTS)
def test_counts(text: str, wanted: list[tuple[str | None, str | None]]) -> None:
    read = [(c.counted.key if c.counted else None, c.action.key if c.action else None) for c in figures(text)]
    assert read == wanted


@pytest.mark.parametrize(("text", "counted", "action"), MEASURES)
def test_measures(text: str, counted: str | None, action: str | None) -> None:
    claim = figures(text)[0]
    assert (claim.counted.key if claim.counted else None) == counted
    if action:
        assert claim.action is not None
        assert claim.action.key == action


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Robert Hale, 32, was named on Sunday", "hale"),
        ("The 32-year-old Scotsman Robert Hale was named", "hale"),
        ("Robert Hale slipped and fell 60 metres", "hale"),
        ("Robert Hale said the man fell 60 metres", None),
        ("A 32-year-old man was named", None),
    ],
)
def test_whose_measure(text: str, owner: str | None) -> None:
    actor = figures(text)[0].actor
    assert (actor.key if actor else None) == owner


@pytest.mark.parametrize(
    ("text", "status", "part"),
    [
        ("The fire killed 12 people", "done", None),
        ("The town will hire 12 nurses", "planned", None),
        ("Maker to cut 4,000 jobs", "planned", None),
        ("The ministry asked for 12 doctors", "asked", None),
        ("The fire killed twelve, including two children", "done", None),
        ("An estimated 300 people died", "estimate", None),
    ],
)
def test_status(text: str, status: str, part: str | None) -> None:
    claim = figures(text)[0]
    assert (claim.status, claim.part) == (status, part)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The fire killed twelve, including two children", "part"),
        ("Twelve died, five of them in hospital", "part"),
        ("Another 40 people were hurt", "additional"),
        ("Two people died and 40 others were hurt", None),
        ("In total 40 people were hurt", "total"),
        ("The toll rose to a total of 40 dead", "total"),
    ],
)
def test_part(text: str, part: str | None) -> None:
    assert figures(text)[-1].part == part


def test_an_earlier_value_is_told_from_the_present_one() -> None:
    revenue, before = figures("Revenue rose to $4 billion from $3.8 billion")
    assert (revenue.status, before.status) == ("done", "earlier")
