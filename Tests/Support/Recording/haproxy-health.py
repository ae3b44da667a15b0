#!/usr/bin/env python3
"""Records what HAProxy makes of health checks, and how a server's weight grows in a slow start.

    python3 haproxy-health.py > ../05-LoadBalancing/HAProxyHealth.swift
"""

import random
import socket
import threading
import time

import loopback

NAMES = ["rise2fall3", "rise3fall2", "rise1fall1", "slow10", "slow5"]
rng = random.Random(58)
# Runs of one to four equal answers.
scripts = {
    name: "".join(rng.choice("ox") * rng.randrange(1, 5) for _ in range(40))[:48] for name in NAMES[:3]
}
scripts["rise2fall3"] = "xo" + scripts["rise2fall3"]  # the first check of all fails
# After one failed check the server is up again, and slow.
scripts |= {name: "oxoo" for name in NAMES[3:]}
states = {name: "" for name in NAMES}
folder = None


def ask(command):
    connection = socket.socket(socket.AF_UNIX)
    connection.connect(f"{folder}/health.sock")
    connection.sendall((command + "\n").encode())
    answer = b""
    while part := connection.recv(65536):
        answer += part
    return answer.decode()


def state(name):
    """`2` and above: up. The first thing that `show servers state` says about a server, after its address."""
    for line in ask("show servers state pool").splitlines():
        fields = line.split(" ")
        if len(fields) > 5 and fields[3] == name:
            return "U" if fields[5] != "0" else "D"


def play(number, name):
    listener = socket.create_server((f"127.0.0.{11 + number}", 15380), backlog=8)
    ready.release()
    for answer in scripts[name]:
        connection, _ = listener.accept()
        connection.recv(4096)
        connection.sendall(f"HTTP/1.0 {200 if answer == 'o' else 503} X\r\n\r\n".encode())
        connection.close()
        time.sleep(0.04)
        states[name] += state(name)
    if number < 3:
        return finished.release()
    threading.Thread(target=watch, args=(name,)).start()
    while True:
        connection, _ = listener.accept()
        connection.recv(4096)
        connection.sendall(b"HTTP/1.0 200 X\r\n\r\n")
        connection.close()


def watch(name):
    """The weight in the middle of each second since the server came back."""
    start = time.time() - 0.1  # one check later than the one that brought it up
    weights[name] = []
    for second in range(12):
        time.sleep(max(0, start + second + 0.5 - time.time()))
        row = next(line.split(",") for line in ask("show stat").splitlines() if line.split(",")[1] == name)
        weights[name].append(row[18])
    finished.release()


weights = {}
ready, finished = threading.Semaphore(0), threading.Semaphore(0)
prefix = loopback.unpack(loopback.HAPROXY)
server = loopback.haproxy(prefix.name, "haproxy-health.cfg", 15390)
folder = server.folder.name
for number, name in enumerate(NAMES):
    threading.Thread(target=play, args=(number, name), daemon=True).start()
for name in NAMES:
    ready.acquire()
with server:
    for name in NAMES:
        finished.acquire()
print(f"""\
/// What {loopback.haproxy_version(prefix.name)} made of health checks, recorded by `Recording/haproxy-health.py`.
public enum HAProxyHealth {{
  /// The answers to the checks one after the other, `o` for 200 and `x` for 503, and what the server was after each:
  /// `U` up, `D` down.
  public struct Run: Sendable {{
    public let rise: Int
    public let fall: Int
    public let answers: String
    public let states: String
  }}

  /// Servers with different thresholds. HAProxy lets them begin as up.
  public static let runs = [""")
for name in NAMES[:3]:
    print(f"""\
    Run(
      rise: {name[4]}, fall: {name[9]},
      answers: "{scripts[name]}",
      states: "{states[name]}"),""")
print(f"""\
  ]

  /// The weight of a server with `weight 100 slowstart 10s`, in the middle of each second since it came up.
  public static let slowStartTen = [{", ".join(weights["slow10"])}]

  /// The same with `weight 30 slowstart 5s`.
  public static let slowStartFive = [{", ".join(weights["slow5"])}]
}}""")
