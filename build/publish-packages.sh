#!/usr/bin/env bash
# Pushes the NuGet packages in FOLDER. A version that exists is skipped.
#
# usage: build/publish-packages.sh FOLDER      NUGET_API_KEY is the key; NUGET_SOURCE another feed than nuget.org
set -euo pipefail
: "${NUGET_API_KEY:?publish-packages.sh: NUGET_API_KEY is not set.}"
for package in "$1"/*.nupkg; do
  dotnet nuget push "$package" --source "${NUGET_SOURCE:-https://api.nuget.org/v3/index.json}" --api-key "$NUGET_API_KEY" --skip-duplicate
done
