"""Protects the judging of roles: yes against no conflicts, maybe and undecided differ, all else is silence."""

from datetime import UTC, datetime

import pytest

from claims.agencies import Agencies, Agency
from claims.article import Profile
from claims.claim import RoleClaim
from claims.factuality import Factuality
from claims.relation import Evidence, Kind, Relation
from claims.span import Span
from claims.term import Term
from matching.judge import judge
from matching.roles import roles
from matching.roles.side import RoleSide
from matching.wording import answers
from tests.matching.told import article

NOW = datetime(2026, 3, 1, tzinfo=UTC)
BODIES = Agencies([Agency("ministry", "Ministry"), Agency("guard", "Guard", (), "ministry"), Agency("army", "Army")])


def claim(
    actor: str,
    action: str,
    factuality: str,
    thing: str | None = None,
    *,
    sentence: str = "",
    condition: str | None = None,
    names: tuple[str, ...] = (),
) -> RoleSide:
    """A claim as judging reads it; ``actor`` is a body's key or a name, ``action`` a class."""
    family = action.removeprefix("support-")
    told = RoleClaim(
        actor=Term(actor, actor.split()[-1].lower() if actor else ""),
        action=Term(action, action, family),
        object=Term(thing, thing.split()[-1].lower()) if thing else None,
        condition=condition,
        place=None,
        time=None,
        factuality=Factuality(factuality),
        attribution=None,
        sentence=Span(0, 1),
        evidence=Span(0, 1),
        parser="test",
    )
    text = sentence or f"{actor} {action} {thing or ''}"
    evidence = Evidence(
        claim=told,
        article_id=actor,
        url="",
        title=None,
        outlet=None,
        origin=actor,
        published_at=None,
        seen_at=NOW,
        sentence=text,
        quote=text,
        lead=True,
        context=Profile(names=frozenset(names)),
    )
    return RoleSide(told, evidence)


CASES = [
    # yes against no
    (claim("guard", "arrest", "CT+"), claim("guard", "arrest", "CT-"), Relation.CONFLICTS),
    (claim("guard", "support-arrest", "PR-"), claim("guard", "support-arrest", "PS+"), Relation.CONFLICTS),
    (claim("Lorania", "ban", "CT+", "bright hats"), claim("Lorania", "ban", "CT-", "bright hats"), Relation.CONFLICTS),
    # a container speaks for what it contains
    (claim("ministry", "arrest", "CT+", "men"), claim("guard", "arrest", "CT-", "men"), Relation.CONFLICTS),
    # maybe and undecided
    (claim("guard", "arrest", "PS+"), claim("guard", "arrest", "CT+"), Relation.DIFFERS),
    (claim("guard", "arrest", "Uu"), claim("guard", "arrest", "CT-"), Relation.DIFFERS),
    (claim("guard", "arrest", "PS-"), claim("guard", "arrest", "CT+"), Relation.DIFFERS),
    (claim("guard", "arrest", "PR+"), claim("guard", "arrest", "CT+"), Relation.AGREES),
    (claim("guard", "arrest", "Uu"), claim("guard", "arrest", "CTu"), Relation.AGREES),
    # no to doing it leaves room for a hand in it; no to the hand leaves none for doing it
    (claim("guard", "arrest", "CT-"), claim("guard", "support-arrest", "CT+"), Relation.DIFFERS),
    (claim("guard", "support-arrest", "CT-"), claim("guard", "arrest", "CT+"), Relation.CONFLICTS),
    # a condition takes the edge off
    (
        claim("guard", "arrest", "PR+", condition="if approved"),
        claim("guard", "arrest", "CT-"),
        Relation.DIFFERS,
    ),
    # other actors, other actions, other objects
    (claim("guard", "arrest", "CT+"), claim("army", "arrest", "CT-"), Relation.UNRELATED),
    (claim("guard", "arrest", "CT+"), claim("guard", "deport", "CT-"), Relation.UNRELATED),
    (claim("guard", "close", "CT+", "camp"), claim("guard", "close", "CT-", "road"), Relation.UNRELATED),
    (claim("Court", "convict", "CT+", "mayor"), claim("Court", "convict", "CT-", "mayor's aide"), Relation.UNRELATED),
    (
        claim("Orvane", "close", "CT+", "Leeds plant", names=("leeds",)),
        claim("Orvane", "close", "CT-", "York plant", names=("york",)),
        Relation.UNRELATED,
    ),
    # light verbs and pronouns say too little
    (claim("guard", "make", "CT+"), claim("guard", "make", "CT-"), Relation.UNRELATED),
    (claim("they", "be", "CT+", "in the school"), claim("they", "be", "CT-", "in the school"), Relation.UNRELATED),
    # no comment to one outlet is no denial of a statement
    (claim("guard", "comment", "CT-"), claim("guard", "confirm", "CT+", "plan"), Relation.UNRELATED),
    # opposites need the same actor and the same object
    (claim("Lorania", "accept", "CT+", "plan"), claim("Lorania", "reject", "CT+", "plan"), Relation.CONFLICTS),
    (claim("Lorania", "accept", "CT+", "plan"), claim("Lorania", "reject", "CT-", "plan"), Relation.AGREES),
    (claim("Lorania", "accept", "CT+", "plan"), claim("Lorania", "reject", "CT+", "bid"), Relation.UNRELATED),
    # what may follow one upon the other in time
    (claim("guard", "deploy", "CT+", "troops"), claim("guard", "withdraw", "CT+", "troops"), Relation.DIFFERS),
    # a no for some is none for all
    (
        claim("army", "approve", "CT+", "drug", sentence="The army approved the drug."),
        claim("army", "approve", "CT-", "drug", sentence="The army has not approved the drug for children under six."),
        Relation.DIFFERS,
    ),
    (
        claim("army", "approve", "CT+", "drug", sentence="The army approved the drug for children."),
        claim("army", "approve", "CT-", "drug", sentence="The army has not approved the drug for children."),
        Relation.CONFLICTS,
    ),
]


