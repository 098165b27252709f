"""Reports as pages of the web, made up: towns that don't exist, with the figures, roles and quotes that news has.

An event is told by many outlets, some with other figures; a page is some 3,000 characters of text within furniture.
"""

import random
from datetime import UTC, datetime, timedelta
from html import escape

from claims.document import Document

FIRST_DAY = datetime(2031, 6, 1, 6, tzinfo=UTC)
_SYLLABLES = "ba de fi go hu ka le mi no pu ra se ti vo zu bran dal fen gar hol".split()
_KINDS = (
    ("earthquake", "killed {a} people and injured {b}", "destroyed {c} houses"),
    ("flood", "displaced {b} families", "destroyed {c} bridges"),
    ("wildfire", "burned {b} homes", "injured {a} firefighters"),
    ("explosion", "killed {a} miners", "wounded {b} people"),
    ("shooting", "killed {a} people", "wounded {b} others"),
    ("protest", "drew {b} demonstrators", "led to {a} arrests"),
)
_TOLD = (
    "The {kind} in {town} {first} on {day}, {voice} said.",
    "It also {second}, according to {voice}.",
    "The government sent {c} soldiers to {town}, the defence ministry said.",
    "The ministry will deploy another {b} police officers, a spokesman told reporters.",
    "The mayor of {town} asked the government for {m} million dollars.",
    "Soldiers are not expected to make arrests, an official said on condition of anonymity.",
    "“We have {c} beds and need twice as many,” the head of the hospital in {town} said.",
    "About {b} people slept in schools and {c} in tents, the Red Cross said.",
    "The opposition denied that it had organised the march to {town}.",
    "Electricity was cut to more than {b} homes in the region.",
    "Prices of bread in {town} rose by {p} percent within a week, shopkeepers said.",
    "A similar {kind} in {other} killed {c} people ten years ago.",
    "The prime minister has not decided whether to visit {town}.",
    "Roads to the valley were closed, and trains stopped at {other}.",
    "Officials warned that the figures may change as teams reach villages further up the river.",
    "A school in the old town took in those who had lost their homes, and volunteers brought soup and blankets.",
    "Rain is forecast for the weekend, which would make the work of the rescuers harder still.",
    "Insurers put the damage at {m} million dollars.",
)
_VOICES = ("police", "the mayor", "the interior ministry", "the governor", "rescuers", "a spokeswoman for the region")
_FURNITURE = "".join(f"<li><a href='/section/{n}'>Section {n}</a></li>" for n in range(60))


def town(number: int) -> str:
    """A name that no other number below 160,000 has."""
    return "".join(_SYLLABLES[number // 20**place % 20] for place in range(3, -1, -1)).capitalize() + "rk"


def report(number: int, seed: int = 3) -> Document:
    """The ``number``-th page: five to an event, each of another outlet, the same for the same seed."""
    event, outlet = divmod(number, 5)
    facts, chance = random.Random(f"{seed}/{event}"), random.Random(f"{seed}/{event}/{outlet}")
    kind, first, second = facts.choice(_KINDS)
    figures = {"a": facts.randrange(3, 90), "b": facts.randrange(200, 9000), "c": facts.randrange(20, 900)}
    figures |= {"m": facts.randrange(2, 60), "p": facts.randrange(2, 30)}
    if chance.random() < 0.3:
        figures["a"] += chance.randrange(1, 20)
    told = {name: f"{value:,}" for name, value in figures.items()}
    names = {"kind": kind, "town": town(event), "other": town(event + 7919), "day": "Tuesday"}
    told |= names | {"first": first.format(**told), "second": second.format(**told)}
    lines = [_TOLD[0], _TOLD[1], *chance.choices(_TOLD[2:], k=24)]
    text = [line.format(**told, voice=chance.choice(_VOICES)) for line in lines]
    title = f"{kind.capitalize()} in {names['town']} {told['first']}"
    at = FIRST_DAY + timedelta(minutes=7 * event + 30 * outlet)
    return Document(
        url=f"https://outlet-{outlet}.example/{number}/{kind}-in-{names['town'].lower()}",
        where=str(number),
        fetched_at=at,
        outlet=f"Outlet {outlet}",
        published_at=at,
        html=_page(title, [" ".join(text[n : n + 3]) for n in range(0, len(text), 3)]).encode(),
    )


def _page(title: str, paragraphs: list[str]) -> str:
    body = "".join(f"<p>{escape(p)}</p>" for p in paragraphs)
    return (
        f"<html lang='en'><head><meta charset='utf-8'><title>{escape(title)}</title></head><body>"
        f"<nav><ul>{_FURNITURE}</ul></nav><main><article><h1>{escape(title)}</h1>{body}</article></main>"
        f"<aside><ul>{_FURNITURE}</ul></aside><footer><ul>{_FURNITURE}</ul></footer></body></html>"
    )
