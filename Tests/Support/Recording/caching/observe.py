#!/usr/bin/env python3
"""Plays the scripts of Tests/LabTests/Edge/Observed to nginx, Varnish, Squid and Traffic Server, writes what came of them into `observed.txt`,
and the book's page out of that.

    sh Tests/Interop/Live/unpack-servers.sh .build/caches nginx varnish squid trafficserver wrk
    python3 Tests/Support/Recording/caching/observe.py .build/caches     the servers, and the page
    python3 Tests/Support/Recording/caching/observe.py                   the page alone

It takes a minute. Only loopback is used, at the ports 15600 to 15604.
"""

import pathlib
import sys

import page
from origin import Origin
from play import played_all
from scripts import scripts
from servers import ORIGIN, servers

RECORDING = pathlib.Path(__file__).resolve().parent / "observed.txt"


def record(folder, found):
    origin = Origin(ORIGIN)
    names, columns = [], []
    for server in servers(folder):
        with server:
            names.append(f"{server.name} {server.version()}")
            columns.append(played_all(found, server.port, origin))
            print(names[-1])
    origin.close()
    lines = ["# Recorded by observe.py: not typed by hand.\n"]
    for place, script in enumerate(found):
        lines.append(f"\n* {script.title}\n")
        lines += [f"{name}: {', '.join(column[place])}\n" for name, column in zip(names, columns)]
    RECORDING.write_text("".join(lines))


def recorded():
    """For each title what came, by server."""
    told, title = {}, None
    for line in RECORDING.read_text().splitlines():
        if line.startswith("* "):
            title = line[2:]
            told[title] = {}
        elif title and ": " in line:
            server, outcomes = line.split(": ", 1)
            told[title][server] = outcomes.split(", ")
    return told


def main():
    found = scripts()
    if len(sys.argv) > 1:
        record(sys.argv[1], found)
    page.write(found, recorded())


if __name__ == "__main__":
    main()
