"""Two axes on a drawing, and what stands at which place between them."""

import math


class Chart:
    """A field of a drawing with a scale to the right and one upwards; the first may go by tens."""

    def __init__(self, drawing, left, top, width, height, across, up, by_tens=False):
        self.drawing, self.left, self.top, self.width, self.height = drawing, left, top, width, height
        self.across, self.up, self.by_tens = across, up, by_tens

    def place(self, x, y):
        low, high, at = (math.log10(value) if self.by_tens else value for value in (*self.across, x))
        bottom, most = self.up
        return (
            self.left + self.width * (at - low) / (high - low),
            self.top + self.height * (1 - (y - bottom) / (most - bottom)),
        )

    def axes(self, across, up):
        """The lines, and their marks: pairs of a value and its text."""
        bottom = self.top + self.height
        for value, text in up:
            y = self.place(self.across[0], value)[1]
            self.drawing.line(self.left, y, self.left + self.width, y)
            self.drawing.text(self.left - 8, y + 5, text, "quiet", anchor="end")
        self.drawing.line(self.left, bottom, self.left + self.width, bottom, "quiet")
        for value, text in across:
            x = self.place(value, self.up[0])[0]
            self.drawing.line(x, bottom, x, bottom + 5, "quiet")
            self.drawing.text(x, bottom + 20, text, "quiet", anchor="middle")

    def curve(self, points, stroke, width=2, **more):
        self.drawing.polyline([self.place(x, y) for x, y in points], stroke, width, **more)

    def dot(self, x, y, fill, r=4):
        self.drawing.circle(*self.place(x, y), r, fill)

    def text(self, x, y, text, fill="ink", anchor="middle", right=0, above=9, **more):
        across, up = self.place(x, y)
        self.drawing.text(across + right, up - above, text, fill, anchor=anchor, **more)
