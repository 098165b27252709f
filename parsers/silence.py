"""Silence: what looks like a number and is not a figure.

Years, dates, clock times, ordinals, names with numbers, phone numbers, scores, votes, "one" as a
pronoun, list numbers, embedded ids, addresses. Each rule is a function of the tokens and a number;
any of them silences it. In doubt a number is silent.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal

from parsers.lexicon import table
from parsers.numbers import Form, Number, after_hyphen, glued, word_at
from parsers.tokens import Token, TokenKind

_WORDS = {name: frozenset(words) for name, words in table("silence").items()}


def silent(tokens: Sequence[Token], number: Number, measured: bool, bound: bool) -> bool:
    """Whether ``number`` is no figure. ``measured``: it has a unit or currency; ``bound``: "at least" and the like."""
    if any(rule(tokens, number) for rule in _ALWAYS):
        return True
    if measured or number.scaled or number.form in (Form.SHARE, Form.TIMES):
        return False
    return any(rule(tokens, number) for rule in _BARE) or (not bound and any(rule(tokens, number) for rule in _UNBOUND))


def _capital(tokens: Sequence[Token], at: int) -> bool:
    return 0 <= at < len(tokens) and tokens[at].kind is TokenKind.WORD and tokens[at].capital


def embedded(tokens: Sequence[Token], number: Number) -> bool:
    """Part of an id or a name: "F-16", "B52", "A1B2", "COVID-19", "user_42", "10.1.2.3"."""
    first, end = number.first, number.end
    if tokens[first].kind is TokenKind.NUMBER and glued(tokens, first):
        before = tokens[first - 1]
        if before.kind is TokenKind.WORD and before.lower not in _WORDS["glued_currencies"]:
            return True
        if before.lower in "_@#\\=&":
            return True
        if before.lower in "-/." and glued(tokens, first - 1) and tokens[first - 2].kind is TokenKind.WORD:
            return tokens[first - 2].lower not in _WORDS["open_prefixes"]
    if tokens[end - 1].kind is not TokenKind.NUMBER or not glued(tokens, end):
        return False
    behind = tokens[end]
    return behind.lower in "_@\\=&" or (behind.lower in "/." and glued(tokens, end + 1) and _id_like(tokens, end + 1))


def _id_like(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].kind is TokenKind.WORD and tokens[at].lower not in (
        "h",
        "hr",
        "km",
        "second",
        "hour",
        "day",
        "year",
    )


def chain(tokens: Sequence[Token], number: Number) -> bool:
    """Digits tied by marks: "555-0143", "12/05/2024", "2024-05-12", "9:30", "51-49" where it falls."""
    first, end = number.first, number.end
    if tokens[first].kind is not TokenKind.NUMBER:
        return False
    for mark, other in ((first - 1, first - 2), (end, end + 1)):
        sign = word_at(tokens, mark)
        if sign in (":", "/") and glued(tokens, max(mark, 1)) and glued(tokens, mark + 1) and _digit(tokens, other):
            return True
    links = _linked(tokens, first, -1) + _linked(tokens, end - 1, 1)
    return links >= 2


def _digit(tokens: Sequence[Token], at: int) -> bool:
    return 0 <= at < len(tokens) and tokens[at].kind is TokenKind.NUMBER


def _linked(tokens: Sequence[Token], at: int, step: int) -> int:
    """How many numbers are tied to the one at ``at`` by hyphens, in one direction, two at most."""
    count = 0
    while count < 2:
        mark, other = at + step, at + 2 * step
        if not _digit(tokens, other) or word_at(tokens, mark) not in ("-", "–", "−"):
            break
        if not (glued(tokens, max(at, mark)) and glued(tokens, max(mark, other))):
            break
        count, at = count + 1, other
    return count


def ordinal(tokens: Sequence[Token], number: Number) -> bool:
    """ "82nd", "1990s", "90s", "5pm": letters tied to the digits that make it something else."""
    end = number.end
    if tokens[end - 1].kind is not TokenKind.NUMBER:
        return False
    behind = word_at(tokens, end)
    if behind in ("'", "’") and word_at(tokens, end + 1) == "s" and glued(tokens, end):
        return True
    return glued(tokens, end) and behind in _WORDS["suffixes"]


def clock(tokens: Sequence[Token], number: Number) -> bool:
    """ "5 p.m.", "0900 GMT", "10 o'clock"."""
    behind = word_at(tokens, number.end)
    if behind in ("a", "p") and word_at(tokens, number.end + 1) == "." and word_at(tokens, number.end + 2) == "m":
        return True
    return behind in _WORDS["clock"] and (behind not in ("am", "pm") or number.low <= 24)


def date(tokens: Sequence[Token], number: Number) -> bool:
    """ "May 12", "12 May", "May 12-14", "the 12 of May"."""
    first, end = number.first, number.end
    if number.low != int(number.low) or number.form is not Form.DIGITS:
        return False
    if number.low <= 31 and _month(tokens, first - 1) and first:
        return True
    if number.low <= 31 and word_at(tokens, first - 1) == "." and _month(tokens, first - 2):
        return True
    if number.low <= 31 and _month(tokens, end) and word_at(tokens, end + 1) != "million":
        return True
    if (
        number.low <= 31
        and word_at(tokens, first - 1) in ("-", "–", "to", "and", "&", "/")
        and _digit(tokens, first - 2)
    ):
        return _month(tokens, first - 3) or (word_at(tokens, first - 3) == "." and _month(tokens, first - 4))
    return (
        number.low <= 31
        and word_at(tokens, end) in ("-", "–", "to", "and")
        and _digit(tokens, end + 1)
        and _month(tokens, end + 2)
    )


def _month(tokens: Sequence[Token], at: int) -> bool:
    return word_at(tokens, at) in _WORDS["months"] and (
        tokens[at].capital or word_at(tokens, at) not in ("may", "march")
    )


def year(tokens: Sequence[Token], number: Number) -> bool:
    """ "in 2003", "the 2003 quake": four digits in a row from 1500 to 2100 that count nothing."""
    if number.form is not Form.DIGITS or number.end != number.first + 1:
        return False
    text = tokens[number.first].text
    if len(text) != 4 or not text.isdigit() or not Decimal(1500) <= number.low <= Decimal(2100):
        return False
    before, behind = word_at(tokens, number.first - 1), word_at(tokens, number.end)
    if before in _WORDS["before_years"] or (_capital(tokens, number.first - 1) and number.first > 1):
        return True
    return not (behind in _WORDS["persons"] or (behind.endswith("s") and not 1950 <= number.low <= 2050))


def labelled(tokens: Sequence[Token], number: Number) -> bool:
    """A name with its number: "Title 32", "Flight 370", "page 3", "No. 10", "#5"."""
    at = number.first - 1
    if word_at(tokens, at) == ".":
        at -= 1
    before = word_at(tokens, at)
    if before in _WORDS["numbered"] or before == "#":
        return True
    if before in ("and", "or", "to", "-", ",", "&") and at and before != "":
        earlier = word_at(tokens, at - 2)
        return earlier in _WORDS["plural_numbered"] and _digit(tokens, at - 1)
    return before in _WORDS["plural_numbered"]


def name(tokens: Sequence[Token], number: Number) -> bool:
    """A capital before the number and no plural behind: "Apollo 11 landed", "iPhone 11", "Ten Downing Street"."""
    first, end = number.first, number.end
    if number.low != int(number.low) or "," in tokens[first].text or number.form is Form.VAGUE:
        return False
    if number.form is Form.WORDS:
        return first > 0 and _capital(tokens, first) and _capital(tokens, end) and not _shouted(tokens)
    before = tokens[first - 1] if first else None
    if before is None or before.kind is not TokenKind.WORD or _shouted(tokens):
        return False
    if not any(c.isupper() for c in before.text) or before.lower in _WORDS["function"]:
        return False
    return not (word_at(tokens, end).endswith("s") or word_at(tokens, end) in _WORDS["persons"])


def _shouted(tokens: Sequence[Token]) -> bool:
    """Whether most words have capitals, as in a headline; judged on a window, to stay linear."""
    words = [t for t in tokens[:40] if t.kind is TokenKind.WORD and len(t.text) > 3]
    return len(words) > 2 and sum(t.capital for t in words) > 0.7 * len(words)


def address(tokens: Sequence[Token], number: Number) -> bool:
    """ "6011 N.W. 32nd Ave", "1600 Pennsylvania Avenue", "NY 10001"."""
    if number.form is not Form.DIGITS or "," in tokens[number.first].text:
        return False
    at, seen = number.end, 0
    while seen < 6 and at < len(tokens):
        if word_at(tokens, at) in _WORDS["streets"] and seen and tokens[at].capital:
            return True
        if not (
            _capital(tokens, at)
            or tokens[at].kind is TokenKind.NUMBER
            or tokens[at].lower in _WORDS["suffixes"] | {"."}
        ):
            return False
        at, seen = at + 1, seen + 1
    return False


def pronoun(tokens: Sequence[Token], number: Number) -> bool:
    """ "one of them", "no one", "this one", "one day": one that counts nothing."""
    if number.low != 1 or number.form is not Form.WORDS or word_at(tokens, number.first) != "one":
        return False
    behind = word_at(tokens, number.end)
    if behind in _WORDS["casualty"] or (
        behind == "-" and word_at(tokens, number.end + 1) not in _WORDS["after_one_hyphen"]
    ):
        return False
    before = word_at(tokens, number.first - 1)
    if before in _WORDS["before_one"] or behind in _WORDS["after_one"] or behind in _WORDS["function"]:
        return True
    return not behind or not behind[0].isalpha()


def score(tokens: Sequence[Token], number: Number) -> bool:
    """ "51-49", "won 3-1", "a 5-4 ruling": a vote or a score, two numbers that are one figure for neither."""
    first, end = number.first, number.end
    for mark, other, low in ((end, end + 1, first), (first - 1, first - 2, first - 2)):
        if word_at(tokens, mark) in ("-", "–", "−") and _digit(tokens, other) and low >= 0:
            window = {word_at(tokens, at) for at in range(low - 6, low + 8)}
            left, right = tokens[low].text, tokens[low + 2].text
            falls = len(left) >= len(right) and left >= right if len(left) == len(right) else len(left) > len(right)
            if falls or window & _WORDS["contests"]:
                return True
    return False


def listed(tokens: Sequence[Token], number: Number) -> bool:
    """ "1. Wash your hands", "(2) Call": the number of an item."""
    first, end = number.first, number.end
    opened = first == 1 and word_at(tokens, 0) in ("(", "[")
    if (first and not opened) or tokens[end - 1].kind is not TokenKind.NUMBER or number.low > 99:
        return False
    return word_at(tokens, end) in (".", ")", "]", ":") and not glued(tokens, end + 1)


def idiom(tokens: Sequence[Token], number: Number) -> bool:
    """ "zero tolerance", "911 call", "one-way", "four-star general"."""
    before, behind = word_at(tokens, number.first - 1), word_at(tokens, after_hyphen(tokens, number.end))
    said = " ".join(t.lower for t in tokens[number.first : number.end])
    return f"{said} {behind}" in _WORDS["idioms"] or f"{before} {said}" in _WORDS["idioms"]


Rule = Callable[[Sequence[Token], Number], bool]
_ALWAYS: tuple[Rule, ...] = (chain, ordinal, clock, date, idiom)
_BARE: tuple[Rule, ...] = (embedded, score, labelled, address)
_UNBOUND: tuple[Rule, ...] = (year, name, pronoun, listed)
