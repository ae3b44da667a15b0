#!/usr/bin/env python3
"""Records whom nginx takes for the client behind X-Forwarded-For, and what it sends on itself.

    python3 nginx-forwarded.py > ../05-LoadBalancing/NginxForwarded.swift
"""

import random
import socket

import loopback

OURS = ["127.0.0.2", "198.51.100.1", "198.51.100.2", "2001:db8:1::1"]
OTHERS = ["192.0.2.7", "203.0.113.9", "2001:db8::7", "198.51.100.11", "127.0.0.9"]
NOTHING = ["unknown", "_hidden", "192.0.2.300", ""]


def answer(port, peer, fields):
    """The body of nginx's reply to a request from this address with these X-Forwarded-For fields."""
    request = "GET / HTTP/1.0\r\n" + "".join(f"X-Forwarded-For: {field}\r\n" for field in fields) + "\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=5, source_address=(peer, 0)) as connection:
        connection.sendall(request.encode())
        reply = b""
        while piece := connection.recv(4096):
            reply += piece
    return reply.split(b"\r\n\r\n", 1)[1].decode()


def road(rng, words, separators, most):
    """A peer, most often one of ours, and up to so many fields of up to so many elements."""
    peer = rng.choice(["127.0.0.2"] * 7 + ["127.0.0.9"])
    fields = []
    for _ in range(rng.randrange(most) + 1):
        field = rng.choices(words, k=rng.randrange(most) + 1)
        text = field[0] + "".join(rng.choice(separators) + word for word in field[1:])
        # nginx takes a comma at the front of a field for a part of the address behind it: none is asked about.
        text = text.lstrip(" ,").rstrip()
        fields.append(text or rng.choice(OTHERS))
    return peer, fields


def lines(port, roads):
    """A line for each, those from strangers first: a test that stops at the first difference tells who believes them."""
    roads = sorted(roads, key=lambda road: road[0] in OURS)
    return "\n".join(
        f"    {peer} > {answer(port, peer, fields)} < {' | '.join(fields)}" for peer, fields in roads)


rng = random.Random(518)
prefix = loopback.unpack(loopback.NGINX)
with loopback.nginx(prefix.name, "nginx-forwarded.conf", 15482):
    clients = lines(15481, [road(rng, OURS * 3 + OTHERS + NOTHING, [", ", ",", " , "], 3) for _ in range(80)])
    lists = lines(15482, [road(rng, OURS + OTHERS, [", "], 2) for _ in range(12)])
print(f"""\
/// What {loopback.nginx_version(prefix.name)} makes of X-Forwarded-For, recorded by `Recording/nginx-forwarded.py` with
/// `Recording/nginx-forwarded.conf`.
///
/// A line has the address that the request came from, what nginx said, and the fields of the request:
/// `peer > answer < field | field`, which `ForwardedLine` reads. No field begins with a comma: nginx takes that for a part
/// of the address behind it.
public enum NginxForwarded {{
  /// The proxies that nginx was told to trust.
  public static let trusted = [{", ".join(f'"{address}"' for address in OURS)}]

  /// Whom `real_ip_recursive on` took for the client.
  public static let clients = \"\"\"
{clients}
    \"\"\"

  /// The field that `$proxy_add_x_forwarded_for` sends on.
  public static let lists = \"\"\"
{lists}
    \"\"\"
}}""")
