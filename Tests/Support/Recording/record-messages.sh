#!/bin/sh
# Records whole DNS messages into Tests/Support/01-DNSMessages: WireNSD.swift, WireKnot.swift, WireBIND.swift, from
# NSD, Knot and BIND on loopback, without root, over UDP and TCP.
#
# Needs Debian's apt-get, dig (bind9-dnsutils), and python3 with venv. The servers are unpacked into a folder
# of their own and never installed, so no daemon starts by itself.
#
#   sh Tests/Support/Recording/record-messages.sh [work folder]
set -eu

here=$(cd "$(dirname "$0")" && pwd)
work=${1:-$(mktemp -d)}
prefix=$work/prefix
run=$work/run
mkdir -p "$work/packages" "$prefix"

if [ ! -x "$prefix/usr/sbin/knotd" ]; then
  (cd "$work/packages" && apt-get download nsd bind9 bind9-utils bind9-libs \
    knot libknot13 libzscanner4 libdnssec9 liburcu8 libxdp1)
  for package in "$work"/packages/*.deb; do dpkg -x "$package" "$prefix"; done
fi
if [ ! -x "$work/venv/bin/python" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet dnspython
fi
# The unpacked servers bring libraries of their own.
LIBRARIES=$(dirname "$(find "$prefix/usr/lib" -name 'libdns-*.so' | head -n 1)")

rm -rf "$run" && mkdir -p "$run/knot"
cp "$here/messages.zone" "$run/"
for server in nsd knot named; do
  sed "s|@RUN@|$run|g" "$here/messages-$server.conf" >"$run/$server.conf"
done

"$prefix/usr/sbin/nsd" -d -c "$run/nsd.conf" &
nsd=$!
LD_LIBRARY_PATH="$LIBRARIES" "$prefix/usr/sbin/knotd" -c "$run/knot.conf" 2>"$run/knot.log" &
knot=$!
LD_LIBRARY_PATH="$LIBRARIES" "$prefix/usr/sbin/named" -f -c "$run/named.conf" >"$run/named.log" 2>&1 &
named=$!
trap 'kill $nsd $knot $named 2>/dev/null || true; wait' EXIT
sleep 2

NSD="NSD $("$prefix/usr/sbin/nsd" -v 2>&1 | sed -n 's/^NSD version //p')"
KNOT="Knot $(LD_LIBRARY_PATH="$LIBRARIES" "$prefix/usr/sbin/knotd" --version | sed 's/.* //')"
NAMED=$(LD_LIBRARY_PATH="$LIBRARIES" "$prefix/usr/sbin/named" -v | cut -d- -f1)
export NSD KNOT NAMED
"$work/venv/bin/python" "$here/record-messages.py" "$here/../01-DNSMessages"