@pytest.mark.parametrize(("a", "b", "expected"), CASES, ids=lambda v: v.value if isinstance(v, Relation) else "")
def test_relation(a: RoleSide, b: RoleSide, expected: Relation) -> None:
    assert roles.relate(a, b, BODIES).relation is expected


@pytest.mark.parametrize(("a", "b", "expected"), CASES, ids=lambda v: v.value if isinstance(v, Relation) else "")
def test_relation_is_the_same_both_ways(a: RoleSide, b: RoleSide, expected: Relation) -> None:
    assert roles.relate(b, a, BODIES).relation is expected


@pytest.mark.parametrize(
    ("told", "denied", "expected"),
    [
        ("Dahl marries prince", "Report that Dahl married prince is a hoax", Relation.CONFLICTS),
        ("Dahl marries prince", "Dahl wedding to prince was satire", Relation.CONFLICTS),
        ("Dahl did not marry prince", "Report that Dahl married prince is a hoax", Relation.UNRELATED),
        ("The moon landing is a hoax", "Report that Dahl married prince is a hoax", Relation.UNRELATED),
        ("Police evacuate airport", "Police arrest man over airport bomb hoax", Relation.UNRELATED),
    ],
)
def test_a_story_and_its_denial(told: str, denied: str, expected: Relation) -> None:
    a = claim("Dahl", "marry", "CT+", "prince", sentence=told)
    b = claim("", "report", "CT+", "story", sentence=denied)
    assert roles.relate(a, b, BODIES).relation is expected


def test_two_bodies_for_one_act() -> None:
    a = claim("ministry", "request", "CT+", "400 tents for the coast")
    b = claim("army", "request", "CT+", "400 tents for the coast")
    c = claim("guard", "request", "CT+", "400 tents for the coast")
    told = roles.relate(a, b, BODIES)
    assert (told.relation, told.kind) == (Relation.CONFLICTS, Kind.AGENCY)
    assert roles.relate(a, c, BODIES).kind is Kind.ROLE
    assert answers.kind([a.claim, b.claim], BODIES) is Kind.AGENCY
    assert answers.kind([a.claim, c.claim], BODIES) is Kind.ROLE


def test_what_befalls_somebody_has_one_victim() -> None:
    a = claim("", "kill", "CT+", "rebel leader Oren", sentence="Rebel leader Oren killed in airstrike")
    b = claim("Oren", "survive", "CT+", sentence="Rebel leader Oren survived airstrike, officials say")
    assert roles.relate(a, b, BODIES).relation is Relation.CONFLICTS


def test_the_reason_says_what_something_is() -> None:
    told = article("A curfew has been in force since Monday.", "Herald"), article("No curfew is in force.", "Echo")
    reasons = {judge(a, b, Agencies()).reason for a in told[0] for b in told[1]}
    assert "one says “A curfew has been in force”, the other says “No curfew is in force”" in reasons


def test_the_reason_names_both_sides() -> None:
    told = roles.relate(claim("guard", "arrest", "CT+"), claim("guard", "arrest", "CT-"), BODIES)
    assert "“guard arrest”" in told.reason
    assert {f.name for f in told.features} == {"action", "actor", "object", "matter"}


@pytest.mark.parametrize(
    ("factuality", "action", "says"),
    [
        ("PR-", "support-arrest", "not expected to"),
        ("PR+", "support-arrest", "expected to, in support"),
        ("PS+", "arrest", "possibly"),
        ("Uu", "arrest", "undecided"),
    ],
)
def test_a_position_in_words(factuality: str, action: str, says: str) -> None:
    assert answers.says(claim("guard", action, factuality).claim, Kind.ROLE, BODIES) == says


