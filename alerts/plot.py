"""The plot of a case: one lane an outlet, time from left to right, a mark for each thing it said.

In a figure's lanes the height is the value, the same scale in all of them; a bound is drawn as a bound (an arrow up
for "more than", a bar for a range, a hollow dot for "about"). In the lanes of a role or an agency each mark bears the
answer. Colours are positions, as everywhere on the page.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from alerts import wording
from alerts.drawing import SIDES, Dot, Drawing, Label, Line, Part, Shape, width_of
from alerts.scraped import cut, plain
from claims.case import Case
from claims.claim import FigureClaim
from claims.quantity import Bound
from claims.relation import Evidence, Relation

TOP, BOTTOM = 22, 26
EDGE = 20  # kept free at the right
INSET = 13  # between a lane's edge and its highest mark
LANES = 14
LOGARITHMIC = 20  # from this ratio of largest to smallest the scale is logarithmic
OPEN_ENDS = {Bound.MORE_THAN: -1, Bound.AT_LEAST: -1, Bound.LESS_THAN: 1, Bound.AT_MOST: 1}
LOOSE = {Bound.ABOUT, Bound.VAGUE}


@dataclass(frozen=True, slots=True)
class Layout:
    """How wide a plot is. Names stand in the gutter, or above their lanes where there is none."""

    width: int
    gutter: int
    lane: int
    ticks: int

    @property
    def above(self) -> int:
        """What a name above its lane takes of the lane's height."""
        return 0 if self.gutter else 16


WIDE = Layout(width=720, gutter=150, lane=46, ticks=4)
NARROW = Layout(width=360, gutter=0, lane=60, ticks=2)  # as wide as a phone


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
    across = _across([mark.at for mark in marks], layout)
    height = TOP + layout.lane * len(lanes) + BOTTOM
    parts = [*_ruling(lanes, height, layout), *_ticks(marks, across, height, layout, zone)]
    parts += _alarm(case, marks, across, height, layout)
    up = _scale([mark.evidence for mark in marks])
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


def _across(moments: Sequence[datetime], layout: Layout) -> Callable[[datetime], float]:
    """From a moment to its place from left to right; a single moment stands in the middle."""
    first, last = min(moments), max(moments)
    span = (last - first).total_seconds()
    left = layout.gutter + 14
    room = layout.width - 2 * EDGE - left

    def place(moment: datetime) -> float:
        return left + (room * (moment - first).total_seconds() / span if span else room / 2)

    return place


def _scale(evidence: Sequence[Evidence]) -> Callable[[float], float] | None:
    """From a value to its height in a lane (0 below, 1 above); None where the marks are no figures."""
    values = [value for e in evidence for value in _ends(e)]
    if not values:
        return None
    low, high = min(values), max(values)
    logarithmic = low > 0 and high / low >= LOGARITHMIC

    def height(value: float) -> float:
        if high == low:
            return 0.5
        if logarithmic:
            return (math.log(value) - math.log(low)) / (math.log(high) - math.log(low))
        return (value - low) / (high - low)

    return height


def _ends(evidence: Evidence) -> list[float]:
    if not isinstance(evidence.claim, FigureClaim):
        return []
    return [float(end) for end in evidence.claim.quantity.base if end is not None]


def _ruling(lanes: Sequence[str], height: int, layout: Layout) -> list[Part]:
    parts: list[Part] = []
    for number, lane in enumerate(lanes):
        y = TOP + layout.lane * number
        parts.append(Line(0, y, layout.width, y, "rule"))
        if layout.gutter:
            parts.append(Label(layout.gutter - 8, y + layout.lane / 2 + 4, cut(lane, 22), anchor="end"))
        else:
            parts.append(Label(2, y + 14, cut(lane, 40), "dim"))
    return [*parts, Line(0, height - BOTTOM, layout.width, height - BOTTOM, "rule")]


def _ticks(
    marks: Sequence[_Mark], across: Callable[[datetime], float], height: int, layout: Layout, zone: tzinfo
) -> list[Part]:
    first, last = marks[0].at, marks[-1].at
    days = (last - first).days
    parts: list[Part] = []
    for number in range(layout.ticks if last > first else 1):
        moment = first + (last - first) * number / (layout.ticks - 1)
        local = moment.astimezone(zone)
        said = f"{local.day} {local:%b %Y}" if days > 300 else f"{local.day} {local:%b}"
        said = said if days > 3 else f"{said} {local:%H:%M}"
        x = across(moment)
        parts.append(Line(x, height - BOTTOM, x, height - BOTTOM + 4, "dim"))
        half = width_of(said, 11) / 2
        parts.append(Label(min(max(x, half), layout.width - half), height - BOTTOM + 17, said, "dim", 11, "middle"))
    return parts


def _alarm(
    case: Case, marks: Sequence[_Mark], across: Callable[[datetime], float], height: int, layout: Layout
) -> list[Part]:
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
    across: Callable[[datetime], float],
    up: Callable[[float], float] | None,
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
