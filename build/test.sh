#!/usr/bin/env bash
# Builds everything and runs all tests.
set -euo pipefail
cd "$(dirname "$0")/.."
[[ -d tests/jsonata/node_modules ]] || npm ci --prefix tests/jsonata --no-audit --no-fund --loglevel=error
dotnet test "$@"
