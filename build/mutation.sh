#!/usr/bin/env bash
# Mutation scores of src/Macro.Core; docs/testing.md says how to read them. Arguments: folders of it, or none for all.
# Stryker makes the mutants, tests/Macro.Mutants tries them.
set -euo pipefail
cd "$(dirname "$0")/.."
work=artifacts/mutation
rm -rf "$work" && mkdir -p "$work"

[[ -d tests/jsonata/node_modules ]] || npm ci --prefix tests/jsonata --no-audit --no-fund --loglevel=error
dotnet tool restore
dotnet build tests/Macro.Core.Tests -v quiet
dotnet build tests/Macro.Mutants -c Release -v quiet
cp -r tests/Macro.Core.Tests/bin/Debug/net10.0 "$work/tests"

# The one test that Stryker is given keeps the mutated assembly. It reaches next to nothing, so Stryker ends soon; its score says nothing.
kept=tests/Macro.StrykerHost/bin/Debug/net10.0/kept
rm -rf "$kept"
(cd tests/Macro.StrykerHost && dotnet stryker --output "../../$work/stryker")
cp "$kept/Macro.Core.dll" "$work/tests/"

tests/Macro.Mutants/bin/Release/net10.0/Macro.Mutants "$work/tests" "$work/stryker/reports/mutation-report.json" "$@"
