"""The rules that the drawings of chapter 4 show, computed once more and apart from the workbook's Swift."""

import bisect
import collections
import heapq
import itertools
import random


def zipf(objects, requests, alpha, seed):
    """A trace in which the object of rank r is asked for with a probability as r to the power of -alpha."""
    source = random.Random(seed)
    sums = list(itertools.accumulate(rank**-alpha for rank in range(1, objects + 1)))
    return [bisect.bisect_left(sums, source.random() * sums[-1]) for _ in range(requests)]


def fifo(trace, size):
    stored, queue, hits = set(), collections.deque(), 0
    for key in trace:
        if key in stored:
            hits += 1
            continue
        if len(stored) == size:
            stored.remove(queue.popleft())
        stored.add(key)
        queue.append(key)
    return hits


def lru(trace, size):
    stored, hits = collections.OrderedDict(), 0
    for key in trace:
        if key in stored:
            hits += 1
            stored.move_to_end(key)
            continue
        if len(stored) == size:
            stored.popitem(last=False)
        stored[key] = None
    return hits


def sieve(trace, size):
    """Oldest first in a list of places; what has gone leaves its neighbours linked."""
    visited, newer, older, hits = {}, {}, {}, 0
    oldest = newest = hand = None
    for key in trace:
        if key in visited:
            hits += 1
            visited[key] = True
            continue
        if len(visited) == size:
            hand = oldest if hand is None else hand
            while visited[hand]:
                visited[hand] = False
                hand = newer[hand] if newer[hand] is not None else oldest
            gone, hand = hand, newer[hand]
            if older[gone] is None:
                oldest = newer[gone]
            else:
                newer[older[gone]] = newer[gone]
            if newer[gone] is None:
                newest = older[gone]
            else:
                older[newer[gone]] = older[gone]
            del visited[gone], newer[gone], older[gone]
        visited[key], newer[key], older[key] = False, None, newest
        if newest is None:
            oldest = key
        else:
            newer[newest] = key
        newest = key
    return hits


def optimum(trace, size):
    """Lets the object go that is asked for last of all (Belady, 1966)."""
    never, following, last = len(trace), [0] * len(trace), {}
    for place in range(len(trace) - 1, -1, -1):
        following[place] = last.get(trace[place], never)
        last[trace[place]] = place
    stored, heap, hits = {}, [], 0
    for place, key in enumerate(trace):
        if key in stored:
            hits += 1
        elif len(stored) == size:
            while True:
                next_use, candidate = heapq.heappop(heap)
                if stored.get(candidate) == -next_use:
                    break
            del stored[candidate]
        stored[key] = following[place]
        heapq.heappush(heap, (-following[place], key))
    return hits


# What an AS learns a route from, the best first.
CUSTOMER, PEER, PROVIDER = range(3)


def catchments(providers, peers, sites):
    """Whose site each AS uses, by Gao and Rexford's rules: `providers` are pairs of a provider and its customer."""
    links = collections.defaultdict(list)
    for provider, customer in providers:
        links[provider].append((customer, CUSTOMER))
        links[customer].append((provider, PROVIDER))
    for one, other in peers:
        links[one].append((other, PEER))
        links[other].append((one, PEER))
    # A route is its kind and its path; a site's own is the best of all.
    used = {site: (-1, ()) for site in sites}
    while True:
        chosen = {site: (-1, ()) for site in sites}
        for network in links:
            offers = []
            for neighbour, kind in links[network]:
                if network in sites or neighbour not in used:
                    continue
                known, path = used[neighbour]
                # From customers, and one's own, to everybody; the rest to customers alone.
                if (known <= CUSTOMER or kind == PROVIDER) and network not in path:
                    offers.append((kind, len(path) + 1, (neighbour, *path)))
            if offers:
                kind, _, path = min(offers)
                chosen[network] = (kind, path)
        if chosen == used:
            return {network: path[-1] if path else network for network, (_, path) in used.items()}
        used = chosen


def origin_requests(rate, seconds, lifetime, fetch, seed, coalesces):
    """How often the origin is asked for one object that readers ask for `rate` times a second."""
    source, now, fresh_until, arrives, asked = random.Random(seed), 0.0, 0.0, 0.0, 0
    while True:
        now += source.expovariate(rate)
        if now > seconds:
            return asked
        if arrives and now >= arrives:
            fresh_until, arrives = arrives + lifetime, 0.0
        if now < fresh_until:
            continue
        if not arrives:
            arrives = now + fetch
            asked += 1
        elif not coalesces:
            asked += 1
