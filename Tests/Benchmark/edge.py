#!/usr/bin/env python3
"""`lab edge` beside nginx's proxy_cache and Varnish: what a hit costs, and whether a body is ever wrong.

usage: Tests/Benchmark/edge.py cost FOLDER [SECONDS]     CPU time of a hit, with wrk and 50 connections, order A B B A
       Tests/Benchmark/edge.py bodies FOLDER [REQUESTS]  a million requests for ten thousand objects: each body is compared
       Tests/Benchmark/edge.py one FOLDER PROGRAM        `lab edge` alone under wrk, for a profiler or a sanitizer: PROGRAM is the `lab` to run

FOLDER is what `sh Tests/Interop/Live/unpack-servers.sh FOLDER nginx varnish squid trafficserver wrk` has filled. `lab` is built in release first,
unless POSTROAD_LAB names one.
Only loopback is used, at the ports 15700 to 15703. CPU time is user and system time of the server and all its children, from /proc.
"""

import asyncio
import os
import pathlib
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time

HOME = pathlib.Path(__file__).resolve().parents[2]
OBJECTS, SIZE = 10_000, 1024
ORIGIN, PORTS = 15700, {"lab edge": 15701, "nginx": 15702, "Varnish": 15703}
TICK = os.sysconf("SC_CLK_TCK")
NGINX = """daemon off; worker_processes 1; user nobody nogroup; pid {run}/pid; error_log {run}/error.log;
events {{ worker_connections 1024; }}
http {{
  access_log off; keepalive_requests 100000000; open_file_cache max=20000;
  client_body_temp_path {run}/t1; proxy_temp_path {run}/t2; fastcgi_temp_path {run}/t3; uwsgi_temp_path {run}/t4; scgi_temp_path {run}/t5;
  {rest}
}}"""
FILES = "server {{ listen 127.0.0.1:{port}; root {files}; default_type text/plain; add_header Cache-Control max-age=3600; }}"
CACHE = """proxy_cache_path {run}/store keys_zone=edge:16m;
  upstream origin {{ server 127.0.0.1:{origin}; keepalive 16; }}
  server {{ listen 127.0.0.1:{port}; location / {{
    proxy_pass http://origin; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Host $host; proxy_cache edge;
  }} }}"""


def body(number):
    return (f"{number:05} of the objects\n" * SIZE)[:SIZE].encode()


def environment(folder):
    libraries = [folder / "lib/x86_64-linux-gnu", folder / "usr/lib/x86_64-linux-gnu", folder / "usr/lib/x86_64-linux-gnu/varnish"]
    return os.environ | {"LD_LIBRARY_PATH": ":".join(map(str, libraries))}


class Server:
    """A process until the end of the `with`, which is asked once it listens."""

    def __init__(self, folder, arguments, port, log=None):
        self.process = subprocess.Popen(
            list(map(str, arguments)), env=environment(folder), stdin=subprocess.DEVNULL, stdout=log or subprocess.DEVNULL,
            stderr=log or subprocess.DEVNULL)
        for _ in range(400):
            if any(line.split()[1].endswith(f":{port:04X}") for line in open("/proc/net/tcp")):
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        sys.exit(f"{arguments[0]} does not listen")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(2)
        self.process.wait()

    def seconds(self):
        """The CPU time of the process and its children, (user, system)."""
        parents = {}
        for entry in os.listdir("/proc"):
            if entry.isdigit():
                try:
                    parts = open(f"/proc/{entry}/stat").read().rsplit(")", 1)[1].split()
                    parents[int(entry)] = (int(parts[1]), int(parts[11]), int(parts[12]))
                except OSError:
                    pass
        family = {self.process.pid}
        while more := {pid for pid, (parent, _, _) in parents.items() if parent in family} - family:
            family |= more
        return tuple(sum(parents[pid][part] for pid in family) / TICK for part in (1, 2))


def nginx(folder, run, port, rest):
    run.mkdir()
    run.chmod(0o755)
    file = run / "nginx.conf"
    file.write_text(NGINX.format(run=run, rest=rest))
    return Server(folder, [folder / "usr/sbin/nginx", "-p", run, "-e", run / "error.log", "-c", file], port)


def origin(folder, run):
    files = run / "files"
    files.mkdir()
    for number in range(OBJECTS):
        (files / str(number)).write_bytes(body(number))
    for path in (run, files):
        path.chmod(0o755)
    return nginx(folder, run / "origin", ORIGIN, FILES.format(port=ORIGIN, files=files))


def start(name, folder, run, lab, *more, log=None):
    port = PORTS[name]
    if name == "nginx":
        cache = run / f"nginx-{time.monotonic_ns()}"
        return nginx(folder, cache, port, CACHE.format(run=cache, origin=ORIGIN, port=port))
    if name == "Varnish":
        place = run / f"varnish-{time.monotonic_ns()}"
        listen = ["-a", f"127.0.0.1:{port}", "-b", f"127.0.0.1:{ORIGIN}", "-s", "malloc,256m", "-j", "none"]
        return Server(folder, [folder / "usr/sbin/varnishd", "-F", "-n", place, *listen], port)
    edge = [lab, "edge", "--origin", f"http://127.0.0.1:{ORIGIN}", "--listen", f"127.0.0.1:{port}", *more]
    return Server(folder, edge, port, log)


