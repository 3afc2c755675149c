#!/usr/bin/env bash
# Mutation scores; docs/testing.md says how to read them.
#
# usage: build/mutation.sh                        every project below
#        build/mutation.sh PROJECT [FILES…]       for example: build/mutation.sh Macro.Core 'Tags/*.cs' 'LogForwarding/**/*.cs'
set -euo pipefail
cd "$(dirname "$0")/.."
readonly root=$PWD

# Each project is judged by its own tests: Macro.Json by Macro.Json.Tests, and so on.
readonly projects=(Macro.Json Macro.CloudFormation Macro.Core)

# Laws have the same ten cases in each run. With random ones a law could fail by chance, and that would count as a mutant killed.
export Mutation=true MACRO_LAW_CASES=10 MACRO_LAW_SEED=2026,1121

mutate() {
  local project=$1 files=("${@:2}") arguments=()
  [[ ${#files[@]} -gt 0 ]] || files=('**/*.cs')
  # The catalogs are tables of text, which the golden files of Macro.Cli.Tests pin.
  for file in "${files[@]}" '!**/ParameterCatalog*.cs' '!**/DiagnosticCatalog*.cs'; do arguments+=(--mutate "$file"); done
  rm -rf "artifacts/mutation/$project.Tests"
  (cd "tests/$project.Tests" && dotnet stryker --config-file "$root/build/stryker.json" --project "$project.csproj" \
    --output "$root/artifacts/mutation/$project" "${arguments[@]}")
}

[[ -d tests/jsonata/node_modules ]] || npm ci --prefix tests/jsonata --no-audit --no-fund --loglevel=error
dotnet tool restore
if [[ $# -gt 0 ]]; then
  mutate "$@"
else
  for project in "${projects[@]}"; do mutate "$project"; done
fi
