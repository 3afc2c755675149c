#!/usr/bin/env bash
# Unpacks a deployment package as AWS Lambda does, and drives its program through a local Runtime API; compares the bill of materials
# beside it with the lock files.
#
# usage: build/smoke-test.sh [ZIP]      by default artifacts/package/macro-lambda.zip, which build/package.sh makes
set -euo pipefail
zip=$(realpath "${1:-$(dirname "$0")/../artifacts/package/macro-lambda.zip}")
cd "$(dirname "$0")/.."
[[ -f $zip ]] || { echo "smoke-test.sh: there is no $zip; build/package.sh makes it." >&2; exit 1; }
MACRO_LAMBDA_ZIP=$zip dotnet test --project tests/Macro.Lambda.Tests --filter-namespace Macro.Lambda.Tests.Package