def wrk(folder, run, port, seconds, many):
    """The requests that were answered in this time."""
    arguments = [folder / "usr/bin/wrk", "-t1", "-c50", f"-d{seconds}s"]
    if many:
        script = run / "many.lua"
        script.write_text(f'request = function() return wrk.format("GET", "/" .. math.random(0, {OBJECTS - 1})) end\n')
        arguments += ["-s", script]
    arguments = [*map(str, arguments), f"http://127.0.0.1:{port}/7"]
    told = subprocess.run(arguments, env=environment(folder), capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in told or "Socket errors" in told:
        print(told)
    return int(re.search(r"(\d+) requests in", told)[1])


def microseconds(name, folder, run, lab, seconds, many):
    with start(name, folder, run, lab) as server:
        asyncio.run(ask(PORTS[name], range(OBJECTS)) if many else ask(PORTS[name], [7]))
        wrk(folder, run, PORTS[name], 1, many)
        before = server.seconds()
        count = wrk(folder, run, PORTS[name], seconds, many)
        return tuple((after - begun) / count * 1e6 for begun, after in zip(before, server.seconds()))


def cost(folder, lab, seconds):
    with tempfile.TemporaryDirectory() as place:
        run = pathlib.Path(place)
        with origin(folder, run):
            for many in (False, True):
                names = list(PORTS)
                found = {name: [] for name in names}
                for name in names + names[::-1]:
                    found[name].append(microseconds(name, folder, run, lab, seconds, many))
                print(f"\nhits on {'ten thousand objects' if many else 'one object'} of 1 KiB, microseconds of CPU time a request:")
                for name, rounds in found.items():
                    user, system = (statistics.mean(part) for part in zip(*rounds))
                    told = ", ".join(f"{sum(parts):.1f}" for parts in rounds)
                    print(f"  {name:10} {user + system:5.1f}  (user {user:.1f}, system {system:.1f}; rounds {told})")


async def ask(port, numbers, batch=16):
    """Asks on one connection, some at a time, and compares each body. How many were wrong."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    numbers, wrong = list(numbers), 0
    for place in range(0, len(numbers), batch):
        asked = numbers[place : place + batch]
        writer.write(b"".join(b"GET /%d HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" % number for number in asked))
        for number in asked:
            head = await reader.readuntil(b"\r\n\r\n")
            length = int(re.search(rb"(?i)\r\ncontent-length: (\d+)", head)[1])
            if await reader.readexactly(length) != body(number) or not head.startswith(b"HTTP/1.1 200 "):
                wrong += 1
    writer.close()
    return wrong


async def ask_all(port, requests):
    """Fifty connections; a tenth of the objects gets nine tenths of the requests."""
    source = random.Random(2026)
    pick = lambda: source.randrange(OBJECTS if source.random() < 0.1 else OBJECTS // 10)
    return sum(await asyncio.gather(*(ask(port, [pick() for _ in range(requests // 50)]) for _ in range(50))))


def bodies(folder, lab, requests):
    with tempfile.TemporaryDirectory() as place:
        run = pathlib.Path(place)
        # Half of the objects fit: the rest is fetched again and again.
        with origin(folder, run), start("lab edge", folder, run, lab, "--capacity", "8MiB"):
            wrong = asyncio.run(ask_all(PORTS["lab edge"], requests))
    print(f"{requests} requests for {OBJECTS} objects: {wrong} wrong")
    return wrong == 0


def one(folder, lab, seconds=5):
    with tempfile.TemporaryDirectory() as place:
        run = pathlib.Path(place)
        with origin(folder, run), start("lab edge", folder, run, lab, log=sys.stderr) as server:
            for many in (False, True):
                print(f"{wrk(folder, run, PORTS['lab edge'], seconds, many)} requests in {seconds} s")
    print(f"lab ended with status {server.process.returncode}")
    return server.process.returncode == 0


def build():
    if "POSTROAD_LAB" in os.environ:
        return os.environ["POSTROAD_LAB"]
    scratch = HOME / ".build/release-lab"
    subprocess.run(
        ["swift", "build", "-c", "release", "--scratch-path", scratch, "--product", "lab"], cwd=HOME,
        env=os.environ | {"WORKBOOK_SOLUTIONS": "all"}, check=True, stdout=subprocess.DEVNULL)
    return scratch / "release/lab"


def main():
    match sys.argv[1:]:
        case ["cost", folder, *more]:
            cost(pathlib.Path(folder).resolve(), build(), int(more[0]) if more else 5)
        case ["bodies", folder, *more]:
            sys.exit(0 if bodies(pathlib.Path(folder).resolve(), build(), int(more[0]) if more else 1_000_000) else 1)
        case ["one", folder, program]:
            sys.exit(0 if one(pathlib.Path(folder).resolve(), program) else 1)
        case _:
            sys.exit(__doc__)


main()
