"""Wording: questions and positions in plain words, from typed values alone."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from claims.claim import FigureClaim
from claims.quantity import Bound, Quantity, Unit
from claims.relation import Evidence
from claims.term import Term

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
_DONE = {
    "kill": "killed", "injure": "injured", "missing": "missing", "arrest": "arrested", "rescue": "rescued",
    "shoot": "shot", "request": "requested", "deploy": "deployed", "evacuate": "evacuated", "infect": "infected",
    "detain": "detained", "deport": "deported", "lay-off": "laid off", "displace": "displaced", "burn": "burned",
    "destroy": "destroyed", "damage": "damaged", "release": "freed", "hospitalize": "taken to hospital",
    "abduct": "abducted", "hit": "hit", "attack": "attacked", "launch": "fired", "lose": "lost", "find": "found",
    "charge": "charged", "convict": "convicted", "sentence": "sentenced", "hire": "hired",
}  # fmt: skip
_MEASURES = {"length": "How far", "area": "How large", "mass": "How heavy", "time": "How long", "percent": "What share"}
_PLURALS = {"foot": "feet", "percent": "percent", "year old": "years old", "times": "times", "share": "of the whole"}
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
_LARGE = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))


def figure(quantity: Quantity) -> str:
    """A quantity in few words: "more than 20,000", "300 to 400 acres", "about $1.2 billion"."""
    value = quantity.value
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
    name = unit.name if value == 1 else _PLURALS.get(unit.name, f"{unit.name}s")
    return f"{_short(value)} {name}"


def _short(value: Decimal) -> str:
    """Large round numbers in words: 1,200,000,000 is "1.2 billion"."""
    for size, name in _LARGE:
        if value >= size and (value / size * 100) % 1 == 0:
            return f"{_number(value / size)} {name}"
    return _number(value)


def figure_question(evidence: Sequence[Evidence]) -> str:
    """ "How many National Guard members were requested? (U.S.)", with the words that most of the evidence uses."""
    claims = [e.claim for e in evidence if isinstance(e.claim, FigureClaim)]
    counted = _most([c.counted.text for c in claims if c.counted])
    action = _most([_done(c.action) for c in claims if c.action])
    where = _most([c.place.text for c in claims if c.place])
    unit = next((c.quantity.unit for c in claims if c.quantity.unit), None)
    if unit is None:
        asked = f"How many {counted or 'people'}{' ' + action if action else ' are there'}?"
    elif unit.dimension == "age":
        asked = f"How old is {_most([c.actor.text for c in claims if c.actor]) or 'the person'}?"
    elif unit.dimension == "magnitude":
        asked = "How strong was the earthquake?"
    else:
        asked = f"{_MEASURES.get(unit.dimension, 'How much')}{' for the ' + counted if counted else ''}"
        asked += f" ({_most([c.action.text for c in claims if c.action])})?" if action else "?"
    return f"{asked} ({where})" if where else asked


def _done(action: Term) -> str:
    """What befell them, or what they did: "were killed", "fled"."""
    done = _DONE.get(action.key)
    if done is None:
        return f"({action.text.lower()})"
    return f"are {done}" if action.key == "missing" else f"were {done}"


def _most(words: Sequence[str]) -> str:
    return Counter(words).most_common(1)[0][0] if words else ""


def _number(value: Decimal) -> str:
    plain = value.normalize()
    return f"{plain:,f}"
