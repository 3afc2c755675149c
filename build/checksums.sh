#!/usr/bin/env bash
# Writes FOLDER/SHA256SUMS, the checksums of the files in FOLDER; `sha256sum --check SHA256SUMS` compares them.
#
# usage: build/checksums.sh FOLDER
set -euo pipefail
cd "$1"
rm -f SHA256SUMS
shopt -s nullglob
files=(*)
((${#files[@]})) || { echo "checksums.sh: $1 is empty." >&2; exit 1; }
sha256sum -- "${files[@]}" >../SHA256SUMS
mv ../SHA256SUMS .
cat SHA256SUMS
