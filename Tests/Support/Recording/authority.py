"""Asks NSD and Knot on loopback about authority.zone, and writes their replies as Swift source.

Needs python3 with dnspython and the servers that Tests/Interop/Live/unpack-servers.sh unpacks; without root.

  python Tests/Support/Recording/authority.py .build/servers

Both replies of a question have to agree in RCODE, AA, TC, answer and authority section; where they do not, each is written
under its server's name. Additional records that one of them alone sends are written as `optional`.
"""

import glob
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import time

import dns.flags
import dns.message
import dns.name
import dns.query
import dns.rcode
import dns.rdatatype
import dns.rrset
import dns.zone

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parent / "02-DNSAuthority" / "AuthorityRecording.swift"
TYPES = "A AAAA NS MX TXT CNAME SOA SRV PTR DS TYPE65280"
# Names below postroad.example, each with its types; @ is the origin.
QUESTIONS = [
    ("@", TYPES), ("www", TYPES), ("wWw", "A"), ("ns1", "A AAAA TXT"), ("mail", "A MX"), ("six", "A AAAA"),
    ("text", "TXT A"), ("80.rev", "PTR A"), ("rev", "PTR"), ("unknown", "TYPE65280 A TYPE65281"),
    ("_mana._tcp", "SRV A"), ("_none._tcp", "SRV"), ("_tcp", "SRV A"), ("_udp", "SRV"), ("nomail", "MX A"),
    ("below", "A NS"), ("down.below", "A TXT"), ("deep.down.below", "A TXT"), ("x.down.below", "A"),
    ("x.deep.down.below", "A"), ("b.ent", "TXT A"), ("ent", "TXT"), ("nt", "TXT"), ("b.e.nt", "TXT"),
    ("nowhere", "A SOA"), ("a.b.c.nowhere", "NS"), ("ww", "A"), ("x.www", "A AAAA CNAME"),
    ("evilnorth", "A NS"), ("x.evilnorth", "A"), ("xwww", "A"),
    ("north", "A NS SOA DS MX CNAME"), ("ns.north", "A AAAA TXT"), ("gate.north", "A AAAA NS DS"), ("NoRtH", "NS"),
    ("a.b.c.north", "A"), ("south", "A NS"), ("x.south", "MX"), ("ns.south", "A"), ("east", "NS"), ("x.east", "A"),
    ("x.west", "A"), ("west", "NS"), ("far", "NS A"), ("x.far", "A"), ("lost", "NS"), ("ns.lost", "A"), ("way", "A NS"),
    ("long.way", "A NS"), ("a.long.way", "A NS DS"), ("x.a.long.way", "A"), ("b.long.way", "A"),
    ("signed", "DS NS A"), ("x.signed", "DS A"),
    ("wild", "A MX"), ("a.wild", "A MX TXT AAAA"), ("A.b.C.wild", "A"), ("*.wild", "A MX TXT"), ("x.*.wild", "A"),
    ("known.wild", "TXT A MX"), ("y.known.wild", "A"), ("ent.wild", "A"), ("y.ent.wild", "A"), ("x.ent.wild", "TXT A"),
    ("star", "A"), ("*.star", "A TXT"), ("y.star", "A TXT"), ("a.b.star", "TXT"), ("below.*.star", "TXT A"),
    ("alias", "A"), ("x.alias", "A AAAA CNAME TXT MX"), ("a.b.alias", "A"), ("*.alias", "A CNAME"), ("x.away", "A CNAME"),
    ("sub.wild", "A TXT"), ("x.sub.wild", "A TXT"), ("*.sub.wild", "TXT"), ("north.wild", "A NS"), ("x.north.wild", "A"),
    ("**.wild", "A"), ("x*.wild", "A"), ("north.alias", "A"),
    ("road", "A AAAA CNAME TXT SOA NS"), ("lane", "A AAAA TXT CNAME"), ("path", "A MX"), ("toent", "A"), ("tonothing", "A CNAME"),
    ("tonothing2", "A"), ("todata", "A TXT"), ("toaway", "A CNAME"), ("toaway2", "A"), ("tocut", "A NS"), ("tocut2", "A"),
    ("atcut", "A NS DS"), ("towild", "A MX AAAA"), ("tostar", "A"), ("toblocked", "A"), ("toalias", "A TXT"), ("toapex", "MX NS SOA SRV"),
    ("mixed.case", "A"), ("loop", "A CNAME"), ("loop1", "A"), ("loop2", "A"), ("intoloop", "A"), ("loop.alias.wild", "A"),
]
OUTSIDE = [
    "elsewhere.example. A", "example. NS", "evilpostroad.example. A", "www.evilpostroad.example. A",
    "postroad.example.com. A", "ns2.elsewhere.example. A",
]
TOLD = {"A", "AAAA", "CNAME", "NS", "PTR", "MX", "TXT", "SOA", "SRV"}


