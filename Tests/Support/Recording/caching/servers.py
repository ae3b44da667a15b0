"""nginx, Varnish, Squid and Traffic Server in front of an origin on loopback, from Debian's packages in a folder."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ORIGIN = 15600


class Server:
    """One of them, with a configuration of this folder, until the end of the `with`."""

    def __init__(self, name, port, servers):
        self.name, self.port, self.servers = name, port, pathlib.Path(servers).resolve()

    def environment(self):
        libraries = [self.servers / "lib/x86_64-linux-gnu", self.servers / "usr/lib/x86_64-linux-gnu"]
        libraries += [libraries[1] / "varnish", self.servers / "usr/lib/trafficserver"]
        return os.environ | {"LD_LIBRARY_PATH": ":".join(map(str, libraries)), "TS_RUNROOT": self.folder.name}

    def fill(self, file, target):
        text = (HERE / file).read_text()
        text = text.replace("FOLDER", self.folder.name).replace("SERVERS", str(self.servers))
        (pathlib.Path(self.folder.name) / target).write_text(text)

    def arguments(self):
        folder, programs = pathlib.Path(self.folder.name), self.servers / "usr/sbin"
        if self.name == "nginx":
            return [programs / "nginx", "-p", folder, "-e", "stderr", "-c", HERE / "nginx.conf"]
        if self.name == "Varnish":
            listen = ["-a", f"127.0.0.1:{self.port}", "-b", f"127.0.0.1:{ORIGIN}"]
            return [programs / "varnishd", "-F", "-n", folder, *listen, "-s", "malloc,64m", "-j", "none"]
        if self.name == "Squid":
            self.fill("squid.conf", "squid.conf")
            return [programs / "squid", "-N", "-n", f"postroad{os.getpid()}", "-f", folder / "squid.conf"]
        for name in ("etc", "cache", "run", "log"):
            (folder / name).mkdir()
        for file in (self.servers / "etc/trafficserver").glob("*.*"):
            shutil.copy(file, folder / "etc")
        self.fill("records.config", "etc/records.config")
        (folder / "etc/remap.config").write_text(f"map / http://127.0.0.1:{ORIGIN}/\n")
        (folder / "etc/storage.config").write_text("cache 64M\n")
        places = {
            "bindir": self.servers / "usr/bin", "sbindir": self.servers / "usr/bin", "sysconfdir": folder / "etc",
            "libdir": self.servers / "usr/lib/trafficserver", "libexecdir": self.servers / "usr/lib/trafficserver/modules",
            "localstatedir": folder / "run", "runtimedir": folder / "run", "logdir": folder / "log", "cachedir": folder / "cache",
        } | {name: folder for name in ("prefix", "exec_prefix", "datadir", "includedir", "mandir", "infodir")}
        (folder / "runroot.yaml").write_text("".join(f"{name}: {place}\n" for name, place in places.items()))
        return [self.servers / "usr/bin/traffic_server"]

    def version(self):
        program = {"nginx": ["usr/sbin/nginx", "-v"], "Varnish": ["usr/sbin/varnishd", "-V"], "Squid": ["usr/sbin/squid", "-v"]}
        name, flag = program.get(self.name, ["usr/bin/traffic_server", "-V"])
        told = subprocess.run([self.servers / name, flag], capture_output=True, text=True, env=self.environment())
        return re.search(r"\d+\.\d+(\.\d+)?", told.stderr + told.stdout)[0]

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        os.chmod(self.folder.name, 0o777)
        arguments = list(map(str, self.arguments()))
        self.log = open(f"{self.folder.name}/told", "w")
        self.process = subprocess.Popen(
            arguments, cwd=self.folder.name, env=self.environment(), stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
        for _ in range(200):
            if any(line.split()[1].endswith(f":{self.port:04X}") for line in open("/proc/net/tcp")):
                break
            if self.process.poll() is not None:
                sys.exit(f"{self.name} has not started:\n" + pathlib.Path(self.log.name).read_text())
            time.sleep(0.05)
        # Squid accepts before it knows its origin.
        time.sleep(1)
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.log.close()
        self.folder.cleanup()


def servers(folder):
    names = ["nginx", "Varnish", "Squid", "Traffic Server"]
    return [Server(name, ORIGIN + place, folder) for place, name in enumerate(names, 1)]
