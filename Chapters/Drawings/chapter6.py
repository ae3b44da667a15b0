#!/usr/bin/env python3
"""Draws the figures of chapter 6, Only K/N keys move, into the book's resources. Every figure in them is computed here.

usage: chapter6.py
"""

import math

from hashing import RING, deviation, fnv1a, maglev, mixed, owner, ring, shares
from recordings import picks
from svg import MONOSPACE, Drawing, write_all

TOWERS = [f"tower{number}" for number in range(10)]
COLOURS = {"north": "a", "east": "b", "south": "c"}


def hash_ring():
    """Three nodes with two points each, four keys, and who answers for which arc."""
    points = ring(COLOURS, 2)
    drawing = Drawing(370, "A hash ring of three nodes with two points each, and where four keys go")
    middle, radius = (220, 192), 132

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
        x, y = place(position, radius + 18)
        drawing.text(x, y + 4, labels[position], COLOURS[node], 15, "start" if x > middle[0] else "end", font_weight=600)
    for number in (1, 2, 5, 7):
        position = mixed(f"/scroll/{number}")
        answer, node = owner(points, position)
        arc(position, answer, radius - 22, stroke=COLOURS[node], stroke_width=2, stroke_dasharray="4 3")
        x, y = place(position, radius - 22)
        drawing.rect(x - 4, y - 4, 8, 8, "ink")
        x, y = place(position, radius - 38)
        side = "middle" if abs(x - middle[0]) < 40 else "end" if x > middle[0] else "start"
        drawing.text(x, y + 5, f"/scroll/{number}", anchor=side)
    drawing.line(middle[0], middle[1] - radius - 12, middle[0], middle[1] - radius + 12, "quiet", 1.5)
    drawing.text(middle[0] - 4, middle[1] - radius - 18, "0", "quiet", anchor="middle")
    drawing.text(middle[0], 160, "a key walks", "quiet", anchor="middle")
    drawing.text(middle[0], 178, "clockwise", "quiet", anchor="middle")
    return drawing


def bars(drawing, x, y, width, height, values, most, colour):
    """A bar for each node; the line is a fair share, the tenth part of all."""
    step = width / len(values)
    for index, value in enumerate(values):
        drawing.rect(x + index * step + 1, y + height * (1 - value / most), step - 2, height * value / most, colour)
    fair = y + height * (1 - 1 / len(values) / most)
    drawing.line(x - 4, fair, x + width + 4, fair, "ink", 1)
    drawing.line(x, y + height, x + width, y + height, "line")


def percent(share):
    return f"{share:.1%}".replace("%", " %")


def ring_shares():
    """What share of the ring each of ten nodes has, with 1, 10, 100, 1000 points."""
    drawing = Drawing(376, "The share of the ring of ten nodes, with 1, 10, 100 and 1000 points a node")
    for index, points in enumerate((1, 10, 100, 1000)):
        found = shares(ring(TOWERS, points))
        values = [found[tower] for tower in TOWERS]
        x, y = 16 + index % 2 * 222, 8 + index // 2 * 174
        bars(drawing, x, y, 186, 116, values, 0.27, "a")
        drawing.text(x + 93, y + 134, f"{points} point{'s' if points > 1 else ''}", anchor="middle", font_weight=600)
        drawing.text(x + 93, y + 152, f"{percent(min(values))} to {percent(max(values))}", anchor="middle")
    drawing.text(220, 368, "a bar: a node's share; the line: a fair one, 10 %", "quiet", anchor="middle")
    return drawing


