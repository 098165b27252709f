"""Wording: questions and positions in plain words, from typed values alone."""

import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from claims.claim import FigureClaim, Status
from claims.quantity import Bound, Quantity, Unit
from claims.relation import Evidence
from matching.figures.policy import SPAN

_BOUND = {
    Bound.EXACT: "",
    Bound.ABOUT: "about ",
    Bound.MORE_THAN: "more than ",
    Bound.AT_LEAST: "at least ",
    Bound.LESS_THAN: "less than ",
    Bound.AT_MOST: "up to ",
    Bound.BETWEEN: "",
    Bound.VAGUE: "",
}
# What befell those who are counted, or what they did, in the words of a question.
_BEFELL = {
    "kill": "were killed", "injure": "were injured", "missing": "are missing", "arrest": "were arrested",
    "rescue": "were rescued", "shoot": "were shot", "request": "were requested", "deploy": "were deployed",
    "evacuate": "were evacuated", "infect": "were infected", "detain": "were detained", "deport": "were deported",
    "lay-off": "were laid off", "displace": "were displaced", "burn": "were burned", "destroy": "were destroyed",
    "damage": "were damaged", "release": "were freed", "hospitalize": "were taken to hospital",
    "abduct": "were abducted", "hit": "were hit", "attack": "were attacked", "launch": "were fired",
    "lose": "were lost", "find": "were found", "charge": "were charged", "convict": "were convicted",
    "sentence": "were sentenced", "hire": "were hired", "attend": "took part", "protest": "took part",
    "aboard": "were aboard", "inside": "were inside", "live": "live there", "stay": "were staying there",
    "arrive": "arrived",
    "survive": "survived", "escape": "escaped", "flee": "fled", "leave": "left",
    "withdraw": "were withdrawn", "resign": "resigned", "vote": "voted", "return": "returned",
    "walk-out": "walked out", "affect": "were affected", "outage": "were without power", "recall": "were recalled",
    "trap": "were trapped", "breach": "were affected", "vote-for": "were in favour",
    "vote-against": "were against", "abstain": "abstained",
}  # fmt: skip
# What one says of the counted besides: "13 more bodies" are bodies, and bodies are people.
_BESIDES = re.compile(
    r"^(?:(?:more|another|other|others|additional|extra|further|fresh|\w+day['’]s)\b ?)+", re.IGNORECASE
)
_PEOPLE = re.compile(r"(?:bodies|body|corpses|dead|deaths|fatalities|lives|wounded|injured|injuries|missing|persons)$")
_JOBS = re.compile(r"(?:jobs|posts|positions|roles)$", re.IGNORECASE)
_SHOTS = re.compile(r"(?:shots|rounds|bullets|shells)$", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:.!?—–“”\"()](?:\s|$)|\s(?:and|but|or|while|when|which|who|as|after|before)\s")
_BEFORE, _AFTER = 5, 4  # words of the sentence around a figure that make the question plain
_MEASURES = {
    "speed": "How fast",
    "length": "How far",
    "area": "How large",
    "mass": "How heavy",
    "time": "How long",
    "share": "What share",
}
# Which length it is.
_LENGTHS = {"depth": "How deep", "height": "How high", "width": "How wide", "length": "How long"}
# Shares that have a name.
_RATES = {"turnout": "the turnout", "inflation": "inflation", "unemployment": "unemployment", "growth": "growth"}
# Penalties: how long, or how large, by what they are.
_PENALTIES = {"sentence": "How long is the prison sentence?", "fine": "How large is the fine?"}
_PLURALS = {"foot": "feet", "percent": "percent", "year old": "years old", "times": "times"}
_VAGUE = {
    Decimal(12): "dozens",
    Decimal(100): "hundreds",
    Decimal(1000): "thousands",
    Decimal(10_000): "tens of thousands",
    Decimal(100_000): "hundreds of thousands",
    Decimal(1_000_000): "millions",
}
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
_LARGE = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))


def figure(quantity: Quantity) -> str:
    """A quantity in few words: "more than 20,000", "300 to 400 acres", "about $1.2 billion"."""
    value = quantity.value
    if quantity.bound is Bound.VAGUE and quantity.unit is None and quantity.lower in _VAGUE:
        return _VAGUE[quantity.lower]
    if value is None:
        return "a figure"
    if quantity.bound is Bound.BETWEEN and quantity.lower is not None and quantity.upper is not None:
        return f"{_number(quantity.lower)} to {_measured(quantity.upper, quantity.unit)}"
    return f"{_BOUND[quantity.bound]}{_measured(value, quantity.unit)}"


