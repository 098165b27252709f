"""Identifiers: digits that name something instead of counting it.

Names with numbers, ids, telephone numbers, addresses of houses and of the net. Each function tells
whether a number among its neighbours is one.
"""

from collections.abc import Sequence

from parsers.dates.years import is_year
from parsers.lexicon import table
from parsers.quantities.values import Form, Number
from parsers.text.tokens import DASHES, HYPHENS, MARK, NUMBER, WORD, Token, glued, is_capital, is_number, word_at

_WORDS = {name: frozenset(words) for name, words in table("silence").items()}
_TALLIES = frozenset(table("bounds")["words"]["tallies"])
_SLUG_LOOK = 16


def plural(word: str) -> bool:
    """Whether a word looks like a plural noun: "40 patients", not "Flight 40 lands"."""
    ends = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return ends and len(word) > 3 and word not in _WORDS["verbs"]


def embedded(tokens: Sequence[Token], number: Number) -> bool:
    """Part of an id or a name: "F-16", "B52", "A1B2", "COVID-19", "user_42", "2AA"."""
    first, end = number.first, number.end
    if number.form is Form.WORDS and glued(tokens, first) and is_capital(tokens, first):  # "Slaughterhouse-Five"
        return is_capital(tokens, first - 2)
    if is_number(tokens, first) and glued(tokens, first) and _tied_before(tokens, first):
        return word_at(tokens, end) != "s" or word_at(tokens, first - 2) not in ("under", "over")
    if not glued(tokens, end):
        return False
    behind = tokens[end]
    if not is_number(tokens, end - 1):
        return behind.kind is NUMBER  # "Twenty20"
    if behind.kind is WORD:
        return behind.lower not in _WORDS["persons"] and behind.text != "s"
    if behind.lower in HYPHENS and is_capital(tokens, end + 1) and tokens[end + 1].text.isupper():  # "18-CV-2231"
        return word_at(tokens, end + 2) in HYPHENS and is_number(tokens, end + 3)
    return behind.lower in "_@\\=&" or (behind.lower in ("/", ".") and glued(tokens, end + 1))


def _tied_before(tokens: Sequence[Token], first: int) -> bool:
    before = tokens[first - 1]
    if before.kind is WORD:
        return before.lower not in _WORDS["glued_currencies"]
    if before.lower in "_@#\\=&":
        return True
    if before.lower == "+" and glued(tokens, first - 1):  # "P5+1"
        return True
    if before.lower in (*HYPHENS, "/", ".") and glued(tokens, first - 1):
        return tokens[first - 2].kind is WORD and tokens[first - 2].lower not in _WORDS["open_prefixes"]
    return False


def chained(tokens: Sequence[Token], number: Number) -> bool:
    """Digits tied by marks: "9:30", "12/05/2024", "2 / 9 / 75470", "202-555-0143", "555-0143", "202 555 0143"."""
    first, end = number.first, number.end
    if not is_number(tokens, first):
        return False
    if _slashed(tokens, first - 1, first - 2) or _slashed(tokens, end, end + 1):
        return True
    run = [*_tied(tokens, first, -1)[::-1], tokens[first].text, *_tied(tokens, end - 1, 1)]
    if len(run) != 2:
        return len(run) > 2
    left, right = run
    local_call = len(left) == 3 and len(right) == 4 and (tokens[first].text == right or not is_year(tokens, end + 1))
    return end == first + 1 and (local_call or (tokens[first].text == right and right[0] == "0"))


def _slashed(tokens: Sequence[Token], mark: int, other: int) -> bool:
    sign = word_at(tokens, mark)
    if sign == "/":
        return mark >= 0 and (is_number(tokens, other) or not glued(tokens, max(mark, other)))
    return sign == ":" and is_number(tokens, other) and glued(tokens, max(mark, 1)) and glued(tokens, mark + 1)


