"""A drawing that is written twice: for a light page and for a dark one, as DocC wants it (name.svg, name~dark.svg)."""

import html

LIGHT = {
    "ink": "#1d1d1f", "quiet": "#6e6e73", "line": "#c7c7cc", "fill": "#e8e8ed",
    "a": "#0a66a8", "b": "#b45309", "c": "#3f7d20", "alarm": "#c2255c",
}
DARK = {
    "ink": "#f5f5f7", "quiet": "#a1a1a6", "line": "#55555a", "fill": "#2c2c2e",
    "a": "#64b5f6", "b": "#f5a94c", "c": "#9ccc65", "alarm": "#ff7a9c",
}


class Drawing:
    """Shapes in the colours of a palette. A colour is spoken of by its name in it."""

    def __init__(self, width, height, title):
        self.width, self.height, self.title, self.shapes = width, height, title, []

    def add(self, tag, text=None, **attributes):
        self.shapes.append((tag, text, attributes))

    def line(self, x1, y1, x2, y2, stroke="line", width=1):
        self.add("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, stroke_width=width)

    def rect(self, x, y, width, height, fill="fill", **more):
        self.add("rect", x=x, y=y, width=width, height=height, fill=fill, **more)

    def circle(self, x, y, r, fill="none", **more):
        self.add("circle", cx=x, cy=y, r=r, fill=fill, **more)

    def text(self, x, y, text, fill="ink", size=13, anchor="start", **more):
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

    def write(self, folder, name):
        (folder / f"{name}.svg").write_text(self.rendered(LIGHT))
        (folder / f"{name}~dark.svg").write_text(self.rendered(DARK))


def number(value):
    """Two digits behind the point at most, so that a drawing is the same on every computer."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else value
