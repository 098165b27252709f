"""Heights: feet and the inches that go with them are one length."""

from collections.abc import Sequence
from dataclasses import replace

from parsers.quantities import units
from parsers.quantities.amounts import Amount
from parsers.quantities.values import Form
from parsers.text.tokens import Token, word_at


def joined(tokens: Sequence[Token], said: list[Amount]) -> list[Amount]:
    """As in "6ft 2in", "6 feet, 2 inches", "5 foot 11": one height, in inches."""
    found: list[Amount] = []
    for amount in said:
        feet = found[-1] if found else None
        if feet and feet.unit and feet.unit.name == "foot" and _inches(tokens, feet, amount):
            found[-1] = replace(feet, end=amount.end, low=feet.low * 12 + amount.low, unit=units.unit("inch"))
        else:
            found.append(amount)
    return found


def _inches(tokens: Sequence[Token], feet: Amount, amount: Amount) -> bool:
    between = [t.lower for t in tokens[feet.end : amount.first]]
    if feet.high is not None or amount.high is not None or not 0 <= amount.low < 12 or feet.low != int(feet.low):
        return False
    if amount.unit is not None:
        return amount.unit.name == "inch" and between in ([], [","], ["-"])
    said = word_at(tokens, feet.end - 1) in ("foot", "ft") and between in ([], ["-"])
    behind = word_at(tokens, amount.end)
    return said and amount.number.form is Form.DIGITS and not (len(behind) > 3 and behind.endswith("s"))
