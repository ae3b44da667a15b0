#!/usr/bin/env python3
"""Records whom nginx and HAProxy give connections to, by weight and by open connections.

    python3 weighted-connections.py > ../05-LoadBalancing/WeightedConnectionEvents.swift
"""

import loopback

prefix = loopback.unpack(loopback.NGINX + loopback.HAPROXY)
backends = loopback.Backends(15180)
recorded = []
with loopback.nginx(prefix.name, "weighted-connections-nginx.conf", 15182):
    recorded += [
        ("nginxFiveThreeOne", backends.events(15181, 400, 11), "nginx, `least_conn`, weights 5, 3, 1."),
        ("nginxFourFourTwoTwo", backends.events(15182, 400, 12), "nginx, `least_conn`, weights 4, 4, 2, 2."),
    ]
with loopback.haproxy(prefix.name, "weighted-connections-haproxy.cfg", 15193):
    recorded += [
        ("haproxyEqual", backends.events(15191, 400, 13), "HAProxy, `leastconn`, four equal backends."),
        ("haproxyFiveThreeOne", backends.events(15192, 400, 14), "HAProxy, `leastconn`, weights 5, 3, 1."),
        ("haproxyFourFourTwoTwo", backends.events(15193, 400, 15), "HAProxy, `leastconn`, weights 4, 4, 2, 2."),
    ]
print(f"""\
/// Whom {loopback.nginx_version(prefix.name)} and {loopback.haproxy_version(prefix.name)} gave each new connection, recorded by
/// `Recording/weighted-connections.py`.
///
/// A small letter is a new connection that was given to this backend, a capital one is a connection that ended.
public enum WeightedConnectionEvents {{""")
print("\n".join(loopback.literal(*entry) for entry in recorded), end="")
print("}")
