#!/usr/bin/env python3
"""Records when nginx gives a failing server requests, second by second; it takes 50 s.

    python3 nginx-ejection.py > ../05-LoadBalancing/NginxEjection.swift
"""

import math
import queue
import random
import socket
import threading
import time

import loopback

SECONDS = 45
RUNS = [("one", 1, 2), ("two", 2, 3), ("three", 3, 4)]
events = {name: [] for name, _, _ in RUNS}


def play(number, name, start):
    """Each second some requests begin or end. Those that the server got wait until they are told how to end."""
    rng = random.Random(590 + number)
    listener = socket.create_server((f"127.0.0.{11 + number}", 15480), backlog=64)
    arrived = queue.Queue()

    def accept():
        while True:
            connection, _ = listener.accept()
            connection.recv(4096)
            arrived.put(connection)

    threading.Thread(target=accept, daemon=True).start()
    held = []
    for second in range(SECONDS):
        time.sleep(max(0, start + second + 0.3 - time.time()))
        good = rng.random() < 0.6
        for _ in range(rng.randrange(0, 4)):
            if held and rng.random() < 0.6:
                client, server = held.pop(0)
                passed = good or rng.random() < 0.15
                if passed:
                    server.sendall(b"HTTP/1.0 200 OK\r\n\r\n")
                server.close()
                while client.recv(4096):
                    pass
                client.close()
                events[name].append(f"{second}{'+' if passed else '-'}")
            else:
                client = socket.create_connection(("127.0.0.1", 15481 + number))
                client.sendall(b"GET / HTTP/1.0\r\n\r\n")
                try:
                    held.append((client, arrived.get(timeout=0.1)))
                    events[name].append(f"{second}a")
                except queue.Empty:
                    client.close()
                    events[name].append(f"{second}b")
            time.sleep(0.02)


prefix = loopback.unpack(loopback.NGINX)
with loopback.nginx(prefix.name, "nginx-ejection.conf", 15483):
    start = math.ceil(time.time())  # nginx counts whole seconds
    players = [
        threading.Thread(target=play, args=(number, name, start), daemon=True)
        for number, (name, _, _) in enumerate(RUNS)
    ]
    for player in players:
        player.start()
    for player in players:
        player.join()
print(f"""\
/// When {loopback.nginx_version(prefix.name)} gave a failing server requests, recorded by `Recording/nginx-ejection.py`.
public enum NginxEjection {{
  /// What happened, in order. `7a`: in second 7 a request came and was given to the server; `7b`: it was not, and went
  /// to another one. `8+`: in second 8 the oldest of the server's requests ended well; `8-`: it failed.
  public struct Run: Sendable {{
    public let maximumFails: Int
    public let failTimeout: Int
    public let events: String
  }}

  public static let runs = [""")
for name, fails, timeout in RUNS:
    lines, line = [], ""
    for event in events[name]:
        if len(line) + len(event) > 95:
            lines.append(line)
            line = ""
        line += event + " "
    lines.append(line.rstrip())
    body = "\\\n".join("        " + line for line in lines)
    print(f'''\
    Run(
      maximumFails: {fails}, failTimeout: {timeout},
      events: """
{body}
        """),''')
print("  ]\n}")
