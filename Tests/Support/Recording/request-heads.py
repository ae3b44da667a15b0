#!/usr/bin/env python3
"""Records what nginx and HAProxy do with doubtful requests, and what a backend then gets to read; it takes a minute.

    python3 request-heads.py > ../05-LoadBalancing/DoubtfulHeads.swift

Each request goes over a connection of its own. The backend reads no HTTP: it takes what comes, and when nothing has come
for a while, it answers 200 and closes. Nothing that is recorded differs from run to run, so nothing is made alike.
"""

import re
import socket
import sys
import threading
import time

import loopback

BACKEND_WAITS, CLIENT_WAITS = 0.25, 1.0  # seconds of silence after which nothing more is expected
HOST = b"Host: postroad.example\r\n"
CHUNKS = b"5\r\nhello\r\n0\r\n\r\n"


def get(line=b"GET / HTTP/1.1", fields=HOST, end=b"\r\n"):
    return line + b"\r\n" + fields + end


def post(fields, body=b"hello", version=b"1.1"):
    return b"POST / HTTP/" + version + b"\r\n" + HOST + fields + b"\r\n\r\n" + body


def length(value, body=b"hello"):
    return post(b"Content-Length: " + value, body)


def coding(value, body=CHUNKS):
    return post(b"Transfer-Encoding: " + value, body)


def chunks(body):
    return coding(b"chunked", body)


