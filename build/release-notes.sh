#!/usr/bin/env bash
# Prints the notes of a version: what CHANGELOG.md has under its heading.
#
# usage: build/release-notes.sh VERSION
set -euo pipefail
cd "$(dirname "$0")/.."

fail() { echo "release-notes.sh: $*" >&2; exit 1; }

(($# == 1)) || fail "usage: build/release-notes.sh VERSION"
notes=$(awk -v version="$1" '
  /^## / { inside = ($2 == version); next }
  inside { print }' CHANGELOG.md)
[[ $notes =~ [^[:space:]] ]] || fail "CHANGELOG.md has nothing under '## $1'."
printf '%s\n' "$notes" | sed '/./,$!d'
