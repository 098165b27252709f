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
    ("The number of people killed by the flood in Arle, in the far north, rose to 31 overnight", [(None, "kill")]),
    ("The pilot, who was 51, died", [("age", "kill")]),
    ("The driver of the bus, 44, was arrested", [("age", "arrest")]),
    ("The fire hurt 31 overnight guests", [("anyone", "injure")]),
    ("The firm has 300 workers", [("agent", None)]),
    # the edge of a stretch of time is no action, and a month is none
    ("12,000 troops would leave the border before the end of the year", [("soldier", "leave")]),
    ("The army sent 700 soldiers north by the end of March", [("soldier", None)]),
    ("The town sent 700 drummers to the march", [("drummer", "protest")]),
    ("The town sent 700 soldiers to the border", [("soldier", "deploy")]),
    # who took part in a strike; to stop work on a thing is to end it
    ("Some 12,000 workers walked out on Monday", [("agent", "walk-out")]),
    ("About 5,500 employees took part in the strike", [("agent", "walk-out")]),
    ("Another 15,000 joined the strike", [(None, "walk-out")]),
    ("Some 9,000 miners downed tools", [("agent", "walk-out")]),
    ("Some 9,000 miners stopped work", [("agent", "walk-out")]),
    ("About 400 nurses struck on Tuesday", [("agent", "walk-out")]),
    ("About 400 nurses were struck on Tuesday", [("agent", "hit")]),
    ("About 400 people joined the march", [("anyone", "attend")]),
    # a verb tells otherwise of its object, before it and behind
    ("Seventy-one homes are gone after the fire", [("building", "destroy")]),
    ("Seventy-one homes have gone on sale", [("building", None)]),
    ("The fire left 65 houses in ruins", [("building", "destroy")]),
    ("In all 65 houses were lost", [("building", "destroy")]),
    ("In all 65 houses lost power", [("building", "outage")]),
    ("Some 65 houses were without electricity", [("building", "outage")]),
    ("The storm left 65 houses in the dark", [("building", "outage")]),
    ("The house lost 65 votes", [("ticket", "lose")]),
    # the sides of a vote
    ("The bill passed with 88 votes in favour and 61 against", [("ticket", "vote-for"), ("ticket", "vote-against")]),
    ("The motion was carried by 88 votes to 61", [("ticket", "vote-for"), ("ticket", "vote-against")]),
    ("Some 61 members voted against the bill", [("ticket", "vote-against")]),
    ("In the vote 12 members abstained", [("ticket", "abstain")]),
    ("The firm made 12 offers in favour of the bid", [("offer", None)]),
    ("Seven of the nine members voted", [("anyone", "vote"), ("anyone", None)]),
    # jobs go in many words
    ("At the yard 900 posts will disappear", [("agent", "lay-off")]),
    ("At the yard 900 nurses disappeared", [("agent", "missing")]),
    ("The yard will scrap 900 positions", [("agent", "lay-off")]),
    ("The maker is calling back 9,000 cars", [("vehicle", "recall")]),
    ("Twelve prisoners got away at night", [("suspect", "escape")]),
    ("Nine men were caught behind the wall", [("anyone", "trap")]),
    ("Nine men were caught in the act", [("anyone", "catch")]),
    ("Hackers stole the records of 9,000 customers", [("anyone", "breach")]),
    ("In all 9,000 accounts were compromised", [("account", "breach")]),
    ("The plan covers 9,000 farms", [("farm", "affect")]),
    ("Eleven people are now known to have died", [("anyone", "kill")]),
    ("Two rockets were fired at the base", [("projectile", "launch")]),
    ("Nine people were fired from the bank", [("anyone", "dismiss")]),
    ("Some 4,000 jobs will go at the yard", [("agent", "lay-off")]),
    ("Nearly 700 nurses lost their jobs", [("agent", "lay-off")]),
    ("A ship carrying 22 crew ran aground", [("anyone", "aboard")]),
    ("The number of infections rose to 4,300", [(None, "infect")]),
    ("The firm employs 6,000 workers worldwide", [("agent", "employ")]),
    ("The firm has 31 factories worldwide", [("factory", None)]),
    # where they were, in whatever verb
    ("Some 122 passengers were travelling on the plane", [("anyone", "aboard")]),
    ("The valley, with its barely 900 inhabitants, is dry", [("anyone", "live")]),
    ("The turnstiles counted 27,318", [(None, "attend")]),
    ("The hotel can house 300 people", [("anyone", "house")]),
    ("Some 34 lorries laden with flour reached the town", [("vehicle", "arrive")]),
    ("About 400 people were sheltering in the school", [("anyone", "shelter")]),
    ("More than 90 villagers had taken shelter in the chapel", [("anyone", "shelter")]),
    # more stands between those counted and what befell them
    ("Nine farmers, including three boys, have been killed", [("farmer", "kill"), ("child", "kill")]),
    ("At least 12 of one family, most of them girls, were killed", [(None, "kill"), ("household", None)]),
    ("Some 40 people (many of them pupils) were hurt", [("anyone", "injure")]),
    ("The boat with 40 people, including ten girls, was hit", [("anyone", None), ("child", "hit")]),
    ("About 1,500 houses and barns were damaged", [("building", "damage")]),
    ("He has 40 cows and barns were damaged", [("animal", None)]),
    ("It honours the six guards who were shot", [("soldier", "shoot")]),
    ("She visited six guards who were shot", [("soldier", "visit")]),
    ("The blast brought to 44 the number of miners killed", [("agent", "kill")]),
    ("The flood caused hundreds of people to be evacuated", [("anyone", "evacuate")]),
    ("Two suspects remain at large", [("suspect", "at-large")]),
    ("One gunman remains at large", [("militant", "at-large")]),
    ("The fires, which broke out in three valleys, killed five", [("valley", None), (None, "kill")]),
    ("The council put the number of jobs to be lost at 18,500", [("agent", "lay-off")]),
    ("It holds a list of 2,300 tents which it says were burned", [("tent", "burn")]),
    ("About 300 people in and around the town were evacuated", [("anyone", "evacuate")]),
    ("Rebels will release 24 hostages in exchange for 60 prisoners", [("hostage", "release"), ("suspect", "release")]),
    # who was where
    ("There were only 49 passengers on the bus", [("anyone", "aboard")]),
    ("The union said 131 men were underground at the time of the blast", [("anyone", "inside")]),
    ("Some 2,500 soldiers were working in the flood zone", [("soldier", "inside")]),
    ("Police put the number of participants at 12,000", [("anyone", "attend")]),
    # a verb with its particles, by what it acts on
    ("The bank will do away with 2,000 posts", [("agent", "lay-off")]),
    ("The chain gave up 12 shops", [("shop", "close")]),
    ("Police fired at least a dozen gas canisters", [("canister", "fire-gas")]),
    # what tells no action has none
    ("We were 20 in one room", [(None, None), ("room", None)]),
    ("Police found 100 coins worth a fortune", [("coin", "find")]),
]

