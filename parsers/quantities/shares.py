"""Shares: parts of a whole said in words ("half the town", "two-thirds", "one in four")."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from parsers.lexicon import table
from parsers.quantities import cardinals, digits
from parsers.quantities.cardinals import HALF, SCALES
from parsers.text.tokens import HYPHENS, Token, after_hyphen, glued, is_number, word_at

_TABLE = table("numbers")
PARTS: dict[str, int] = _TABLE["parts"]
_CUES = {name: frozenset(words) for name, words in _TABLE["cues"].items()}


class Share(NamedTuple):
    """A part of one, and where its words end; ``whole``: it became a number ("half a million")."""

    value: Decimal
    end: int
    whole: bool = False


def part(tokens: Sequence[Token], at: int, count: Decimal) -> Share | None:
    """The share whose part is named at ``at``, ``count`` of it: "one third", "two-fifths", "three quarters"."""
    word = word_at(tokens, at)
    if word not in PARTS or count >= 100:
        return None
    if word.endswith("s"):
        said = word != "quarters" or count == 3 or word_at(tokens, at + 1) == "of"
    else:
        said = count == 1 and (word_at(tokens, at - 1) in HYPHENS or word_at(tokens, at + 1) in _CUES["after_part"])
    return _of_scale(tokens, Share(count / PARTS[word], at + 1)) if said else None


def a_part(tokens: Sequence[Token], at: int) -> Share | None:
    """As in "a third of", "by a quarter", "a fifth more", not "a third man" or "a quarter ends"."""
    word, before, behind = word_at(tokens, at + 1), word_at(tokens, at - 1), word_at(tokens, at + 2)
    if word not in PARTS or (before == "and" and behind in _CUES["after_another"]):  # "two died and a third was hurt"
        return None
    unit_at = at + 2 + (behind in HYPHENS)  # "a quarter-mile", "a quarter point"
    led = before in _CUES["before_part"] or word_at(tokens, unit_at) in _CUES["parted_units"]
    return _of_scale(tokens, Share(Decimal(1) / PARTS[word], at + 2)) if led or behind in _CUES["goes_on"] else None


def half(tokens: Sequence[Token], first: int, at: int) -> Share | None:
    """As in "half a million", "half a dozen", "half the town", "by half", "half-mile"; ``first``: its "a"."""
    after = after_hyphen(tokens, at + 1)
    whole = _of_scale(tokens, Share(HALF, after))
    if whole.whole:
        return whole
    before, behind = word_at(tokens, first - 1), word_at(tokens, after)
    halved_compound = before in HYPHENS and glued(tokens, first)
    if before in _CUES["before_half_time"] or halved_compound or behind in _CUES["after_half_word"]:
        return None
    led = before in _CUES["before_part"] or before == "in"
    tied = after > at + 1
    return Share(HALF, after) if tied or led or first < at or behind in _CUES["after_half"] else None


def _of_scale(tokens: Sequence[Token], share: Share) -> Share:
    """``share`` of the magnitude behind it: "a quarter of a million" and "half a dozen" are numbers, not shares."""
    at = share.end
    at += word_at(tokens, at) == "of" and word_at(tokens, at + 1) == "a"
    at += word_at(tokens, at) == "a"
    scale = SCALES.get(word_at(tokens, at))
    return share if scale is None else Share(share.value * scale, at + 1, True)


def of_whole(tokens: Sequence[Token], first: int, end: int, count: Decimal) -> Share | None:
    """As in "one in four", "three out of five", "1 of every 10", "one of four": ``count`` stands at ``first:end``."""
    linked = _link(tokens, first, after_hyphen(tokens, end)) or _of_a_kind(tokens, first, end)
    if linked is None or not 0 < count < 10:
        return None
    at = after_hyphen(tokens, linked)
    whole = _whole(tokens, at)
    if whole is None or not count < whole[0] or whole[0] != int(whole[0]) or 1900 <= whole[0] <= 2100:
        return None
    in_time = word_at(tokens, end) == "in" and word_at(tokens, whole[1]) in _CUES["time_units"]
    return None if in_time else Share(count / whole[0], whole[1])


def _of_a_kind(tokens: Sequence[Token], first: int, end: int) -> int | None:
    """Past "child in" of "one child in six goes hungry", "one case in 10,000."; not "one man in six cars"."""
    if tokens[first].lower != "one" or not word_at(tokens, end).isalpha() or word_at(tokens, end + 1) != "in":
        return None
    whole = _whole(tokens, end + 2)
    return end + 2 if whole and word_at(tokens, whole[1]) in _CUES["after_one_in"] else None


def _link(tokens: Sequence[Token], first: int, at: int) -> int | None:
    """Past "in", "out of", "of every", or "of" behind "one"."""
    link, then = word_at(tokens, at), word_at(tokens, at + 1)
    if link == "out" and then == "of":
        at += 2
    elif link == "in" or (link == "of" and (then == "every" or _one_of(tokens, first))):
        at += 1
    else:
        return None
    return at + (word_at(tokens, at) == "every")


def _whole(tokens: Sequence[Token], at: int) -> tuple[Decimal, int] | None:
    if is_number(tokens, at):
        return digits.read(tokens, at)
    found = cardinals.read(tokens, at + (word_at(tokens, at) == "a"))
    return (found.value, found.end) if found else None


def _one_of(tokens: Sequence[Token], first: int) -> bool:
    """ "One of four women suffers from it"; who "was one of 14 deputies" is no share of them."""
    return tokens[first].lower == "one" and word_at(tokens, first - 1) not in _CUES["being"]
