#!/usr/bin/env python3
"""Records the first bytes that `openssl s_client` sends.

    python3 client-hellos.py > ../05-LoadBalancing/ClientHellos.swift
"""

import socket
import subprocess

ALPN = ",".join(f"postroad-{number:02}" for number in range(50))  # makes the message longer than a record of 512 bytes
RUNS = [
    ("thirteen", "-servername www.postroad.example", "TLS 1.3 and 1.2 offered"),
    ("twelve", "-tls1_2 -servername WWW.PostRoad.Example", "TLS 1.2 alone"),
    ("noName", "-noservername", "no server name"),
    ("split", f"-servername cdn.postroad.example -max_send_frag 512 -alpn {ALPN}", "two records"),
]
version = subprocess.run(["openssl", "version"], capture_output=True, text=True).stdout.split()[1]
listener = socket.create_server(("127.0.0.1", 15680))
listener.settimeout(5)
print(f"""\
/// The first bytes that `openssl s_client` of OpenSSL {version} sends, recorded by `Recording/client-hellos.py`.
public enum ClientHellos {{""")
properties = []
for name, arguments, told in RUNS:
    command = ["openssl", "s_client", "-connect", "127.0.0.1:15680", *arguments.split()]
    client = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    server, _ = listener.accept()
    server.settimeout(0.5)
    data = b""
    try:
        while part := server.recv(65536):
            data += part
    except TimeoutError:
        pass
    server.close()
    client.communicate()
    lines = "\n".join("    " + data[start : start + 40].hex() for start in range(0, len(data), 40))
    shown = arguments.replace(ALPN, "…")
    properties.append(f'  /// `{shown}`: {told}.\n  public static let {name} = """\n{lines}\n    """\n')
print("\n".join(properties), end="")
print("}")
