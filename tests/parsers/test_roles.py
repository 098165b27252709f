"""Protects the reading of roles: who acts, what is claimed of them, who says so; and what it may never do."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import roles as measured
from claims.agencies import Agencies, Agency
from claims.claim import AttributionKind, FigureClaim, RoleClaim
from parsers.actions.actions import Actions
from parsers.events.gazetteer import shared_gazetteer
from parsers.roles.attribution import cites
from parsers.roles.clauses import LONGEST, ClauseReader
from parsers.roles.memory import Memory
from parsers.roles.places import site_of, sites
from parsers.roles.roles import RoleContext, Roles
from parsers.text.sentences import split
from parsers.text.tokens import tokenize
from tests.matching.told import article

AGENCIES = Agencies(
    [
        Agency("transport", "Transport Ministry", ("Ministry of Transport",), None, ("Transport Minister",)),
        Agency("rail", "Rail Authority", ("RA",), "transport"),
    ]
)
CLAUSES = ClauseReader(Actions())
ROLES = Roles(AGENCIES)


def read(text: str) -> list[RoleClaim]:
    memory, found = Memory(), []
    for span in split(text):
        clauses = CLAUSES.read(tokenize(text, span.start, span.end))
        found += ROLES.read(RoleContext(text, span, clauses, (), None, "test"), memory)
    return found


def test_the_corpus_is_read_as_well_as_it_was() -> None:
    """The floor of benchmarks.roles; it may rise, never fall."""
    assert measured.score().f1 >= 0.985


@pytest.mark.parametrize(
    ("text", "source", "cue", "kind"),
    [
        ("The line will close, two officials said.", "two officials", "said", AttributionKind.UNNAMED),
        ("The line will close, Transport Minister Ida Lund said.", "Ida Lund", "said", AttributionKind.NAMED),
        ("According to Reuters, the line will close.", "Reuters", "according to", AttributionKind.OUTLET),
        ("A spokesman told CNN that the line will close.", "A spokesman", "told", AttributionKind.UNNAMED),
        ("The authority will close the line, said Ida Lund, its head.", "Ida Lund", "said", AttributionKind.NAMED),
        ("The authority, which met on Monday, said lines would close.", "The authority", "said", AttributionKind.NAMED),
    ],
)
def test_who_says_so(text: str, source: str, cue: str, kind: AttributionKind) -> None:
    told = next(c.attribution for c in read(text) if c.action.key == "close")
    assert told is not None
    assert source in told.source
    assert (told.cue.lower(), told.kind) == (cue, kind)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The rescue service has lowered the toll of the quake to 28.", "The rescue service"),
        ("Insurers put the damage at 3 million dollars.", "Insurers"),
        ("A sixth death put the toll at six.", None),
        ("The storm put 40 people at risk.", None),
        ("Police put the number of marchers at 9,000, organisers at 20,000.", None),
    ],
)
def test_whoever_puts_a_figure_says_it(text: str, source: str | None) -> None:
    told = {item.claim.attribution for item in article(text) if isinstance(item.claim, FigureClaim)}
    assert {one and one.source for one in told} == {source}


def test_nobody_was_hurt_in_what_the_sentence_before_tells_of() -> None:
    """Else it is at odds with all who count the hurt of the first event."""
    page = article("The quake injured 140 people.\n\nA further aftershock shook the tents. Nobody was hurt.")
    told = [item.claim for item in page if isinstance(item.claim, RoleClaim) and item.sentence == "Nobody was hurt."]
    assert [claim.condition for claim in told] == ["in the further aftershock"]


def test_nobody_says_so() -> None:
    assert [c.attribution for c in read("The line will close.")] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officials told NPR that the line will close.", {"npr"}),
        ("The New York Times reported the closure.", {"new york times"}),
        ("The line will close, according to the Associated Press.", {"associated press"}),
        ("The line will close.", set()),
    ],
)
def test_whose_report_it_leans_on(text: str, expected: set[str]) -> None:
    assert cites(CLAUSES.read(tokenize(text))) == expected


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("A Rail Authority spokeswoman denied the report.", "rail"),
        ("RA officials denied the report.", "rail"),
        ("Transport Minister Ida Lund denied the report.", "transport"),
        ("Ida Lund, the deputy head of the Rail Authority, denied the report.", "rail"),
        ("Ida Lund denied the report.", "lund"),
    ],
)
def test_an_official_speaks_for_the_body(text: str, actor: str) -> None:
    assert [c.actor.key for c in read(text)] == [actor]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Police arrested two men in Madrid and seized a van.", ["Madrid", None]),
        ("In Mali, militants killed 11 soldiers.", ["Mali"]),
        ("Troops left the northern port city of Tripoli.", [None]),
        ("Troops were seen in the northern port city of Tripoli.", ["Tripoli"]),
        ("Norway lifted its ban on Australian beef.", [None]),
    ],
)
def test_where_it_happens(text: str, places: list[str | None]) -> None:
    tokens = tokenize(text)
    found = sites(tokens, shared_gazetteer().find(tokens))
    clauses = CLAUSES.read(tokens)
    told = [site_of(found, clauses, number) for number in range(len(clauses.predicates))]
    assert [place.text if place else None for place in told] == places


@pytest.mark.parametrize(
    "text",
    [
        "The Transport Minister said she would not close the line.",
        "The Rail Authority said on Monday it would not close the line.",
        "The Rail Authority said in a statement it would not close the line.",
    ],
)
def test_what_somebody_says_of_himself_is_his(text: str) -> None:
    told = [c for c in read(text) if c.action.key == "close"]
    assert [(c.factuality.value, c.actor.key in ("rail", "transport")) for c in told] == [("PR-", True)]
    assert told[0].attribution is not None


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("The plant will close by the end of the year.", None),
        ("The talks ended at the end of the month.", None),
        ("The league fined the coach $25,000.", "coach"),
        ("Police arrested at least 40 men.", "man"),
        ("Police arrested as many as 40 men.", "man"),
        ("Police arrested between 40 and 50 men.", "man"),
        ("Police arrested 40 men nationwide.", "man"),
        ("The state will spend 2 billion euros on walls.", "wall"),
        ("A jury found Pell guilty of fraud.", "pell"),
        ("The union asked for talks.", "talk"),
        ("The leak began at 5.10 a.m. on Monday.", None),
        ("The leak began at ten to eight.", None),
        ("The council voted against the rate cut.", "cut"),
        ("The union voted against Monday's wage hike.", "hike"),
    ],
)
def test_what_is_acted_on(text: str, thing: str | None) -> None:
    assert [c.object.key if c.object else None for c in read(text)] == [thing]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Quill was arrested. His lawyer said he would appeal.", "quill"),
        ("Quill was arrested. Her lawyer said he would appeal.", "lawyer"),
        ("Quill was arrested. His brother said he would appeal.", "brother"),
        ("The army said its forces would appeal.", "army"),
        ("The bank said its customers would appeal.", "customer"),
    ],
)
def test_for_whom_others_speak_and_act(text: str, actor: str) -> None:
    assert [c.actor.key for c in read(text) if c.action.key == "appeal"] == [actor]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ('"We have not paid," said Telvar\'s security chief, Ida Roth.', "telvar"),
        ('"We have not paid," said Ida Roth, Telvar\'s security chief.', "telvar"),
        ('The mill\'s director, Jan Holt, said: "We have paid no rent."', "mill"),
        ('"We paid the rent," a spokesman for the choir said.', "choir"),
        ('"We paid the rent," said a neighbour.', ""),
    ],
)
def test_for_whom_somebody_says_we(text: str, actor: str) -> None:
    assert [c.actor.key for c in read(text) if c.action.key == "pay"] == [actor] * bool(actor)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("At no time was the mayor arrested.", "arrest mayor CT-"),
        ("Not only was the mayor arrested, but his clerk was too.", "arrest mayor CT+"),
        ("The mayor has by no means resigned.", "resign  CT-"),
        ("The army said it had neither shelled nor entered the town.", "enter town CT-"),
        ("The firm offered its weavers no bonus.", "offer bonus CT-"),
        ("The firm has no plans to, and will not, sell the port.", "sell port CT-"),
        ("The village, flooded by the river in May, was rebuilt.", "flood village CT+"),
        ("The files stolen in May were sold.", "steal file CT+"),
        ("Her brother was among the injured passengers.", "injure brother CT+"),
        ("There are plans to sell the port.", "sell port PR+"),
        ("No plans to close school in Orle", "close school PR-"),
        ("The bank not only closed branches but sold its tower.", "close branch CT+"),
        ("Not every bus ran.", "run  Uu"),
        ("The coach was not fined or banned.", "ban coach CT-"),
        ("The party has not split and elected a new leader.", "elect leader CT+"),
        ("There is no evidence the army shelled the town.", "strike town Uu"),
        ("There is no reason to believe the mayor lied.", "lie  PR-"),
        ("The plan is to close the pool.", "close pool PR+"),
        ("Talks are to resume.", "continue  PR+"),
        ("Not a bus ran.", "run  CT-"),
        ("The premier declined to rule out a sale of the mine.", "sell mine PS+"),
        ("The premier would not rule out closing the mine.", "close mine PS+"),
        ("The club denied reports it had sold Pell.", "sell pell CT-"),
        ("The firm sold nothing but shoes.", "sell nothing CT+"),
        ("Mayor: no plan to sell zoo", "sell zoo PR-"),
        ("Council's bid to buy the pool", "buy pool Uu"),
    ],
)
def test_how_sure_it_is_and_what_it_befell(text: str, role: str) -> None:
    told = [(c.action.key, c.object.key if c.object else "", c.factuality.value) for c in read(text)]
    assert role in [" ".join(parts) for parts in told]


@pytest.mark.parametrize(
    ("text", "action", "thing", "factuality"),
    [
        ("Nobody has died of it.", "kill", "Nobody", "CT-"),
        ("There will be no job cuts.", "lay-off", None, "CT-"),
        ("The alarm had gone off.", "function", None, "CT+"),
        ("A bomb went off in the square.", "bomb", "the square", "CT+"),
        ("Protesters fired first.", "shoot", None, "CT+"),
        ("Thieves broke into the bakery.", "burgle", "the bakery", "CT+"),
        ("The tip was passed on to the guards.", "pass-on", "The tip", "CT+"),
        ("The rebels pulled out of the talks.", "withdraw", "the talks", "CT+"),
        ("A boy was pulled out of the rubble.", "rescue", "A boy", "CT+"),
        ("The programme is to save 3 million euros.", "save-money", "3 million euros", "PR+"),
        ("Police fired at least a dozen shots.", "shoot", "dozen shots", "CT+"),
        ("The mill has not paid and will not pay a ransom.", "pay", "a ransom", "CT-"),
        ("The mill will bear the cost of the clean-up.", "pay", "the cost of the clean-up", "CT+"),
        ("The mayor asked the army for help.", "request", "help", "CT+"),
        ("Clients took out 2 million crowns on Thursday.", "withdraw", "2 million crowns", "CT+"),
        ("The mayor sued the firm for 3 million euros.", "sue", "the firm", "CT+"),
        ("Ida Roth will stand as mayor.", "stand", None, "CT+"),
        ("The bank has not applied to the state for a loan.", "request", "a loan", "CT-"),
        ("The town received no warning from the dam's owner.", "warn", "The town", "CT-"),
        ("It was Orle and not Brill that brokered the deal.", "mediate", "the deal", "CT-"),
        ("It was not the mayor who ordered the raid.", "order", "the raid", "CT-"),
        ("The exit at the back of the club was locked.", "lock", "The exit at the back of the club", "CT+"),
        ("Guards fired from the tower at men in the yard.", "shoot", "the tower", "CT+"),
        ("A guard fired from the force will sue.", "dismiss", "A guard", "CT+"),
        ("Halden first heard of the fault in May.", "hear", "the fault", "CT+"),
        ("The order was never sent, according to papers seen by the Echo.", "send", "The order", "CT-"),
    ],
)
def test_what_is_done(text: str, action: str, thing: str | None, factuality: str) -> None:
    told = read(text)[0]
    assert (told.action.key, told.object.text if told.object else None, told.factuality) == (action, thing, factuality)


def test_a_condition_is_kept() -> None:
    conditions = [c.condition for c in read("If approved, the plan would close the line.")]
    assert conditions == ["If approved"]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from('The Rail Authority will not have been to arrest said that if , and " ( ’ 5 ? —'.split()))
)
def test_any_words_in_any_order_are_read(words: list[str]) -> None:
    text = " ".join(words)
    for claim in read(text):
        assert claim.evidence.of(text).strip()
        assert claim.actor.text in text


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_any_text_is_read(text: str) -> None:
    read(text)


def test_an_endless_sentence_is_read_up_to_a_bound() -> None:
    """Subjects are looked for to the left: without a bound, a megabyte without a full stop takes for ever."""
    clauses = CLAUSES.read(tokenize("police said that officers were told to arrest, " * 20_000))
    assert len(clauses.tokens) <= LONGEST


@pytest.mark.parametrize(
    ("text", "actor", "key"),
    [
        ("The captain, Rodel Vane, resigned.", "The captain, Rodel Vane", "vane"),
        ("The plant in Osterby, Sweden, resigned.", "The plant in Osterby", "plant"),
        # "she" is not the spokesman who spoke last, nor a firm
        ("Ida Roth was sacked, the spokesman, Vasco Lem, said. She resigned.", "She", "roth"),
        ("Minister Ida Roth sold the yard. Costa Brill bought it. She resigned.", "She", "roth"),
        ("Minister Ida Roth spoke. The government spokesman, Vasco Lem, spoke. He resigned.", "He", "lem"),
        # "the health giant" is the firm named last, "the rival firm" another
        ("Insurer Fennick lost money. The health giant resigned.", "The health giant", "fennick"),
        ("Insurer Fennick lost money. The rival giant resigned.", "The rival giant", "giant"),
        ("Forty-two of the guards resigned.", "Forty-two of the guards", "forty-two"),
        ("The man hired by police on Friday resigned.", "The man hired by police", "man"),
    ],
)
def test_who_is_meant(text: str, actor: str, key: str) -> None:
    assert [(c.actor.text, c.actor.key) for c in read(text) if c.action.key == "resign"] == [(actor, key)]


def test_a_condition_is_kept_with_what_will_be() -> None:
    told = [c.condition for c in read("If she loses the vote, Marek will resign.") if c.action.key == "resign"]
    assert told == ["If she loses"]
