#!/usr/bin/env python3
"""Records in which order HAProxy takes turns by weight: the same shares as nginx's, in another order.

    python3 haproxy-turns.py > ../05-LoadBalancing/HAProxyTurns.swift
"""

import socket
import sys

import loopback


def picks(port, count):
    """Each connection is closed before the next, and HAProxy has closed its own side by then."""
    letters = ""
    for _ in range(count):
        connection = socket.create_connection(("127.0.0.1", port), timeout=5)
        letters += connection.recv(1).decode()
        connection.close()
        if not backends.closed.acquire(timeout=5):
            sys.exit("HAProxy did not close its side")
    return letters


prefix = loopback.unpack(loopback.HAPROXY)
backends = loopback.Backends(15180)
with loopback.haproxy(prefix.name, "haproxy-turns.cfg", 15198):
    recorded = [
        ("fiveOneOne", picks(15196, 21), "Weights 5, 1, 1: three periods."),
        ("fourThreeTwoOne", picks(15197, 30), "Weights 4, 3, 2, 1: three periods."),
        ("sixTwoTwo", picks(15198, 20), "Weights 6, 2, 2: four periods."),
    ]
print(f"""\
/// In which order {loopback.haproxy_version(prefix.name)} took turns with `balance roundrobin`, recorded by
/// `Recording/haproxy-turns.py` with `Recording/haproxy-turns.cfg`.
///
/// Each letter is a connection, opened and closed before the next.
public enum HAProxyTurns {{""")
print("\n".join(loopback.literal(*entry) for entry in recorded), end="")
print("}")
