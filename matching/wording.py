"""Wording: questions and positions in plain words, from typed values alone."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from claims.claim import FigureClaim
from claims.quantity import Bound, Quantity
from claims.relation import Evidence

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
    "abduct": "abducted", "charge": "charged", "convict": "convicted", "sentence": "sentenced", "hire": "hired",
}  # fmt: skip


def figure(quantity: Quantity) -> str:
    """A quantity in few words: "more than 20,000", "300 to 400 acre", "$1.2 billion" as its number and unit."""
    unit = f" {quantity.unit.name}" if quantity.unit else ""
    if quantity.bound is Bound.BETWEEN and quantity.lower is not None and quantity.upper is not None:
        return f"{_number(quantity.lower)} to {_number(quantity.upper)}{unit}"
    value = quantity.value
    return f"{_BOUND[quantity.bound]}{_number(value)}{unit}" if value is not None else "a figure"


def figure_question(evidence: Sequence[Evidence]) -> str:
    """ "How many National Guard members requested?", with the words that most of the evidence uses."""
    claims = [e.claim for e in evidence if isinstance(e.claim, FigureClaim)]
    counted = _most([c.counted.text for c in claims if c.counted])
    action = _most([_DONE.get(c.action.key, c.action.text.lower()) for c in claims if c.action])
    unit = next((c.quantity.unit for c in claims if c.quantity.unit), None)
    where = _most([c.place.text for c in claims if c.place])
    tail = f" ({where})" if where else ""
    if unit is None:
        return f"How many {counted or 'people'}{' ' + action if action else ''}?{tail}"
    if unit.dimension == "age":
        return f"How old?{tail}"
    return f"What figure for {counted or 'it'}{', ' + action if action else ''}?{tail}"


def _most(words: Sequence[str]) -> str:
    return Counter(words).most_common(1)[0][0] if words else ""


def _number(value: Decimal) -> str:
    plain = value.normalize()
    return f"{plain:,f}"
