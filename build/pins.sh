#!/usr/bin/env bash
# Pins layer versions for the next release, and updates every page and golden file that shows them.
#
# usage: build/pins.sh NAME=VERSION…
#
# NAME is python, node, dotnet, java, ruby or extension. The versions are not checked; `macro layers` prints the result.
set -euo pipefail
cd "$(dirname "$0")/.."
readonly table=src/Macro.Core/Lambda/Languages/PinnedLayers.cs

fail() { echo "pins.sh: $*" >&2; exit 2; }

(($#)) || fail "usage: build/pins.sh NAME=VERSION…"
for pin in "$@"; do
  [[ $pin =~ ^(python|node|dotnet|java|ruby|extension)=([1-9][0-9]*)$ ]] \
    || fail "'$pin' must be NAME=VERSION, with NAME one of python, node, dotnet, java, ruby, extension."
done
for pin in "$@"; do
  name=${pin%%=*}
  sed -i "s/\(const string ${name^} = \"\)[0-9]*\"/\1${pin#*=}\"/" "$table"
done
UPDATE_SNAPSHOTS=1 dotnet test --project tests/Macro.Cli.Tests >/dev/null || true   # an updated snapshot counts as a failure once
dotnet run --project src/Macro.Cli --framework net10.0 -- layers
git diff --stat
