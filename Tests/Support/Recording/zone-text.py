"""Has BIND and NSD read zone-text.zone, and writes the text and the records as Swift source. Both have to read the same.

Needs python3 with dnspython and the servers that Tests/Interop/Live/unpack-servers.sh unpacks; nothing is started.

  python Tests/Support/Recording/zone-text.py .build/servers
"""

import glob
import os
import pathlib
import subprocess
import sys

import dns.rdatatype
import dns.zone

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parent / "02-DNSAuthority" / "ZoneTextRecording.swift"
ORIGIN = "postroad.example"


def name_text(name):
    plain = b"*-/_0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    labels = ["".join(chr(o) if o in plain else f"\\{o:03}" for o in label) for label in name.labels if label]
    return ".".join(labels) + "."


def string_text(octets):
    return '"' + "".join(chr(o) if 0x20 <= o < 0x7F and o not in b'"\\' else f"\\{o:03}" for o in octets) + '"'


def data_text(rdata):
    kind = dns.rdatatype.to_text(rdata.rdtype)
    if kind in ("NS", "CNAME", "PTR"):
        return name_text(rdata.target)
    if kind == "MX":
        return f"{rdata.preference} {name_text(rdata.exchange)}"
    if kind == "SRV":
        return f"{rdata.priority} {rdata.weight} {rdata.port} {name_text(rdata.target)}"
    if kind == "SOA":
        numbers = f"{rdata.serial} {rdata.refresh} {rdata.retry} {rdata.expire} {rdata.minimum}"
        return f"{name_text(rdata.mname)} {name_text(rdata.rname)} {numbers}"
    if kind == "TXT":
        return " ".join(string_text(octets) for octets in rdata.strings)
    if kind in ("A", "AAAA"):
        return rdata.to_text()
    octets = rdata.to_wire()
    return f"\\# {len(octets)} {octets.hex(' ')}".strip()


def records(text):
    zone = dns.zone.from_text(text, origin=f"{ORIGIN}.", relativize=False, check_origin=False)
    return sorted(
        f"{name_text(name)} {ttl} {dns.rdatatype.to_text(rdata.rdtype)} {data_text(rdata)}"
        for name, ttl, rdata in zone.iterate_rdatas())


def main():
    prefix = pathlib.Path(sys.argv[1]).resolve()
    libraries = ":".join(sorted({str(pathlib.Path(p).parent) for p in glob.glob(f"{prefix}/usr/lib/**/*.so*", recursive=True)}))
    environment = dict(os.environ, LD_LIBRARY_PATH=libraries)

    def read(*arguments):
        run = subprocess.run(arguments, env=environment, capture_output=True, text=True)
        if run.returncode:
            sys.exit(run.stdout + run.stderr)
        return run.stdout.removesuffix("OK\n")

    file = HERE / "zone-text.zone"
    bind = records(read(f"{prefix}/usr/bin/named-checkzone", "-q", "-i", "none", "-k", "ignore", "-D", ORIGIN, file)
                   or read(f"{prefix}/usr/bin/named-checkzone", "-i", "none", "-k", "ignore", "-D", ORIGIN, file))
    nsd = records(read(f"{prefix}/usr/sbin/nsd-checkzone", "-p", ORIGIN, file))
    if [line.lower() for line in bind] != [line.lower() for line in nsd]:
        sys.exit("BIND and NSD read different records:\n" + "\n".join(sorted(set(bind) ^ set(nsd))))
    indented = "\n".join(f"    {line}" if line else "" for line in file.read_text().splitlines())
    lines = "\n".join(f"    {line}" for line in bind)
    TARGET.write_text(
        "// Recorded by Tests/Support/Recording/zone-text.py: not typed by hand.\n\n"
        "/// A zone file in every way that RFC 1035 §5.1 allows, and the records that BIND 9.18 and NSD 4.6.1 read in it.\n"
        "public enum ZoneTextRecording {\n"
        f'  public static let text = ##"""\n{indented}\n    """##\n\n'
        "  /// In the form of `DNS.ResourceRecord.zoneLine`, sorted.\n"
        f'  public static let records = ##"""\n{lines}\n    """##\n}}\n')
    print(f"{len(bind)} records")


if __name__ == "__main__":
    main()
