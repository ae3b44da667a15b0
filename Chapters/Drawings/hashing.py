"""The rules that the drawings of chapter 6 show, computed once more and apart from the workbook's Swift."""

import bisect

RING = 1 << 32


def fnv1a(text):
    value = 0x811C9DC5
    for byte in text.encode():
        value = ((value ^ byte) * 0x01000193) % RING
    return value


def fmix32(value):
    value ^= value >> 16
    value = value * 0x85EBCA6B % RING
    value ^= value >> 13
    value = value * 0xC2B2AE35 % RING
    return value ^ value >> 16


def mixed(text):
    return fmix32(fnv1a(text))


def ring(nodes, points, place=mixed):
    return sorted((place(f"{node}_{number}"), node) for node in nodes for number in range(points))


def owner(points, position):
    """The first point at or after a position."""
    return points[bisect.bisect_left(points, (position, "")) % len(points)]


def shares(points):
    """What share of all positions leads to each node."""
    totals = {node: 0 for _, node in points}
    before = points[-1][0] - RING
    for position, node in points:
        totals[node] += position - before
        before = position
    return {node: total / RING for node, total in totals.items()}


def deviation(values):
    mean = sum(values) / len(values)
    return (sum((value - mean) ** 2 for value in values) / len(values)) ** 0.5 / mean


def maglev(walks, size):
    """Each turn of the filling: the backend, the entries it found taken, and the one it took."""
    table, stands, turns = [None] * size, [offset for offset, _ in walks], []
    while None in table:
        backend, taken = len(turns) % len(walks), []
        while table[stands[backend]] is not None:
            taken.append(stands[backend])
            stands[backend] = (stands[backend] + walks[backend][1]) % size
        took = stands[backend]
        table[took] = backend
        turns.append((backend, taken, took))
        stands[backend] = (took + walks[backend][1]) % size
    return table, turns
