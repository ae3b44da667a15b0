"""The rules that the drawings of chapter 5 show, computed once more and apart from the workbook's Swift."""

import math
import random


def fullest(count, choices, source):
    """The most that one of `count` backends gets of as many connections, each to the idlest of some drawn at random."""
    loads = [0] * count
    for _ in range(count):
        place = int(source.random() * count)
        if choices == 2:
            other = int(source.random() * (count - 1))
            other += other >= place
            if loads[other] < loads[place]:
                place = other
        loads[place] += 1
    return max(loads)


def mean_fullest(count, choices, runs):
    source = random.Random(f"{count} connections, {choices} choices")
    return sum(fullest(count, choices, source) for _ in range(runs)) / runs


def theory(count, choices):
    """The growing part of what the busiest gets, without its constant: Azar and others, 1999."""
    inner = math.log(math.log(count))
    return math.log(count) / inner if choices == 1 else inner / math.log(choices)


def in_a_row(weights, count):
    """Weighted turns as IPVS's wrr gives them when one weight stands out: each backend's whole share at once."""
    period = [backend for backend, weight in enumerate(weights) for _ in range(weight)]
    return [period[pick % len(period)] for pick in range(count)]


def smooth(weights, count):
    current, picked = [0] * len(weights), []
    for _ in range(count):
        current = [value + weight for value, weight in zip(current, weights)]
        best = current.index(max(current))
        current[best] -= sum(weights)
        picked.append(best)
    return picked


def lead(picked, backend, weights):
    """After each pick: how many picks a backend has above its share, in units of one by the sum of the weights."""
    total, has, leads = sum(weights), 0, []
    for number, pick in enumerate(picked, 1):
        has += pick == backend
        leads.append(has * total - number * weights[backend])
    return leads


def slow_start(weight, window, second):
    """HAProxy's sixteenths, rounded up."""
    return math.ceil(weight * min(16, 16 * second // window + 1) / 16)


def averages(answers, lifetime, believes_in_peaks):
    """The average after each answer (moment, latency), and the moments."""
    told, average, before = [], None, None
    for moment, latency in answers:
        if average is None or believes_in_peaks and latency > average:
            average = latency
        else:
            weight = math.exp(-(moment - before) / lifetime)
            average = average * weight + latency * (1 - weight)
        before = moment
        told.append((moment, average))
    return told