def _tied(tokens: Sequence[Token], at: int, step: int) -> list[str]:
    """The digits that hyphens or single spaces tie to those at ``at``, in one direction, two at most."""
    found: list[str] = []
    while len(found) < 2:
        mark, other = at + step, at + 2 * step
        if is_number(tokens, mark) and tokens[max(mark, at)].start - tokens[min(mark, at)].end == 1:
            at = mark
        elif is_number(tokens, other) and word_at(tokens, mark) in DASHES and _is_run(tokens, at, mark, other):
            at = other
        else:
            break
        found.append(tokens[at].text)
    return found


def _is_run(tokens: Sequence[Token], at: int, mark: int, other: int) -> bool:
    return glued(tokens, max(at, mark)) and glued(tokens, max(mark, other))


def slug(tokens: Sequence[Token], number: Number) -> bool:
    """Part of an address of the net or a file name: "strong-6-1-quake-injures-dozens-in-the-north"."""
    marks = 0
    for step, at in ((-1, number.first), (1, number.end - 1)):
        for _ in range(_SLUG_LOOK):
            if not (0 <= at + step < len(tokens)) or not glued(tokens, max(at, at + step)):
                break
            at += step
            marks += tokens[at].text in "-_/.=" and tokens[at].kind is MARK
    return marks > 5


def telephone(tokens: Sequence[Token], number: Number) -> bool:
    """As in "(313) 234-5656", "203-576-TIPS", "471-TIPS"."""
    first, end = number.first, number.end
    if len(tokens[first].text) != 3 or end != first + 1:
        return False
    if word_at(tokens, end) == ")" and is_number(tokens, end + 1):
        return len(tokens[end + 1].text) == 3 and word_at(tokens, end + 2) in (*DASHES, ".")
    at = end + 2 if is_number(tokens, end + 1) else end
    return (
        word_at(tokens, at) == "-"
        and at + 1 < len(tokens)
        and tokens[at + 1].text.isupper()
        and len(tokens[at + 1].text) > 2
    )


def labelled(tokens: Sequence[Token], number: Number) -> bool:
    """A name with its number: "Title 32", "Flight 370", "page 3", "No. 10", "#5", "Articles 5 and 6"."""
    at = number.first - 1
    if word_at(tokens, at) in (".", '"', "”", "-") and at > 0:
        at -= 1
    if is_number(tokens, at) and at < number.first - 1:  # "docket 18-1234"
        at -= 1
    before, persons = word_at(tokens, at), word_at(tokens, number.end) in _WORDS["persons"]
    if before == "top" and word_at(tokens, at - 1) in _TALLIES:  # "deaths top 620"
        return False
    if before in _WORDS["small_labels"]:
        return not persons and number.low == int(number.low)
    if before in _WORDS["loose_labels"] and number.low < 1000 and word_at(tokens, at - 1) != "the":
        return not persons and (number.form is Form.WORDS or not plural(word_at(tokens, number.end)))
    if before in _WORDS["labels"] and tokens[at].text != before and number.form is Form.DIGITS:
        return not persons
    if before in ("and", "or", "to", ",", "&") and is_number(tokens, at - 1):
        return word_at(tokens, at - 2) in _WORDS["plural_labels"]
    if before in ("is", "was") and word_at(tokens, at - 1) == "number":  # "his room number was 1408"
        return word_at(tokens, at - 2) in _WORDS["labelled_numbers"]
    return before in _WORDS["plural_labels"]


def address(tokens: Sequence[Token], number: Number) -> bool:
    """As in "6011 N.W. 32nd Ave", "1600 Pennsylvania Avenue"."""
    if number.form is not Form.DIGITS or "," in tokens[number.first].text:
        return False
    if word_at(tokens, number.end) == "block":  # "the 16000 block of Cathedral Street"
        return word_at(tokens, number.end + 1) in ("of", "on")
    for at in range(number.end, min(number.end + 6, len(tokens))):
        word = word_at(tokens, at)
        if word in _WORDS["streets"] and at > number.end and tokens[at].capital:
            return True
        if not (
            is_capital(tokens, at) or is_number(tokens, at) or word in _WORDS["suffixes"] or word in (".", "-", "/")
        ):
            return False
    return False
