#!/usr/bin/env bash
# Prepares a Gradescope container: Ubuntu 22.04 or 24.04, for which swift.org has toolchains.
#
# Zip setup.sh and run_autograder with the course in a folder `course` beside them, without its .build and .git. Choose a container
# with 2 processors and 6 GB: the smallest has half a processor and 0.75 GB, which a compiler does not fit into.
set -euo pipefail
SWIFT=6.2
. /etc/os-release
apt-get update
apt-get install -y --no-install-recommends \
  binutils ca-certificates curl git libc6-dev libcurl4-openssl-dev libedit2 libgcc-11-dev libncurses-dev libpython3-dev \
  libsqlite3-0 libstdc++-11-dev libxml2-dev libz3-dev pkg-config tzdata unzip util-linux zlib1g-dev
name=swift-$SWIFT-RELEASE-ubuntu$VERSION_ID
curl -fsSL "https://download.swift.org/swift-$SWIFT-release/ubuntu${VERSION_ID//./}/swift-$SWIFT-RELEASE/$name.tar.gz" |
  tar -xzf - -C /opt
ln -sfn "/opt/$name" /opt/swift
cd /autograder/source/course
PATH=/opt/swift/usr/bin:$PATH swift build --product staff
# The first build takes longest: do it before anybody waits for it.
PATH=/opt/swift/usr/bin:$PATH .build/debug/staff run --solutions ${ONLY:-} >/dev/null || true
