"""Digits: the value of a run of digits in all its groupings, and the fractions written behind it."""

from collections.abc import Sequence
from decimal import Decimal

from parsers.text.tokens import NUMBER, Token, glued, is_number, word_at

# "½" and its like: numerator and denominator.
SIGNS = {
    "½": (1, 2),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
}
# Those who part groups by a space write these behind.
_METRIC = (
    "hectares",
    "tonnes",
    "km",
    "km²",
    "kilometres",
    "kilometers",
    "metres",
    "meters",
    "kg",
    "euros",
    "francs",
    "roubles",
)
# Words that no date or name ends with.
_BEFORE_GROUPS = frozenset("some about around nearly almost than over least the to were are has have had with".split())
# Spaces that hold the groups of one number together.
_NO_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2009\u202f"))
_MOST_GROUPS = 6
# A longer run of digits is an id; Decimal arithmetic on it would lose digits anyway.
_LONGEST = 26


def read(tokens: Sequence[Token], at: int) -> tuple[Decimal, int] | None:
    """Value and end of the digits at ``at``; None where their grouping makes no sense."""
    text, end = tokens[at].text, at + 1
    if len(text) <= 3 and text.isdecimal():
        text, end = _regrouped(tokens, at)
    value = value_of(text)
    if value is None:
        return None
    dash = word_at(tokens, end) == "-" and glued(tokens, end) and glued(tokens, end + 1)  # "8-1/4"
    behind, alone = fraction(tokens, end + dash), fraction(tokens, at)
    if behind:
        return value + behind[0], behind[1]
    return alone or (value, end)


def value_of(digits: str) -> Decimal | None:
    """The value of a run of digits, commas and full stops.

    "20,000" and "1,00,000" group, "3.5" has a fraction, "1.234.567" groups, "10,20,30" is a list.
    """
    if len(digits) > _LONGEST:
        return None
    head, *groups = (digits if digits.isascii() else digits.translate(_NO_SPACES)).split(",")
    if not groups:
        return _dotted(head)
    *inner, last = groups
    whole, _, rest = last.partition(".")
    western = len(head) <= 3 and all(len(g) == 3 for g in (*inner, whole))
    indian = len(head) <= 2 and all(len(g) == 2 for g in inner) and len(whole) == 3
    sound = "." not in head and "." not in rest and not any("." in g for g in inner)
    return Decimal("".join((head, *groups))) if sound and (western or indian) else None


def _dotted(digits: str) -> Decimal | None:
    first, *parts = digits.split(".")
    if len(parts) < 2:
        return Decimal(digits)
    return Decimal(digits.replace(".", "")) if len(first) <= 3 and all(len(p) == 3 for p in parts) else None


def _regrouped(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """Digits and end of groups that more than a comma parts: "2, 000ft" (scraped pages), "20 000", "20'000"."""
    text, end = tokens[at].text, at + 1
    while len(text) <= _LONGEST:
        group = _group(tokens, end)
        if group is None:
            break
        text, end = text + tokens[group].text, group + 1
    return text, end


def _group(tokens: Sequence[Token], at: int) -> int | None:
    """The token of the next three digits, if they go on the number that ends before ``at``.

    Behind a space only a group that ends in a nought or stands before a metric unit is taken ("80 937
    hectares", not "in 12 304 people died"), behind a comma and a space only one that starts with a nought.
    """
    mark = word_at(tokens, at)
    place = at + 1 if mark in (",", "'", "’") and glued(tokens, at) else at
    if not is_number(tokens, place) or len(tokens[place].text) != 3 or not tokens[place].text.isdecimal():
        return None
    gap = tokens[place].start - tokens[place - 1].end
    if place == at:
        behind = next((t.lower for t in tokens[place + 1 : place + _MOST_GROUPS] if t.kind is not NUMBER), "")
        said = behind in _METRIC or tokens[place].text[2] == "0" or _stands_free(tokens, at, behind)
        return place if gap == 1 and said else None
    if mark == ",":
        return place if gap == 1 and tokens[place].text[0] == "0" else None
    return None if gap else place


def _stands_free(tokens: Sequence[Token], at: int, behind: str) -> bool:
    """As in "some 80 937 voters": a plural behind, and no date, place or other number before ("in 12 304 people")."""
    groups = (n for n in range(at - 1, max(at - _MOST_GROUPS, 0), -1) if tokens[n - 1].kind is not NUMBER)
    before = tokens[first - 1] if (first := next(groups, 0)) else None
    free = before is not None and (
        before.lower in _BEFORE_GROUPS or (before.lower == before.text and before.text.endswith("ed"))
    )
    return free and len(behind) > 3 and (behind.endswith("s") or behind == "people")


def fraction(tokens: Sequence[Token], at: int) -> tuple[Decimal, int] | None:
    """Value and end of "½" or "1/2" at ``at``; "9/11" and "24/7" are none."""
    sign = SIGNS.get(word_at(tokens, at))
    if sign:
        return Decimal(sign[0]) / sign[1], at + 1
    over, slash, under = word_at(tokens, at), word_at(tokens, at + 1), word_at(tokens, at + 2)
    if slash != "/" or under not in ("2", "3", "4", "5", "8") or len(over) != 1 or not "0" < over < under:
        return None
    if not (glued(tokens, at + 1) and glued(tokens, at + 2)) or word_at(tokens, at + 3) == "/":
        return None
    return Decimal(over) / Decimal(under), at + 3
