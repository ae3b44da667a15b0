"""A drawing that is written twice: for a light page and for a dark one, as DocC wants it (name.svg, name~dark.svg)."""

import html
import math
import pathlib

RESOURCES = pathlib.Path(__file__).resolve().parents[2] / "Chapters/PostRoad/PostRoad.docc/Resources"
# A telephone's page is some 300 pixels wide: letters of 14 in a drawing of 440 are nine or ten pixels high there.
WIDTH = 440
MONOSPACE = "Menlo, DejaVu Sans Mono, monospace"

LIGHT = {
    "paper": "#ffffff", "ink": "#1d1d1f", "quiet": "#6e6e73", "line": "#c7c7cc", "fill": "#e8e8ed",
    "a": "#0a66a8", "b": "#b45309", "c": "#3f7d20", "alarm": "#c2255c",
}
DARK = {
    "paper": "#000000", "ink": "#f5f5f7", "quiet": "#a1a1a6", "line": "#55555a", "fill": "#2c2c2e",
    "a": "#64b5f6", "b": "#f5a94c", "c": "#9ccc65", "alarm": "#ff7a9c",
}


class Drawing:
    """Shapes in the colours of a palette. A colour is spoken of by its name in it."""

    def __init__(self, height, title, width=WIDTH):
        self.width, self.height, self.title, self.shapes = width, height, title, []

    def add(self, tag, text=None, **attributes):
        self.shapes.append((tag, text, attributes))

    def line(self, x1, y1, x2, y2, stroke="line", width=1, **more):
        self.add("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, stroke_width=width, **more)

    def polyline(self, points, stroke, width=2, **more):
        told = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self.add("polyline", points=told, fill="none", stroke=stroke, stroke_width=width, **more)

    def head(self, x, y, angle, fill, size=8):
        """An arrow's head whose tip is at a place."""
        sides = ((x - size * math.cos(angle + turn), y - size * math.sin(angle + turn)) for turn in (-0.45, 0.45))
        told = " ".join(f"{a:.1f},{b:.1f}" for a, b in ((x, y), *sides))
        self.add("polygon", points=told, fill=fill)

    def arrow(self, x1, y1, x2, y2, stroke, width=2, **more):
        self.line(x1, y1, x2, y2, stroke, width, **more)
        self.head(x2, y2, math.atan2(y2 - y1, x2 - x1), stroke)

    def rect(self, x, y, width, height, fill="fill", **more):
        self.add("rect", x=x, y=y, width=width, height=height, fill=fill, **more)

    def circle(self, x, y, r, fill="none", **more):
        self.add("circle", cx=x, cy=y, r=r, fill=fill, **more)

    def text(self, x, y, text, fill="ink", size=14, anchor="start", **more):
        self.add("text", text, x=x, y=y, fill=fill, font_size=size, text_anchor=anchor, **more)

    def rendered(self, palette):
        lines = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}" '
            f'width="{self.width}" height="{self.height}" font-family="-apple-system, Helvetica, DejaVu Sans, sans-serif">',
            f"<title>{html.escape(self.title)}</title>",
        ]
        for tag, text, attributes in self.shapes:
            told = "".join(
                f' {name.replace("_", "-")}="{palette.get(value, value) if isinstance(value, str) else number(value)}"'
                for name, value in attributes.items()
            )
            lines.append(f"<{tag}{told}/>" if text is None else f"<{tag}{told}>{html.escape(text)}</{tag}>")
        return "\n".join(lines + ["</svg>", ""])

    def write(self, name):
        (RESOURCES / f"{name}.svg").write_text(self.rendered(LIGHT))
        (RESOURCES / f"{name}~dark.svg").write_text(self.rendered(DARK))


def write_all(*functions):
    """Writes what each function draws, under the function's name."""
    RESOURCES.mkdir(exist_ok=True)
    for draw in functions:
        draw().write(draw.__name__.replace("_", "-"))


def number(value):
    """Two digits behind the point at most, so that a drawing is the same on every computer."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else value
