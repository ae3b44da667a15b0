"""Asks the servers that record-headers.sh started, and writes what went over the wire as Swift source.

dig speaks to a tap that passes each datagram on and keeps a copy. What a header means is told by dig, as it
prints the message (`+qr` prints the query too), and by dnspython: the two must agree, or nothing is written.
"""

import os
import re
import socket
import subprocess
import sys
import textwrap

import dns.flags
import dns.message
import dns.opcode
import dns.rcode

AUTHORITY = ("127.0.0.1", 5301)
RESOLVER = ("127.0.0.1", 5302)
PLAIN = "+norec +noad +noedns"

# What is kept of an exchange beside the reply: the query too, or not. The ids are fixed, so that a second
# recording differs in little.
AUTHORITY_QUESTIONS = [
    (True, f"www.postroad.example A {PLAIN} +qid=4660"),
    (True, "www.postroad.example AAAA +rec +noad +noedns +qid=52428"),
    (False, f"nowhere.postroad.example A {PLAIN} +qid=255"),
    (False, f"gate.north.postroad.example A {PLAIN} +qid=65280"),
    (False, f"scroll.postroad.example TXT {PLAIN} +notcp +ignore +qid=513"),
    (False, f"www.elsewhere.example A {PLAIN} +qid=43690"),
    (True, f"www.postroad.example A {PLAIN} +opcode=status +qid=21845"),
    (True, f"www.postroad.example A {PLAIN} +opcode=15 +qid=32768"),
    (True, f"+header-only {PLAIN} +qid=1"),
    (True, f"www.postroad.example A {PLAIN} +zflag +qid=65535"),
]
RESOLVER_QUESTIONS = [
    (False, "www.postroad.example A +rec +noad +noedns +qid=4661"),
    (True, "www.postroad.example A +rec +ad +noedns +qid=4662"),
    (True, "www.postroad.example AAAA +rec +noad +cd +noedns +qid=4663"),
    (True, "nowhere.postroad.example A +rec +noad +dnssec +nocookie +qid=4664"),
    (False, "www.dark.postroad.example A +rec +noad +noedns +qid=4665"),
    (True, f"postroad.example SOA {PLAIN} +opcode=notify +aaflag +qid=4666"),
]


def ask(server, arguments):
    """The bytes of query and reply, and the two headers as dig prints them."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as tap, socket.socket(
        socket.AF_INET, socket.SOCK_DGRAM
    ) as beyond:
        tap.bind(("127.0.0.1", 0))
        tap.settimeout(10)
        beyond.settimeout(10)
        dig = subprocess.Popen(
            ["dig", "@127.0.0.1", "-p", str(tap.getsockname()[1]), "+tries=1", "+time=10", "+qr"]
            + arguments.split(),
            stdout=subprocess.PIPE,
            text=True,
        )
        query, client = tap.recvfrom(65535)
        beyond.sendto(query, server)
        reply = beyond.recv(65535)
        tap.sendto(reply, client)
        printed = dig.communicate(timeout=15)[0]
    headers = re.findall(r";; ->>HEADER<<- (.*)\n;; (flags:.*)\n", printed)
    if len(headers) != 2:
        sys.exit(f"dig printed {len(headers)} headers, not 2:\n{printed}")
    return [(query, headers[0]), (reply, headers[1])]


def read_by_dig(first, second):
    """The header that dig's two lines tell."""
    line = re.fullmatch(r"opcode: (\w+), status: (\w+), id: (\d+)", first)
    flags = re.match(r"flags:([a-z ]*);( MBZ: 0x(\w+);)?", second)
    counts = dict(re.findall(r"([A-Z]+): (\d+)", second))
    opcode = line[1].removeprefix("RESERVED")
    return {
        "id": int(line[3]),
        "opcode": int(opcode) if opcode.isdigit() else int(dns.opcode.from_text(opcode)),
        "rcode": int(dns.rcode.from_text(line[2].removeprefix("RESERVED"))),
        "flags": set(flags[1].split()),
        # dig prints the reserved bit as "must be zero", in the place it has in the header.
        "z": flags[3] is not None,
        "counts": [int(counts[name]) for name in ["QUERY", "ANSWER", "AUTHORITY", "ADDITIONAL"]],
    }