MEASURES = [
    ("Sales of $4.7 billion pleased the board", "sale", None),
    ("A $30 billion oil link was unveiled", "link", None),
    ("Turnout in the capital was 61 percent", "turnout", None),
    ("Turnout reached 68 percent, observers said", "turnout", None),
    ("Turnout was 61 percent when polling stations closed", "turnout", None),
    ("Barely 54 percent of those entitled went to vote", "turnout", None),
    ("Some 48 percent of registered voters cast ballots", "turnout", None),
    ("Some 54 percent of voters voted for the treaty", "voter", "vote-for"),
    ("Petra came ashore near Corvo on Saturday with winds of 185 km/h", "wind", None),
    ("The climber fell about 600 metres", None, "fall"),
    ("The storm had winds of 120 mph", "wind", None),
    ("The train was going at 80 km/h", "train", None),
    ("The quake struck at a depth of 10 kilometres", "depth", "hit"),
    ("A 6.1-magnitude earthquake shook the island", "magnitude", None),
    # what is bought, paid for or spent on
    ("Veltis agreed to buy Brightmill for $5.2 billion in cash", "brightmill", "buy"),
    ("Veltis bought Brightmill in a deal worth $5.2 billion", "brightmill", "buy"),
    ("Veltis will pay about $6 billion for Brightmill", "brightmill", "pay"),
    ("Carrow sold its shipping arm to Dunmere for 740 million euros", "arm", "sell"),
    ("The port was sold for $85 million", "port", "sell"),
    ("The cabinet will spend 2.4 billion euros on flood walls", "wall", None),
    ("The state set aside 90 million euros for new ferries", "ferry", None),
    ("New flood defences will cost 3.1 billion euros", "defence", "cost"),
    ("The storm caused $300 million in damage", "damage", "cause"),
    ("Rail fares will rise by 4 percent", "fare", "rise"),
    ("The price of the bridge is put at 310 million euros", "bridge", "cost"),
    ("The club will pay $52 million immediately", None, "pay"),
    # what moves, what weighs, what burns, what leaks
    ("The recorder shows the train went into the tunnel at 92 km/h", "train", None),
    ("The train at Elvas was going at 80 km/h", "train", None),
    ("On board was the drone Petrel, which weighs 40 kilos", "drone", None),
    ("When night fell officials said that 4,000 hectares had burned", None, "burn"),
    ("The flames devoured 900 acres of heath", "heath", "burn"),
    ("He put the quantity lost at three tonnes", None, "leak"),
    ("The ship lost 65 tonnes of oil", "oil", "leak"),
    ("Boxers must lose three kilograms", None, "lose"),
    ("Women make up 41 percent of the staff", "woman", None),
    ("A 4.6 aftershock followed", "aftershock", None),
    # a prison term and a fine, given or faced
    ("Quill faces up to 20 years in prison", "prison", "sentence"),
    ("Quill could be sentenced to as many as 15 years", None, "sentence"),
    ("The charge carries a maximum of ten years", None, "sentence"),
    ("Quill was handed a six-year jail term", "prison", "sentence"),
    ("Maro must go behind bars for seven years", None, "sentence"),
    ("Four years and a half: that is how long Maro goes to prison", "prison", "sentence"),
    ("Two years: this is what the lawyer had hoped for instead of prison", None, None),
    ("The bank faces a fine of up to $2 million", "fine", "fine"),
    ("The bank could be fined as much as $5 million", None, "fine"),
    ("The bank faces a $40 million shortfall", "shortfall", None),
    ("An inflation rate of 2.6 percent was forecast", "inflation", None),
    ("The unemployment rate is 6 percent", "unemployment", None),
    ("The mill signed a three-year deal", "contract", None),
    ("A truce of 48 hours began", "ceasefire", None),
    ("The course was 310 metres too short", "shortfall", None),
    # a share of staff, and the layoff of its sentence
    ("The bank will cut 12 percent of its workforce", "staff", "lay-off"),
    ("The cuts amount to 12 percent of staff", "staff", "lay-off"),
    ("Lund won 53 percent of the vote", "lund", "win"),
    ("Crews contained 40 percent of the blaze", "blaze", "contain"),
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
        ("The tax is to be raised to 22 percent", "planned", None),
        ("The ministry asked for 12 doctors", "asked", None),
        ("The fire killed twelve, including two children", "done", None),
        ("An estimated 300 people died", "estimate", None),
        ("12,000 troops would leave the border", "planned", None),
        ("Some 300 jobs are expected to go", "planned", None),
        ("Some 300 workers could lose their jobs", "estimate", None),
        ("Veltis agreed to buy Brightmill for $5 billion", "planned", None),
        ("Ministers agreed on Monday that the fire killed 12", "done", None),
        ("Quill faces up to 20 years in prison", "planned", None),
        ("Quill was sentenced to 12 years in prison", "done", None),
        ("Quill will spend nine years behind bars", "done", None),
        ("Prosecutors demanded nine years in prison for Quill", "asked", None),
        ("The budget lifts the tax to 6 percent", "planned", None),
        ("The budget lifted the tax to 6 percent", "done", None),
        ("Rovers are paying $41 million", "planned", None),
        ("The union wants a raise of 8 percent", "asked", None),
        ("The ceiling for the mission, known as Unit, is at 900 soldiers and 80 police", "goal", None),
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
        ("The first 40 prisoners walked free", "part"),
        ("A staggering 900 of the cars were recalled", None),
        ("Two people died and 40 others were hurt", None),
        ("In total 40 people were hurt", "total"),
        ("The toll rose to a total of 40 dead", "total"),
    ],
)
def test_part(text: str, part: str | None) -> None:
    assert figures(text)[-1].part == part


