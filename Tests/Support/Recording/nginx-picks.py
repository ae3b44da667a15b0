#!/usr/bin/env python3
"""Records which backend a real nginx picks, and prints Tests/Support/05-LoadBalancing/NginxPicks.swift.

    python3 nginx-picks.py > ../05-LoadBalancing/NginxPicks.swift

Debian's packages are unpacked into a temporary folder: nothing is installed. Four backends listen on 127.0.0.11 to
127.0.0.14 and answer each connection with their letter, a to d. Only loopback is used, and nginx is stopped at the end.
"""

import pathlib
import random
import socket
import subprocess
import sys
import tempfile
import threading
import time

PACKAGES = ["nginx", "nginx-core", "libnginx-mod-stream"]  # the program is in the first or the second
LETTERS = "abcd"
BACKEND_PORT = 15080
HERE = pathlib.Path(__file__).resolve().parent


class Backends:
    """Answers with a letter; nginx closes its side only after it has counted the connection out."""

    def __init__(self):
        for number, letter in enumerate(LETTERS):
            listener = socket.create_server((f"127.0.0.{11 + number}", BACKEND_PORT), backlog=128)
            threading.Thread(target=self.accept, args=(listener, letter), daemon=True).start()
        self.closed = threading.Semaphore(0)

    def accept(self, listener, letter):
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=self.serve, args=(connection, letter), daemon=True).start()

    def serve(self, connection, letter):
        connection.sendall(letter.encode())
        while connection.recv(1):
            pass
        connection.close()
        self.closed.release()


class Recorder:
    def __init__(self, backends):
        self.backends = backends

    def open(self, port):
        connection = socket.create_connection(("127.0.0.1", port), timeout=5)
        return connection, connection.recv(1).decode()

    def close(self, connection):
        connection.close()
        if not self.backends.closed.acquire(timeout=5):
            sys.exit("nginx did not close its side")

    def picks(self, port, count):
        """The letters of `count` connections, one after the other."""
        letters = ""
        for _ in range(count):
            connection, letter = self.open(port)
            letters += letter
            self.close(connection)
        return letters

    def events(self, port, count, seed):
        """Lower case: nginx gave a new connection to this backend. Upper case: one of its connections ended."""
        rng = random.Random(seed)
        connections, events = [], ""
        while len(events) < count:
            # Fills up to some thirty connections and drains again, so that idle and busy pools are both seen.
            target = 30 if (len(events) // 100) % 2 == 0 else 5
            if connections and rng.random() < (0.35 if len(connections) < target else 0.65):
                connection, letter = connections.pop(rng.randrange(len(connections)))
                self.close(connection)
                events += letter.upper()
            else:
                connections.append(self.open(port))
                events += connections[-1][1]
        for connection, _ in connections:
            self.close(connection)
        return events


def literal(name, text, comment):
    body = "\\\n".join("    " + text[start : start + 80] for start in range(0, len(text), 80))
    return f'  /// {comment}\n  public static let {name} = """\n{body}\n    """\n'


def unpack(folder):
    """Debian's nginx in a folder of its own."""
    subprocess.run(["apt-get", "download", *PACKAGES], cwd=folder, check=True, stdout=sys.stderr)
    for package in folder.glob("*.deb"):
        subprocess.run(["dpkg", "-x", package, folder], check=True)


def record(prefix):
    binary = prefix / "usr/sbin/nginx"
    version = subprocess.run([binary, "-v"], capture_output=True, text=True).stderr.split("/")[-1].strip()
    recorder = Recorder(Backends())
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder).chmod(0o755)
        (pathlib.Path(folder) / "modules").symlink_to(prefix / "usr/lib/nginx/modules")
        nginx = subprocess.Popen([binary, "-p", folder, "-e", "stderr", "-c", HERE / "nginx-picks.conf"])
        try:
            # Waits until the last port is open, by its file alone: a connection would already be a pick.
            while not any(line.split()[1].endswith(":3B05") for line in open("/proc/net/tcp")):
                if nginx.poll() is not None:
                    sys.exit("nginx did not start")
                time.sleep(0.05)
            time.sleep(0.2)
            recorded = [
                ("equal", recorder.picks(15101, 12), "Four equal backends."),
                ("oneDown", recorder.picks(15102, 12), "Four equal backends; c is `down`."),
                ("fiveOneOne", recorder.picks(15103, 21), "Weights 5, 1, 1: three periods."),
                ("oneOneFive", recorder.picks(15104, 21), "Weights 1, 1, 5: three periods."),
                ("fourThreeTwoOne", recorder.picks(15105, 30), "Weights 4, 3, 2, 1: three periods."),
                ("sixTwoTwo", recorder.picks(15106, 20), "Weights 6, 2, 2: two periods of ten picks."),
                ("fourDownTwoOne", recorder.picks(15107, 21), "Weights 4, 3, 2, 1; b is `down`."),
                ("leastConnections", recorder.events(15108, 480, 1), "`least_conn` over four equal backends."),
                ("leastConnectionsOneDown", recorder.events(15109, 240, 2), "The same; b is `down`."),
            ]
        finally:
            nginx.terminate()
            nginx.wait()
    print(f"""\
/// What nginx {version} picked, recorded by `Recording/nginx-picks.py` with `Recording/nginx-picks.conf`.
///
/// The backends are a, b, c, d, in the order of the configuration. In a string of picks each letter is a connection,
/// opened and closed before the next. In a string of events a small letter is a new connection that nginx gave to
/// this backend, a capital one that ended.
public enum NginxPicks {{
  /// The server that was recorded.
  public static let version = "nginx {version}"
""")
    print("\n".join(literal(*entry) for entry in recorded), end="")
    print("}")


with tempfile.TemporaryDirectory() as prefix:
    unpack(pathlib.Path(prefix))
    record(pathlib.Path(prefix))