def ring_hashes():
    """The hundred points of one tower by two hashes, and the shares of ten towers."""
    drawing = Drawing(404, "A hundred points of one node, raw FNV-1a and with fmix32, and the shares of ten nodes")
    for index, (name, place) in enumerate((("FNV-1a", fnv1a), ("fmix32 of FNV-1a", mixed))):
        y = 20 + index * 206
        drawing.text(16, y, name, size=15, font_weight=600)
        drawing.rect(16, y + 10, 408, 40, "fill")
        places = (16 + 408 * place(f"tower0_{number}") / RING for number in range(100))
        drawing.add("path", d="".join(f"M{x:.1f} {y + 10}v40" for x in places), stroke="a", stroke_width=1)
        drawing.text(16, y + 67, "0", "quiet")
        drawing.text(220, y + 67, "the hundred points of tower0", "quiet", anchor="middle")
        drawing.text(424, y + 67, "2^32 - 1", "quiet", anchor="end")
        found = shares(ring(TOWERS, 100, place))
        values = [found[tower] for tower in TOWERS]
        bars(drawing, 20, y + 84, 190, 74, values, 0.17, "a")
        told = "ten towers' shares", f"{percent(min(values))} to {percent(max(values))}", f"deviation {deviation(values):.2f}"
        for line, text in enumerate(told):
            drawing.text(234, y + 108 + line * 20, text, "ink" if line else "quiet")
    return drawing


def ring_moves():
    """Four hundred keys of a real nginx, before and after the third of five servers has left."""
    drawing = Drawing(374, "Which of 400 keys moved when nginx lost one of five servers, by remainder and by ring")
    rows = (("remainderOfFive", "remainderOfFour", "hash key"), ("five", "four", "hash key consistent"))
    legend = {"a": "was on the server that left", "alarm": "moved between servers that stayed", "fill": "stayed where it was"}
    file = "06-ConsistentHashing/NginxRingPicks.swift"
    for index, (before, after, name) in enumerate(rows):
        left = 8 + index * 224
        pairs = list(zip(picks(file, before), picks(file, after)))
        cells = {colour: [] for colour in legend}
        for key, (old, new) in enumerate(pairs):
            colour = "fill" if old == new else "a" if old == "c" else "alarm"
            cells[colour].append(f"M{left + key % 20 * 10} {28 + key // 20 * 12}h8v10h-8z")
        drawing.text(left, 17, name, font_family=MONOSPACE)
        for place, (colour, paths) in enumerate(cells.items()):
            drawing.add("path", d="".join(paths), fill=colour)
            drawing.rect(left + place * 70, 280, 12, 14, colour)
            drawing.text(left + place * 70 + 18, 292, str(len(paths)), font_weight=600)
    for line, (colour, text) in enumerate(legend.items()):
        drawing.rect(8, 312 + line * 22, 12, 14, colour)
        drawing.text(28, 324 + line * 22, text)
    return drawing


def maglev_table():
    """The seven turns in which the paper's table fills."""
    walks = [(3, 4), (0, 2), (3, 1)]
    table, turns = maglev(walks, 7)
    drawing = Drawing(318, "Maglev's table of seven entries fills up in seven turns of three backends")
    left, step, names = 194, 35, "abc"
    for entry in range(7):
        drawing.text(left + entry * step + 16, 18, str(entry), "quiet", anchor="middle")
    drawing.text(left - 10, 18, "entry", "quiet", anchor="end")
    owners = {}
    for row, (backend, taken, took) in enumerate(turns):
        y = 28 + row * 36
        owners[took] = backend
        told = f"B{backend}" + (f": {', '.join(map(str, taken))} taken," if taken else "") + f" takes {took}"
        drawing.text(left - 10, y + 20, told, names[backend], anchor="end")
        for entry in range(7):
            x = left + entry * step
            if entry not in owners:
                drawing.rect(x, y, 32, 30, "none", stroke="line")
                continue
            fresh = entry == took
            drawing.rect(x, y, 32, 30, names[owners[entry]], opacity=1 if fresh else 0.3, rx=3)
            if fresh:
                drawing.rect(x, y, 32, 30, "none", stroke="ink", stroke_width=2, rx=3)
        for entry in taken:
            x = left + entry * step + 16
            drawing.line(x - 6, y + 9, x + 6, y + 21, "ink", 1.5)
            drawing.line(x - 6, y + 21, x + 6, y + 9, "ink", 1.5)
    for entry, backend in enumerate(table):
        drawing.text(left + entry * step + 16, 302, f"B{backend}", names[backend], 15, "middle", font_weight=600)
    drawing.text(left - 10, 302, "the table", "quiet", anchor="end")
    return drawing


write_all(hash_ring, ring_shares, ring_hashes, ring_moves, maglev_table)
