#!/usr/bin/env bash
# Restores a project for a native build on a platform. build/locks is for linux-x64. On another platform only the compiler for that platform
# may differ from it, and only in name and hash: the lock file that the restore writes is compared with the one in build/locks.
#
# usage: build/restore-native.sh PROJECT RID [net10.0|net9.0]
set -euo pipefail
cd "$(dirname "$0")/.."

readonly project=$1 rid=$2 framework=${3:-net10.0} locks=artifacts/locks/$2
options=(-r "$rid" -p:TargetFrameworks="$framework" -p:PublishAot=true)
if [[ $rid == linux-x64 ]]; then
  dotnet restore "$project" "${options[@]}" -p:RestoreLockedMode=true
else
  rm -rf "$locks" && mkdir -p "$locks"
  dotnet restore "$project" "${options[@]}" -p:RestoreLockedMode=false -p:CompareLocks=true
  for lock in "$locks"/*.json; do
    bash build/compare-locks.sh "build/locks/$(basename "$lock")" "$lock" "$rid"
  done
fi
