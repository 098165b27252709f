"""What a plot stands in: how wide it is, the scales of time and of value, the ruling of its lanes and its days."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from alerts.pages.drawing import Label, Line, Part, width_of
from alerts.scraped import cut

TOP, BOTTOM = 22, 26
EDGE = 20  # kept free at the right
LOGARITHMIC = 20  # from this ratio of largest to smallest the scale is logarithmic

Across = Callable[[datetime], float]
Up = Callable[[float], float]


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


def across(moments: Sequence[datetime], layout: Layout) -> Across:
    """From a moment to its place from left to right; a single moment stands in the middle."""
    first, last = min(moments), max(moments)
    span = (last - first).total_seconds()
    left = layout.gutter + 14
    room = layout.width - 2 * EDGE - left

    def place(moment: datetime) -> float:
        return left + (room * (moment - first).total_seconds() / span if span else room / 2)

    return place


def scale(values: Sequence[float]) -> Up | None:
    """From a value to its height in a lane (0 below, 1 above); None where there are no values."""
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


def ruling(lanes: Sequence[str], height: int, layout: Layout) -> list[Part]:
    """A line above each lane and the name of its outlet, and the line of time below them all."""
    parts: list[Part] = []
    for number, lane in enumerate(lanes):
        y = TOP + layout.lane * number
        parts.append(Line(0, y, layout.width, y, "rule"))
        if layout.gutter:
            parts.append(Label(layout.gutter - 8, y + layout.lane / 2 + 4, cut(lane, 22), anchor="end"))
        else:
            parts.append(Label(2, y + 14, cut(lane, 40), "dim"))
    return [*parts, Line(0, height - BOTTOM, layout.width, height - BOTTOM, "rule")]


def ticks(first: datetime, last: datetime, across: Across, height: int, layout: Layout, zone: tzinfo) -> list[Part]:
    """Days along the line of time, or hours where the first and the last moment are few days apart."""
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
