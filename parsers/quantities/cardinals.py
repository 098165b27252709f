"""Cardinals: number words put together ("two hundred and fifty", "a million and a half", "dozens")."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from parsers.lexicon import table
from parsers.text.tokens import Token, after_hyphen, word_at

_WORDS = table("numbers")
ONES: dict[str, int] = _WORDS["ones"]
TEENS: dict[str, int] = _WORDS["teens"]
TENS: dict[str, int] = _WORDS["tens"]
SCALES: dict[str, int] = _WORDS["scales"]
BELOW_HUNDRED = ONES | TEENS | TENS
HALF = Decimal("0.5")


class Cardinal(NamedTuple):
    """The value of number words and where they end; ``scaled``: a magnitude was said."""

    value: Decimal
    end: int
    scaled: bool


def read(tokens: Sequence[Token], at: int) -> Cardinal | None:
    """The number words at ``at``: "twenty-five", "one hundred and eighty-two", "two hundred thousand"."""
    total, end, below = Decimal(0), at, 0
    while group := _group(tokens, _past_and(tokens, end) if below else at):
        if below and group.value >= below:
            break
        scale_at = after_hyphen(tokens, group.end)
        scale = SCALES.get(word_at(tokens, scale_at), 0)
        if scale < 1000:
            total, end = total + group.value, group.end
            below = below or (100 if group.scaled else 0)
            break
        if below and scale >= below:
            break
        total, end, below = total + group.value * scale, scale_at + 1, scale
    if end == at:
        return _bare_scale(tokens, at)
    return _times_scale(tokens, _with_part(tokens, Cardinal(total, end, below > 0), Decimal(below or 1)))


def _with_part(tokens: Sequence[Token], found: Cardinal, of: Decimal) -> Cardinal:
    """``found`` and the part of its last magnitude behind it: "two and a half", "a million and a half"."""
    part = and_a_part(tokens, found.end)
    if part is None or (of == 1 and found.value >= 100):
        return found
    return Cardinal(found.value + part[0] * of, part[1], found.scaled)


def _group(tokens: Sequence[Token], at: int) -> Cardinal | None:
    """A number below a thousand, or "fifteen hundred"."""
    tens = _tens(tokens, at)
    if tens is None:
        return None
    value, end = tens
    hundred = after_hyphen(tokens, end)
    if word_at(tokens, hundred) != "hundred":
        return Cardinal(value, end, False)
    value, end = value * 100, hundred + 1
    joint = after_hyphen(tokens, end)
    rest = _tens(tokens, _past_and(tokens, end))
    if rest and not (word_at(tokens, joint) == "and" and word_at(tokens, after_hyphen(tokens, rest[1])) in SCALES):
        return Cardinal(value + rest[0], rest[1], True)
    return Cardinal(value, end, True)


def _tens(tokens: Sequence[Token], at: int) -> tuple[Decimal, int] | None:
    word = word_at(tokens, at)
    if word in TENS:
        one = after_hyphen(tokens, at + 1)
        more = ONES.get(word_at(tokens, one), 0)
        return Decimal(TENS[word] + more), one + 1 if more else at + 1
    value = ONES.get(word, TEENS.get(word))
    return None if value is None else (Decimal(value), at + 1)


def _past_and(tokens: Sequence[Token], at: int) -> int:
    """Past "and" behind a magnitude: "two thousand and three"."""
    joint = after_hyphen(tokens, at)
    return after_hyphen(tokens, joint + 1) if word_at(tokens, joint) == "and" else joint


def _bare_scale(tokens: Sequence[Token], at: int) -> Cardinal | None:
    """As in "hundred", "dozen", "thousand" without a number before them."""
    scale = SCALES.get(word_at(tokens, at))
    if scale is None:
        return None
    if scale == 100:
        joint = after_hyphen(tokens, at + 1)
        rest = _tens(tokens, joint + 1) if word_at(tokens, joint) == "and" else None
        if rest and word_at(tokens, after_hyphen(tokens, rest[1])) not in SCALES:
            return Cardinal(100 + rest[0], rest[1], True)
    return _times_scale(tokens, _with_part(tokens, Cardinal(Decimal(scale), at + 1, True), Decimal(scale)))


def _times_scale(tokens: Sequence[Token], found: Cardinal) -> Cardinal:
    """As in "two dozen", "a hundred thousand", "two and a half million"."""
    at = after_hyphen(tokens, found.end)
    scale = SCALES.get(word_at(tokens, at))
    if scale is None or not 0 < found.value < 10**12:  # "zero million million": bounded in depth
        return found
    return _times_scale(tokens, Cardinal(found.value * scale, at + 1, True))


_PARTS = {"half": HALF, "quarter": Decimal("0.25"), "third": Decimal(1) / 3}


def and_a_part(tokens: Sequence[Token], at: int) -> tuple[Decimal, int] | None:
    """Value and end of "and a half", "and a quarter" at ``at``."""
    for word in ("and", "a"):
        at = after_hyphen(tokens, at)
        if word_at(tokens, at) != word:
            return None
        at += 1
    at = after_hyphen(tokens, at)
    part = _PARTS.get(word_at(tokens, at))
    return None if part is None or word_at(tokens, at + 1) == "of" else (part, at + 1)
