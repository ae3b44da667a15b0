#!/bin/sh
# Unpacks NSD, Knot, BIND, Unbound, dig, kdig, dnsperf, curl, wrk, nginx and ldns from Debian's packages into a folder, for the tests
# and figures that need them; or the packages that are named.
# Nothing is installed and no daemon starts; what the machine has already is not fetched.
#
#   sh Tests/Interop/Live/unpack-servers.sh .build/servers
#   sh Tests/Interop/Live/unpack-servers.sh .build/caches nginx varnish squid trafficserver wrk
set -eu
mkdir -p "$1/archives/partial"
folder=$(cd "$1" && pwd)
shift
packages=${*:-nsd knot bind9 unbound bind9-dnsutils knot-dnsutils dnsperf curl wrk nginx libldns3}
# A folder that was filled for other packages is filled again.
if [ "$(cat "$folder/complete" 2>/dev/null)" != "$packages" ]; then
  apt-get update -qq
  apt-get install -qq -y --download-only --no-install-recommends -o Debug::NoLocking=1 \
    -o Dir::Cache::archives="$folder/archives" $packages
  for package in "$folder"/archives/*.deb; do dpkg -x "$package" "$folder"; done
  echo "$packages" >"$folder/complete"
fi
