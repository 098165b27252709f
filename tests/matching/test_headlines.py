"""Protects what a headline's number is taken for: its own text says how it is bound, where it is bound throughout."""

from dataclasses import replace

import pytest

from claims.claim import FigureClaim
from claims.quantity import Bound
from matching.figures.headlines import with_bounds
from tests.matching.told import article


def bounds(headline: str, text: str) -> list[Bound]:
    """How the figures of a page are bound, its headline's first."""
    page = [replace(item, title=headline) for item in article(f"{headline}\n\n{text}")]
    return [item.claim.quantity.bound for item in with_bounds(page) if isinstance(item.claim, FigureClaim)]


@pytest.mark.parametrize(
    ("headline", "text", "expected"),
    [
        ("Ferry fire kills 26", "At least 26 people were killed, the harbour office said.", Bound.AT_LEAST),
        ("Ferry fire kills 26", "About 26 people were killed.", Bound.ABOUT),
        # the text gives it without a bound, too; or another number; or of another thing
        ("Ferry fire kills 26", "At least 26 people were killed. The 26 people killed were sailors.", Bound.EXACT),
        ("Ferry fire kills 26", "At least 27 people were killed.", Bound.EXACT),
        ("Ferry fire kills 26", "At least 26 people were injured.", Bound.EXACT),
        ("Nearly 300 killed in ferry fire", "More than 300 people were killed.", Bound.ABOUT),
    ],
)
def test_a_bare_number_in_a_headline_has_the_bound_of_its_text(headline: str, text: str, expected: Bound) -> None:
    assert bounds(headline, text)[0] is expected
