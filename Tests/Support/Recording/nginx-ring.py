#!/usr/bin/env python3
"""Records where a real nginx sends a key, and prints Tests/Support/06-ConsistentHashing/NginxRingPicks.swift.

    apt-get download nginx                              (Debian; nothing is installed, nothing is started for good)
    dpkg -x nginx_*.deb prefix
    python3 nginx-ring.py prefix > ../06-ConsistentHashing/NginxRingPicks.swift

Five servers on 127.0.0.11 to 127.0.0.15 answer with their letter, a to e. Only loopback is used.
How many keys moved when c left is printed on standard error.
"""

import bisect
import http.client
import pathlib
import subprocess
import sys
import tempfile
import time
import zlib

SERVERS = {letter: f"127.0.0.{11 + number}" for number, letter in enumerate("abcde")}
PORT = 15180
HERE = pathlib.Path(__file__).resolve().parent


def ring(letters):
    """nginx's points, computed here only to choose keys; what is recorded is what nginx answered."""
    points = []
    for letter in letters:
        previous = 0
        for _ in range(160):
            label = f"{SERVERS[letter]}\0{PORT}".encode() + previous.to_bytes(4, "little")
            previous = zlib.crc32(label)
            points.append((previous, letter))
    return sorted(points)


def numbers():
    """The first 396 keys as they come; then two that stand exactly on a point, and two beyond the last one."""
    rings = [ring("abcde"), ring("abde")]
    positions = [[position for position, _ in points] for points in rings]
    exact, beyond = [], []
    number = 396
    while len(exact) < 2 or len(beyond) < 2:
        key = zlib.crc32(f"/scroll/{number}".encode())
        places = [bisect.bisect_left(p, key) for p in positions]
        if all(place == len(points) for place, points in zip(places, rings)):
            # The first point must belong to another server than the last, or the key tells nothing.
            if len(beyond) < 2 and all(points[0][1] != points[-1][1] for points in rings):
                beyond.append(number)
        elif len(exact) < 2 and all(
            place + 1 < len(points) and points[place][0] == key and points[place][1] != points[place + 1][1]
            for place, points in zip(places, rings)
        ):
            exact.append(number)
        number += 1
    return list(range(396)) + exact + beyond


def picks(pool, keys):
    connection = http.client.HTTPConnection("127.0.0.1", PORT + 1, timeout=5)
    letters = ""
    for key in keys:
        connection.request("GET", f"/{pool}", headers={"X-Key": key})
        letters += connection.getresponse().read().decode()
    return letters


def tried(keys):
    """The three servers that nginx tries for each key when each of them refuses."""
    connection = http.client.HTTPConnection("127.0.0.1", PORT + 1, timeout=5)
    letter = {f"{host}:{PORT}": letter for letter, host in SERVERS.items()}
    letters = ""
    for key in keys:
        connection.request("GET", "/ring-refusing", headers={"X-Key": key})
        reply = connection.getresponse()
        reply.read()
        letters += "".join(letter[address] for address in reply.getheader("X-Tried").split(", "))
    return letters


def moved(before, after):
    return sum(one != other for one, other in zip(before, after))


def literal(text):
    return "\\\n".join("    " + text[i : i + 80] for i in range(0, len(text), 80))


def main():
    prefix = pathlib.Path(sys.argv[1]).resolve()
    binary = prefix / "usr/sbin/nginx"
    version = subprocess.run([binary, "-v"], capture_output=True, text=True).stderr.split("/")[-1].strip()
    chosen = numbers()
    keys = [f"/scroll/{number}" for number in chosen]
    with tempfile.TemporaryDirectory() as folder:
        nginx = subprocess.Popen([binary, "-p", folder, "-e", "stderr", "-c", HERE / "nginx-ring.conf"])
        try:
            while not any(line.split()[1].endswith(":3B4D") for line in open("/proc/net/tcp")):
                if nginx.poll() is not None:
                    sys.exit("nginx did not start")
                time.sleep(0.05)
            recorded = {pool: picks(pool, keys) for pool in ("ring-five", "ring-four", "rest-five", "rest-four", "ring-weights")}
            replicas = tried(keys)
        finally:
            nginx.terminate()
            nginx.wait()
    for kind in ("ring", "rest"):
        five, four = recorded[f"{kind}-five"], recorded[f"{kind}-four"]
        gone = five.count("c")
        print(f"{kind}: {gone} of {len(keys)} were c's, {moved(five, four)} moved", file=sys.stderr)
    print(f'''\
/// Where nginx {version} sent {len(keys)} keys, recorded by `Recording/nginx-ring.py` with `Recording/nginx-ring.conf`:
/// `hash $http_x_key consistent`, unless it says otherwise.
///
/// The servers a, b, c, d, e are 127.0.0.11 to 127.0.0.15, port {PORT}. Letter i of a string of picks is the server
/// that key i was sent to.
public enum NginxRingPicks {{
  /// The server that was recorded.
  public static let version = "nginx {version}"

  /// `/scroll/0` to `/scroll/395`; then two keys that stand exactly on a point of both rings, and two that stand
  /// beyond the last point.
  public static let keys =
    (Array(0..<396) + [{", ".join(f"{number:_}" for number in chosen[396:])}]).map {{ "/scroll/\\($0)" }}

  /// All five servers.
  public static let five = """
{literal(recorded["ring-five"])}
    """

  /// The same keys after c has left.
  public static let four = """
{literal(recorded["ring-four"])}
    """

  /// All five servers, without `consistent`: the remainder of a division.
  public static let remainderOfFive = """
{literal(recorded["rest-five"])}
    """

  /// The same keys and rule after c has left.
  public static let remainderOfFour = """
{literal(recorded["rest-four"])}
    """

  /// All five servers, with the weights 1, 2, 3, 1, 4.
  public static let weighted = """
{literal(recorded["ring-weights"])}
    """

  /// All five servers of weight 1, each of which refuses with 503: three letters a key, the servers that nginx tried.
  public static let tried = """
{literal(replicas)}
    """
}}''')


main()
