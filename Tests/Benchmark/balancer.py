#!/usr/bin/env python3
"""`lab balancer` beside HAProxy and nginx with kept upstream connections: what a request costs.

usage: Tests/Benchmark/balancer.py cost FOLDER [SECONDS]    CPU time of a request, with wrk and 50 connections, order A B B A
       Tests/Benchmark/balancer.py one FOLDER [SECONDS]     `lab balancer` alone under wrk, for a profiler: prints its process and waits

FOLDER is what `sh Tests/Interop/Live/unpack-servers.sh FOLDER haproxy nginx wrk` has filled. `lab` is built in release first,
unless POSTROAD_LAB names one.
All three take turns between three backends, which are one nginx, and add X-Forwarded-For; each has one thread. Only loopback is used, at the
ports 15710 to 15715. CPU time is user and system time of the server and all its children, from /proc. Other work on the machine makes all
of them dearer, so the load is printed; the ratio suffers less.
"""

import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

from servers import Server, build, environment, nginx

BACKENDS, PORTS = (15710, 15711, 15712), {"lab balancer": 15713, "HAProxy": 15714, "nginx": 15715}
BODY = ("one of three backends has answered " * 4)[:128]
HAPROXY = """global
  nbthread 1
  maxconn 1024
defaults
  mode http
  timeout connect 5s
  timeout client 60s
  timeout server 60s
  option forwardfor
frontend all
  bind 127.0.0.1:{port}
  default_backend three
backend three
  balance roundrobin
  http-reuse always
{servers}
"""
PROXY = """upstream three {{ {servers} keepalive 64; }}
  server {{ listen 127.0.0.1:{port}; location / {{
    proxy_pass http://three; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Host $host;
    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
  }} }}"""


def start(name, folder, run, lab):
    port = PORTS[name]
    if name == "HAProxy":
        file = run / "haproxy.cfg"
        servers = "\n".join(f"  server s{backend} 127.0.0.1:{backend}" for backend in BACKENDS)
        file.write_text(HAPROXY.format(port=port, servers=servers))
        return Server(folder, [folder / "usr/sbin/haproxy", "-db", "-f", file], port)
    if name == "nginx":
        servers = " ".join(f"server 127.0.0.1:{backend};" for backend in BACKENDS)
        place = run / f"nginx-{time.monotonic_ns()}"
        return nginx(folder, place, port, PROXY.format(port=port, servers=servers))
    backends = ",".join(f"127.0.0.1:{backend}" for backend in BACKENDS)
    return Server(folder, [lab, "balancer", "--backends", backends, "--listen", f"127.0.0.1:{port}"], port)


def backends(folder, run):
    servers = "\n".join(f'server {{ listen 127.0.0.1:{port}; location / {{ return 200 "{BODY}"; }} }}' for port in BACKENDS)
    return nginx(folder, run / "backends", BACKENDS[0], servers)


def wrk(folder, port, seconds):
    """The requests that were answered in this time, all of them well."""
    arguments = [folder / "usr/bin/wrk", "-t1", "-c50", f"-d{seconds}s", f"http://127.0.0.1:{port}/map"]
    told = subprocess.run(
        list(map(str, arguments)), env=environment(folder), capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in told or "Socket errors" in told:
        sys.exit(f"not every request was answered:\n{told}")
    return int(re.search(r"(\d+) requests in", told)[1])


def microseconds(name, folder, run, lab, seconds):
    with start(name, folder, run, lab) as server:
        wrk(folder, PORTS[name], 1)
        before = server.seconds()
        count = wrk(folder, PORTS[name], seconds)
        return tuple((after - begun) / count * 1e6 for begun, after in zip(before, server.seconds()))


def cost(folder, lab, seconds):
    found = {name: [] for name in PORTS}
    with tempfile.TemporaryDirectory() as place:
        run = pathlib.Path(place)
        run.chmod(0o755)
        print(f"load before: {os.getloadavg()[0]:.1f}")
        with backends(folder, run):
            for name in [*PORTS, *reversed(PORTS)]:
                found[name].append(microseconds(name, folder, run, lab, seconds))
        print(f"load after:  {os.getloadavg()[0]:.1f}")
    print("a request, in microseconds of CPU time:")
    totals = {name: statistics.mean(map(sum, rounds)) for name, rounds in found.items()}
    for name, rounds in found.items():
        user, system = (statistics.mean(part) for part in zip(*rounds))
        told = ", ".join(f"{sum(parts):.1f}" for parts in rounds)
        print(f"  {name:12} {totals[name]:5.1f}  (user {user:.1f}, system {system:.1f}; rounds {told})")
    for other in ("HAProxy", "nginx"):
        print(f"  {totals[other] / totals['lab balancer']:.2f} x {other}: requests for the same CPU time")


def one(folder, lab, seconds):
    with tempfile.TemporaryDirectory() as place:
        run = pathlib.Path(place)
        run.chmod(0o755)
        with backends(folder, run), start("lab balancer", folder, run, lab) as server:
            print(f"lab balancer is process {server.process.pid}", flush=True)
            print(f"{wrk(folder, PORTS['lab balancer'], seconds)} requests in {seconds} s")


def main():
    match sys.argv[1:]:
        case ["cost", folder, *more]:
            cost(pathlib.Path(folder).resolve(), build(), int(more[0]) if more else 5)
        case ["one", folder, *more]:
            one(pathlib.Path(folder).resolve(), build(), int(more[0]) if more else 10)
        case _:
            sys.exit(__doc__)


main()
