#!/usr/bin/env bash
# Builds the site from docs into artifacts/site, and checks its links.
#
# SITE_BASE is the path that it is served under (default /), SITE_REPOSITORY the address of the repository on GitHub, which pages link to.
set -euo pipefail
cd "$(dirname "$0")/.."
rm -rf artifacts/site
npm ci --prefix docs --no-audit --no-fund --loglevel=error
npm run --prefix docs --silent site
cp docs/*.schema.json artifacts/site/
cp -R docs/operations docs/organizations artifacts/site/
node tests/site/links.mjs artifacts/site "${SITE_BASE:-/}"
