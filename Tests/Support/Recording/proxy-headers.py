#!/usr/bin/env python3
"""Records the PROXY headers that HAProxy and nginx send before a connection's own bytes.

    python3 proxy-headers.py > ../05-LoadBalancing/ProxyHeaders.swift
"""

import socket

import loopback

GREETINGS = [
    ("TCP4 192.0.2.10 198.51.100.20 51234 443", "IPv4"),
    ("TCP6 2001:db8::10 2001:db8:1::20 51234 443", "IPv6"),
    ("UNKNOWN", "an unknown family"),
]
listeners = [socket.create_server((f"127.0.0.{11 + number}", 15580)) for number in range(3)]
for listener in listeners:
    listener.settimeout(5)


def through(port, greeting):
    """What arrives behind the balancer, when a client's connection begins with such a header."""
    client = socket.create_connection(("127.0.0.1", port), timeout=5)
    client.sendall(f"PROXY {greeting}\r\n".encode() + b"GET /")
    return received(listeners[0], b"GET /")


def received(listener, end):
    server, _ = listener.accept()
    server.settimeout(2)
    data = b""
    try:
        while not (end and data.endswith(end)):
            part = server.recv(4096)
            if not part:
                break
            data += part
    except (TimeoutError, ConnectionResetError):
        pass
    return data


prefix = loopback.unpack(loopback.NGINX + loopback.HAPROXY)
recorded = []
haproxy, nginx = loopback.haproxy_version(prefix.name), loopback.nginx_version(prefix.name)
with loopback.haproxy(prefix.name, "proxy-headers-haproxy.cfg", 15585):
    for port, how in ((15581, "send-proxy"), (15582, "send-proxy-v2"), (15583, "v2, crc32c and unique-id")):
        for greeting, family in GREETINGS:
            recorded.append((f"{haproxy}, {how}, {family}", through(port, greeting)))
    recorded.append((f"{haproxy}, send-proxy-v2, a health check", received(listeners[1], b"")))
    recorded.append((f"{haproxy}, send-proxy, a health check", received(listeners[2], b"")))
with loopback.nginx(prefix.name, "proxy-headers-nginx.conf", 15586):
    for greeting, family in GREETINGS:
        recorded.append((f"{nginx}, proxy_protocol, {family}", through(15586, greeting)))

print("""\
/// What arrived behind a balancer that sends PROXY headers, recorded by `Recording/proxy-headers.py`: the header, then
/// the client's first bytes, `GET /`; a health check has none.
public enum ProxyHeaders {
  /// Who sent it and how, and the bytes.
  public static let recorded = [""")
for name, data in recorded:
    lines = "\n".join("      " + data[start : start + 36].hex() for start in range(0, len(data), 36))
    print(f'    (\n      "{name}",\n      """\n{lines}\n      """\n    ),')
print("  ]\n}")
