"""Likeness: whether two terms of one story name one person or thing, told in other words.

"Ellway's velotine" is "its new injection velotine"; "the first suspect" is not "the second".
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from claims.term import Term
from matching.words import policy
from matching.words.content import stems, words

_SAYS_HOW_MANY = stems((*policy.NUMBERS, *policy.ANY_OF))


class _Core(NamedTuple):
    """A term's head, what qualifies it beside owners and rank, and what is told of it behind "who" or "which"."""

    head: frozenset[str]
    before: frozenset[str]
    told: frozenset[str]


def one_head(x: Term, y: Term) -> bool:
    """Whether two terms of one story have one head, and neither is qualified against the other."""
    a, b = _core(x), _core(y)
    if not a.head or a.head != b.head or apart(x.text, y.text):
        return False
    if _of_others(x.text, y.text):
        return False  # "the brakes of the bus", "the brakes of the lorry"
    if a.told and b.told and a.told.isdisjoint(b.told):
        return False  # "the officer who fired", "the officer who fell"
    return a.before <= b.before or b.before <= a.before


def _of_others(x: str, y: str) -> bool:
    """Whether both are of something, and of other things."""
    left, right = (stems(words(text.partition(" of ")[2])) for text in (x, y))
    return bool(left and right) and left.isdisjoint(right)


def one_sum(x: Term, y: Term) -> bool:
    """Whether one is a sum of money and the other any money at all: "$4 million", "no ransom"."""
    return any(
        is_sum(told) and other.key in policy.MONEY and other.text.lower().startswith(("no ", "any ", "a "))
        for told, other in ((x, y), (y, x))
    )


def all_of(x: Term, y: Term) -> bool:
    """Whether one is all of a kind, or none, and the other one of it: "all four gates", "the eastern gate"."""
    return any(_all_of(p, q) for p, q in ((x, y), (y, x)))


def _all_of(x: Term, y: Term) -> bool:
    first = x.text.lower().partition(" ")[0]
    a, b = _core(x), _core(y)
    if first not in policy.ANY_OF or not a.head or a.head != b.head or a.told:
        return False
    return a.before - _SAYS_HOW_MANY <= b.before


def is_sum(term: Term) -> bool:
    """Whether a term tells how much money it is."""
    first = term.text[:1]
    told = first.isdigit() or term.key == "sum" or term.text.lower().split()[0] in policy.NUMBERS
    large = any(word in term.text for word in (" million ", " billion ", " trillion "))
    return first in policy.CURRENCIES or (told and (large or not policy.CURRENCY_WORDS.isdisjoint(term.text.split())))


@lru_cache(maxsize=1 << 14)
def other_names(x: str, y: str) -> bool:
    """Whether each bears a name and none is in both: "firefighters from Lonsk", "firefighters from Orle"."""
    left, right = (stems(words(" ".join(w for w in text.split()[1:] if w[:1].isupper()))) for text in (x, y))
    return bool(left and right) and left.isdisjoint(right)


def rivals(x: Term, y: Term) -> bool:
    """Whether two terms of one head are told apart by what stands before it: "the paint shop", "the body shop".

    "A shop" may be any, where the other is told as one of a kind.
    """
    a, b = _core(x), _core(y)
    if a.head != b.head or not a.head:
        return False
    any_ = any(_any(p) and not c.before and d.before for p, c, d in ((x, a, b), (y, b, a)))
    return any_ or (bool(a.before - b.before) and bool(b.before - a.before))


def _any(term: Term) -> bool:
    return term.text.lower().startswith(("a ", "an "))


def one_of(x: Term, y: Term) -> bool:
    """Whether one is a part of the other: "the roof of the school", "the school"."""
    return any(
        p.key != q.key and q.key in words(p.text.partition(" of ")[2]) and " of " not in q.text
        for p, q in ((x, y), (y, x))
    )


def one_people(x: Term, y: Term, sentence: frozenset[str]) -> bool:
    """Whether x calls people, by a word that y's sentence says, too, what y names: "the trapped men", "the miners"."""
    core = _core(x)
    told = bool(core.head & policy.ANYBODY) and bool(core.before) and core.before <= sentence
    return told and _definite(x) and _definite(y)


def one_word(x: Term, y: Term) -> bool:
    """Whether two heads name one thing in a story: "the bill", "the measure"."""
    return policy.SAME_IN_STORY.get(x.key, x.key) == policy.SAME_IN_STORY.get(y.key, y.key)


def one_client(x: Term, y: Term) -> bool:
    """Whether one is whom a lawyer speaks for and the other somebody whom a story has one of: "the night porter"."""
    return any(p.text.lower() in policy.CLIENTS and (_definite(q) or q.family == "name") for p, q in ((x, y), (y, x)))


@lru_cache(maxsize=1 << 14)
def other_kinds(x: str, y: str) -> bool:
    """Whether two actions told as nouns are of two kinds: "issued a flood warning", "issued no gale warning"."""
    a, b = stems(words(x)), stems(words(y))
    last = [stems(words(text)[-1:]) for text in (x, y)]
    return last[0] == last[1] and len(a & b) > 1 and bool(a - b) and bool(b - a)


def one_name(x: Term, y: Term) -> bool:
    """Whether the names in one are all in the other, whoever owns it: "Ellway's Meteor-2", "the Meteor-2 rocket"."""
    if "name" not in (x.family, y.family):
        return False
    a, b = _without_owner(x.text), _without_owner(y.text)
    return bool(a and b) and (a <= b or b <= a)


@lru_cache(maxsize=1 << 14)
def apart(x: str, y: str) -> bool:
    """Whether two texts set what they name against each other: "the northern gate", "the southern gate"."""
    if frozenset(x.split()) & policy.MARKED != frozenset(y.split()) & policy.MARKED:
        return True  # in small letters: a First Minister is no first one
    left, right = frozenset(words(x)), frozenset(words(y))
    return any((left & group) and (right & group) and not left & right & group for group in policy.CONTRASTS)


def _definite(term: Term) -> bool:
    return term.text.lower().startswith("the ")


@lru_cache(maxsize=1 << 14)
def _core(term: Term) -> _Core:
    said = words(term.text)
    if len(said) > 1 and said[0] in policy.KINDS_FIRST and term.text[:1].isupper() and term.key != said[0]:
        return _Core(_meant(said[:1]), _meant(said[1:]), frozenset())  # "Camp Haldane" is a camp
    cut = next((at for at, word in enumerate(said) if word in policy.RELATIVES), len(said))
    head = _meant((term.key,))
    at = next((at for at, word in enumerate(said[:cut]) if head and _meant((word,)) == head), None)
    if at is None:
        return _Core(frozenset(), frozenset(), frozenset())
    owners = _owners(term.text)
    before = (word for word in said[:at] if word not in owners and word not in policy.RANKS)
    return _Core(head, _meant(before), _meant(policy.SAME_DEEDS.get(word, word) for word in said[cut + 1 :]))


def _meant(said: Iterable[str]) -> frozenset[str]:
    return stems(policy.SAME_IN_STORY.get(word, word) for word in said)


@lru_cache(maxsize=1 << 14)
def _without_owner(text: str) -> frozenset[str]:
    """The stems of a text behind the last "'s"."""
    return stems(words(text.replace("’", "'").rpartition("'s ")[2]))


def _owners(text: str) -> frozenset[str]:
    """The words that own what follows: "Ellway's", "the employers'"."""
    told = (word.strip(",.") for word in text.lower().replace("’", "'").split())
    return frozenset(word.removesuffix("'s").removesuffix("'") for word in told if word.endswith(("'s", "s'")))