HEADS = [
    # How long is the body?
    ("two equal lengths", post(b"Content-Length: 5\r\nContent-Length: 5")),
    ("two different lengths", post(b"Content-Length: 5\r\nContent-Length: 6")),
    ("a list of equal lengths", length(b"5, 5")),
    ("a list of different lengths", length(b"5, 6")),
    ("a length with a plus", length(b"+5")),
    ("a length with a minus", length(b"-5")),
    ("a hexadecimal length", length(b"0x5")),
    ("a length with leading zeros", length(b"005")),
    ("a length with a fraction", length(b"5.0")),
    ("a length with a space inside", length(b"5 5")),
    ("a length behind a vertical tab", length(b"\x0b5")),
    ("an empty length", length(b"")),
    ("a length of 2^63", length(b"9223372036854775808")),
    ("a length of 2^64", length(b"18446744073709551616")),
    ("a length of 2^64 + 5", length(b"18446744073709551621")),
    ("a length of 2^64 before a request", length(b"18446744073709551616", get(b"GET /map HTTP/1.1"))),
    ("both lengths", post(b"Content-Length: 6\r\nTransfer-Encoding: chunked", b"0\r\n\r\nG")),
    ("both lengths, the other way round", post(b"Transfer-Encoding: chunked\r\nContent-Length: 6", b"0\r\n\r\nG")),
    ("chunked, then gzip", coding(b"chunked, gzip")),
    ("gzip, then chunked", coding(b"gzip, chunked")),
    ("xchunked", coding(b"xchunked")),
    ("xchunked and a length", post(b"Content-Length: 5\r\nTransfer-Encoding: xchunked")),
    ("identity", coding(b"identity")),
    ("an empty coding", coding(b"")),
    ("an empty coding and a length", post(b"Content-Length: 5\r\nTransfer-Encoding:")),
    ("chunked twice in a list", coding(b"chunked, chunked")),
    ("chunked twice in two fields", coding(b"chunked\r\nTransfer-Encoding: chunked")),
    ("chunked and identity in two fields", coding(b"chunked\r\nTransfer-Encoding: identity")),
    ("Chunked with a capital", coding(b"Chunked")),
    ("chunked with a parameter", coding(b"chunked;q=1")),
    ("chunked in quotes", coding(b'"chunked"')),
    ("chunked behind a comma", coding(b", chunked")),
    ("chunked behind a vertical tab", coding(b"\x0bchunked")),
    ("chunked in HTTP/1.0", post(b"Transfer-Encoding: chunked", CHUNKS, b"1.0")),
    ("both lengths in HTTP/1.0", post(b"Content-Length: 5\r\nTransfer-Encoding: chunked", CHUNKS, b"1.0")),
    # Chunks: nobody who reads a head alone can refuse these.
    ("a chunk's size with a plus", chunks(b"+5\r\nhello\r\n0\r\n\r\n")),
    ("a chunk's size with 0x", chunks(b"0x5\r\nhello\r\n0\r\n\r\n")),
    ("a chunk's size of 2^64 + 5", chunks(b"10000000000000005\r\nhello\r\n0\r\n\r\n")),
    ("a chunk with an extension", chunks(b"5;a=b\r\nhello\r\n0\r\n\r\n")),
    ("a chunk's size before a bare LF", chunks(b"5\nhello\r\n0\r\n\r\n")),
    ("a chunk longer than its size", chunks(b"5\r\nhello!\r\n0\r\n\r\n")),
    ("a Content-Length behind the chunks", chunks(b"5\r\nhello\r\n0\r\nContent-Length: 5\r\n\r\n")),
    # Where does a line end, and what is a field?
    ("a space before the colon", post(b"Transfer-Encoding : chunked", CHUNKS)),
    ("a tab before the colon", post(b"Content-Length\t: 5")),
    ("a vertical tab before the colon", post(b"Content-Length\x0b: 5")),
    ("a folded line", get(fields=HOST + b"X: a\r\n b\r\n")),
    ("a folded coding", post(b"Transfer-Encoding:\r\n chunked", CHUNKS)),
    ("a space before the first field", get(fields=b" X: a\r\n" + HOST)),
    ("a bare CR in a value", get(fields=HOST + b"X: a\rY: b\r\n")),
    ("a bare CR behind a coding", post(b"Transfer-Encoding: chunked\rX: a", CHUNKS)),
    ("a field that ends with LF", get(fields=HOST + b"X: a\n")),
    ("a request line that ends with LF", b"GET / HTTP/1.1\n" + HOST + b"\r\n"),
    ("an empty line that is LF", get(end=b"\n")),
    ("a NUL in a value", get(fields=HOST + b"X: a\0b\r\n")),
    ("a control character in a value", get(fields=HOST + b"X: a\x01b\r\n")),
    ("a DEL in a value", get(fields=HOST + b"X: a\x7fb\r\n")),
    ("bytes above 0x7F in a value", get(fields=HOST + b"X: \xe9\xff\r\n")),
    ("a parenthesis in a name", get(fields=HOST + b"X(: a\r\n")),
    ("a space in a name", get(fields=HOST + b"X Y: a\r\n")),
    ("a NUL in a name", get(fields=HOST + b"X\0: a\r\n")),
    ("a byte above 0x7F in a name", get(fields=HOST + b"X\xe9: a\r\n")),
    ("an underscore in a name", post(b"Content_Length: 5", b"")),
    ("an empty name", get(fields=HOST + b": a\r\n")),
    ("a word without a colon", get(fields=HOST + b"X\r\n")),
    ("two words without a colon", get(fields=HOST + b"X Y\r\n")),
    # Who is asked?
    ("no Host", get(fields=b"")),
    ("no Host in HTTP/1.0", get(b"GET / HTTP/1.0", b"")),
    ("two equal Hosts", get(fields=HOST + HOST)),
    ("two different Hosts", get(fields=HOST + b"Host: cdn.postroad.example\r\n")),
    ("an empty Host", get(fields=b"Host:\r\n")),
    ("a Host with a space", get(fields=b"Host: postroad example\r\n")),
    ("a Host with a user", get(fields=b"Host: mail@postroad.example\r\n")),
    ("a Host with a path", get(fields=b"Host: postroad.example/a\r\n")),
    ("a Host with letters for a port", get(fields=b"Host: postroad.example:http\r\n")),
    ("a Host with two colons", get(fields=b"Host: postroad.example:80:80\r\n")),
    ("a Host with a percent sign and no number", get(fields=b"Host: postroad%.example\r\n")),
    ("a Host of IPv6", get(fields=b"Host: [2001:db8::80]:8080\r\n")),
    ("another host in the target", get(b"GET http://cdn.postroad.example/ HTTP/1.1")),
    ("a host in the target alone", get(b"GET http://cdn.postroad.example/ HTTP/1.1", b"")),
    ("a user in the target", get(b"GET http://mail@postroad.example/ HTTP/1.1")),
    ("an empty host in the target", get(b"GET http:///road HTTP/1.1")),
    ("CONNECT", get(b"CONNECT postroad.example:443 HTTP/1.1")),
    ("CONNECT with an empty port", get(b"CONNECT postroad.example: HTTP/1.1")),
    # The request line.
    ("an asterisk for GET", get(b"GET * HTTP/1.1")),
    ("an asterisk for OPTIONS", get(b"OPTIONS * HTTP/1.1")),
    ("a host and a port for GET", get(b"GET postroad.example:80 HTTP/1.1")),
    ("a number sign in the target", get(b"GET /road#/map HTTP/1.1")),
    ("a NUL in the target", get(b"GET /\0 HTTP/1.1")),
    ("a byte above 0x7F in the target", get(b"GET /\xe9 HTTP/1.1")),
    ("a space in the target", get(b"GET /a b HTTP/1.1")),
    ("two spaces", get(b"GET  / HTTP/1.1")),
    ("a tab for a space", get(b"GET\t/ HTTP/1.1")),
    ("a space in front", get(b" GET / HTTP/1.1")),
    ("a space at the end", get(b"GET / HTTP/1.1 ")),
    ("a method in small letters", get(b"get / HTTP/1.1")),
    ("a parenthesis in the method", get(b"G(T / HTTP/1.1")),
    ("a request line without a version", b"GET /\r\n"),
    ("HTTP/1.2", get(b"GET / HTTP/1.2")),
    ("HTTP/2.0", get(b"GET / HTTP/2.0")),
    ("HTTP/1.10", get(b"GET / HTTP/1.10")),
    ("http in small letters", get(b"GET / http/1.1")),
    ("an empty line in front", b"\r\n" + get()),
    ("two empty lines in front", b"\r\n\r\n" + get()),
    # Bounds.
    ("a target of 9,000 bytes", get(b"GET /" + b"a" * 8_999 + b" HTTP/1.1")),
    ("a field of 20,000 bytes", get(fields=HOST + b"X: " + b"a" * 20_000 + b"\r\n")),
    ("101 fields", get(fields=HOST + b"X: a\r\n" * 100)),
]