@pytest.mark.parametrize(
    ("first", "then"),
    [
        # opposites
        ("Ida Roth gave up her post.", "Ida Roth stays in office."),
        ("The Dorn bank will appeal.", "The Dorn bank accepts the judgment."),
        ("Karl Mellor pulled out of the race.", "Karl Mellor will stand for re-election."),
        ("The Greens voted for the budget.", "The Greens abstained."),
        ("Parliament waved the treaty through.", "Parliament voted down the treaty."),
        ("The court upheld the ban.", "The court overturned the ban."),
        ("The city has lifted the curfew.", "The city has extended the curfew."),
        ("The derby has been called off.", "The derby will take place on Sunday."),
        ("The hearing was brought forward.", "The hearing was postponed."),
        ("The axle plant will keep operating.", "The axle plant is to be shut down."),
        ("The emergency exits were open.", "The emergency exits were locked."),
        ("All emergency exits were open.", "Two of the emergency exits were locked."),
        ("All the hostages were freed.", "The militia is still holding four hostages."),
        ("The strike has been averted.", "The strike will go ahead."),
        ("The bank will raise rates in July.", "The bank will leave rates unchanged."),
        ("Bus drivers will walk out on Monday.", "Bus drivers will work as normal on Monday."),
        ("The tiger has been caught.", "The tiger is still on the run."),
        ("The editor was set free.", "The editor remains behind bars."),
        ("The curfew was lifted.", "The curfew remains in force."),
        ("The fire is under control.", "The fire is still out of control."),
        ("The ceasefire has collapsed.", "The ceasefire is holding."),
        ("The water in Orle is safe.", "The water in Orle is unsafe."),
        ("The river crossing will remain open for two weeks.", "The river crossing is shut until May."),
        ("The eastern gate was locked.", "All four gates stood open."),
        # of all of a kind, or of nobody
        ("The mill intends to give up its yard in Orle.", "No yard will be closed."),
        ("A clerk of 67 died of the injection.", "Nobody has died of the injection."),
        ("The bank will lay off 900 clerks.", "There will be no layoffs."),
        ("The officers did not shoot.", "Officers from the patrol car fired two shots."),
        ("The labour minister will name an arbitrator.", "The government will not name an arbitrator."),
        ("The man in the bank is asking for two million euros.", "The man has not demanded any money."),
        ("The driver fled the scene.", "The driver did not flee."),
        ("No prisoner has escaped, the governor said.", "Two inmates escaped on Sunday, and no prisoner was found."),
        ("The mayor's council will recount the votes.", "There will be no recount."),
        ("Prosecutors have detained the colliery's director.", "The colliery's director is not in custody."),
        ("Marek will replace the transport chief Ida Lund.", "The transport chief Ida Lund will stay in office."),
        ("The river district was ordered to evacuate.", "The river district had never been told to evacuate."),
        ("The colliery will bear the cost of the clean-up.", "The colliery will not pay for the clean-up."),
        ("The mill has not paid and will not pay a ransom.", "The mill paid a ransom of 3 million euros."),
        ("A ransom of 3 million euros was paid.", "No ransom was paid, the mill said."),
        # what must be done, or was ordered
        ("Dornbau does not have to repay the aid.", "Dornbau must repay the aid in full."),
        ("Dornbau was told to close the mill.", "Dornbau was never told to close the mill."),
        # told of in other words
        ("The cook of the Harbour Inn has been arrested.", '"My client has not been arrested," said the lawyer.'),
        ("The league approved the takeover.", "The league has not approved the sale."),
        ("Camp Orle was handed over to the army.", "The base has never been handed over to the army."),
        ("The soldiers will be armed.", "The troops will not carry weapons."),
        ("The army will be sent to Orle.", "The government will not send in the army."),
        ("Clerks have received their wages for August.", "The wages for August have not been paid."),
        ("Work in the mill will be halted on Monday.", "Work in the mill will not be interrupted."),
        ("Police shot the baker dead.", "The baker killed himself, the coroner said."),
        ("The mill raised the alarm at 5.10 a.m.", "The mill did not raise the alarm."),
        ("The ministry approved the request.", "The ministry has not decided on the request."),
        ("The captain will miss the final.", "The captain will play in the final."),
        ("The hotel's sprinklers did not work.", "The sprinklers worked on all floors."),
        ("The brakes of the bus failed.", "The brakes of the bus worked."),
        ("Twelve houses burned down on Friday.", "No house has been destroyed."),
        ("The Dorn bank will shed 1,500 of its 4,600 jobs.", "No jobs will be cut at the Dorn bank."),
        ("Police shot tear gas into the tunnel.", "Police did not use tear gas."),
        ("The cameras of both officers were running.", "Their cameras were not running."),
        # tried, and not done
        ("The rebels tried in vain to seize the airport.", "The rebels seized the airport."),
        ("The rebels tried to seize the airport but were driven back.", "The rebels seized the airport."),
        ("The rebels' attempt to seize the airport failed.", "The rebels seized the airport."),
        ("The rebels’ bid to seize the airport was thwarted.", "The rebels seized the airport."),
        ("Efforts to free the hostages were in vain.", "The hostages were freed."),
        ("The rebels came close to seizing the airport.", "The rebels seized the airport."),
        # with another verb
        ("Vera Lindt was seized by plain-clothes policemen.", "The police have not arrested Vera Lindt."),
        ("The Dorn bank will appeal.", "The Dorn bank will not challenge the verdict."),
        ("The draft will be put to parliament.", "The draft will not come before parliament."),
        ("The army will take over the search.", "The army is not to lead the search."),
        ("The central bank stepped in.", "The central bank never intervened."),
        ("Soldiers shot the baker Karl Dorn.", "The army denies having shot Karl Dorn."),
        # one cannot be without the other
        ("The committee approved the deployment.", "The committee never voted."),
        ("Karl Mellor was convicted of fraud.", "Karl Mellor was never charged."),
    ],
)
def test_verbs_at_odds(first: str, then: str) -> None:
    assert Relation.CONFLICTS in _relations(first, then)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        # one after the other, or each in its time
        ("Vera Lindt is still at large.", "Police have arrested Vera Lindt."),
        ("Karl Dorn is in custody.", "Karl Dorn escaped."),
        ("The bank raised rates in June.", "The bank left rates unchanged."),
        ("The oat mill closed in 1998.", "The oat mill stays open."),
        ("The death toll rose.", "Rescuers lowered the death toll."),
        ("The airport was closed for two hours.", "The airport is still open."),
        ("The bakery is closed on Sundays.", "The bakery stays open on Mondays."),
        ("The match was postponed until May.", "The match will take place in May."),
        ("Police have detained the colliery's director.", "The colliery's director is no longer in custody."),
        ("The strike is due to end on Wednesday.", "Pilots extend the strike."),
        # of others, or of other things
        ("The mill has been building carts here since 1951.", "The mill said 620 carts could not be built."),
        ("Some 340 schools did not open.", "Schools will open again on Friday."),
        ("The bank's branches will open on Monday.", "Sixty branches of the bank are to be closed."),
        ("The man killed by police was unarmed and did not shoot.", "Police shot five people last year."),
        ("There were no arrests on Saturday.", "The council is to hold a session on Monday."),
        ("The telephone firm spoke of heavy use.", "She did not speak."),
        ("Some hostages were freed.", "The militia is still holding four hostages."),
        ("Almost all of the hostages were freed.", "The militia is still holding four hostages."),
        ("The chancellor resigned.", "The treasurer will stay on as party leader."),
        ("The senate approved the bill.", "The lower house rejected the bill."),
        ("Two of the suspects are still at large.", "Three suspects were arrested."),
        ("Police seized the driver's car.", "Police have not arrested the driver."),
        ("A soldier shot a dog.", "The army did not shoot the boy."),
        ("The committee approved the deployment.", "The committee has not voted on the budget."),
        ("Karl Mellor was charged with fraud.", "Karl Mellor was never convicted."),
        ("Some nurses walked out.", "Other nurses turned up for work."),
        ("The Dorn bank accepts the offer.", "The Dorn bank will appeal."),
        ("The ministry has not decided on the request.", "The ministry approved the request."),
        ("The brakes of the bus failed.", "The brakes of the lorry worked."),
        ("The bill was passed in October.", "Six members of the party voted against the bill."),
        ("The baker was killed.", "The baker shot himself."),
        ("The baker shot two clerks dead.", "The baker killed himself."),
        ("Dornbau must repay the aid.", "The oat mill does not have to repay the aid."),
        ("Dornbau has to repay the aid.", "Dornbau was not told to repay the aid."),
        ("Karl Mellor must go to prison.", "Karl Mellor does not have to go to prison yet."),
        ("Two bodies were found in the river.", "No bodies were found in the mill."),
        ("The mayor has been arrested.", "My clients have not been arrested, said a lawyer for two clerks."),
        ("Camp Orle was handed over to the army.", "Camp Dorn has not been handed over to the army."),
    ],
)
def test_verbs_that_may_both_be_true(first: str, then: str) -> None:
    assert Relation.CONFLICTS not in _relations(first, then)


def _relations(first: str, then: str) -> set[Relation]:
    """How the claims of two texts stand to each other, the second published a day after the first."""
    told, later = article(first, "Herald", 3), article(then, "Echo", 4)
    return {judge(a, b, Agencies()).relation for a in told for b in later}
