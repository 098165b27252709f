"""Counts: what it takes for two plain counts to answer one question."""

from collections.abc import Mapping
from decimal import Decimal

from claims.claim import FigureClaim
from matching.figures import policy, word_policy
from matching.figures.side import FigureSide
from matching.words.content import words


def one_question(a: FigureSide, b: FigureSide, score: Mapping[str, float]) -> bool:
    """Whether both say enough of what they count; ``score`` is of the features of the pair."""
    x, y = a.claim, b.claim
    if any(counted and counted.key in policy.NOTHING_COUNTED for counted in (x.counted, y.counted)):
        return False
    done = {a.action, b.action}
    if done & policy.BALLOTS:
        least = policy.A_BOARD if _of_a_board(x) and _of_a_board(y) else policy.TELLING
        return a.story != "" and len(done) == 1 and _one_house(a, b) and _close(x, y, policy.ONE_HOUSE, least)
    if "" not in done and (len(done) == 1 or not done & policy.AFFECTS):
        return True
    apart = a.beside.held != b.beside.held or (
        done & policy.AFFECTS and done - policy.AFFECTS - policy.AFFECTING - {""}
    )
    if a.story and apart:
        return False
    thing = x.counted is not None and x.counted.family == "thing"
    alike = score["words"] >= policy.SAME_WORDS or (thing and score["place"] > 0 and score["event"] == 1)
    return (score["counted"] >= 1.0 and alike) or _told_freely(a, b)


def _told_freely(a: FigureSide, b: FigureSide) -> bool:
    """One noun of one story, and another word besides; whom the event "affects" is told of by any other action."""
    if a.story == "" or not _one_noun(a.claim, b.claim) or not _close(a.claim, b.claim):
        return False
    if (a.action == "") != (b.action == "") and not {a.action, b.action} & policy.AFFECTS:
        return False
    if {a.action, b.action} & policy.AFFECTS and {a.action, b.action} & policy.AFFECTING:
        return True
    return len(a.about.words.words & b.about.words.words) >= policy.TOLD_WORDS


def _one_house(a: FigureSide, b: FigureSide) -> bool:
    """Whether two votes may be one: not a committee's and the house's, nor the two houses'."""
    x, y = a.beside.words & word_policy.HOUSES, b.beside.words & word_policy.HOUSES
    if (a.beside.words ^ b.beside.words) & word_policy.OTHER_BILLS:
        return False
    early = word_policy.BEFORE_THE_HOUSE
    return not (x and y and x.isdisjoint(y)) and a.beside.words & early == b.beside.words & early


def _of_a_board(claim: FigureClaim) -> bool:
    """Whether few votes are told as those of all: "six members", "five votes", not "four Greens"."""
    *before, noun = claim.counted.text.split() if claim.counted else [""]
    return noun in word_policy.VOTERS and not any(word[:1].isupper() for word in before)


def _one_noun(x: FigureClaim, y: FigureClaim) -> bool:
    """One specific noun, told of in one story: "300,000 doses", "130,000 vaccine doses", not "private schools"."""
    if x.counted is None or y.counted is None:
        return False
    (*p, one), (*q, other) = words(x.counted.text) or [""], words(y.counted.text) or [""]
    if one != other or one in policy.ANYBODY:
        return False
    return not p or not q or not set(p).isdisjoint(q)


def _close(x: FigureClaim, y: FigureClaim, most: Decimal = policy.ALIKE, least: Decimal = policy.TELLING) -> bool:
    """Whether two counts told freely are rather of one thing: no small ones, neither many times the other."""
    p, q = x.quantity.value, y.quantity.value
    return p is not None and q is not None and min(p, q) >= least and max(p, q) <= most * min(p, q)
