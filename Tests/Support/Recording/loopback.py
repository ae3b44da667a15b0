"""What the recording scripts of load balancing share: Debian's packages in a folder, backends that answer with a letter.

Only loopback is used. The backends a, b, c, d are 127.0.0.11 to 127.0.0.14.
"""

import os
import pathlib
import random
import socket
import subprocess
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
NGINX = ["nginx", "nginx-core", "libnginx-mod-stream"]  # the program is in the first or the second
HAPROXY = ["haproxy", "liblua5.3-0", "libopentracing-c-wrapper0", "libopentracing1"]


def unpack(packages):
    """Debian's packages in a folder of their own: nothing is installed, no daemon starts."""
    prefix = tempfile.TemporaryDirectory()
    subprocess.run(["apt-get", "download", *packages], cwd=prefix.name, check=True, stdout=sys.stderr, stderr=sys.stderr)
    for package in pathlib.Path(prefix.name).glob("*.deb"):
        subprocess.run(["dpkg", "-x", package, prefix.name], check=True)
    os.environ["LD_LIBRARY_PATH"] = f"{prefix.name}/usr/lib/x86_64-linux-gnu"
    return prefix


def nginx_version(prefix):
    told = subprocess.run([f"{prefix}/usr/sbin/nginx", "-v"], capture_output=True, text=True).stderr
    return "nginx " + told.split("/")[-1].strip()


def haproxy_version(prefix):
    told = subprocess.run([f"{prefix}/usr/sbin/haproxy", "-v"], capture_output=True, text=True).stdout
    return "HAProxy " + told.split()[2].split("-")[0]


class Server:
    """nginx or HAProxy with a configuration of this folder, until the end of the `with`."""

    def __init__(self, arguments, port):
        self.arguments, self.port = arguments, port
        self.folder = tempfile.TemporaryDirectory()

    def __enter__(self):
        pathlib.Path(self.folder.name).chmod(0o755)
        arguments = [str(argument).replace("FOLDER", self.folder.name) for argument in self.arguments]
        self.process = subprocess.Popen(arguments, stdout=sys.stderr, cwd=self.folder.name)
        # Waits until the port is open, by its file alone: a connection would already be a pick.
        while not any(line.split()[1].endswith(f":{self.port:04X}") for line in open("/proc/net/tcp")):
            if self.process.poll() is not None:
                sys.exit("the server did not start")
            time.sleep(0.05)
        time.sleep(0.3)
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def nginx(prefix, configuration, port):
    """nginx in a folder of its own, from which `modules` leads to those of the package."""
    configuration = HERE / configuration
    script = 'ln -s "$0/usr/lib/nginx/modules" modules; exec "$0/usr/sbin/nginx" -p "$1" -e stderr -c "$2"'
    return Server(["sh", "-c", script, prefix, "FOLDER", configuration], port)


def haproxy(prefix, configuration, port):
    return Server([f"{prefix}/usr/sbin/haproxy", "-db", "-f", HERE / configuration], port)


class Backends:
    """Each answers a connection with its letter and closes it when the balancer has closed its side."""

    def __init__(self, port):
        self.closed = threading.Semaphore(0)
        for number, letter in enumerate("abcd"):
            listener = socket.create_server((f"127.0.0.{11 + number}", port), backlog=128)
            threading.Thread(target=self.accept, args=(listener, letter), daemon=True).start()

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

    def events(self, port, count, seed):
        """Lower case: a new connection was given to this backend. Upper case: one of its connections ended."""
        rng = random.Random(seed)
        connections, events = [], ""
        while len(events) < count:
            # Fills up to some thirty connections and drains again, so that idle and busy pools are both seen.
            target = 30 if (len(events) // 100) % 2 == 0 else 5
            if connections and rng.random() < (0.35 if len(connections) < target else 0.65):
                connection, letter = connections.pop(rng.randrange(len(connections)))
                connection.close()
                if not self.closed.acquire(timeout=5):
                    sys.exit("the balancer did not close its side")
                time.sleep(0.01)  # HAProxy counts the connection out a little later
                events += letter.upper()
            else:
                connection = socket.create_connection(("127.0.0.1", port), timeout=5)
                connections.append((connection, connection.recv(1).decode()))
                events += connections[-1][1]
        for connection, _ in connections:
            connection.close()
            self.closed.acquire(timeout=5)
        return events


def literal(name, text, comment, width=80):
    """A Swift property that holds `text` in lines of the source."""
    body = "\\\n".join("    " + text[start : start + width] for start in range(0, len(text), width))
    return f'  /// {comment}\n  public static let {name} = """\n{body}\n    """\n'
