#!/usr/bin/env bash
# The long checks: every law on 10,000 cases, an hour of fuzzing with a new seed, or the mutation scores.
#
# usage: build/nightly.sh laws|fuzz|mutation
set -euo pipefail
cd "$(dirname "$0")/.."

case ${1:-} in
  laws) MACRO_LAW_CASES=${MACRO_LAW_CASES:-10000} bash build/test.sh --filter-class '*Laws' ;;
  fuzz)
    [[ -x artifacts/package/macro ]] || bash build/package.sh
    # A new seed each day, which the output names.
    dotnet run --project tools/Macro.Fuzz -c Release -- --minutes "${MINUTES:-60}" --seed "${SEED:-$(date -u +%Y%m%d)}"
    ;;
  mutation) bash build/mutation.sh ;;
  *) echo "usage: build/nightly.sh laws|fuzz|mutation" >&2; exit 2 ;;
esac
