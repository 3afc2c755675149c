#!/usr/bin/env bash
# Makes the pictures in docs/images, which README.md and the site show: the page of `macro report` in Chromium.
#
# CHROMIUM names the browser (default /usr/bin/chromium).
set -euo pipefail
cd "$(dirname "$0")/.."
npm ci --prefix tests/browser --no-audit --no-fund --loglevel=error
dotnet build src/Macro.Cli --framework net10.0 -v quiet -clp:NoSummary
node tests/browser/screenshots.mjs docs/images dotnet src/Macro.Cli/bin/Debug/net10.0/macro.dll
