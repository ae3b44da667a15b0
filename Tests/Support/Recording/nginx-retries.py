#!/usr/bin/env python3
"""Records which requests nginx sends to a second backend when the first one fails.

    python3 nginx-retries.py > ../05-LoadBalancing/NginxRetries.swift
"""

import socket
import threading

import loopback

METHODS = ["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "POST", "PATCH", "LOCK"]
ANSWERS = {
    15591: b"",
    15592: b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf",
    15593: b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-Backend: second\r\n\r\n",
}


def serve(port, answer):
    """A backend that reads a request, says this and closes."""
    listener = socket.create_server(("127.0.0.1", port), backlog=128)
    while True:
        connection, _ = listener.accept()
        with connection:
            head = b""
            while not head.endswith(b"\r\n\r\n"):
                head += connection.recv(4096)
            connection.sendall(answer)


def outcome(port, method):
    """Whether the second backend has answered."""
    request = f"{method} / HTTP/1.0\r\nHost: a\r\nContent-Length: 0\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(request.encode())
        reply = b""
        while piece := connection.recv(4096):
            reply += piece
    return "again" if b"X-Backend: second" in reply else "never"


for entry in ANSWERS.items():
    threading.Thread(target=serve, args=entry, daemon=True).start()
prefix = loopback.unpack(loopback.NGINX)
with loopback.nginx(prefix.name, "nginx-retries.conf", 15583):
    # To a HEAD nothing can come by half.
    rows = "\n".join(
        " ".join(
            ["   ", method] + [outcome(port, method) for port in (15581, 15582, 15583)[: 2 if method == "HEAD" else 3]])
        for method in METHODS
    )
print(f"""\
/// Which requests {loopback.nginx_version(prefix.name)} sent to a second backend, recorded by `Recording/nginx-retries.py`
/// with `Recording/nginx-retries.conf`.
public enum NginxRetries {{
  /// A line has a method and what came after a connection that was refused, after one that was closed without a word, and
  /// after half a response: `again` or `never`.
  public static let table = \"\"\"
{rows}
    \"\"\"
}}""")
