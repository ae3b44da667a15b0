#!/bin/sh
# Installs programs of others that read what the grader writes, into a Python of their own: sh Tests/Interop/readers.sh .build/readers
set -eu
folder=${1:?a folder}
[ -x "$folder/bin/python3" ] || python3 -m venv "$folder"
"$folder/bin/python3" -m pip install --quiet --disable-pip-version-check jsonschema junitparser csvkit kubernetes-validate
