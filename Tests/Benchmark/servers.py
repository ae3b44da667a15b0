"""Servers on loopback for the measurements beside `lab`: started, waited for, ended, and how much CPU time they took."""

import os
import pathlib
import subprocess
import sys
import time

HOME = pathlib.Path(__file__).resolve().parents[2]
TICK = os.sysconf("SC_CLK_TCK")
NGINX = """daemon off; worker_processes 1; user nobody nogroup; pid {run}/pid; error_log {run}/error.log;
events {{ worker_connections 1024; }}
http {{
  access_log off; keepalive_requests 100000000; open_file_cache max=20000;
  client_body_temp_path {run}/t1; proxy_temp_path {run}/t2; fastcgi_temp_path {run}/t3; uwsgi_temp_path {run}/t4; scgi_temp_path {run}/t5;
  {rest}
}}"""


def environment(folder):
    libraries = [folder / "lib/x86_64-linux-gnu", folder / "usr/lib/x86_64-linux-gnu", folder / "usr/lib/x86_64-linux-gnu/varnish"]
    return os.environ | {"LD_LIBRARY_PATH": ":".join(map(str, libraries))}


class Server:
    """A process until the end of the `with`, which is asked once it listens."""

    def __init__(self, folder, arguments, port, log=None):
        self.process = subprocess.Popen(
            list(map(str, arguments)), env=environment(folder), stdin=subprocess.DEVNULL, stdout=log or subprocess.DEVNULL,
            stderr=log or subprocess.DEVNULL)
        for _ in range(400):
            if any(line.split()[1].endswith(f":{port:04X}") for line in open("/proc/net/tcp")):
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        sys.exit(f"{arguments[0]} does not listen")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        # Not SIGINT: what was started in the background ignores it, if it does not say otherwise.
        self.process.terminate()
        self.process.wait()

    def seconds(self):
        """The CPU time of the process and its children, (user, system)."""
        parents = {}
        for entry in os.listdir("/proc"):
            if entry.isdigit():
                try:
                    parts = open(f"/proc/{entry}/stat").read().rsplit(")", 1)[1].split()
                    parents[int(entry)] = (int(parts[1]), int(parts[11]), int(parts[12]))
                except OSError:
                    pass
        family = {self.process.pid}
        while more := {pid for pid, (parent, _, _) in parents.items() if parent in family} - family:
            family |= more
        return tuple(sum(parents[pid][part] for pid in family) / TICK for part in (1, 2))


def nginx(folder, run, port, rest):
    run.mkdir()
    run.chmod(0o755)
    file = run / "nginx.conf"
    file.write_text(NGINX.format(run=run, rest=rest))
    return Server(folder, [folder / "usr/sbin/nginx", "-p", run, "-e", run / "error.log", "-c", file], port)


def build():
    if "POSTROAD_LAB" in os.environ:
        return os.environ["POSTROAD_LAB"]
    scratch = HOME / ".build/release-lab"
    subprocess.run(
        ["swift", "build", "-c", "release", "--scratch-path", scratch, "--product", "lab"], cwd=HOME,
        env=os.environ | {"WORKBOOK_SOLUTIONS": "all"}, check=True, stdout=subprocess.DEVNULL)
    return scratch / "release/lab"
