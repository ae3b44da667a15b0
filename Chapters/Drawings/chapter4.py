#!/usr/bin/env python3
"""Draws the figures of chapter 4, The world at your doorstep, into the book's resources, and prints the numbers in them. Every number is
computed here, for some ten seconds.

usage: chapter4.py
"""

import math

import caching
from chart import Chart
from svg import Drawing, write_all

SIZES = [64, 128, 256, 512, 1024, 2048, 4096]
POLICIES = {"optimum": ("ink", "who knows the future"), "sieve": ("a", "SIEVE"), "lru": ("b", "LRU"), "fifo": ("c", "FIFO")}


def cache_hit_ratio():
    """The hit ratio of four policies by the size of the store, on one trace."""
    trace = caching.zipf(10_000, 100_000, 0.9, "chapter 4")
    drawing = Drawing(360, "The share of hits by the size of the store, for FIFO, LRU, SIEVE and the optimum, on one trace")
    chart = Chart(drawing, 52, 24, 362, 256, (SIZES[0], SIZES[-1]), (0, 0.9), by_tens=True)
    chart.axes([(size, f"{size:,}") for size in SIZES[::2]], [(value / 10, f"{value * 10} %") for value in range(0, 10, 3)])
    for place, (name, (colour, told)) in enumerate(POLICIES.items()):
        ratios = [getattr(caching, name)(trace, size) / len(trace) for size in SIZES]
        print(f"{told:21}", *(f"{size}: {ratio:.3f}" for size, ratio in zip(SIZES, ratios)))
        chart.curve(zip(SIZES, ratios), colour)
        for size, ratio in zip(SIZES, ratios):
            chart.dot(size, ratio, colour, 3)
        drawing.line(66, 38 + place * 22, 90, 38 + place * 22, colour, 3)
        drawing.text(98, 43 + place * 22, told)
    drawing.text(238, 322, "objects in the store", "quiet", anchor="middle")
    drawing.text(238, 344, "100,000 requests for 10,000 objects, Zipf with 0.9", "quiet", anchor="middle")
    return drawing


def freshness_timeline():
    """The life of one response: fresh, stale and refreshed, stale if the origin fails, over."""
    age, way, lifetime, refresh, error = 15, 2, 60, 30, 120
    drawing = Drawing(316, "The age of one response over three minutes, and what may be done with it")
    chart = Chart(drawing, 52, 40, 372, 150, (0, 180), (0, 200))
    chart.axes([(value, str(value)) for value in range(0, 181, 30)], [(value, str(value)) for value in (0, 60, 120, 180)])
    ends = [lifetime - age, lifetime + refresh - age, lifetime + error - age]
    print(f"fresh until {ends[0]} s, refreshed until {ends[1]} s, covers failures until {ends[2]} s")
    chart.curve([(way, age + way), (180, age + 180)], "ink")
    for end, colour, word in zip(ends, "abc", ("60", "60 + 30", "60 + 120")):
        x, y = chart.place(end, age + end)
        drawing.line(x, y, x, 206, colour, 1.5, stroke_dasharray="4 3")
        drawing.circle(x, y, 4, colour)
        drawing.text(x - 8, y - 8, word, colour, anchor="end", font_weight=600)
    drawing.text(52, 18, "age in seconds: 15 came with it, and it was", "quiet")
    drawing.text(52, 34, "asked for at 0 s and came at 2 s", "quiet")
    rows = (
        (way, ends[0], "a", "fresh: a hit"),
        (ends[0], ends[1], "b", "stale-while-revalidate=30"),
        (ends[0], ends[2], "c", "stale-if-error=120"),
    )
    for place, (start, end, colour, told) in enumerate(rows):
        left, right, y = chart.place(start, 0)[0], chart.place(end, 0)[0], 232 + place * 26
        drawing.rect(left, y, right - left, 18, colour, rx=3)
        drawing.text(right + 8 if place < 2 else left - 8, y + 14, told, colour, anchor="start" if place < 2 else "end")
    return drawing


