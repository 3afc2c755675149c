#!/usr/bin/env bash
# Unpacks a deployment package as AWS Lambda does, and drives its program through a local Runtime API; compares the bill of materials
# beside it with the lock files.
#
# usage: build/smoke-test.sh [ZIP]      by default the one in artifacts/package, which build/package.sh makes
set -euo pipefail
shopt -s nullglob
zips=("$(dirname "$0")"/../artifacts/package/macro-lambda*.zip)
zip=${1:-${zips[0]:-}}
[[ -f $zip ]] || { echo "smoke-test.sh: there is no package; build/package.sh makes it." >&2; exit 1; }
zip=$(realpath "$zip")
cd "$(dirname "$0")/.."
MACRO_LAMBDA_ZIP=$zip dotnet test --project tests/Macro.Lambda.Tests --filter-namespace Macro.Lambda.Tests.Package
