"""A drawing: a few shapes in a box, which become an SVG for a page or a PNG for a mail.

Tones are names ("ink", "dim", "rule", "side0" …): a page gives them colours for light and dark, a PNG those for light.
"""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from markupsafe import Markup, escape
from PIL import Image, ImageDraw, ImageFont

SIDES = 6  # tones for positions; a seventh begins anew, and its label still tells it apart
COLOURS = {
    "ink": "#1c1c1e",
    "dim": "#666a70",
    "rule": "#d5d7db",
    "paper": "#ffffff",
    "alarm": "#b3261e",
    "side0": "#1a5fb4",
    "side1": "#b0500f",
    "side2": "#26754a",
    "side3": "#7a3ea8",
    "side4": "#8a6d00",
    "side5": "#3b6f7d",
}
PNG_SCALE = 2
FONT = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class Line:
    """From one point to another; ``dashed`` where it only supposes."""

    x1: float
    y1: float
    x2: float
    y2: float
    tone: str
    width: float = 1
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A circle; hollow for what is about so."""

    x: float
    y: float
    radius: float
    tone: str
    hollow: bool = False
    says: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled polygon."""

    points: tuple[tuple[float, float], ...]
    tone: str


@dataclass(frozen=True, slots=True)
class Label:
    """Text; ``anchor`` is start, middle or end."""

    x: float
    y: float
    text: str
    tone: str = "ink"
    size: float = 12
    anchor: str = "start"
    bold: bool = False


Part: TypeAlias = Line | Dot | Shape | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes in a box, and what they show, in words for those who don't see them."""

    width: int
    height: int
    parts: tuple[Part, ...]
    says: str


def width_of(text: str, size: float) -> float:
    """About how wide a text is drawn: digits and letters of a sans serif take a bit over half their size."""
    return len(text) * size * 0.56


def svg(drawing: Drawing) -> Markup:
    """The drawing as an SVG element that takes its colours from the page (``--ink``, ``--side0`` …)."""
    head = Markup('<svg role="img" viewBox="0 0 {0} {1}" width="{0}" height="{1}" font-family="{2}">').format(
        drawing.width, drawing.height, FONT
    )
    body = Markup("").join(_element(part) for part in drawing.parts)
    return head + Markup("<title>{}</title>").format(drawing.says) + body + Markup("</svg>")


def _element(part: Part) -> Markup:
    if isinstance(part, Line):
        dash = Markup(' stroke-dasharray="3 3"') if part.dashed else ""
        return Markup(
            '<line x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}" stroke="var(--{})" stroke-width="{}"{}/>'
        ).format(part.x1, part.y1, part.x2, part.y2, part.tone, part.width, dash)
    if isinstance(part, Dot):
        fill = "var(--paper)" if part.hollow else f"var(--{part.tone})"
        return Markup(
            '<circle cx="{:.1f}" cy="{:.1f}" r="{}" fill="{}" stroke="var(--{})" stroke-width="2">'
            "<title>{}</title></circle>"
        ).format(part.x, part.y, part.radius, fill, part.tone, part.says)
    if isinstance(part, Shape):
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in part.points)
        return Markup('<polygon points="{}" fill="var(--{})"/>').format(points, part.tone)
    weight = Markup(' font-weight="600"') if part.bold else ""
    return Markup('<text x="{:.1f}" y="{:.1f}" font-size="{}" fill="var(--{})" text-anchor="{}"{}>{}</text>').format(
        part.x, part.y, part.size, part.tone, part.anchor, weight, escape(part.text)
    )


def png(drawing: Drawing) -> bytes:
    """The drawing as a PNG on white, at twice its size, for mail programs that know no SVG."""
    image = Image.new("RGB", (drawing.width * PNG_SCALE, drawing.height * PNG_SCALE), COLOURS["paper"])
    pen = ImageDraw.Draw(image)
    for part in drawing.parts:
        _draw(pen, part)
    out = io.BytesIO()
    image.quantize(32).save(out, "PNG", optimize=True)
    return out.getvalue()


def _draw(pen: ImageDraw.ImageDraw, part: Part) -> None:
    colour = COLOURS[part.tone]
    if isinstance(part, Line):
        for x1, y1, x2, y2 in _dashes(part) if part.dashed else [(part.x1, part.y1, part.x2, part.y2)]:
            pen.line(_scaled((x1, y1, x2, y2)), colour, round(part.width * PNG_SCALE))
    elif isinstance(part, Dot):
        box = (part.x - part.radius, part.y - part.radius, part.x + part.radius, part.y + part.radius)
        pen.ellipse(_scaled(box), COLOURS["paper"] if part.hollow else colour, colour, 2 * PNG_SCALE)
    elif isinstance(part, Shape):
        pen.polygon([(x * PNG_SCALE, y * PNG_SCALE) for x, y in part.points], colour)
    else:
        font = ImageFont.load_default(part.size * PNG_SCALE)
        anchor = {"start": "ls", "middle": "ms", "end": "rs"}[part.anchor]
        pen.text((part.x * PNG_SCALE, part.y * PNG_SCALE), part.text, colour, font, anchor)


def _scaled(box: Iterable[float]) -> list[float]:
    return [value * PNG_SCALE for value in box]


def _dashes(line: Line) -> Iterable[tuple[float, float, float, float]]:
    length = max(abs(line.x2 - line.x1), abs(line.y2 - line.y1), 1)
    step = 6 / length
    for number in range(int(1 / step)):
        a, b = number * step, number * step + step / 2
        yield (
            line.x1 + (line.x2 - line.x1) * a,
            line.y1 + (line.y2 - line.y1) * a,
            line.x1 + (line.x2 - line.x1) * b,
            line.y1 + (line.y2 - line.y1) * b,
        )
