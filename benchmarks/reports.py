"""Reports as pages of the web, made up: towns that don't exist, with the figures, roles and quotes that news has.

An event is told by several outlets, each in words of its own and in its own order, some with other figures; no page
says a sentence twice. A page is some 3,000 characters of text within furniture.
"""

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from html import escape

from claims.document import Document

FIRST_DAY = datetime(2031, 6, 1, 6, tzinfo=UTC)
OUTLETS = 5  # that tell of an event
_FACTS = 17  # of an event that an outlet tells
_FILLING = 16
_DISAGREES = 0.3
_SYLLABLES = "ba de fi go hu ka le mi no pu ra se ti vo zu bran dal fen gar hol".split()

# Of each kind of event what it did, and what else; each in the words of several desks.
_KINDS = {
    "earthquake": (
        ("killed {a} people and injured {b}", "left {a} dead and {b} injured", "claimed {a} lives and hurt {b} people"),
        ("destroyed {c} houses", "brought down {c} homes", "left {c} buildings in ruins"),
    ),
    "flood": (
        ("displaced {b} families", "drove {b} families from their homes", "forced {b} households to flee"),
        ("swept away {c} bridges", "destroyed {c} bridges", "took {c} bridges with it"),
    ),
    "wildfire": (
        ("burned {b} homes", "destroyed {b} houses", "left {b} homes in ashes"),
        ("injured {a} firefighters", "hurt {a} firefighters", "sent {a} firefighters to hospital"),
    ),
    "explosion": (
        ("killed {a} miners", "left {a} miners dead", "claimed the lives of {a} miners"),
        ("wounded {b} people", "injured {b} others", "hurt {b} people above ground"),
    ),
    "shooting": (
        ("killed {a} people", "left {a} people dead", "claimed {a} lives"),
        ("wounded {b} others", "injured {b} people", "hurt {b} bystanders"),
    ),
    "protest": (
        ("drew {b} demonstrators", "brought {b} people into the streets", "was joined by {b} marchers"),
        ("led to {a} arrests", "ended with {a} people arrested", "saw {a} protesters detained"),
    ),
}
_LEADS = (
    "The {kind} in {town} {first} on {day}, {voice} said.",
    "{A_kind} {first} in {town} on {day}, according to {voice}.",
    "{Voice} said on {day} that the {kind} in {town} {first}.",
)
_SECOND = ("It also {second}, {voice} said.", "The {kind} {second}, according to {voice}.", "{Voice} said it {second}.")
# What may be told of an event: one fact a line, in the words of several desks.
_TOLD: tuple[tuple[str, ...], ...] = (
    ("The government sent {d} soldiers to {town}, the defence ministry said.",
     "The army has moved {d} troops to {town}, according to the defence ministry.",
     "Some {d} soldiers were deployed in {town}, a ministry spokesman said."),
    ("{Person} will deploy another {e} police officers, a spokesman told reporters.",
     "Another {e} officers are to be sent, the interior ministry said, at the request of {person}.",
     "The interior ministry plans to send {e} more police officers to {town}."),
    ("The mayor of {town}, {person}, asked the government for {m} million dollars.",
     "{Person}, the mayor, requested {m} million dollars in aid from the capital.",
     "{Town} needs {m} million dollars, its mayor {person} told a news conference."),
    ("Soldiers are not expected to make arrests, an official said on condition of anonymity.",
     "The troops will not arrest anybody, according to an official who asked not to be named.",
     "An official said the soldiers would not take part in arrests."),
    ("“We have {f} beds and need twice as many,” the head of the hospital in {town} said.",
     "The hospital in {town} has {f} beds, and all of them are taken, its director told the radio.",
     "All {f} beds of the hospital were taken by noon, a doctor said."),
    ("About {g} {people} slept in schools and {h} in tents, the Red Cross said.",
     "The Red Cross counted {g} {people} in schools and {h} in tents.",
     "Some {g} {people} spent the night in classrooms and another {h} in tents, aid workers said."),
    ("The opposition denied that it had called the march to {town}.",
     "{Second_person}, who leads the opposition, denied having organised a march to {town}.",
     "The opposition did not organise the march, its leader {second_person} said."),
    ("Electricity was cut to more than {i} homes in the region.",
     "More than {i} households were without power in the evening.",
     "The grid operator said {i} homes had lost their electricity."),
    ("Prices of bread in {town} rose by {p} percent within a week, shopkeepers said.",
     "Bread costs {p} percent more than a week ago, according to traders in {town}.",
     "Shopkeepers in {town} raised the price of bread by {p} percent."),
    ("A similar {kind} in {other} killed {j} people ten years ago.",
     "Ten years ago {a_kind} in {other} left {j} people dead.",
     "In {other}, {j} people died in {a_kind} a decade ago."),
    ("The prime minister has not decided whether to visit {town}.",
     "It is unclear whether the prime minister will travel to {town}.",
     "The prime minister may visit {town} next week, an aide said."),
    ("Roads to the valley were closed, and trains stopped at {other}.",
     "Trains ended in {other}, and police closed the roads to the valley.",
     "Nothing moved on the roads to the valley, and the railway stopped its trains in {other}."),
    ("Insurers put the damage at {n} million dollars.",
     "The damage may reach {n} million dollars, insurers estimate.",
     "Insurers expect claims of {n} million dollars."),
    ("{Person} accused {second_person} of having ignored warnings.",
     "{Second_person} had ignored every warning, {person} said.",
     "Warnings had been ignored by {second_person}, according to {person}."),
    ("A court in {other} ordered the release of {k} {people}.",
     "Judges in {other} freed {k} {people} on bail.",
     "{K} {people} were released by a court in {other}."),
    ("The union of teachers said {l} {halls} would stay closed until Monday.",
     "Until Monday {l} {halls} are closed, the education ministry announced.",
     "The education ministry closed {l} {halls} for the rest of the week."),
    ("Rescuers pulled {o} {saved} from the rubble during the night.",
     "{O} {saved} were rescued overnight, the fire service said.",
     "During the night firefighters saved {o} {saved}."),
    ("The parliament rejected a bill by {second_person} to raise taxes on {plan}.",
     "Lawmakers voted down the tax on {plan} that {second_person} had proposed.",
     "A tax on {plan}, which {second_person} had asked for, was rejected by parliament."),
    ("{Company} will lay off {q} {staff} at its plant in {other}.",
     "Some {q} {staff} at the plant of {company} in {other} will lose their jobs.",
     "{Company} announced the layoff of {q} {staff} in {other}."),
    ("The central bank left its rate at {r} percent.",
     "Rates stay at {r} percent, the central bank said.",
     "The central bank decided to keep the rate at {r} percent."),
    ("{Person} met {second_person} in {other} and promised to repair the {work}.",
     "The {work} will be repaired, {person} promised {second_person} at a meeting in {other}.",
     "At a meeting in {other}, {person} assured {second_person} that the {work} would be repaired."),
    ("A convoy with {s} {goods} left {other}.",
     "{S} {goods} are on their way from {other}.",
     "Aid workers loaded {s} {goods} in {other}."),
    ("Police arrested {t} men who are suspected of looting.",
     "{T} suspected looters were arrested, police said.",
     "On suspicion of looting, officers detained {t} men in {town}."),
    ("The airline {company} cancelled {u} flights.",
     "{Company} called off {u} flights to {other}.",
     "At the airport of {other}, {u} flights of {company} were cancelled."),
    ("The health ministry confirmed {v} cases of {illness} in the camps.",
     "In the camps, {v} people have fallen ill with {illness}, the health ministry said.",
     "Doctors in the camps reported {v} cases of {illness}."),
    ("{Second_person} resigned as head of the board of {works}.",
     "The head of the board of {works}, {second_person}, stepped down.",
     "{Second_person} has left the board of {works}."),
)  # fmt: skip
# What fills a report between its facts: a sentence is put together of parts, so that no two events share one.
_WHO = (
    "A {a} from {place}",
    "The {a} of {name}",
    "{name}, a {a} from {place},",
    "An old {a} by the {b}",
    "Every {a} in {place}",
    "The {a} next to the {b}",
    "A young {a} with a {b}",
    "The {a} who owns the {b}",
    "Nobody but a {a} from {place}",
)
_DID = (
    "{did} the {c} in {place}",
    "had {done} the {c} long before that",
    "{did} a {c} with the old {d}",
    "has {done} no {c} since the {d}",
    "had to be {done} like any {c}",
    "{did} what was left of the {c} and the {d}",
)
_WHERE = (
    "in the long and windless afternoon",
    "for all to see",
    "behind the {d} that leads down to the water",
    "without a word to the people from {place}",
    "as in the summer of the great {d}",
    "between the {d} and the last houses",
    "under a sky the colour of a {d}",
    "to the sound of a {d} from over the river",
    "and nobody in {place} knew why",
)
_NOUNS = (
    "teacher lawyer nurse baker captain driver farmer pilot singer painter tailor keeper writer clerk "
    "porter weaver fisher letter street report church candle window school council kitchen garden harbour "
    "market ladder bottle carpet mirror basket hammer saddle anchor compass lantern curtain cellar "
    "chimney orchard bakery library station workshop barrel blanket bucket button cabin canal cart chapel "
    "clock cottage drawer fence ferry fountain gate glove granary hedge kettle lamp loom meadow mill nail "
    "needle oven paddle pear pillar pond quarry rope sail shelf shed spade stable stove table tower"
).split()
_VERBS = (
    "watched painted opened cleaned carried measured borrowed polished described followed gathered "
    "guarded ignored lifted mended noticed ordered packed praised printed pulled rented reached returned "
    "shared signed sorted studied tested thanked touched traded trusted visited warmed weighed welcomed "
    "wrapped counted drawn folded greeted hired joined kissed locked"
).split()
# Whom and what the facts of an event are about.
_PEOPLE = (
    "prisoners fishermen students pensioners nurses shepherds sailors dockers clerks drivers actors "
    "bakers divers gardeners hunters jugglers lawyers masons monks painters pilgrims porters potters "
    "refugees scouts singers tailors tourists weavers"
).split()
_GOODS = "blankets boats books bricks carpets chairs clocks doors engines ladders lamps melons nets ovens".split()
_PLANS = "fuel salt tobacco bridges ships windows wool sugar timber glass pets parking rivers wine dogs copper".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_VOICES = ("police", "the mayor", "the interior ministry", "the governor", "rescuers", "a spokeswoman for the region")
_SIZES = {"a": (3, 90), "b": (200, 9000), "m": (2, 60), "n": (2, 900), "p": (2, 30), "r": (1, 9), "i": (900, 60_000)}
_FURNITURE = "".join(f"<li><a href='/section/{n}'>Section {n}</a></li>" for n in range(60))


