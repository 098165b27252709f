"""Headlines: what they leave out for want of room, and their own text says.

"Quake kills 26" stands above "at least 26 people were killed": whoever counts 31 later is not at odds with it.
"""

from collections.abc import Sequence
from dataclasses import replace

from claims.claim import FigureClaim
from claims.quantity import Bound
from claims.relation import Evidence


def with_bounds(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence of one article, in its order; a bare number in the headline has the bound that its text gives it."""
    texts = [e.claim for e in evidence if isinstance(e.claim, FigureClaim) and e.sentence != e.title]
    return [_bounded(item, texts) if item.sentence == item.title else item for item in evidence]


def _bounded(item: Evidence, texts: Sequence[FigureClaim]) -> Evidence:
    claim = item.claim
    if not isinstance(claim, FigureClaim) or claim.quantity.bound is not Bound.EXACT:
        return item
    told = [text.quantity for text in texts if _one_count(claim, text)]
    if not told or any(quantity.bound is Bound.EXACT for quantity in told):
        return item
    lower, upper, bound = told[0].lower, told[0].upper, told[0].bound
    return replace(item, claim=replace(claim, quantity=replace(claim.quantity, lower=lower, upper=upper, bound=bound)))


def _one_count(headline: FigureClaim, text: FigureClaim) -> bool:
    """Whether both give one number of one thing."""
    x, y = headline.quantity, text.quantity
    if x.value != y.value or x.unit != y.unit:
        return False
    done = headline.action is None or text.action is None or headline.action.key == text.action.key
    return done and (headline.counted is None or text.counted is None or headline.counted.key == text.counted.key)