@pytest.mark.parametrize(
    "text",
    [
        "Quill spent 20 years in prison",
        "Quill was released after serving 12 years in prison",
        "The jail has been shut for two years",
        "Quill faces two years of work",
    ],
)
def test_years_that_are_no_sentence(text: str) -> None:
    action = figures(text)[0].action
    assert action is None or action.key != "sentence"


def test_a_share_of_staff_belongs_to_the_layoff_before_it() -> None:
    posts, share = figures("Halden will shed 5,500 posts, or about 9 percent of its workforce")
    assert posts.action
    assert share.action
    assert posts.action.key == share.action.key == "lay-off"


def test_what_is_bought_does_not_own_its_price() -> None:
    assert figures("Veltis will pay about $6 billion for Brightmill")[0].actor is None


def test_an_earlier_value_is_told_from_the_present_one() -> None:
    revenue, before = figures("Revenue rose to $4 billion from $3.8 billion")
    assert (revenue.status, before.status) == ("done", "earlier")


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Marta Quill and Jonas Ferro got 21 months and 18 months, respectively", ["Marta Quill", "Jonas Ferro"]),
        ("Quill and Ferro were jailed for nine and seven years respectively", ["Quill", "Ferro"]),
        ("Shares of Halvorn and Karlander fell 4% and 6% respectively", ["Halvorn", "Karlander"]),
        ("Exports and imports rose by 5 percent and 8 percent respectively", ["Exports", "imports"]),
        ("Profit and revenue were, respectively, $12 million and $340 million", ["Profit", "revenue"]),
    ],
)
def test_what_is_shared_out_respectively(text: str, whose: list[str]) -> None:
    found = figures(text)
    assert len({claim.quantity.unit for claim in found}) == 1
    assert [next(t.text for t in (claim.actor, claim.counted) if t and t.text in whose) for claim in found] == whose


