"""Protects the reading of clauses: chains are one event, with who does it, to what, and how sure."""

import pytest

from parsers.actions.actions import Actions
from parsers.roles.clauses import ClauseReader
from parsers.text.tokens import tokenize

READER = ClauseReader(Actions())


def read(text: str) -> list[tuple[str, str, str, str]]:
    """Subject, action key (support marked), factuality and object of each predicate."""
    clauses = READER.read(tokenize(text))

    def words(where: range | None) -> str:
        return "" if where is None else clauses.text(text, where)

    return [
        (words(p.subject), ("support-" if p.support else "") + p.action.key, p.factuality.value, words(p.object))
        for p in clauses.predicates
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Rangers are not expected to help with arrests.", ("The Rangers", "support-arrest", "PR-", "")),
        ("The ministry has yet to issue a statement.", ("The ministry", "statement", "CT-", "")),
        ("Deputies made no arrests.", ("Deputies", "arrest", "CT-", "")),
        ("Officers may take part.", ("Officers", "attend", "PS+", "")),
        ("Rivals accused the mayor of fraud.", ("Rivals", "accuse", "CT+", "the mayor of fraud")),
        ("Volvo to close its plant in Ghent", ("Volvo", "close", "PR+", "its plant")),
        ("No soldiers will be sent.", ("No soldiers", "deploy", "CT-", "")),
        ("The firm cannot pay its debts.", ("The firm", "pay", "CT-", "its debts")),
        ("The crew failed to stop the leak.", ("The crew", "end", "CT-", "the leak")),
        ("The council is considering banning fireworks.", ("The council", "ban", "PS+", "fireworks")),
        ("The bank has no plans to sell the unit.", ("The bank", "sell", "PR-", "the unit")),
        ("The union is unlikely to accept the offer.", ("The union", "accept", "PR-", "the offer")),
    ],
)
def test_one_event(text: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor denied that police shot the man.", ("police", "shoot", "CT-", "the man")),
        ("It is unclear whether the army will withdraw.", ("the army", "withdraw", "Uu", "")),
        ("Officials did not say whether Oslo would pay the ransom.", ("Oslo", "pay", "CTu", "the ransom")),
        ("There is no evidence that the pilot slept.", ("the pilot", "sleep", "Uu", "")),
        ("Claims that Tesla bought the mine are false.", ("Tesla", "buy", "CT-", "the mine")),
        ("The minister asked the army to clear the square.", ("the army", "clear", "Uu", "the square")),
        ("Guards prevented fans from entering the pitch.", ("fans", "enter", "CT-", "the pitch")),
    ],
)
def test_what_governs_a_clause(text: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what stays as it is
        ("The kiosk will stay open until May.", ("The kiosk", "stay-open", "CT+", "")),
        ("The owner is to keep its mill in Orle running.", ("The owner", "stay-open", "PR+", "its mill")),
        ("The pier was kept open all night.", ("The pier", "stay-open", "CT+", "")),
        ("Ida Roth remains mayor and has not resigned.", ("Ida Roth", "stay-in-office", "CT+", "")),
        ("Ida Roth will remain in charge.", ("Ida Roth", "stay-in-office", "CT+", "")),
        ("He remains the main suspect.", ("He", "remain", "CT+", "the main suspect")),
        ("They kept quiet.", ("They", "keep", "CT+", "quiet")),
        # what is not so
        ("The cook was unarmed.", ("The cook", "arm", "CT-", "the cook")),
        ("The barn was undamaged.", ("The barn", "damage", "CT-", "the barn")),
        # a part in it, and what there was
        ("The navy has no part in running it.", ("The navy", "run", "CT-", "it")),
        ("The navy had no role in the operation.", ("The navy", "take-part", "CT-", "the operation")),
        ("Ledonia played no part.", ("Ledonia", "take-part", "CT-", "")),
        ("The club played a cup tie.", ("The club", "play", "CT+", "a cup tie")),
        ("There was no contact with the crew.", ("There", "contact", "CT-", "the crew")),
        ("Guards would leave every arrest to the police.", ("Guards", "arrest", "PR-", "")),
        # phrases that hold their object
        ("The trainer owned up to the charges.", ("The trainer", "plead-guilty", "CT+", "")),
        ("Ellway put its Meteor-2 rocket into orbit.", ("Ellway", "orbit", "CT+", "its Meteor-2 rocket")),
        ("Ellway's Meteor-2 failed to reach orbit.", ("Ellway's Meteor-2", "orbit", "CT-", "")),
        ("The firm paid the hackers roughly $4 million.", ("The firm", "pay", "CT+", "$4 million")),
        ("The cook survived with a broken arm.", ("The cook", "survive", "CT+", "")),
        ("The council backed the plan.", ("The council", "support", "CT+", "the plan")),
        # names are no verbs, quantities no heads
        ("He told Grace Pell that the pool will close.", ("the pool", "close", "CT+", "")),
        ("All of the town's 12 pools will be closed.", ("All of the town's 12 pools", "close", "CT+", "")),
        ("At ten on Friday morning rescuers reached the hut.", ("rescuers", "reach", "CT+", "the hut")),
        ("Bakers in Orle reached the hut on Friday morning.", ("Bakers in Orle", "reach", "CT+", "the hut")),
        # what is described is acted on
        (
            "The plan that the council approved in May will cost millions.",
            ("the council", "approve", "CT+", "The plan"),
        ),
        ("The mayor rejected a plan which the council approved.", ("the council", "approve", "CT+", "a plan")),
        ("He told the court that the guards beat him.", ("the guards", "defeat", "CT+", "him")),
        ("There is evidence that the pilot slept.", ("the pilot", "sleep", "PR+", "")),
    ],
)
def test_states_parts_and_descriptions(text: str, expected: tuple[str, str, str, str]) -> None:
    told = [(s, a, f, o if a not in ("arm", "damage") else s.lower()) for s, a, f, o in read(text)]
    assert expected in told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is acted on denies it
        ("The divers found neither bodies nor wreckage.", ("The divers", "find", "CT-", "neither bodies")),
        ("The bakery received not a single complaint.", ("The bakery", "receive", "CT-", "not a single complaint")),
        ("The tenor had no understudy.", ("The tenor", "have", "CT-", "no understudy")),
        ("Not one of the pilots accepted the offer.", ("Not one of the pilots", "accept", "CT-", "the offer")),
        ("The crew used no more than 3 flares.", ("The crew", "use", "CT+", "3 flares")),
        ("The north voted no on Sunday.", ("The north", "vote", "CT+", "no")),
        # coordinated under what denies
        ("The brewer denied having diluted or relabelled its beer.", ("The brewer", "relabel", "CT-", "its beer")),
        ("The airline avoided rerouting or delaying the flights.", ("The airline", "reroute", "CT-", "the flights")),
        ("The clinic failed to isolate and treat the sailors.", ("The clinic", "treat", "CT-", "the sailors")),
        ("The navy has not searched the ship or arrested its crew.", ("The navy", "arrest", "CT-", "its crew")),
        ("The warden failed to stop and hit a tree.", ("The warden", "hit", "CT+", "a tree")),
        ("The mayor denied taking bribes and sacked his deputy.", ("The mayor", "dismiss", "CT+", "his deputy")),
        ("The minister denied lying and said the report was false.", ("The minister", "deny", "CT+", "")),
        # coordinated with one object
        ("The court fined and jailed the broker.", ("The court", "fine", "CT+", "the broker")),
        ("Rebels attacked, looted and burned the town.", ("Rebels", "attack", "CT+", "the town")),
        ("The probe bounced and went quiet.", ("The probe", "bounce", "CT+", "")),
        ("The choir left and slammed the door.", ("The choir", "leave", "CT+", "")),
    ],
)
def test_what_coordination_and_objects_deny(text: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There is no plan to sell the zoo.", ("", "sell", "PR-", "the zoo")),
        ("There are plans to move the market.", ("", "move", "PR+", "the market")),
        ("No decision has been taken to demolish the tower.", ("", "destroy", "PR-", "the tower")),
        ("No decision was made on closing the mine.", ("", "close", "PR-", "the mine")),
        ("Plans to close the mine were dropped.", ("", "close", "PR-", "the mine")),
        ("The plan to close the mine was approved.", ("", "close", "PR+", "the mine")),
        ("It was agreed to release the monks.", ("", "release", "PR+", "the monks")),
        ("The abbey has no intention of selling the vineyard.", ("The abbey", "sell", "CT-", "the vineyard")),
        ("The ministry sees no reason to close the schools.", ("The ministry", "close", "PR-", "the schools")),
        ("The coach ruled out any resignation.", ("The coach", "resign", "CT-", "")),
        ("The bank did not rule out a further cut.", ("The bank", "cut", "PS+", "")),
        ("The weavers are meant to return to the mill.", ("The weavers", "return", "PR+", "the mill")),
        ("The judge has yet to rule.", ("The judge", "rule", "CT-", "")),
        ("The passwords were not among the stolen files.", ("The passwords", "steal", "CT-", "the stolen files")),
        ("The mayor was among the guests.", ("The mayor", "be", "CT+", "the guests")),
        ("There is a risk that the dam will burst.", ("the dam", "burst", "PS+", "")),
    ],
)
def test_what_nobody_is_said_to_do(text: str, expected: tuple[str, str, str, str]) -> None:
    found = read(text)
    assert expected in [(*role[:3], expected[3] if role[1] == "steal" else role[3]) for role in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # nouns and names that look like verbs
        ("All gas stations closed on Monday.", ("All gas stations", "close", "CT+", "")),
        ("The road remains closed.", ("The road", "stay-closed", "CT+", "")),
        ("The new set of rules covers trawlers.", ("The new set of rules", "cover", "CT+", "trawlers")),
        ("The game was played on a dirt ground on Sunday.", ("The game", "play", "CT+", "")),
        ("BADEN AM MEER - The mayor resigned.", ("The mayor", "resign", "CT+", "")),
        ("Riots broke out in the port.", ("Riots", "begin", "CT+", "the port")),
        ("Two inmates broke out of the jail.", ("Two inmates", "escape", "CT+", "the jail")),
        # participles before a noun
        ("The road was blocked by striking miners.", ("The road", "block", "CT+", "")),
        ("Panic grew when visiting supporters threw bottles.", ("visiting supporters", "throw", "CT+", "bottles")),
        ("Boys from outside threw burning rags.", ("Boys", "throw", "CT+", "burning rags")),
        ("The council approved planned repairs.", ("The council", "approve", "CT+", "planned repairs")),
        ("The mayor denied taking bribes.", ("The mayor", "take", "CT-", "bribes")),
        # subjects across a clause
        ("Planes that took off from the base at Sund bombed Arn.", ("Planes", "bomb", "CT+", "Arn")),
        ("The shot which wounded the guard came from a rifle.", ("The shot", "come", "CT+", "a rifle")),
        ("The agency that runs the port says it got no bid.", ("The agency", "run", "CT+", "the port")),
        ("The letter which the mayor sent to the abbey vanished.", ("the mayor", "send", "CT+", "The letter")),
        ("Police found a lot of patrons suffering from burns.", ("patrons", "suffer", "CT+", "burns")),
    ],
)
def test_words_that_look_like_verbs_and_long_subjects(text: str, expected: tuple[str, str, str, str]) -> None:
    actor, *rest = expected
    assert any(role[0].startswith(actor) and list(role[1:]) == rest for role in read(text)), read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a verb with its particle and what it acts on; what is a part of the action is not acted on
        ("Roth gave up her post.", ("Roth", "resign", "CT+", "")),
        ("Roth gave her post up.", ("Roth", "resign", "CT+", "")),
        ("Roth handed in no resignation.", ("Roth", "resign", "CT-", "")),
        ("The coach will keep his job.", ("The coach", "stay-in-office", "CT+", "")),
        ("The minister still clings to her post.", ("The minister", "stay-in-office", "CT+", "")),
        ("The Liberals cast their ballots against the bill.", ("The Liberals", "vote-against", "CT+", "the bill")),
        ("The bank accepts the judgment.", ("The bank", "accept-verdict", "CT+", "the judgment")),
        ("The draft will not come before parliament.", ("The draft", "submit", "CT-", "")),
        ("The firm put 3 percent on the table.", ("The firm", "offer", "CT+", "3 percent")),
        ("The firm has made no offer.", ("The firm", "offer", "CT-", "")),
        ("The regulator put the launch on hold.", ("The regulator", "delay", "CT+", "the launch")),
        ("The guard did not fire a single shot.", ("The guard", "shoot", "CT-", "")),
        ("The senate shot down the proposal.", ("The senate", "reject", "CT+", "the proposal")),
        ("Lawmakers waved the bill through.", ("Lawmakers", "approve", "CT+", "the bill")),
        ("The ministry shelved the reform.", ("The ministry", "cancel", "CT+", "the reform")),
        ("The bank left its rate unchanged.", ("The bank", "hold-level", "CT+", "its rate")),
        ("The militia was not behind the attack.", ("The militia", "be-behind", "CT-", "")),
        ("Mellor denied any involvement.", ("Mellor", "deny-part", "CT+", "")),
        # what lasts
        ("The mill will keep operating.", ("The mill", "stay-open", "CT+", "")),
        ("The mill is still running.", ("The mill", "stay-open", "CT+", "")),
        ("The gunman is still on the run.", ("The gunman", "at-large", "CT+", "")),
        ("The editor is in custody.", ("The editor", "stay-in-custody", "CT+", "")),
        ("The editor remains behind bars.", ("The editor", "stay-in-custody", "CT+", "")),
        ("The curfew remains in force.", ("The curfew", "stay-in-force", "CT+", "")),
        ("The water was unsafe.", ("The water", "safe", "CT-", "")),
        ("The talks broke down.", ("The talks", "break-down", "CT+", "")),
        ("The lorry broke down.", ("The lorry", "break", "CT+", "")),
        # by who does it
        ("A fire broke out in the kitchen.", ("A fire", "begin", "CT+", "the kitchen")),
        ("Two inmates broke out.", ("Two inmates", "escape", "CT+", "")),
        # the same words in their everyday sense
        ("Roth gave up her seat.", ("Roth", "give", "CT+", "her seat")),
        ("Roth stepped down from the ladder.", ("Roth", "descend", "CT+", "the ladder")),
        ("Rebels shot down a jet.", ("Rebels", "shoot-down", "CT+", "a jet")),
        ("The librarian shelved the books.", ("The librarian", "shelve", "CT+", "the books")),
        ("Shares closed 3 percent higher.", ("Shares", "end-trading", "CT+", "3 percent higher")),
        ("Two climbers froze in the hut.", ("Two climbers", "freeze", "CT+", "the hut")),
        ("A crane lifted the lorry.", ("A crane", "lift", "CT+", "the lorry")),
        ("The bus is going to run.", ("The bus", "run", "CT+", "")),
        ("The car was behind the lorry.", ("The car", "be", "CT+", "the lorry")),
    ],
)
def test_what_stands_around_a_verb_names_its_class(text: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in read(text)


@pytest.mark.parametrize("text", ["", "?", "of", "to to to", "not", "was", "“”", ", , and", "is is is", "said said"])
def test_broken_text_is_read_without_error(text: str) -> None:
    read(text)
