#!/usr/bin/env python3
"""The solutions beside libraries of others: what they read and write, and how long it takes.

usage: Tests/Benchmark/compare.py dns       every recorded message, by the solutions and by dnspython, in both directions, with times
       Tests/Benchmark/compare.py balance   rings and picks, by the solutions, by C, and by PyPI's uhashring

Needs dnspython (Debian's python3-dnspython) or uhashring (from PyPI); builds the figures in release first. ldns joins in where
POSTROAD_SERVERS names a folder that Tests/Interop/Live/unpack-servers.sh has filled.
"""
import os
import pathlib
import statistics
import subprocess
import sys
import time

HOME = pathlib.Path(__file__).resolve().parents[2]
SCRATCH = HOME / ".build/figures"
# The types whose data the solutions read; dnspython's words for others differ.
TOLD = {"A", "AAAA", "CNAME", "NS", "PTR", "MX", "TXT", "SOA", "SRV"}


def figures(*arguments, text=None):
    return subprocess.run(
        [SCRATCH / "release/figures", *arguments], input=text, capture_output=True, text=True, check=True).stdout


def build():
    environment = os.environ | {"WORKBOOK_SOLUTIONS": "all", "WORKBOOK_BENCHMARK": "1"}
    subprocess.run(
        ["swift", "build", "-c", "release", "--scratch-path", SCRATCH, "--product", "figures"],
        cwd=HOME, env=environment, check=True, stdout=subprocess.DEVNULL)


def nanoseconds(work, operations):
    """The median of eleven rounds."""
    rounds = []
    for _ in range(11):
        start = time.perf_counter()
        work()
        rounds.append((time.perf_counter() - start) / operations * 1e9)
    return statistics.median(rounds)


def entries(message):
    """A message's entries in dnspython's words, as the recordings have them."""
    import dns.rdataclass
    import dns.rdatatype
    lines = [f"question {q.name} {dns.rdataclass.to_text(q.rdclass)} {dns.rdatatype.to_text(q.rdtype)}" for q in message.question]
    for title, rrsets in [("answer", message.answer), ("authority", message.authority), ("additional", message.additional)]:
        for rrset in rrsets:
            for rdata in rrset:
                kind = dns.rdatatype.to_text(rdata.rdtype)
                data = rdata.to_text() if kind in TOLD else rdata.to_generic().to_text()
                lines.append(f"{title} {rrset.name} {rrset.ttl} {dns.rdataclass.to_text(rdata.rdclass)} {kind} {data}".rstrip())
    return sorted(line.lower() for line in lines)


def compare_dns():
    import dns.message
    wires = [bytes.fromhex(line) for line in figures("messages").split()]
    answers = figures("answer", text="".join(wire.hex() + "\n" for wire in wires)).splitlines()
    read = written = theirs_read = 0
    for wire, answer in zip(wires, answers, strict=True):
        if answer.startswith("!"):
            print(f"refused by the solutions ({answer[1:]}): {wire.hex()}")
            continue
        encoded, *told = answer.split("\t")
        theirs = dns.message.from_wire(wire, one_rr_per_rrset=True)
        if sorted(line.lower() for line in told) == entries(theirs):
            read += 1
        else:
            print(f"read otherwise: {wire.hex()}\n  ours   {sorted(told)}\n  theirs {entries(theirs)}")
        # What the solutions write, dnspython reads as the same message.
        ours = dns.message.from_wire(bytes.fromhex(encoded), one_rr_per_rrset=True)
        same = ours.id == theirs.id and ours.flags == theirs.flags and entries(ours) == entries(theirs) and ours.options == theirs.options
        written += same
        if not same:
            print(f"written otherwise: {wire.hex()}")
        # What dnspython writes, the solutions read as the same message.
        again = figures("answer", text=theirs.to_wire().hex() + "\n").rstrip("\n").split("\t")
        same = sorted(line.lower() for line in again[1:]) == entries(theirs)
        theirs_read += same
        if not same:
            print(f"dnspython's own writing is read otherwise: {theirs.to_wire().hex()}")
    print(f"{len(wires)} messages: {read} read alike; {written} written by the solutions and read by dnspython; "
          f"{theirs_read} written by dnspython and read by the solutions.\n")

    messages = [dns.message.from_wire(wire) for wire in wires]
    print(figures("dns"))
    print(f"dnspython {dns.version.version} in the same run: parse a message "
          f"{nanoseconds(lambda: [dns.message.from_wire(w) for w in wires], len(wires)):,.0f} ns, encode one "
          f"{nanoseconds(lambda: [m.to_wire() for m in messages], len(wires)):,.0f} ns.")
    return read == written == theirs_read == len(wires)


def compare_balance():
    import uhashring
    print(figures("balance"))
    nodes = [f"tower{number}" for number in range(10)]
    keys = [f"/scroll/{number}" for number in range(4096)]
    # 160 points a node: uhashring's ketama has 4 points for each of 40 replicas.
    ring = uhashring.HashRing(nodes, hash_fn="ketama")
    build_time = nanoseconds(lambda: uhashring.HashRing(nodes, hash_fn="ketama"), 1)
    look_up = nanoseconds(lambda: [ring.get_node(key) for key in keys], len(keys))
    print(f"uhashring in the same run: build a ring of {len(ring.get_points())} points {build_time:,.0f} ns, "
          f"look up a key (with MD5 of it) {look_up:,.0f} ns.")
    return True


def main():
    works = {"dns": compare_dns, "balance": compare_balance}
    if len(sys.argv) != 2 or sys.argv[1] not in works:
        sys.exit(__doc__)
    build()
    sys.exit(0 if works[sys.argv[1]]() else 1)


main()