@pytest.mark.parametrize(
    "text",
    [
        "The blasts in Arle and Tamsk killed 12 and 30 people respectively",
        "Inflation in March and April was 4.1 percent and 3.9 percent respectively",
    ],
)
def test_what_is_shared_out_between_places_and_times_is_a_part(text: str) -> None:
    assert [claim.part for claim in figures(text)] == ["part", "part"]


def test_without_the_word_nothing_is_shared_out() -> None:
    assert [claim.part for claim in figures("Inflation in March and April was 4.1 percent and 3.9 percent")] == [
        None
    ] * 2


@pytest.mark.parametrize(
    ("text", "some", "whole"),
    [
        ("Five of the seven crew were killed", "kill", None),
        ("Some 40 of the 120 houses in the village burned down", "burn", None),
        ("About 300 of the 1,200 workers will lose their jobs", "lay-off", None),
        ("At least 14 of its 90 passengers were hurt", "injure", None),
        ("Police have arrested 14 of the 19 hijackers", "arrest", None),
        ("Nine of 11 people on board died", "kill", "aboard"),
        ("Five of the seven people arrested were released", "release", "arrest"),
        ("Eleven of the 12 miners trapped underground were rescued alive", "rescue", "trap"),
        ("Three of the 12 wounded died", "kill", "injure"),
        ("Six of the nine judges voted against it", "vote-against", None),
        ("Twelve out of 40 passengers died", "kill", None),
        ("Rescuers saved 37 of the ship's 40 passengers", "rescue", None),
        ("The fire has burned 400 of the park's 4,000 hectares", "burn", None),
    ],
)
def test_what_befell_some_did_not_befall_the_whole(text: str, some: str, whole: str | None) -> None:
    found = figures(text)[:2]
    assert [claim.action and claim.action.key for claim in found] == [some, whole]
    assert found[0].part is None


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("Three of the 12 killed were children", "kill"),
        ("Three of the 12 miners killed in the blast were from Orle", "kill"),
        ("Two of the five arrested suspects are brothers", "arrest"),
        ("Twelve of the 40 injured remain in hospital", "injure"),
        ("Nine of the 11 people on board were children", "aboard"),
    ],
)
def test_some_of_whom_nothing_else_is_told_are_a_part(text: str, both: str) -> None:
    some, whole = figures(text)[:2]
    assert [claim.action and claim.action.key for claim in (some, whole)] == [both, both]
    assert (some.part, whole.part) == ("part", None)