def read_by_dnspython(message):
    """The same header, read by dnspython; its counts are those of the entries that it found."""
    parsed = dns.message.from_wire(message)
    records = [sum(len(rrset) for rrset in s) for s in [parsed.answer, parsed.authority, parsed.additional]]
    records[2] += parsed.opt is not None
    return {
        "id": parsed.id,
        "opcode": int(parsed.opcode()),
        "rcode": int(parsed.rcode()),
        # dnspython knows the reserved bit by its number only.
        "flags": set(dns.flags.to_text(parsed.flags).lower().split()) - {"flag6"},
        "z": parsed.flags & 0x0040 != 0,
        "counts": [len(parsed.question)] + records,
    }


SWIFT_FLAGS = [
    ("qr", "isResponse"), ("aa", "isAuthoritative"), ("tc", "isTruncated"), ("rd", "recursionDesired"),
    ("ra", "recursionAvailable"), ("z", "reservedBit"), ("ad", "isAuthenticData"), ("cd", "checkingDisabled"),
]
SWIFT_COUNTS = ["questionCount", "answerCount", "authorityCount", "additionalCount"]


def swift_header(header):
    flags = header["flags"] | ({"z"} if header["z"] else set())
    fields = [f"id: {header['id']}"]
    fields += [f"{name}: true" for flag, name in SWIFT_FLAGS[:1] if flag in flags]
    if header["opcode"]:
        fields.append(f"opcode: DNS.Opcode(rawValue: {header['opcode']})")
    fields += [f"{name}: true" for flag, name in SWIFT_FLAGS[1:] if flag in flags]
    if header["rcode"]:
        fields.append(f"responseCode: DNS.ResponseCode(rawValue: {header['rcode']})")
    fields += [f"{name}: {n}" for name, n in zip(SWIFT_COUNTS, header["counts"]) if n]
    lines = [" " * 7]
    for field in fields:
        if len(lines[-1]) + len(field) > 96:
            lines.append(" " * 7)
        lines[-1] += f" {field},"
    lines[-1] = lines[-1].removesuffix(",") + ")),"
    return lines


def swift_message(sender, arguments, message, printed):
    dig = read_by_dig(*printed)
    for field, value in read_by_dnspython(message).items():
        if dig[field] != value:
            sys.exit(f"{sender}, {arguments}: dig reads {field} as {dig[field]}, dnspython as {value}")
    return [
        "    RecordedMessage(",
        f'      sender: "{sender}",',
        f'      question: "{arguments}",',
        "      dig: [",
        f'        "{printed[0]}",',
        f'        "{printed[1]}",',
        "      ],",
        '      hex: """',
        *(" " * 8 + line for line in textwrap.wrap(message.hex(" ", -2), 90)),
        '        """,',
        "      header: DNS.Header(",
        *swift_header(dig),
    ]


def swift_source(name, comment, messages):
    lines = [
        "// Recorded by Tests/Support/Recording/record-headers.sh: not typed by hand.",
        "import PostRoad",
        "",
        "extension RecordedMessage {",
        f"  /// {comment}",
        f"  static let {name}: [RecordedMessage] = [",
    ]
    for message in messages:
        lines += swift_message(*message)
    return "\n".join(lines + ["  ]", "}", ""])


def main():
    client, authority, resolver = (os.environ[name] for name in ["DIG", "NSD", "NAMED"])
    queries = []
    replies = {authority: [], resolver: []}
    for server, address, questions in [
        (authority, AUTHORITY, AUTHORITY_QUESTIONS),
        (resolver, RESOLVER, RESOLVER_QUESTIONS),
    ]:
        for keeps_query, arguments in questions:
            query, reply = ask(address, arguments)
            if keeps_query:
                queries.append((client, arguments, *query))
            replies[server].append((server, arguments, *reply))
    sources = {
        "RecordedQueries.swift": swift_source(
            "queries", "What dig asked over UDP; its arguments tell what for.", queries
        ),
        "RecordedAuthorityReplies.swift": swift_source(
            "authorityReplies",
            f"What {authority} replied over UDP: the authority for `postroad.example`, no resolver.",
            replies[authority],
        ),
        "RecordedResolverReplies.swift": swift_source(
            "resolverReplies",
            f"What {resolver} replied over UDP: a resolver that validates, and no authority.",
            replies[resolver],
        ),
    }
    for name, source in sources.items():
        with open(os.path.join(sys.argv[1], name), "w") as file:
            file.write(source)


if __name__ == "__main__":
    main()
