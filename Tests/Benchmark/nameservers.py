#!/usr/bin/env python3
"""CPU time a query: `lab authority`, composed and compiled, beside NSD and Knot, and `lab resolver` with a warm cache beside Unbound.

usage: Tests/Benchmark/nameservers.py [authority] [resolver] [--rounds 3] [--queries 200000]

Every round asks the servers one after the other and then in the reverse order (A B B A), with `dnsperf -c1 -q100`. What counts is the
time that the server's own threads were on a processor, by the kernel's clock, so a busy machine hurts little. A lost query, or a response code
that another server does not have as often, ends it with an error.

Needs Linux and POSTROAD_SERVERS, a folder that Tests/Interop/Live/unpack-servers.sh has filled; builds lab in release first.
"""
import argparse
import os
import pathlib
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time

HOME = pathlib.Path(__file__).resolve().parents[2]
SCRATCH = HOME / ".build/figures"
RECORDING = HOME / "Tests/Support/Recording"
SERVERS = [pathlib.Path(folder) for folder in os.environ.get("POSTROAD_SERVERS", "").split(":") if folder]
# A root that is all of the internet, for the resolvers.
ROOT = "$TTL 86400\n. SOA a.root. warden.root. 1 7200 900 1209600 3600\n. NS a.root.\na.root. A 192.0.2.1\n" + "".join(
    f"host{number}.example. A 198.51.100.{number % 250}\n" for number in range(1000))


def program(name):
    folders = [folder / place for folder in SERVERS for place in ("usr/sbin", "usr/bin")]
    folders += [pathlib.Path(folder) for folder in os.environ["PATH"].split(":") + ["/usr/sbin"]]
    for folder in folders:
        if os.access(folder / name, os.X_OK):
            return str(folder / name)
    sys.exit(f"{name} is not there: sh Tests/Interop/Live/unpack-servers.sh .build/servers, and name it in POSTROAD_SERVERS")


def environment():
    libraries = [str(path) for folder in SERVERS for path in (folder / "usr/lib").glob("*-linux-gnu")]
    return os.environ | {"LD_LIBRARY_PATH": ":".join(libraries)}


def free_port():
    with socket.socket() as made:
        made.bind(("127.0.0.1", 0))
        return made.getsockname()[1]


