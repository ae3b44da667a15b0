#!/usr/bin/env python3
"""Draws the figures of chapter 6, Only K/N keys move, into the book's resources. Every figure in them is computed here.

usage: chapter6.py
"""

import math
import pathlib

from hashing import RING, deviation, fnv1a, maglev, mixed, owner, recorded, ring, shares
from svg import Drawing

BOOK = pathlib.Path(__file__).resolve().parents[2] / "Chapters/PostRoad/PostRoad.docc"
TOWERS = [f"tower{number}" for number in range(10)]
COLOURS = {"north": "a", "east": "b", "south": "c"}


def hash_ring():
    """Three nodes with two points each, four keys, and who answers for which arc."""
    points = ring(COLOURS, 2)
    drawing = Drawing(640, 400, "A hash ring of three nodes with two points each, and where four keys go")
    middle, radius = (320, 200), 140

    def place(position, distance):
        angle = 2 * math.pi * position / RING - math.pi / 2
        return middle[0] + distance * math.cos(angle), middle[1] + distance * math.sin(angle)

    def arc(start, end, distance, **more):
        (x1, y1), (x2, y2) = place(start, distance), place(end, distance)
        large = int((end - start) % RING > RING // 2)
        drawing.add("path", d=f"M{x1:.1f} {y1:.1f}A{distance} {distance} 0 {large} 1 {x2:.1f} {y2:.1f}", fill="none", **more)

    before = points[-1][0]
    for position, node in points:
        arc(before, position, radius, stroke=COLOURS[node], stroke_width=10)
        before = position
    labels = {mixed(f"{node}_{number}"): f"{node}_{number}" for node in COLOURS for number in range(2)}
    for position, node in points:
        x, y = place(position, radius)
        drawing.circle(x, y, 9, COLOURS[node], stroke="ink", stroke_width=1.5)
        x, y = place(position, radius + 20)
        drawing.text(x, y + 4, labels[position], COLOURS[node], anchor="start" if x > middle[0] else "end", font_weight=600)
    for number in (1, 2, 5, 7):
        position = mixed(f"/scroll/{number}")
        answer, node = owner(points, position)
        arc(position, answer, radius - 22, stroke=COLOURS[node], stroke_width=2, stroke_dasharray="4 3")
        x, y = place(position, radius - 22)
        drawing.rect(x - 4, y - 4, 8, 8, "ink")
        x, y = place(position, radius - 38)
        side = "middle" if abs(x - middle[0]) < 40 else "end" if x > middle[0] else "start"
        drawing.text(x, y + 4, f"/scroll/{number}", size=12, anchor=side)
    drawing.line(middle[0], middle[1] - radius - 12, middle[0], middle[1] - radius + 12, "quiet", 1.5)
    drawing.text(middle[0], middle[1] - radius - 18, "0", "quiet", 12, "middle")
    drawing.text(320, 205, "a key walks clockwise", "quiet", 12, "middle")
    return drawing


def bars(drawing, x, y, width, height, values, most, colour):
    """A bar for each node; the line is a fair share, the tenth part of all."""
    step = width / len(values)
    for index, value in enumerate(values):
        drawing.rect(x + index * step + 1, y + height * (1 - value / most), step - 2, height * value / most, colour)
    fair = y + height * (1 - 1 / len(values) / most)
    drawing.line(x - 4, fair, x + width + 4, fair, "ink", 1)
    drawing.line(x, y + height, x + width, y + height, "line")


def ring_shares():
    """What share of the ring each of ten nodes has, with 1, 10, 100, 1000 points."""
    drawing = Drawing(640, 230, "The share of the ring of ten nodes, with 1, 10, 100 and 1000 points a node")
    for index, points in enumerate((1, 10, 100, 1000)):
        found = shares(ring(TOWERS, points))
        values = [found[tower] for tower in TOWERS]
        x = 20 + index * 158
        bars(drawing, x, 20, 126, 150, values, 0.27, "a")
        drawing.text(x + 63, 192, f"{points} point{'s' if points > 1 else ''}", size=13, anchor="middle")
        told = f"{min(values):.1%} to {max(values):.1%}".replace("%", " %")
        drawing.text(x + 63, 211, told, "quiet", 12, "middle")
    return drawing


def ring_hashes():
    """The hundred points of one tower by two hashes, and the shares of ten towers."""
    drawing = Drawing(640, 250, "A hundred points of one node, raw FNV-1a and with fmix32, and the shares of ten nodes")
    for index, (name, place) in enumerate((("FNV-1a", fnv1a), ("fmix32 of FNV-1a", mixed))):
        y = 24 + index * 116
        drawing.text(20, y, name, font_weight=600)
        drawing.rect(20, y + 10, 370, 44, "fill")
        places = (20 + 370 * place(f"tower0_{number}") / RING for number in range(100))
        drawing.add("path", d="".join(f"M{x:.1f} {y + 10}v44" for x in places), stroke="a", stroke_width=1)
        drawing.text(20, y + 70, "0", "quiet", 11)
        drawing.text(205, y + 70, "the hundred points of tower0", "quiet", 11, "middle")
        drawing.text(390, y + 70, "2^32 - 1", "quiet", 11, "end")
        found = shares(ring(TOWERS, 100, place))
        values = [found[tower] for tower in TOWERS]
        bars(drawing, 440, y + 2, 180, 68, values, 0.17, "a")
        drawing.text(530, y + 86, f"ten towers, deviation {deviation(values):.2f}", "quiet", 11, "middle")
    return drawing


def ring_moves():
    """Four hundred keys of a real nginx, before and after the third of five servers has left."""
    drawing = Drawing(640, 330, "Which of 400 keys moved when nginx lost one of five servers, by remainder and by ring")
    rows = (("remainderOfFive", "remainderOfFour", "hash key"), ("five", "four", "hash key consistent"))
    for index, (before, after, name) in enumerate(rows):
        left = 20 + index * 320
        pairs = list(zip(recorded(before), recorded(after)))
        cells = {"fill": "", "b": "", "alarm": ""}
        for key, (old, new) in enumerate(pairs):
            colour = "fill" if old == new else "b" if old == "c" else "alarm"
            cells[colour] += f"M{left + key % 25 * 11} {34 + key // 25 * 14}h9v12h-9z"
        for colour, path in cells.items():
            drawing.add("path", d=path, fill=colour)
        lost = sum(old == "c" for old, _ in pairs)
        needless = sum(old != new and old != "c" for old, new in pairs)
        drawing.text(left, 22, name, font_family="Menlo, DejaVu Sans Mono, monospace")
        drawing.rect(left, 268, 9, 12, "b")
        drawing.text(left + 16, 279, f"{lost} keys were on the server that left", size=12)
        drawing.rect(left, 288, 9, 12, "alarm")
        drawing.text(left + 16, 299, f"{needless} moved between servers that stayed", size=12)
        drawing.rect(left, 308, 9, 12, "fill")
        drawing.text(left + 16, 319, f"{len(pairs) - lost - needless} stayed where they were", size=12)
    return drawing


def maglev_table():
    """The seven turns in which the paper's table fills."""
    walks = [(3, 4), (0, 2), (3, 1)]
    table, turns = maglev(walks, 7)
    drawing = Drawing(640, 330, "Maglev's table of seven entries fills up in seven turns of three backends")
    left, step, names = 190, 46, "abc"
    for entry in range(7):
        drawing.text(left + entry * step + 21, 24, str(entry), "quiet", 12, "middle")
    drawing.text(left - 16, 24, "entry", "quiet", 12, "end")
    owners = {}
    for row, (backend, taken, took) in enumerate(turns):
        y = 34 + row * 36
        owners[took] = backend
        told = f"B{backend}" + (f": {', '.join(map(str, taken))} taken," if taken else "") + f" takes {took}"
        drawing.text(left - 16, y + 20, told, names[backend], 12, "end")
        for entry in range(7):
            x = left + entry * step
            if entry not in owners:
                drawing.rect(x, y, 42, 30, "none", stroke="line")
                continue
            fresh = entry == took
            drawing.rect(x, y, 42, 30, names[owners[entry]], opacity=1 if fresh else 0.3, rx=3)
            if fresh:
                drawing.rect(x, y, 42, 30, "none", stroke="ink", stroke_width=2, rx=3)
        for entry in taken:
            x = left + entry * step + 21
            drawing.line(x - 6, y + 9, x + 6, y + 21, "ink", 1.5)
            drawing.line(x - 6, y + 21, x + 6, y + 9, "ink", 1.5)
    for entry, backend in enumerate(table):
        drawing.text(left + entry * step + 21, 306, f"B{backend}", names[backend], 14, "middle", font_weight=600)
    drawing.text(left - 16, 306, "the table", "quiet", 12, "end")
    return drawing


def main():
    folder = BOOK / "Resources"
    folder.mkdir(exist_ok=True)
    for draw in (hash_ring, ring_shares, ring_hashes, ring_moves, maglev_table):
        draw().write(folder, draw.__name__.replace("_", "-"))


main()
