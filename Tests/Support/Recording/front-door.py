"""Sends NSD and Knot queries that are odd in one way or two, and writes what they made of them as Swift source.

Needs what authority.py needs, and its zone.

  python Tests/Support/Recording/front-door.py .build/servers
"""

import pathlib
import socket
import struct
import sys
import tempfile

import dns.message
import dns.name
import dns.rcode

import authority

TARGET = authority.HERE.parent / "02-DNSAuthority" / "FrontDoorRecording.swift"
ZONE = "postroad.example."
# QR, opcode, number of questions, name, type, class, EDNS version (None: no OPT).
QUERIES = (
    [(0, 0, 1, f"www.{ZONE}", 1, 1, None), (0, 0, 1, f"www.{ZONE}", 1, 1, 0), (1, 0, 1, f"www.{ZONE}", 1, 1, None), (1, 2, 0, ZONE, 1, 1, 1)]
    # NOTIFY (4) and UPDATE (5) are answered by servers that are secondaries or take updates: they are left out.
    + [(0, opcode, 1, f"www.{ZONE}", 1, 1, None) for opcode in (1, 2, 3, 6, 7, 15)]
    + [(0, 2, 0, ZONE, 1, 1, None), (0, 2, 1, "www.elsewhere.", 1, 3, None), (0, 6, 1, ZONE, 1, 1, 0), (0, 2, 1, ZONE, 1, 1, 1)]
    + [(0, 0, 0, ZONE, 1, 1, None), (0, 0, 2, f"www.{ZONE}", 1, 1, None), (0, 0, 2, "www.elsewhere.", 1, 3, None), (0, 0, 2, ZONE, 1, 1, 1)]
    + [(0, 0, 1, name, 1, 1, version) for name in (ZONE, "www.elsewhere.") for version in (1, 2, 255)]
    + [(0, 0, 1, ZONE, 1, 3, 1), (0, 0, 1, ZONE, 252, 1, 1)]
    + [(0, 0, 1, ZONE, 252, 1, None), (0, 0, 1, f"www.{ZONE}", 252, 1, 0)]
    + [(0, 0, 1, f"www.{ZONE}", 1, kind, None) for kind in (0, 2, 3, 4, 254)] + [(0, 0, 1, "www.elsewhere.", 1, 3, 0)]
    + [(0, 0, 1, name, 1, 1, None) for name in ("www.elsewhere.", ".", "example.", "evilpostroad.example.", "postroad.example.com.")]
)


def query(response, opcode, count, name, kind, qclass, version):
    question = dns.name.from_text(name).to_wire() + struct.pack(">2H", kind, qclass)
    opt = b"" if version is None else b"\0" + struct.pack(">HHBBHH", 41, 1232, 0, version, 0, 0)
    return struct.pack(">6H", 0x1234, response << 15 | opcode << 11, count, 0, 0, bool(opt)) + question * count + opt


def made_of(port, message):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        asking.settimeout(1)
        asking.sendto(message, ("127.0.0.1", port))
        try:
            return dns.rcode.to_text(dns.message.from_wire(asking.recv(65535)).rcode())
        except socket.timeout:
            return "nothing"


def main():
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        servers = authority.start(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(folder))
        try:
            for port in (5321, 5322):
                authority.wait(port)
            for fields in QUERIES:
                message = query(*fields)
                told = [made_of(port, message) for port in (5321, 5322)]
                rows.append(" ".join(["-" if field is None else str(field) for field in fields] + told))
        finally:
            for server in servers:
                server.terminate()
                server.wait()
    body = "\n".join(f"    {row}" for row in rows)
    TARGET.write_text(
        "// Recorded by Tests/Support/Recording/front-door.py: not typed by hand.\n\n"
        "extension FrontDoorRecording {\n"
        "  /// A row for each query: QR, opcode, number of questions, name, type, class, EDNS version or `-`; what NSD 4.6.1 made of it, and\n"
        "  /// Knot 3.2.6.\n"
        f'  static let text = """\n{body}\n    """\n}}\n')
    print(f"{len(rows)} queries")


if __name__ == "__main__":
    main()
