"""Sends Unbound and BIND, which ask NSD, a client's queries that are odd in one way or two, and writes their replies as Swift source.

Needs what authority.py needs, and its zone.

  python Tests/Support/Recording/recursive-service.py .build/servers
"""

import itertools
import os
import pathlib
import socket
import struct
import subprocess
import sys
import tempfile

import authority

TARGET = authority.HERE.parent / "03-DNSResolution" / "ServiceRecording.swift"
ZONE = "postroad.example"
PORTS = {"unbound": 5323, "named": 5324}
# A client that may ask, and one that may not.
CLIENTS = {True: "127.0.0.1", False: "127.0.0.2"}
CODES = {0: "NOERROR", 1: "FORMERR", 2: "SERVFAIL", 3: "NXDOMAIN", 4: "NOTIMP", 5: "REFUSED"}
CONFIGURATION = {
    "unbound": """server:
  interface: 127.0.0.1
  port: 5323
  username: ""
  chroot: ""
  directory: "@RUN@"
  pidfile: "@RUN@/unbound.pid"
  use-syslog: no
  logfile: "@RUN@/unbound.log"
  do-ip6: no
  module-config: "iterator"
  do-not-query-localhost: no
  do-not-query-address: 192.0.2.0/24
  access-control: 127.0.0.1/32 allow
  access-control: 127.0.0.2/32 refuse
remote-control:
  control-enable: no
stub-zone:
  name: "postroad.example"
  stub-addr: 127.0.0.1@5321
stub-zone:
  name: "."
  stub-addr: 192.0.2.1
""",
    "named": """options {
  directory "@RUN@";
  pid-file "@RUN@/named.pid";
  session-keyfile "@RUN@/session.key";
  listen-on port 5324 { 127.0.0.1; };
  listen-on-v6 { none; };
  recursion yes;
  allow-query { 127.0.0.1; };
  dnssec-validation no;
  minimal-responses yes;
  empty-zones-enable no;
};
controls { };
zone "postroad.example" { type forward; forward only; forwarders { 127.0.0.1 port 5321; }; };
""",
}
COMMANDS = {"unbound": ["-d", "-c"], "named": ["-f", "-c"]}
# RD, CD, QR, opcode, number of questions, whether the client may ask, and what it asks about: what is cached, what is not, what does
# not exist, and a name whose servers cannot be asked. NOTIFY and UPDATE are left out, as in front-door.py.
ROWS = (
    [(rd, cd, 0, 0, 1, True, about) for rd in (1, 0) for cd in (0, 1) for about in ("cached", "new", "missing", "dead")]
    + [(rd, 0, 0, 0, 1, False, about) for rd in (1, 0) for about in ("cached", "new")]
    + [(1, 0, 1, opcode, count, allowed, "cached") for opcode in (0, 2) for count in (0, 1) for allowed in (True, False)]
    + [(1, 0, 0, opcode, count, True, "cached") for opcode in (1, 2, 3, 6, 15) for count in (0, 1)]
    + [(rd, 0, 0, 0, count, True, "cached") for rd in (1, 0) for count in (0, 2)]
)


def name(about, numbers=itertools.count()):
    fresh = next(numbers)
    first = {"cached": "www", "new": f"n{fresh}.wild", "missing": f"n{fresh}", "dead": f"n{fresh}.north"}[about]
    return f"{first}.{ZONE}"


def wire(text):
    return b"".join(bytes([len(label)]) + label.encode() for label in text.split(".")) + b"\0"


def ask(port, allowed, message):
    """The reply's code, its flags, and how many questions and answers it has."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        asking.bind((CLIENTS[allowed], 0))
        asking.settimeout(3)
        asking.sendto(message, ("127.0.0.1", port))
        try:
            reply = asking.recv(65535)
        except socket.timeout:
            return "nothing"
    _, flags, questions, answers, _, _ = struct.unpack(">6H", reply[:12])
    told = [text for bit, text in ((10, "aa"), (9, "tc"), (8, "rd"), (7, "ra"), (4, "cd")) if flags >> bit & 1]
    return ",".join([CODES.get(flags & 15, str(flags & 15))] + told + [f"questions={questions}", f"answers={answers}"])


def main():
    prefix = pathlib.Path(sys.argv[1]).resolve()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        run = pathlib.Path(folder)
        servers = authority.start(prefix, run)
        try:
            authority.wait(5321)
            libraries = {str(path.parent) for path in prefix.glob("usr/lib/**/*.so*")}
            environment = os.environ | {"LD_LIBRARY_PATH": ":".join(sorted(libraries))}
            for server, text in CONFIGURATION.items():
                (run / f"{server}.conf").write_text(text.replace("@RUN@", str(run)))
                servers.append(
                    subprocess.Popen([prefix / "usr/sbin" / server, *COMMANDS[server], run / f"{server}.conf"], env=environment))
            www = struct.pack(">6H", 1, 0x0100, 1, 0, 0, 0) + wire(f"www.{ZONE}") + struct.pack(">2H", 1, 1)
            for port in PORTS.values():
                # Until it is there; then this one is cached.
                while "answers=2" not in ask(port, True, www):
                    pass
            for fields in ROWS:
                rd, cd, qr, opcode, count, allowed, about = fields
                question = wire(name(about)) + struct.pack(">2H", 1, 1)
                message = struct.pack(">6H", 0x1234, qr << 15 | opcode << 11 | rd << 8 | cd << 4, count, 0, 0, 0) + question * count
                told = [ask(port, allowed, message) for port in PORTS.values()]
                rows.append(" ".join([str(int(field)) if isinstance(field, (bool, int)) else field for field in fields] + told))
        finally:
            for server in servers:
                server.terminate()
                server.wait()
    body = "\n".join(f"    {row}" for row in rows)
    TARGET.write_text(
        "// Recorded by Tests/Support/Recording/recursive-service.py: not typed by hand.\n\n"
        "extension ServiceRecording {\n"
        "  /// A row for each query: RD, CD, QR, opcode, number of questions, whether the client may ask, what it asks about; what Unbound\n"
        "  /// 1.17.1 replied, and BIND 9.18.\n"
        f'  static let text = """\n{body}\n    """\n}}\n')
    print(f"{len(rows)} queries")
    print(body)


if __name__ == "__main__":
    main()
