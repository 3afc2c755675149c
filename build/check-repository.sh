#!/usr/bin/env bash
# Checks workflows with actionlint, scripts with shellcheck, and runs the tests of both.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v shellcheck >/dev/null || ! command -v jq >/dev/null; then
  sudo=(); ((EUID)) && sudo=(sudo)
  "${sudo[@]}" apt-get update -q
  "${sudo[@]}" apt-get install -qy --no-install-recommends shellcheck jq
fi
git ls-files -z --cached --others --exclude-standard | xargs -0 grep -lZE '^#!/(usr/)?bin/(env )?(ba)?sh' | xargs -0 shellcheck

npm ci --prefix tests/repository --no-audit --no-fund --loglevel=error
node --test tests/repository/*.test.mjs
