"""Asks the servers that record-messages.sh started, and writes what went over the wire as Swift source.

dig speaks to a tap that passes each message on, over UDP or TCP, and keeps a copy. What a message says is told by
dnspython and by dig's own output: their records must agree, or nothing is written.
"""

import os
import re
import socket
import subprocess
import sys
import textwrap
import threading

import dns.flags
import dns.message
import dns.rdataclass
import dns.rdatatype

# The types that are told as text; data of any other is told as RFC 3597 §5 has it.
TOLD = {"A", "AAAA", "CNAME", "NS", "PTR", "MX", "TXT", "SOA", "SRV"}
Z = "postroad.example"
LONG = ".".join(letter * 63 for letter in "abc")
PLAIN = "+norec +noad +noedns"
EDNS = "+norec +noad +nocookie"
COOKIE = "+norec +noad +cookie=2464c4abcf10c957 +nobadcookie"
# The questions; a * in front keeps the query, too.
BOTH = [
    f"*www.{Z} A {PLAIN}", f"www.{Z} AAAA {PLAIN}", f"{Z} NS {PLAIN}", f"{Z} MX {PLAIN}", f"{Z} SOA {PLAIN}",
    f"{Z} TXT {PLAIN}", f"{Z} TYPE65280 {PLAIN}", f"scroll.{Z} TXT {PLAIN}", f"_mana._tcp.{Z} SRV {PLAIN}",
    f"road.{Z} A {PLAIN}", f"away.{Z} A {PLAIN}", f"80.rev.{Z} PTR {PLAIN}", f"nowhere.{Z} A {PLAIN}",
    f"ns1.{Z} MX {PLAIN}", f"gate.north.{Z} A {PLAIN}", f"a.wild.{Z} MX {PLAIN}", f"wWw.PoStRoAd.eXaMpLe A {PLAIN}",
    rf"odd\.la\032bel\200.{Z} A {PLAIN}", f"max.{Z} A {PLAIN}", f"host.{LONG}.{Z} A {PLAIN}",
    f"many.{Z} MX {PLAIN} +notcp +ignore", f"many.{Z} MX {PLAIN} +tcp", f"{Z} MX {EDNS} +bufsize=1232 +tcp",
    f"www.{Z} A {EDNS} +bufsize=1232 +nsid", f"www.elsewhere.example A {EDNS} +dnssec",
    f"www.{Z} A {EDNS} +edns=1 +noednsneg",
]
QUESTIONS = {
    "NSD": (5311, BOTH + [f"zero.{Z} A {PLAIN}", f"*mixed.{Z} TXT {PLAIN}", f"*{Z} SOA {COOKIE}"]),
    "KNOT": (5312, BOTH + [f"*{Z} SOA {COOKIE}"]),
    "NAMED": (5313, [
        f"*www.{Z} A +rec +noad +noedns", f"{Z} MX +rec +noad +nocookie +bufsize=1232",
        f"scroll.{Z} TXT +rec +noad +noedns", f"road.{Z} AAAA +rec +noad +noedns",
        f"_mana._tcp.{Z} SRV +rec +ad +noedns", f"{Z} TYPE65280 +rec +noad +noedns",
        f"nowhere.{Z} A +rec +noad +noedns", f"{Z} SOA +rec +noad +noedns +tcp",
        f"many.{Z} MX +rec +noad +noedns +tcp", f"*version.bind TXT CH +norec +noad +noedns",
        f"www.{Z} A +rec +noad +nocookie +edns=1 +noednsneg", f"*www.{Z} A +rec +noad +cookie=2464c4abcf10c957",
    ]),
}


def read_tcp(connection):
    """What a TCP connection carries as one message, with the two octets of its length."""
    data = b""
    while len(data) < 2 or len(data) < 2 + int.from_bytes(data[:2], "big"):
        more = connection.recv(65537)
        if not more:
            sys.exit("the connection ended inside a message")
        data += more
    return data


def pass_udp(tap, port, kept):
    query, client = tap.recvfrom(65535)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as beyond:
        beyond.settimeout(10)
        beyond.sendto(query, ("127.0.0.1", port))
        reply = beyond.recv(65535)
    kept += [query, reply]
    tap.sendto(reply, client)


def pass_tcp(tap, port, kept):
    connection, _ = tap.accept()
    with connection, socket.create_connection(("127.0.0.1", port), 10) as beyond:
        query = read_tcp(connection)
        beyond.sendall(query)
        reply = read_tcp(beyond)
        kept += [query[2:], reply[2:]]
        connection.sendall(reply)


