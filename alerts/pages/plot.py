"""The plot of a case: one lane an outlet, time from left to right, a mark for each thing it said.

In a figure's lanes the height is the value, the same scale in all of them; a bound is drawn as a bound (an arrow up
for "more than", a bar for a range, a hollow dot for "about"). In the lanes of a role or an agency each mark bears the
answer. Colours are positions, as everywhere on the page.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from alerts import wording
from alerts.pages import axes
from alerts.pages.axes import BOTTOM, TOP, WIDE, Across, Layout, Up
from alerts.pages.drawing import SIDES, Dot, Drawing, Label, Line, Part, Shape, width_of
from alerts.scraped import cut, plain
from claims.case import Case
from claims.claim import FigureClaim
from claims.quantity import Bound
from claims.relation import Evidence, Relation

INSET = 13  # between a lane's edge and its highest mark
LANES = 14
OPEN_ENDS = {Bound.MORE_THAN: -1, Bound.AT_LEAST: -1, Bound.LESS_THAN: 1, Bound.AT_MOST: 1}
LOOSE = {Bound.ABOUT, Bound.VAGUE}


@dataclass(frozen=True, slots=True)
class _Mark:
    lane: str
    at: datetime
    says: str
    side: int
    evidence: Evidence


def plot(case: Case, zone: tzinfo = UTC, layout: Layout = WIDE) -> Drawing:
    """Draw what was said on the case, and when."""
    marks = _marks(case)
    if not marks:  # its articles were deleted
        return Drawing(layout.width, 1, (), "Nothing is left to show.")
    lanes = list(dict.fromkeys(mark.lane for mark in marks))[:LANES]
    marks = [mark for mark in marks if mark.lane in lanes]
    across = axes.across([mark.at for mark in marks], layout)
    height = TOP + layout.lane * len(lanes) + BOTTOM
    parts = [*axes.ruling(lanes, height, layout), *axes.ticks(marks[0].at, marks[-1].at, across, height, layout, zone)]
    parts += _alarm(case, marks, across, height, layout)
    up = axes.scale([value for mark in marks for value in _ends(mark.evidence)])
    by_lane = defaultdict(list)
    for mark in marks:
        by_lane[mark.lane].append(mark)
    for number, lane in enumerate(lanes):
        parts += _lane(by_lane[lane], TOP + layout.lane * number + layout.above, across, up, layout)
    return Drawing(layout.width, height, tuple(parts), _in_words(case, marks, zone))


def _marks(case: Case) -> list[_Mark]:
    found = [
        _Mark(
            plain(e.outlet or "") or wording.site(e.url), e.published_at or e.seen_at, plain(position.says), number, e
        )
        for number, position in enumerate(case.arrangement.positions)
        for e in position.evidence
    ]
    return sorted(found, key=lambda mark: mark.at)


def _ends(evidence: Evidence) -> list[float]:
    if not isinstance(evidence.claim, FigureClaim):
        return []
    return [float(end) for end in evidence.claim.quantity.base if end is not None]


def _alarm(case: Case, marks: Sequence[_Mark], across: Across, height: int, layout: Layout) -> list[Part]:
    """Since when the sources are at odds: the first report that can't hold together with an earlier one."""
    if case.arrangement.relation is not Relation.CONFLICTS:
        return []
    since = next((b.at for n, b in enumerate(marks) if any(_at_odds(a, b) for a in marks[:n])), None)
    if since is None:
        return []
    x = across(since)
    return [
        Line(x, TOP - 4, x, height - BOTTOM, "alarm", 1, dashed=True),
        Label(min(max(x, 45), layout.width - 45), TOP - 8, "at odds from here", "alarm", 11, "middle"),
    ]


def _at_odds(a: _Mark, b: _Mark) -> bool:
    one, other = a.evidence.claim, b.evidence.claim
    if a.side == b.side:
        return False
    if isinstance(one, FigureClaim) and isinstance(other, FigureClaim):
        (low, high), (from_, to) = one.quantity.base, other.quantity.base
        return (high is not None and from_ is not None and high < from_) or (
            to is not None and low is not None and to < low
        )
    # Of a role, yes against no; of an agency's question both say yes, of two bodies.
    return not (one.factuality.open or other.factuality.open)


def _lane(
    marks: Sequence[_Mark],
    top: float,
    across: Across,
    up: Up | None,
    layout: Layout,
) -> list[Part]:
    parts: list[Part] = []
    room = layout.lane - layout.above
    free_from = 0.0  # labels of a lane must not lie over each other: what finds no room shows on touch alone
    for mark in marks:
        x, tone = across(mark.at), f"side{mark.side % SIDES}"
        heights = [top + room - INSET - (room - 2 * INSET) * up(end) for end in _ends(mark.evidence)] if up else []
        y = heights[0] if heights else top + room / 2
        if len(set(heights)) == 2:
            parts += [Line(x, heights[0], x, heights[1], tone, 4), Dot(x, heights[1], 3, tone)]
        parts += _arrow(mark.evidence, x, y, tone)
        parts.append(Dot(x, y, 5, tone, _is_loose(mark.evidence), f"{mark.lane}: {mark.says}"))
        said = cut(mark.says, 34)
        after = x + 10 + width_of(said, 12)
        start, anchor = (x + 10, "start") if after <= layout.width else (x - 10 - width_of(said, 12), "end")
        if start >= free_from:
            parts.append(Label(x + 10 if anchor == "start" else x - 10, y + 4, said, tone, 12, anchor, bold=True))
            free_from = max(after, x) + 6
    return parts


def _arrow(evidence: Evidence, x: float, y: float, tone: str) -> list[Part]:
    """An open end points where the figure may lie."""
    way = OPEN_ENDS.get(evidence.claim.quantity.bound, 0) if isinstance(evidence.claim, FigureClaim) else 0
    if not way:
        return []
    tip = y + 19 * way
    return [
        Line(x, y, x, tip - 5 * way, tone, 2),
        Shape(((x - 4, tip - 5 * way), (x + 4, tip - 5 * way), (x, tip)), tone),
    ]


def _is_loose(evidence: Evidence) -> bool:
    claim = evidence.claim
    return (
        claim.quantity.bound in LOOSE if isinstance(claim, FigureClaim) else not claim.factuality.value.startswith("CT")
    )


def _in_words(case: Case, marks: Sequence[_Mark], zone: tzinfo) -> str:
    said = "; ".join(f"{wording.when(mark.at, zone)}, {mark.lane}: {mark.says}" for mark in marks)
    return f"{wording.question(plain(case.arrangement.question))} Over time: {said}."
