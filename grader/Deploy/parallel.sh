#!/bin/sh
# Judges a cohort in shards with GNU parallel, some at a time, and merges them.
#
#   sh grader/Deploy/parallel.sh SUBMISSIONS RESULTS SHARDS [more of what `cohort` takes, as --only 1]
#
# RESULTS is outside the course. JOBS: how many at a time (2). GRADER: the grader's command (`swift run grader`), or its program.
# The same command again judges what is missing.
set -eu
[ $# -ge 3 ] || { sed -n '2,7p' "$0" >&2; exit 2; }
course=$(cd "$(dirname "$0")/../.." && pwd)
submissions=$(cd "$1" && pwd)
mkdir -p "$2"
results=$(cd "$2" && pwd)
case $results/ in
  "$course"/*) echo "parallel.sh: $results is in the course, which is copied: choose a folder outside" >&2; exit 2 ;;
esac
count=$3
shift 3
# A program's path may have spaces in it; a command has words.
program='' words=${GRADER:-swift run grader}
if [ -f "$words" ]; then program=$(cd "$(dirname "$words")" && pwd)/${words##*/} words=''; fi
copies=$results/copies
mkdir -p "$copies"
export course submissions results count copies program words

# A clone serves one grader at a time, so each slot has one.
shard='
  copy=$copies/$1 index=$2
  shift 2
  if [ ! -e "$copy/made" ]; then
    mkdir -p "$copy"
    (cd "$course" && tar -cf - --exclude=./.build --exclude=./.git .) | (cd "$copy" && tar -xf -)
    : >"$copy/made"
  fi
  cd "$copy" && exec ${program:+"$program"} $words cohort "$submissions" --out "$results/shard-$index" --shard "$index/$count" "$@"
'
status=0
seq 0 $((count - 1)) |
  parallel --jobs "${JOBS:-2}" --retries 3 --joblog "$results/joblog" sh -c "'$shard'" sh {%} {} "$@" || status=$?
cd "$course"
${program:+"$program"} $words cohort merge "$results"/shard-* --out "$results" || status=$?
[ "$status" -eq 0 ] && rm -rf "$copies"
exit "$status"