def ask(port, arguments):
    """Query and reply, and what dig printed of the reply."""
    over_tcp = "+tcp" in arguments.split()
    kept = []
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM if over_tcp else socket.SOCK_DGRAM) as tap:
        tap.bind(("127.0.0.1", 0))
        tap.settimeout(10)
        if over_tcp:
            tap.listen()
        passing = threading.Thread(target=pass_tcp if over_tcp else pass_udp, args=(tap, port, kept))
        passing.start()
        printed = subprocess.run(
            ["dig", "@127.0.0.1", "-p", str(tap.getsockname()[1]), "+tries=1", "+time=10", "+nocmd", "+nostats"]
            + arguments.split(),
            stdout=subprocess.PIPE, text=True, timeout=20).stdout
        passing.join()
    return "tcp" if over_tcp else "udp", kept[0], kept[1], printed


def rdata_text(rdata):
    kind = dns.rdatatype.to_text(rdata.rdtype)
    return rdata.to_text() if kind in TOLD else rdata.to_generic().to_text()


def told_by_dnspython(message):
    """One line an entry: `answer www.postroad.example. 3600 IN A 192.0.2.80`."""
    parsed = dns.message.from_wire(message)
    lines = [f"question {q.name} {dns.rdataclass.to_text(q.rdclass)} {dns.rdatatype.to_text(q.rdtype)}"
             for q in parsed.question]
    for section, rrsets in [("answer", parsed.answer), ("authority", parsed.authority), ("additional", parsed.additional)]:
        for rrset in rrsets:
            for rdata in rrset:
                lines.append(f"{section} {rrset.name} {rrset.ttl} {dns.rdataclass.to_text(rdata.rdclass)} "
                             f"{dns.rdatatype.to_text(rdata.rdtype)} {rdata_text(rdata)}")
    if parsed.opt is not None:
        options = " ".join(f"{int(o.otype)}={o.to_wire().hex()}" for o in parsed.options)
        lines.append(f"edns version={parsed.edns} do={int(bool(parsed.ednsflags & dns.flags.DO))} "
                     f"payload={parsed.payload} rcode={int(parsed.rcode())} {options}".rstrip())
    return lines


def told_by_dig(printed):
    """The records that dig printed, in the same form, and `edns` where it printed a pseudo-section."""
    lines, section = [], None
    for line in printed.splitlines():
        header = re.match(r";; (QUESTION|ANSWER|AUTHORITY|ADDITIONAL|OPT PSEUDO)\w*", line)
        if header:
            section = header[1].lower()
        elif not line or line.startswith(";;"):
            section = None
        elif section == "question":
            lines.append("question " + " ".join(line.lstrip(";").split()))
        elif section == "opt pseudo" and line.startswith("; EDNS:"):
            match = re.match(r"; EDNS: version: (\d+), flags:( do)?[^;]*; (?:MBZ: \w+, )?udp: (\d+)", line)
            lines.append(f"edns version={match[1]} do={int(match[2] is not None)} payload={match[3]}")
        elif section and not line.startswith(";"):
            lines.append(section + " " + " ".join(line.split()))
    return lines


def comparable(lines):
    """What dig and dnspython write differently, taken away: the order of records and space and case in hex."""
    def one(line):
        if "\\#" in line:
            head, _, tail = line.partition("\\#")
            line = head + "\\# " + "".join(tail.split()[1:]).lower()
        return " ".join((line.split()[:4] if line.startswith("edns") else line.split()))
    return sorted(one(line) for line in lines)


def entry(sender, over, arguments, direction, message, lines):
    hexed = textwrap.wrap(message.hex(" ", -2), 100)
    return [f"@ {direction} {over} {arguments}"] + hexed + lines


def main():
    kept = 0
    for variable, (port, questions) in QUESTIONS.items():
        sender = os.environ[variable]
        blocks = []
        for number, question in enumerate(questions):
            keeps_query, arguments = question.startswith("*"), question.lstrip("*")
            over, query, reply, printed = ask(port, f"{arguments} +qid={port * 7 + number * 1009 & 0xFFFF}")
            lines = told_by_dnspython(reply)
            if comparable(lines) != comparable(told_by_dig(printed)):
                sys.exit(f"{sender}, {arguments}: dnspython and dig disagree:\n"
                         + "\n".join(comparable(lines)) + "\n\n" + "\n".join(comparable(told_by_dig(printed))))
            if keeps_query:
                blocks.append(entry(sender, over, arguments, "query", query, told_by_dnspython(query)))
            blocks.append(entry(sender, over, arguments, "reply", reply, lines))
        kept += len(blocks)
        short = {"NSD": "NSD", "KNOT": "Knot", "NAMED": "BIND"}[variable]
        source = [
            "// Recorded by Tests/Support/Recording/record-messages.sh: not typed by hand.",
            "",
            "extension WireMessage {",
            f"  /// Queries of dig to {sender} and its replies, told by dnspython and dig.",
            f"  static let {short.lower()} = WireMessage.read(",
            f'    sender: "{sender}",',
            '    ##"""',
            *("    " + line for block in blocks for line in block),
            '    """##)',
            "}",
            "",
        ]
        with open(os.path.join(sys.argv[1], f"Wire{short}.swift"), "w") as file:
            file.write("\n".join(source))
    print(f"{kept} messages")


if __name__ == "__main__":
    main()