class Server:
    """A server on loopback, until it is stopped."""

    def __init__(self, name, port, command):
        self.name, self.port = name, port
        self.process = subprocess.Popen(
            [str(word) for word in command], env=environment(), start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # The root's SOA, as the least that any of them answers or refuses.
        query = bytes.fromhex("000101000001000000000000" "0000060001")
        for _ in range(100):
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as made:
                made.settimeout(0.1)
                made.connect(("127.0.0.1", port))
                try:
                    made.send(query)
                    if made.recv(4096):
                        return
                except OSError:
                    time.sleep(0.1)
        sys.exit(f"{name} does not answer")

    def stop(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def processes(self):
        """The process and its children, and theirs."""
        found, waiting = [], [self.process.pid]
        while waiting:
            number = waiting.pop()
            found.append(number)
            for task in pathlib.Path(f"/proc/{number}/task").glob("*"):
                waiting += [int(child) for child in (task / "children").read_text().split()]
        return found

    def seconds(self):
        """On a processor so far, in all threads."""
        tasks = [task for number in self.processes() for task in pathlib.Path(f"/proc/{number}/task").glob("*")]
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9

    def ask(self, queries, count):
        """Microseconds of the server a query, and how often each response code came."""
        lines = len(queries.read_text().splitlines())
        before = self.seconds()
        printed = subprocess.run(
            [program("dnsperf"), "-s", "127.0.0.1", "-p", str(self.port), "-d", queries, "-c1", "-q100",
             "-n", str(count // lines)],
            env=environment(), capture_output=True, text=True, check=True).stdout
        used = self.seconds() - before
        sent = int(re.search(r"Queries sent:\s+(\d+)", printed)[1])
        if int(re.search(r"Queries completed:\s+(\d+)", printed)[1]) != sent:
            sys.exit(f"{self.name} has lost queries:\n{printed}")
        return used / sent * 1e6, re.search(r"Response codes:\s+(.*)", printed)[1]


def measure(servers, queries, options):
    times = {server.name: [] for server in servers}
    codes = set()
    # Once before it counts: caches are filled, and answers compiled.
    for server in servers:
        codes.add(server.ask(queries, 10_000)[1].split("(")[0])
    for _ in range(options.rounds):
        seen = set()
        for server in servers + servers[::-1]:
            used, told = server.ask(queries, options.queries)
            times[server.name].append(used)
            seen.add(told)
        if len(seen) != 1:
            sys.exit(f"the servers do not say the same: {seen}")
    first = statistics.median(times[servers[0].name])
    print(f"| server | µs a query | from to | beside {servers[0].name} |\n| --- | --: | --: | --: |")
    for name, used in times.items():
        middle = statistics.median(used)
        print(f"| {name} | {middle:.2f} | {min(used):.2f} to {max(used):.2f} | {middle / first:.2f} |")
    print(f"\n{options.rounds * 2} times {options.queries} queries each, none lost; response codes {seen.pop()}\n")


def configured(name, folder, port, old):
    text = (RECORDING / name).read_text().replace("@RUN@", str(folder)).replace(f"@{old}", f"@{port}")
    (folder / name).write_text(text)
    return folder / name


def lab():
    return SCRATCH / "release/lab"


def authority(folder, options):
    zone = (RECORDING / "authority.zone").read_text()
    (folder / "authority.zone").write_text(zone)
    # Chapter 2 reads a DS as what has no name of its own.
    ours = folder / "ours.zone"
    ours.write_text(zone.replace("DS    60485 5 1 ", "TYPE43 \\# 24 EC45 05 01 "))
    (folder / "knot").mkdir()
    queries = folder / "queries"
    names = ["", "www.", "ns1.", "mail.", "road.", "lane.", "gate.north.", "a.b.south.", "any.wild.", "nowhere.", "x.www."]
    queries.write_text("".join(f"{name}postroad.example {kind}\n" for name in names for kind in ("A", "AAAA", "MX")))
    ports = [free_port() for _ in range(4)]
    nsd = configured("authority-nsd.conf", folder, ports[0], "5321")
    knot = configured("authority-knot.conf", folder, ports[1], "5322")
    command = [lab(), "authority", "--zone", ours, "--listen"]
    servers = []
    try:
        servers.append(Server("NSD", ports[0], [program("nsd"), "-d", "-c", nsd]))
        servers.append(Server("Knot", ports[1], [program("knotd"), "-c", knot]))
        servers.append(Server("composed", ports[2], command + [f"127.0.0.1:{ports[2]}"]))
        servers.append(Server("compiled", ports[3], command + [f"127.0.0.1:{ports[3]}", "--compiled"]))
        measure(servers, queries, options)
    finally:
        for server in servers:
            server.stop()


def resolver(folder, options):
    ports = [free_port() for _ in range(3)]
    (folder / "root.zone").write_text(ROOT)
    nsd = configured("authority-nsd.conf", folder, ports[0], "5321")
    nsd.write_text(nsd.read_text().replace("name: postroad.example", "name: .").replace("authority.zone", "root.zone"))
    unbound = folder / "unbound.conf"
    unbound.write_text(f"""server:
  interface: 127.0.0.1
  port: {ports[1]}
  do-daemonize: no
  username: ""
  chroot: ""
  directory: "{folder}"
  pidfile: "{folder}/unbound.pid"
  use-syslog: no
  num-threads: 1
  do-ip6: no
  module-config: "iterator"
  do-not-query-localhost: no
remote-control:
  control-enable: no
stub-zone:
  name: "."
  stub-addr: 127.0.0.1@{ports[0]}
""")
    (folder / "hints").write_text(". 3600000 NS a.root.\na.root. 3600000 A 192.0.2.1\n")
    (folder / "map").write_text(f"192.0.2.1 127.0.0.1:{ports[0]}\n")
    queries = folder / "queries"
    queries.write_text("".join(f"host{number}.example {'A' if number % 10 else 'MX'}\n" for number in range(1000)))
    servers = [Server("NSD", ports[0], [program("nsd"), "-d", "-c", nsd])]
    try:
        servers.append(Server("Unbound", ports[1], [program("unbound"), "-d", "-c", unbound]))
        servers.append(Server("lab resolver", ports[2], [
            lab(), "resolver", "--root-hints", folder / "hints", "--map-addresses", folder / "map",
            "--listen", f"127.0.0.1:{ports[2]}"]))
        measure(servers[1:], queries, options)
    finally:
        for server in servers:
            server.stop()


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("what", nargs="*", choices=["authority", "resolver", []])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--queries", type=int, default=200_000)
    parser.add_argument("--built", action="store_true", help="lab is built already")
    options = parser.parse_args()
    if not options.built:
        subprocess.run(
            ["swift", "build", "-c", "release", "--scratch-path", SCRATCH, "--product", "lab"], cwd=HOME,
            env=os.environ | {"WORKBOOK_SOLUTIONS": "all", "WORKBOOK_BENCHMARK": "1"}, check=True,
            stdout=subprocess.DEVNULL)
    for what in options.what or ["authority", "resolver"]:
        with tempfile.TemporaryDirectory(prefix="postroad-") as folder:
            {"authority": authority, "resolver": resolver}[what](pathlib.Path(folder), options)


if __name__ == "__main__":
    main()
