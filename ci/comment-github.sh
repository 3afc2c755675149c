#!/usr/bin/env bash
# Posts a comment to a pull request, or replaces the one that this script posted before. Without a template in it, no comment is started.
#
# usage: ci/comment-github.sh REPOSITORY NUMBER OUTPUT      OUTPUT is the folder of ci/check.sh; GH_TOKEN the token of GitHub's command line
set -euo pipefail

readonly repository=$1 number=$2 output=$3
readonly marker='<!-- macro diff -->'

call() {
  local answer
  if ! answer=$(gh api "$@" 2>&1); then
    # A pull request from a fork has a token that may only read.
    echo "::warning title=macro diff::The comment could not be written: ${answer//$'\n'/ }"
    exit 0
  fi
  printf '%s' "$answer"
}

existing=$(call "repos/$repository/issues/$number/comments" --paginate \
  --jq ".[] | select(.user.type == \"Bot\" and (.body | startswith(\"$marker\"))) | .id")
existing=${existing%%$'\n'*}
if [[ $existing =~ ^[0-9]+$ ]]; then
  call --method PATCH "repos/$repository/issues/comments/$existing" --field "body=@$output/comment.md" --silent
elif [[ -s $output/templates ]]; then
  call --method POST "repos/$repository/issues/$number/comments" --field "body=@$output/comment.md" --silent
fi