def start(prefix, run):
    libraries = ":".join(sorted({str(pathlib.Path(p).parent) for p in glob.glob(f"{prefix}/usr/lib/**/*.so*", recursive=True)}))
    environment = dict(os.environ, LD_LIBRARY_PATH=libraries)
    (run / "knot").mkdir()
    (run / "authority.zone").write_text((HERE / "authority.zone").read_text())
    for name in ("nsd", "knot"):
        text = (HERE / f"authority-{name}.conf").read_text().replace("@RUN@", str(run))
        (run / f"{name}.conf").write_text(text)
    return [
        subprocess.Popen([f"{prefix}/usr/sbin/nsd", "-d", "-c", run / "nsd.conf"], env=environment),
        subprocess.Popen([f"{prefix}/usr/sbin/knotd", "-c", run / "knot.conf"], env=environment, stdout=subprocess.DEVNULL),
    ]


def wait(port):
    for _ in range(100):
        try:
            if ask("postroad.example.", "SOA", port).answer:
                return
        except Exception:
            time.sleep(0.1)
    sys.exit(f"no answer at port {port}")


def ask(name, kind, port):
    query = dns.message.make_query(name, kind)
    query.flags = 0
    return dns.query.udp(query, "127.0.0.1", port=port, timeout=2)


def record(rrset, rdata):
    kind = dns.rdatatype.to_text(rdata.rdtype)
    if kind in TOLD:
        text = rdata.to_text()
    else:
        octets = rdata.to_wire()
        text = f"\\# {len(octets)} {octets.hex(' ')}".strip()
    return f"{rrset.name} {rrset.ttl} {kind} {text}"


def lines(title, section):
    return sorted(f"{title} {record(rrset, rdata)}" for rrset in section for rdata in rrset)


def told(reply):
    """The head, the lines of answer and authority, and the additional lines."""
    flags = "".join(f" {dns.flags.to_text(flag)}" for flag in (dns.flags.AA, dns.flags.TC) if reply.flags & flag)
    head = dns.rcode.to_text(reply.rcode()) + flags
    return [head] + lines("answer", reply.answer) + lines("authority", reply.authority), lines("additional", reply.additional)


def main():
    prefix = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        servers = start(prefix, pathlib.Path(folder))
        try:
            ports = {"NSD": 5321, "Knot": 5322}
            for port in ports.values():
                wait(port)
            questions = [
                (("postroad.example." if name == "@" else f"{name}.postroad.example."), kind)
                for name, kinds in QUESTIONS for kind in kinds.split()
            ] + [tuple(line.split()) for line in OUTSIDE]
            rows, both = [], 0
            for name, kind in questions:
                replies = {server: told(ask(name, kind, port)) for server, port in ports.items()}
                rows.append(f"@ {dns.name.from_text(name)} {kind}")
                (nsd, more_nsd), (knot, more_knot) = replies["NSD"], replies["Knot"]
                if nsd == knot:
                    both += 1
                    rows += nsd + [line for line in more_nsd if line in more_knot]
                    rows += [f"optional {line.removeprefix('additional ')}" for line in sorted(set(more_nsd) ^ set(more_knot))]
                else:
                    print(f"{name} {kind}\n  NSD  {nsd}\n  Knot {knot}", file=sys.stderr)
                    rows += [f"NSD: {line}" for line in nsd] + [f"Knot: {line}" for line in knot]
        finally:
            for server in servers:
                server.terminate()
                server.wait()
    print(f"{len(questions)} questions, {both} with one answer")
    zone = dns.zone.from_file(str(HERE / "authority.zone"), origin="postroad.example.", relativize=False)
    records = [record(dns.rrset.from_rdata_list(name, ttl, [rdata]), rdata) for name, ttl, rdata in zone.iterate_rdatas()]
    body, records = ("\n".join(f"    {row}" for row in list) for list in (rows, records))
    TARGET.write_text(
        "// Recorded by Tests/Support/Recording/authority.py: not typed by hand.\n\n"
        "extension AuthorityRecording {\n"
        "  /// What NSD 4.6.1 (minimal-responses) and Knot 3.2.6 replied about authority.zone.\n"
        f'  static let text = ##"""\n{body}\n    """##\n\n'
        "  /// The records of authority.zone, as dnspython reads them.\n"
        f'  static let zone = ##"""\n{records}\n    """##\n}}\n')


if __name__ == "__main__":
    main()