@pytest.mark.parametrize(
    "text",
    [
        "Most of the 40 passengers were rescued",
        "None of the 40 passengers was hurt",
        "Some of the 40 hostages were released",
        "Half of the 120 houses burned down",
        "Hundreds of the 4,000 workers walked out",
        "Police arrested several of the 40 marchers",
    ],
)
def test_what_befell_some_of_so_many_is_told_of_no_number(text: str) -> None:
    assert figures(text)[-1].action is None


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("The 40 passengers were not hurt", "CT-"),
        ("The 40 passengers were unhurt", "CT-"),
        ("The 40 hostages have not been released", "CT-"),
        ("The company will not cut 900 jobs", "CT-"),
        ("Police denied that 40 people had been killed", "CT-"),
        ("Reports that 40 people had been killed were false", "CT-"),
        ("The company dropped its plan to cut 900 jobs", "PR-"),
        ("It is not known whether 40 people were killed", "CTu"),
        ("No more than 40 people were killed", "CT+"),
        ("No fewer than 40 people were killed", "CT+"),
        ("Police did not rule out that 40 people were killed", "CT+"),
        ("The ransom of $4 million was not paid", "CT-"),
        ("The company denied that it would pay $4 million", "PR-"),
        ("Not $4 billion but $5 billion was spent", "CT-"),
        ("Some 2,100 residents were told to leave their homes", "CT+"),
        ("The fire did not spread, and 40 people were rescued", "CT+"),
    ],
)
def test_a_figure_is_as_sure_as_its_clause(text: str, sure: str) -> None:
    assert figures(text)[0].factuality == sure


def test_a_toll_that_was_lowered() -> None:
    before, now = figures("The toll was lowered from 40 to 31")
    assert before.action is None
    assert now.action
    assert now.action.key == "kill"


def test_what_was_first_reported_is_not_so() -> None:
    assert [claim.factuality for claim in figures("The fire burned 400 hectares, not 4,000")] == ["CT+", "CT-"]


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Unemployment rose by 5 points to 12 percent", "unemployment"),
        ("The bank raised its rate by a quarter point to 4.5 percent", "rate"),
        ("The bank left its rate unchanged at 4.5 percent", "rate"),
    ],
)
def test_what_stands_at_a_level_is_neither_points_nor_unchanged(text: str, thing: str) -> None:
    counted = figures(text)[-1].counted
    assert counted
    assert counted.key == thing


def test_what_is_more_than_another_is_told_of_nobody() -> None:
    assert figures("He was jailed for six years, two more than prosecutors asked for")[-1].action is None


def test_all_but_some() -> None:
    assert [claim.action for claim in figures("All but three of the 40 passengers were rescued")] == [None, None]


@pytest.mark.parametrize(
    "text",
    [
        "An earlier report said 31 people had died",
        "Initial reports spoke of 31 dead",
        "It was first reported that 31 people had died",
        "Police had previously put the toll at 31",
    ],
)
def test_a_figure_that_was_overtaken(text: str) -> None:
    assert figures(text)[0].status == "earlier"


@pytest.mark.parametrize(
    "text",
    ["Earlier in the day 31 people died", "The first 31 people died at once", "A report said 31 people had died"],
)
def test_a_figure_that_was_not_overtaken(text: str) -> None:
    assert figures(text)[0].status == "done"


def test_what_somebody_else_gives_is_of_the_same() -> None:
    one, other = figures("The government says 12 people died; the opposition speaks of 40")
    assert one.action
    assert other.action
    assert (one.action.key, other.action.key) == ("kill", "kill")


def test_a_number_of_dead_is_no_age() -> None:
    assert figures("Local media put the number of dead at 31")[0].quantity.unit is None