PLACES = {64504: (42, 40), 64503: (128, 40), 64507: (196, 40), 64505: (42, 108), 64506: (118, 108), 64502: (196, 108), 64501: (42, 176)}
PROVIDERS = [(64504, 64505), (64505, 64501), (64504, 64506), (64507, 64506), (64507, 64502)]
PEERS = [(64504, 64503)]
SITES = {64501: "a", 64502: "b", 64503: "c"}


def catchment_map():
    """Who is answered by which site, before one is withdrawn and after."""
    drawing = Drawing(300, "The catchments of three sites before 64501 is withdrawn, and after")
    before = caching.catchments(PROVIDERS, PEERS, set(SITES))
    after = caching.catchments(PROVIDERS, PEERS, set(SITES) - {64501})
    for index, (title, now, sites) in enumerate((("before", before, set(SITES)), ("after", after, set(SITES) - {64501}))):
        left = index * 226 - 14
        print(title, *(f"{network}: {now.get(network, 'dark')}" for network in sorted(PLACES)))
        for one, other in PROVIDERS + PEERS:
            (x1, y1), (x2, y2) = PLACES[one], PLACES[other]
            drawing.line(left + x1, y1, left + x2, y2, "quiet", 1.5, **({"stroke_dasharray": "4 3"} if (one, other) in PEERS else {}))
        for network, (x, y) in PLACES.items():
            colour = SITES[now[network]] if network in now else "fill"
            if network in sites:
                drawing.rect(left + x - 27, y - 15, 54, 30, colour, rx=3)
                drawing.text(left + x, y + 5, str(network), "paper", anchor="middle", font_weight=600)
            else:
                drawing.rect(left + x - 27, y - 15, 54, 30, "paper", stroke=colour, stroke_width=2.5, rx=15)
                drawing.text(left + x, y + 5, str(network), colour, anchor="middle", font_weight=600)
            if before.get(network) != now.get(network) and network not in sites:
                drawing.circle(left + x + 25, y - 15, 5, "alarm")
        drawing.text(left + 119, 218, title, anchor="middle", font_weight=600)
    drawing.rect(24, 238, 22, 16, "fill", rx=3)
    drawing.text(54, 251, "a site; a round one is answered by the site")
    drawing.text(54, 269, "of its colour")
    drawing.circle(35, 284, 5, "alarm")
    drawing.text(54, 289, "has moved")
    return drawing


def origin_requests():
    """How often the origin is asked for a hot object in ten minutes, with coalescing and without."""
    rates = [1, 3, 10, 30, 100, 300, 1000]
    drawing = Drawing(340, "Requests to the origin for one hot object in ten minutes, with coalescing and without")
    chart = Chart(drawing, 64, 24, 350, 236, (1, 1000), (1, 4.6), by_tens=True)
    chart.axes([(10**value, f"{10**value:,}") for value in range(4)], [(value, f"{10**value:,}") for value in range(1, 5)])
    for coalesces, colour, told, above in ((False, "b", "every miss asks", 16), (True, "a", "one asks for all", 14)):
        counts = [caching.origin_requests(rate, 600, 10, 0.5, f"chapter 4, {rate}", coalesces) for rate in rates]
        print(f"{told:17}", *(f"{rate}/s: {count}" for rate, count in zip(rates, counts)))
        chart.curve([(rate, math.log10(count)) for rate, count in zip(rates, counts)], colour)
        for rate, count in zip(rates, counts):
            chart.dot(rate, math.log10(count), colour)
        chart.text(100, math.log10(counts[4]), told, colour, "end", right=-8, above=above, font_weight=600)
        chart.text(rates[-1], math.log10(counts[-1]), f"{counts[-1]:,}", colour, "end", above=12)
    drawing.text(244, 302, "requests a second that come to the edge", "quiet", anchor="middle")
    drawing.text(244, 324, "fresh for 10 s; a fetch takes half a second", "quiet", anchor="middle")
    return drawing


write_all(cache_hit_ratio, freshness_timeline, catchment_map, origin_requests)