def _measured(value: Decimal, unit: Unit | None) -> str:
    if unit is None:
        return _number(value)
    if unit.dimension.startswith("money:") and unit.factor == 1:
        return f"{_SIGNS.get(unit.name, unit.name + ' ')}{_short(value)}"
    if unit.name == "magnitude":
        return f"magnitude {_number(value)}"
    if unit.name == "share":
        return f"{_number((value * 100).quantize(Decimal('0.1')))} percent"
    one, per, time = unit.name.partition(" per ")
    name = unit.name if value == 1 else _PLURALS.get(unit.name, f"{one}s{per}{time}")
    return f"{_short(value)} {name}"


def _short(value: Decimal) -> str:
    """Large round numbers in words: 1,200,000,000 is "1.2 billion"."""
    for size, name in _LARGE:
        if value >= size and (value / size * 100) % 1 == 0:
            return f"{_number(value / size)} {name}"
    return _number(value)


def figure_question(evidence: Sequence[Evidence]) -> str:
    """ "How many National Guard members were requested? (U.S.)", with the words that most of the evidence uses.

    Where no plain question can be made of them, the first report's own words with the figure left out.
    """
    told = [(e, e.claim) for e in evidence if isinstance(e.claim, FigureClaim)]
    claims = [claim for _, claim in told]
    counted = _most([c.counted.text for c in claims if c.counted])
    action = _most([c.action.key for c in claims if c.action])
    where = _most([c.place.text for c in claims if c.place])
    unit = next((c.quantity.unit for c in claims if c.quantity.unit), None)
    if unit is None:
        of_it = [c for c in claims if c.action and c.action.key == action]
        befell = _befell(action, counted) or _participle([c.action.text for c in of_it if c.action])
        if of_it and all(c.status is Status.PLANNED for c in of_it):
            befell = re.sub(r"^(?:were|was|are)\b", "will be", befell)
        many = f"How many {_plain(counted)}" if counted or befell else "How many"
        asked = f"{many} {befell}?" if befell else f"{many}? “{_left_out(*told[0])}”"
    elif unit.dimension == "age":
        asked = f"How old is {_most([c.actor.text for c in claims if c.actor]) or 'the person'}?"
    elif unit.dimension == "magnitude":
        asked = "How strong was the earthquake?"
    else:
        asked = _of_name(claims, unit, action) or f"{_measure(claims, unit)}? “{_left_out(*told[0])}”"
    where = re.sub(r"['’]s?$", "", where)
    return f"{asked} ({where})" if where else asked


def _of_name(claims: Sequence[FigureClaim], unit: Unit, action: str) -> str:
    """What is asked of a measure that has a name: a prison sentence, a contract, inflation."""
    if action in _PENALTIES and unit.dimension.startswith(("time", "money")):
        return _PENALTIES[action]
    things = [c.counted for c in claims if c.counted]
    lasts = [thing.text for thing in things if thing.family == SPAN]
    if lasts:
        return f"How long is the {_most(lasts)}?"
    rate = _RATES.get(_most([thing.key for thing in things])) if unit.dimension == "share" else None
    if rate is None:
        return ""
    return f"How high will {rate} be?" if any(c.status is Status.PLANNED for c in claims) else f"How high was {rate}?"


def _measure(claims: Sequence[FigureClaim], unit: Unit) -> str:
    which = _LENGTHS.get(_most([c.counted.key for c in claims if c.counted])) if unit.dimension == "length" else None
    return which or _MEASURES.get(unit.dimension, "How much")


def _befell(action: str, counted: str) -> str:
    """What befell them: people are laid off, and jobs are cut; people are shot, and shots are fired."""
    if action == "lay-off" and _JOBS.search(counted):
        return "were cut"
    if action == "shoot" and _SHOTS.search(counted):
        return "were fired"
    return _BEFELL.get(action, "")


def _participle(told: Sequence[str]) -> str:
    """ "Were trapped", where the reports tell so of an action that has no words of its own here."""
    said = _most([text.lower() for text in told])
    return f"were {said}" if said.endswith(("ed", "en")) else "" if told else "are there"


def _plain(counted: str) -> str:
    return _PEOPLE.sub("people", _BESIDES.sub("", counted)) or "people"


def _left_out(item: Evidence, claim: FigureClaim) -> str:
    """The words around a figure, with the figure left out: "expected to save … a year"."""
    span = claim.quantity.span.shift(-claim.sentence.start)
    before = _CLAUSE.split(item.sentence[: span.start])[-1].split()
    before = before[-_BEFORE:] if len(before) > _BEFORE + 2 else before  # a sentence is not cut for a word or two
    after = _CLAUSE.split(item.sentence[span.end :])[0].split()[:_AFTER]
    return " ".join([*before, "…", *after])


def _most(words: Sequence[str]) -> str:
    return Counter(words).most_common(1)[0][0] if words else ""


def _number(value: Decimal) -> str:
    plain = value.normalize()
    return f"{plain:,f}"
