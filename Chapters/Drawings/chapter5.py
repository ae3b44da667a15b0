#!/usr/bin/env python3
"""Draws the figures of chapter 5, Taming the traffic, into the book's resources. Every figure in them is computed here,
some ten seconds long, or was recorded from a real server.

usage: chapter5.py
"""

import math

from balancing import averages, in_a_row, lead, mean_fullest, slow_start, smooth, theory
from chart import Chart
from paths import layers_paths, layers_read
from recordings import numbers, picks
from svg import Drawing, write_all

# Connections, and how many runs the mean is of: as many as some seconds allow.
RUNS = {100: 1000, 1_000: 300, 10_000: 100, 100_000: 20, 1_000_000: 5}


def two_choices():
    """The most that one of n backends gets of n connections: the mean of many runs, and the formulas beside it."""
    drawing = Drawing(346, "The most connections that one of n backends gets of n, drawn at random or the better of two")
    drawing.text(8, 18, "connections of the busiest backend", "quiet")
    chart = Chart(drawing, 38, 34, 386, 220, (60, 1_700_000), (0, 10), by_tens=True)
    chart.axes([(count, f"{count:,}") for count in RUNS], [(value, str(value)) for value in (0, 2, 4, 6, 8, 10)])
    for choices, colour in ((1, "alarm"), (2, "a")):
        means = [(count, mean_fullest(count, choices, runs)) for count, runs in RUNS.items()]
        chart.curve([(count, theory(count, choices)) for count in RUNS], colour, 1.5, stroke_dasharray="5 4")
        chart.curve(means, colour, 2.5)
        for count, mean in means:
            chart.dot(count, mean, colour)
            chart.text(count, mean, f"{mean:.1f}", colour, above=9 if choices == 1 else -20, font_weight=600)
    drawing.text(231, 296, "n connections come to n backends", "quiet", anchor="middle")
    for x, colour, text in ((38, "alarm", "one at random"), (176, "a", "the better of two")):
        drawing.line(x, 325, x + 18, 325, colour, 3)
        drawing.text(x + 24, 330, text)
    drawing.line(332, 325, 350, 325, "ink", 1.5, stroke_dasharray="5 4")
    drawing.text(356, 330, "formula")
    return drawing


def smooth_turns():
    """Fourteen picks with the weights 5, 1, 1 in two orders, and how far a is ahead of its share after each."""
    weights, count, step = [5, 1, 1], 14, 30
    recorded = picks("05-LoadBalancing/NginxPicks.swift", "fiveOneOne")[:count]
    dealt = smooth(weights, count)
    assert "".join("abc"[backend] for backend in dealt) == recorded, "the rule no longer gives what nginx picked"
    drawing = Drawing(410, "Two periods of weights 5, 1, 1: a whole share at once, and smooth; how far a is ahead of its share")
    rows = (("a whole share at once", in_a_row(weights, count)), ("smooth, as nginx picked", dealt))
    for index, (name, order) in enumerate(rows):
        y = 16 + index * 190
        drawing.text(10, y, name, size=15, font_weight=600)
        for place, backend in enumerate(order):
            drawing.rect(10 + place * step, y + 10, step - 3, 28, "abc"[backend], rx=3)
            drawing.text(10 + place * step + 13.5, y + 30, "abc"[backend], "paper", 15, "middle", font_weight=600)
        zero = y + 126
        for place, value in enumerate(lead(order, 0, weights)):
            x, height = 10 + place * step, abs(value) * 6.5
            drawing.rect(x + 4, zero - height if value > 0 else zero, step - 11, height, "a", opacity=0.55)
            below = zero + height + 15 if value < 0 else zero - height - 4
            drawing.text(x + 13.5, below, f"{value:+d}".replace("-", "−") if value else "0", anchor="middle")
        drawing.line(10, zero, 10 + count * step - 3, zero, "quiet")
    drawing.text(10, 400, "bars: a's picks above its share, in sevenths of a pick", "quiet")
    return drawing


