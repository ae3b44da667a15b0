#!/bin/sh
# Judges a cohort in shards with GNU parallel, some at a time, and merges them.
#
#   sh grader/Deploy/parallel.sh SUBMISSIONS RESULTS SHARDS [more of what `cohort` takes, as --only 1]
#
# JOBS: how many at a time (2). GRADER: the grader's command (`swift run grader`). The same command again judges what is missing.
set -eu
[ $# -ge 3 ] || { sed -n '2,6p' "$0" >&2; exit 2; }
course=$(cd "$(dirname "$0")/../.." && pwd)
submissions=$(cd "$1" && pwd)
mkdir -p "$2"
results=$(cd "$2" && pwd)
count=$3
shift 3
GRADER=${GRADER:-swift run grader}
copies=$results/copies
mkdir -p "$copies"
export course submissions results count copies GRADER

# A clone serves one grader at a time, so each slot has one.
shard='
  copy=$copies/$1 index=$2
  shift 2
  if [ ! -e "$copy/made" ]; then
    mkdir -p "$copy"
    (cd "$course" && tar -cf - --exclude=./.build --exclude=./.git .) | (cd "$copy" && tar -xf -)
    : >"$copy/made"
  fi
  cd "$copy" && exec $GRADER cohort "$submissions" --out "$results/shard-$index" --shard "$index/$count" "$@"
'
status=0
seq 0 $((count - 1)) |
  parallel --jobs "${JOBS:-2}" --retries 3 --joblog "$results/joblog" sh -c "'$shard'" sh {%} {} "$@" || status=$?
cd "$course"
$GRADER cohort merge "$results"/shard-* --out "$results" || status=$?
[ "$status" -eq 0 ] && rm -rf "$copies"
exit "$status"
