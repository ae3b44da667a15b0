#!/bin/sh
# Records the DNS messages in Tests/Support/01-DNSMessages: RecordedQueries.swift, RecordedAuthorityReplies.swift
# and RecordedResolverReplies.swift, from NSD and BIND on loopback, without root.
#
# Needs Debian's apt-get, dig (bind9-dnsutils), and python3 with venv. The servers are unpacked into a folder
# of their own and never installed, so no daemon starts by itself.
#
#   sh Tests/Support/Recording/record-headers.sh [work folder]
set -eu

here=$(cd "$(dirname "$0")" && pwd)
work=${1:-$(mktemp -d)}
prefix=$work/prefix
run=$work/run
mkdir -p "$work/packages" "$prefix" "$run"

if [ ! -x "$prefix/usr/sbin/nsd" ] || [ ! -x "$prefix/usr/sbin/named" ]; then
  (cd "$work/packages" && apt-get download nsd bind9 bind9-utils bind9-libs)
  for package in "$work"/packages/*.deb; do dpkg -x "$package" "$prefix"; done
fi
if [ ! -x "$work/venv/bin/python" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet dnspython
fi
# The unpacked BIND brings its own libraries.
libraries=$(dirname "$(find "$prefix/usr/lib" -name 'libdns-*.so' | head -n 1)")

# Sign the zone, so that the resolver has something to authenticate (AD).
rm -rf "$run" && mkdir "$run"
cp "$here/postroad.example.zone" "$run/"
(
  cd "$run"
  export LD_LIBRARY_PATH="$libraries"
  "$prefix/usr/bin/dnssec-keygen" -q -a ECDSAP256SHA256 -f KSK postroad.example >key.name
  "$prefix/usr/bin/dnssec-signzone" -q -z -S -o postroad.example postroad.example.zone >/dev/null
)
key=$(awk '$3 == "DNSKEY" { k = ""; for (i = 7; i <= NF; i++) k = k $i
  print $4, $5, $6, "\"" k "\"" }' "$run/$(cat "$run/key.name").key")

sed "s|@RUN@|$run|g" "$here/nsd.conf" >"$run/nsd.conf"
sed -e "s|@RUN@|$run|g" -e "s|@KEY@|$key|" "$here/named.conf" >"$run/named.conf"

"$prefix/usr/sbin/nsd" -d -c "$run/nsd.conf" &
nsd=$!
LD_LIBRARY_PATH="$libraries" "$prefix/usr/sbin/named" -f -c "$run/named.conf" >"$run/named.log" 2>&1 &
named=$!
trap 'kill $nsd $named 2>/dev/null || true; wait' EXIT
sleep 2

DIG="dig $(dig -v 2>&1 | sed 's/^DiG //; s/-.*//')"
NSD="NSD $("$prefix/usr/sbin/nsd" -v 2>&1 | sed -n 's/^NSD version //p')"
NAMED=$(LD_LIBRARY_PATH="$libraries" "$prefix/usr/sbin/named" -v | cut -d- -f1)
export DIG NSD NAMED
"$work/venv/bin/python" "$here/record-headers.py" "$here/../01-DNSMessages"