class Backend:
    """Keeps what arrives, a string of bytes a connection, and reads no HTTP."""

    def __init__(self, address):
        self.received = []
        self.busy = 0
        listener = socket.create_server((address, 15780), backlog=16)
        threading.Thread(target=self.accept, args=(listener,), daemon=True).start()

    def accept(self, listener):
        while True:
            connection, _ = listener.accept()
            self.received.append(b"")
            self.busy += 1
            self.serve(connection, len(self.received) - 1)
            self.busy -= 1

    def serve(self, connection, number):
        connection.settimeout(BACKEND_WAITS)
        try:
            while part := connection.recv(65536):
                self.received[number] += part
        except TimeoutError:
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok")
        except ConnectionResetError:
            pass
        connection.close()


def answer(port, sent):
    """The codes that came back, and whether the connection was closed then."""
    client = socket.create_connection(("127.0.0.1", port), timeout=5)
    client.settimeout(CLIENT_WAITS)
    data, end = b"", "closed"
    try:
        client.sendall(sent)
        while part := client.recv(65536):
            data += part
    except TimeoutError:
        end = "open"
    except (ConnectionResetError, BrokenPipeError):
        pass
    client.close()
    codes = [code.decode() for code in re.findall(rb"HTTP/1\.[01] (\d{3})", data)]
    if data and not codes:
        codes = ["no code"]
    return " ".join(codes or ["nothing"]) + ", " + end


def record(port, backend, results):
    for _, sent in HEADS:
        backend.received = []
        told = answer(port, sent)
        while backend.busy:
            time.sleep(0.01)
        results.append((told, backend.received))


def picture(data):
    """A control character as its picture, any other byte as a character, a long run as a repetition."""
    text = "".join(chr(0x2400 + byte) if byte < 0x20 else "␡" if byte == 0x7F else chr(byte) for byte in data)
    return re.sub(r"(.{1,12}?)\1{60,}", lambda m: f'\\(run("{m[1]}", {len(m[0]) // len(m[1])}))', text)


backends = Backend("127.0.0.11"), Backend("127.0.0.12")
prefix = loopback.unpack(loopback.NGINX + loopback.HAPROXY)
recorded = [], []
with loopback.nginx(prefix.name, "request-heads-nginx.conf", 15781):
    with loopback.haproxy(prefix.name, "request-heads-haproxy.cfg", 15782):
        threads = [
            threading.Thread(target=record, args=(15781 + number, backends[number], recorded[number]))
            for number in range(2)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
if any(len(results) != len(HEADS) for results in recorded):
    sys.exit("the recording is not complete")

nginx, haproxy = loopback.nginx_version(prefix.name), loopback.haproxy_version(prefix.name)
print(f"""\
/// What {nginx} and {haproxy} did with {len(HEADS)} doubtful requests, recorded by `Recording/request-heads.py`.
///
/// An entry has the bytes that were sent; what each of the two answered, and how it left the connection; and what it
/// passed on to the backend behind it, a line for each connection. `␍`, `␊` and the like are the control characters;
/// each other character is one byte (ISO 8859-1). Both ran with their defaults, but nginx spoke HTTP/1.1 to the backend
/// and named it `$host`.
enum DoubtfulHeads {{
  static let nginx = "{nginx}"
  static let haproxy = "{haproxy}"

  private static func run(_ text: String, _ count: Int) -> String {{ String(repeating: text, count: count) }}

  static let recorded = \"\"\"""")
for (name, sent), *done in zip(HEADS, *recorded):
    print(f"    @ {name}\n    sent    {picture(sent)}")
    for server, (told, received) in zip(("nginx  ", "haproxy"), done):
        print(f"    {server} {told}")
        for data in received:
            print(f"    passed  {picture(data)}")
print('    """\n}')
