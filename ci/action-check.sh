#!/usr/bin/env bash
# The check as a step of action.yml: takes its inputs from the environment, and sets the outputs.
set -euo pipefail

output=$RUNNER_TEMP/macro
status=0
bash "$(dirname "${BASH_SOURCE[0]}")/check.sh" "$BASE" "$output" || status=$?
{
  echo "folder=$output"
  echo "templates=$(wc -l <"$output/templates" | tr -d ' ')"
} >>"$GITHUB_OUTPUT"
[[ ! -f $output/comment.md ]] || cat "$output/comment.md" >>"$GITHUB_STEP_SUMMARY"
exit "$status"
