"""Compounds: a measure and its rest in a smaller unit are one ("three years and two months", "6ft 2in")."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from claims.quantity import Unit
from parsers.lexicon import table
from parsers.quantities import units
from parsers.quantities.amounts import Amount
from parsers.quantities.values import Form, Number
from parsers.text.tokens import Token, word_at

_TABLE = table("compounds")
_RESTS: dict[str, list[str]] = _TABLE["rests"]
_BARE: dict[str, str] = _TABLE["bare"]
_OWN, _TAILS, _BETWEEN, _LED = (frozenset(_TABLE["words"][name]) for name in ("own", "tails", "between", "led"))
_LINKS: tuple[list[str], ...] = ([], [","], ["and"], [",", "and"], ["-"])
_LASTING = frozenset(("time", "length", "mass", "volume"))
_OLD = " old"
_CENT = " cent"
_ROUNDED = Decimal("0.01")
# "1 metre 80", not "1 metre 8".
_CENTIMETRES = 10


def joined(tokens: Sequence[Token], said: list[Amount]) -> list[Amount]:
    """Each measure with its rest as one amount of the smaller unit."""
    found: list[Amount] = []
    for amount in said:
        whole = _articled(tokens, amount) or (found[-1] if found else None)
        unit = _rest(tokens, whole, amount) if whole else None
        if whole and _and_a_part(tokens, whole, amount):
            found[-1] = replace(whole, end=amount.end, low=whole.low + amount.low)
        elif whole and whole.unit and unit:
            low = whole.low * _rate(whole.unit, unit) + amount.low
            low = low.quantize(_ROUNDED) if low != int(low) else Decimal(int(low))  # a month has no whole weeks
            articled = not found or whole is not found[-1]
            found[len(found) - (not articled) :] = [replace(whole, end=amount.end, low=low, unit=unit)]
        else:
            found.append(amount)
    return found


def _and_a_part(tokens: Sequence[Token], whole: Amount, part: Amount) -> bool:
    """ "Four years and a half", not "four years and a half of the fifth"."""
    if whole.unit is None or whole.unit.dimension not in _LASTING or whole.high is not None:
        return False
    if part.unit is not units.SHARE or whole.low != int(whole.low):
        return False
    said = word_at(tokens, part.first) == "a" and word_at(tokens, part.end) != "of"
    return said and part.first == whole.end + 1 and word_at(tokens, whole.end) == "and"


def _articled(tokens: Sequence[Token], rest: Amount) -> Amount | None:
    """The whole that an article counts: "after a year and six months", not "$5 an hour and 20 minutes of rest"."""
    at = rest.first - 3
    if word_at(tokens, at) not in ("a", "an") or word_at(tokens, at + 2) != "and":
        return None
    said = units.behind(tokens, at + 1, False) if word_at(tokens, at - 1) in _LED else None
    if said is None or said.at != at + 2:
        return None
    return Amount(Number(at, at + 2, Decimal(1), Form.WORDS, scaled=True), at, at + 2, Decimal(1), None, said.unit)


def _rest(tokens: Sequence[Token], whole: Amount, rest: Amount) -> Unit | None:
    """The unit of ``rest`` where it is that of ``whole``."""
    if whole.unit is None or whole.high is not None or rest.high is not None or rest.number.form is Form.SHARE:
        return None
    if whole.low != int(whole.low) or word_at(tokens, whole.first - 1) in _BETWEEN:
        return None
    between = [t.lower for t in tokens[whole.end : rest.first]]
    unit = rest.unit or _unsaid(tokens, whole, rest, between)
    if unit is None or between not in _LINKS or not 0 <= rest.low < _rate(whole.unit, unit):
        return None
    own = word_at(tokens, rest.end) in _OWN and (between == [","] or word_at(tokens, rest.end) == "respectively")
    return None if own else unit


def _rate(whole: Unit, rest: Unit) -> Decimal:
    """How many of ``rest`` are one of ``whole``; 0 where the one is no rest of the other."""
    name, aged = rest.name.removesuffix(_OLD), rest.name.endswith(_OLD)
    if rest.name == f"{whole.name}{_CENT}":
        return whole.factor / rest.factor
    if name not in _RESTS.get(whole.name, ()):
        return Decimal(0)
    return whole.factor / (units.unit(name).factor if aged else rest.factor)


def _unsaid(tokens: Sequence[Token], whole: Amount, rest: Amount, between: list[str]) -> Unit | None:
    """The unit of a bare rest: "5 foot 11", "six feet two tall", "1 metre 80"; not "6 feet 2 people"."""
    name = _BARE.get(whole.unit.name) if whole.unit else None
    if name is None or between not in ([], ["-"]) or rest.low != int(rest.low):
        return None
    behind = word_at(tokens, rest.end)
    if word_at(tokens, whole.end - 1) in ("foot", "ft") and rest.number.form is Form.DIGITS:
        return None if len(behind) > 3 and behind.endswith("s") else units.unit(name)
    ends = behind in _TAILS or not behind[:1].isalnum()
    return units.unit(name) if ends and (name == "inch" or rest.low >= _CENTIMETRES) else None