def town(number: int) -> str:
    """A name that no other number below 160,000 has, and the next number none that is like it."""
    number = number * 7919 % 160_000
    return "".join(_SYLLABLES[number // 20**place % 20] for place in range(3, -1, -1)).capitalize() + "rk"


def report(number: int, seed: int = 3) -> Document:
    """The ``number``-th page: five to an event, each of another outlet, the same for the same seed."""
    event, outlet = divmod(number, OUTLETS)
    facts, chance = random.Random(f"{seed}/{event}"), random.Random(f"{seed}/{event}/{outlet}")
    kind = facts.choice(list(_KINDS))
    slots = _slots(event, kind, facts, chance)
    first, second = (chance.choice(ways).format(**slots) for ways in _KINDS[kind])
    slots |= {"first": first, "second": second}
    told = chance.sample(facts.sample(_TOLD, 19), _FACTS)
    lines = [_said(ways, slots, chance) for ways in (_LEADS, _SECOND, *told)]
    for _ in range(_FILLING):
        lines.insert(chance.randrange(2, len(lines)), _filling(event, chance))
    title = f"{kind.capitalize()} in {town(event)} {first}"
    at = FIRST_DAY + timedelta(minutes=40 * event + 30 * outlet)
    return Document(
        url=f"https://outlet-{outlet}.example/{number}/{kind}-in-{town(event).lower()}",
        where=str(number),
        fetched_at=at,
        outlet=f"Outlet {outlet}",
        published_at=at,
        html=_page(title, [" ".join(lines[n : n + 3]) for n in range(0, len(lines), 3)]).encode(),
    )


def _slots(event: int, kind: str, facts: random.Random, chance: random.Random) -> dict[str, str]:
    """Who and what an event is about, and the figures that an outlet gives."""
    figures = {name: facts.randrange(*_SIZES.get(name, (12, 900))) for name in "abcdefghijklmnopqrstuv"}
    if chance.random() < _DISAGREES:
        figures["a"] += chance.randrange(1, 20)
    names = {
        "town": town(event),
        "other": town(event + 7919),
        "person": f"{town(2 * event + 31_000)} {town(2 * event + 60_000)}",
        "second_person": f"{town(2 * event + 31_001)} {town(2 * event + 60_001)}",
        "company": f"{town(event + 90_000)} Works",
        "people": facts.choice(_PEOPLE),
        "staff": facts.choice(_PEOPLE),
        "saved": facts.choice(_PEOPLE),
        "goods": facts.choice(_GOODS),
        "plan": facts.choice(_PLANS),
        "works": facts.choice(_PLANS),
        "work": facts.choice(_NOUNS),
        "halls": facts.choice(
            "schools museums banks libraries shops pools theatres offices markets courts clinics".split()
        ),
        "illness": facts.choice(("cholera", "measles", "malaria", "typhus", "dengue fever", "influenza", "hepatitis")),
        "kind": kind,
        "a_kind": f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}",
        "day": _DAYS[event % 7],
        "voice": chance.choice(_VOICES),
    }
    told = names | {name: f"{value:,}" for name, value in figures.items()}
    return told | {name[0].upper() + name[1:]: value[0].upper() + value[1:] for name, value in told.items()}


def _filling(event: int, chance: random.Random) -> str:
    """A sentence that no other page has, about people and things of no consequence."""
    a, b, c, d = chance.sample(_NOUNS, 4)
    did, done = chance.sample(_VERBS, 2)
    name = f"{town(chance.randrange(9000, 31_000))} {town(chance.randrange(60_000, 160_000))}"
    slots = {"a": a, "b": b, "c": c, "d": d, "did": did, "done": done, "name": name, "place": town(event + 20_000)}
    return " ".join(chance.choice(parts) for parts in (_WHO, _DID, _WHERE)).format(**slots) + "."


def _said(ways: Sequence[str], slots: dict[str, str], chance: random.Random) -> str:
    return chance.choice(ways).format(**slots)


def _page(title: str, paragraphs: list[str]) -> str:
    body = "".join(f"<p>{escape(p)}</p>" for p in paragraphs)
    return (
        f"<html lang='en'><head><meta charset='utf-8'><title>{escape(title)}</title></head><body>"
        f"<nav><ul>{_FURNITURE}</ul></nav><main><article><h1>{escape(title)}</h1>{body}</article></main>"
        f"<aside><ul>{_FURNITURE}</ul></aside><footer><ul>{_FURNITURE}</ul></footer></body></html>"
    )