def slow_start_ramp():
    """The weight in each second since a server came up: the sixteenths as a stair, HAProxy's own as dots."""
    drawing = Drawing(330, "The weight of two servers after they came up: the rule as a stair, recorded weights as dots")
    drawing.text(8, 18, "weight", "quiet")
    chart = Chart(drawing, 42, 34, 382, 216, (0, 12), (0, 108))
    chart.axes([(second, str(second)) for second in range(0, 13, 2)], [(value, str(value)) for value in (0, 25, 50, 75, 100)])
    servers = ((100, 10, "slowStartTen", "a"), (30, 5, "slowStartFive", "b"))
    for weight, window, name, colour in servers:
        stair = [(second + more, slow_start(weight, window, second)) for second in range(12) for more in (0, 1)]
        chart.curve([(0, 0), (window, weight)], "quiet", 1.5, stroke_dasharray="5 4")
        chart.curve(stair, colour, 2.5)
        for second, value in enumerate(numbers("05-LoadBalancing/HAProxyHealth.swift", name)):
            chart.dot(second + 0.5, value, colour, 4.5)
    chart.text(12, 30, "weight 30 slowstart 5s", "b", "end", above=9, font_weight=600)
    chart.text(0, 86, "weight 100 slowstart 10s", "a", "start", right=8, above=0, font_weight=600)
    drawing.text(233, 292, "seconds since it came up", "quiet", anchor="middle")
    drawing.text(8, 320, "dots: recorded; stair: the rule; dashed: an even ramp", "quiet")
    return drawing


def peak_decay():
    """The cost of the page's example from second to second, and the average of one that does not believe in peaks."""
    lifetime, end, answers = 10, 130, [(100, 1), (110, 0.2), (112, 3)]
    drawing = Drawing(336, "The cost of a backend that answers in 1 s, 0.2 s and 3 s, with a lifetime of ten seconds")
    drawing.text(8, 18, "cost in seconds, nothing outstanding", "quiet")
    chart = Chart(drawing, 34, 34, 390, 220, (98, end), (0, 3.4))
    chart.axes([(moment, str(moment)) for moment in range(100, end + 1, 5)], [(value, str(value)) for value in range(4)])

    def decay(learned):
        points = []
        for (moment, average), until in zip(learned, [moment for moment, _ in learned[1:]] + [end]):
            steps = range(int((until - moment) * 4) + 1)
            points += [(moment + step / 4, average * math.exp(-step / 4 / lifetime)) for step in steps]
        return points

    plain, peak = averages(answers, lifetime, False), averages(answers, lifetime, True)
    chart.curve(decay(plain[1:]), "quiet", 2, stroke_dasharray="5 4")
    chart.curve(decay(peak), "a", 2.5)
    for moment, latency in answers:
        chart.drawing.rect(chart.place(moment, latency)[0] - 5, chart.place(moment, latency)[1] - 5, 10, 10, "alarm")
    before, later = peak[0][1] * math.exp(-1), peak[2][1] * math.exp(-1)
    chart.text(110, before, f"{before:.3f}", "a", "end", right=-7, above=-10, font_weight=600)
    chart.text(110, peak[1][1], f"{peak[1][1]:.3f}", "a", above=10, font_weight=600)
    chart.text(112, 3, "3", "a", "start", right=10, above=-2, font_weight=600)
    chart.text(122, later, f"{later:.3f}", "a", "start", right=4, above=8, font_weight=600)
    chart.dot(122, later, "a")
    chart.text(112, plain[2][1], f"{plain[2][1]:.3f}", "quiet", "start", right=8, above=11)
    drawing.text(229, 296, "seconds", "quiet", anchor="middle")
    for x, colour, text in ((34, "alarm", "an answer"), (146, "a", "peak EWMA"), (270, "quiet", "EWMA, no peaks")):
        if colour == "alarm":
            drawing.rect(x, 316, 10, 10, colour)
        else:
            drawing.line(x - 8, 321, x + 12, 321, colour, 2.5, **({"stroke_dasharray": "5 4"} if colour == "quiet" else {}))
        drawing.text(x + 18, 326, text)
    return drawing


write_all(two_choices, smooth_turns, slow_start_ramp, peak_decay, layers_read, layers_paths)
