"""Measuring: what a figure with a unit is of, by the set phrases of what it measures or by its nouns and verbs."""

from collections.abc import Iterator

from claims.quantity import Quantity
from claims.term import Term
from parsers.figures import ballots, offers, penalties, savings, spans, staff
from parsers.figures.measures import action_of, measured
from parsers.figures.money import cash, outlay, priced
from parsers.figures.scene import Scene
from parsers.figures.told import Told
from parsers.text.counted_nouns import CountedNouns

_Pair = tuple[Term | None, Term | None]


def measure(
    scene: Scene, quantity: Quantity, first: int, last: int, previous: tuple[int, Term | None], nouns: CountedNouns
) -> Told:
    """What the quantity at tokens ``first`` to ``last`` measures; ``previous`` as in `staff.action_of`."""
    phrased = next(_set_phrases(scene, quantity, first, last, nouns), None)
    if phrased is not None:
        return Told(*phrased, last)
    thing, action = measured(scene, quantity, first, last, nouns), action_of(scene, quantity, first, last)
    thing, action = savings.of(thing, action) or (thing, action)
    action = action or _named(scene, thing, last)
    dear = priced(scene, first, nouns) if action is None and _is(quantity, "money") else None
    if dear is not None:
        thing, action = dear, Term("cost", "cost", "cost")
    if thing is not None and thing.key == staff.STAFF:
        action = staff.action_of(scene, first, action, previous)
    if _is(quantity, "share"):
        thing = offers.offered(scene, first, last, thing) or thing
    thing, action = ballots.of_turnout(thing, action) or (thing, action)
    if thing is not None and thing.key == offers.OFFER:
        action = None  # the offer is the thing, whatever verb makes it
    return Told(thing, action, last)


def _set_phrases(scene: Scene, quantity: Quantity, first: int, last: int, nouns: CountedNouns) -> Iterator[_Pair]:
    """Prison terms, fines, spans of time, cash that was found, all that a state spends, turnout."""
    if (penalty := penalties.penalty(scene, quantity, first, last)) is not None:
        yield penalty
    if _is(quantity, "time") and (lasts := spans.lasting(scene, first, last, nouns)) is not None:
        yield lasts, None
    if (stash := cash(scene, first, last)) is not None:
        yield stash
    if _is(quantity, "money") and (spent := outlay(scene, first, last)) is not None:
        yield spent, None
    if (voted := ballots.so_far(scene, first, last) or ballots.turnout(scene, last)) is not None:
        yield voted, None


def _named(scene: Scene, thing: Term | None, last: int) -> Term | None:
    """ "The $9 billion takeover": an action by its noun right behind the sum."""
    if thing is None or scene.word(last) != thing.text.split()[0].lower():
        return None
    noun = thing.text.split()[-1]
    known = scene.lexicon.of_noun(noun.lower())
    return known.term(noun) if known else None


def _is(quantity: Quantity, dimension: str) -> bool:
    """Whether a quantity is of a dimension; money is one for each currency."""
    return quantity.unit is not None and quantity.unit.dimension.partition(":")[0] == dimension
