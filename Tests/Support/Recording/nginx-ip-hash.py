#!/usr/bin/env python3
"""Records which backend nginx's ip_hash picks for an address.

    python3 nginx-ip-hash.py > ../05-LoadBalancing/NginxAddressPicks.swift
"""

import http.client
import ipaddress
import random

import loopback


def pick(port, address):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", "/", headers={"X-Real-IP": str(address)})
    letter = connection.getresponse().read().decode()
    connection.close()
    return letter


rng = random.Random(55)
fourth = [ipaddress.ip_address(f"{net}.{rng.randrange(1, 255)}") for net in ("192.0.2", "198.51.100", "203.0.113")]
fourth += [ipaddress.ip_address(rng.getrandbits(32)) for _ in range(45)]
sixth = [ipaddress.ip_address("2001:db8::1"), ipaddress.ip_address("2001:db8::2")]
sixth += [ipaddress.ip_address((0x20010DB8 << 96) | rng.getrandbits(96)) for _ in range(22)]

prefix = loopback.unpack(loopback.NGINX)
with loopback.nginx(prefix.name, "nginx-ip-hash.conf", 15284):
    lines = {
        name: "\n".join(
            "    " + address.packed.hex() + " " + "".join(pick(port, address) for port in range(15281, 15285))
            for address in addresses
        )
        for name, addresses in (("four", fourth), ("sixteen", sixth))
    }
print(f"""\
/// Whom {loopback.nginx_version(prefix.name)}'s `ip_hash` picked for an address, recorded by `Recording/nginx-ip-hash.py`.
///
/// A line has the address's bytes and four letters, one for each pool: `equal`, `weighted`, `oneDown`, `wayOut`. The
/// lines stand in the order of the requests, the four bytes before the sixteen.
public enum NginxAddressPicks {{
  /// Addresses of IPv4.
  public static let four = \"\"\"
{lines["four"]}
    \"\"\"

  /// Addresses of IPv6.
  public static let sixteen = \"\"\"
{lines["sixteen"]}
    \"\"\"
}}""")
