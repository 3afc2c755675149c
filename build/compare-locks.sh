#!/usr/bin/env bash
# Fails unless the lock file OTHER, of a native build for RID, has the packages, versions and hashes of the lock file KNOWN, for linux-x64. The
# native compiler for RID is another package of the same version, so its hash is not compared.
#
# usage: build/compare-locks.sh KNOWN OTHER RID
set -euo pipefail

# One line for each package: framework and platform, name, version, hash.
packages() {
  awk -F'"' -v rid="$2" '
    /^    "[^"]*": \{/ { target = $2; sub("/" rid "$", "/RID", target) }
    /^      "[^"]*": \{/ { name = $2; sub("\\." rid "\\.", ".RID.", name) }
    /^        "resolved":/ { version = $4 }
    /^        "contentHash":/ { print target, name, version, (name ~ /\.RID\./ ? "-" : $4) }' "$1" | sort
}

difference=$(diff <(packages "$1" linux-x64) <(packages "$2" "$3")) || {
  printf 'compare-locks.sh: %s has other packages than %s:\n%s\n' "$2" "$1" "$difference" >&2
  exit 1
}
