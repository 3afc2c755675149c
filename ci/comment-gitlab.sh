#!/usr/bin/env bash
# Posts a note to a merge request, or replaces the one that this script posted before. Without a template in it, no note is started.
#
# usage: ci/comment-gitlab.sh OUTPUT      OUTPUT is the folder of ci/check.sh. In a job of a merge request, with MACRO_GITLAB_TOKEN, a token
#                                         with the scope api; needs curl and jq
set -euo pipefail

readonly output=$1
readonly marker='<!-- macro diff -->'
readonly notes="$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests/$CI_MERGE_REQUEST_IID/notes"

# The token comes from standard input, so that no other process sees it in the arguments.
call() { curl --fail-with-body --silent --show-error --config - "$@" <<<"header = \"PRIVATE-TOKEN: $MACRO_GITLAB_TOKEN\""; }

existing=$(call "$notes?per_page=100&sort=asc" | jq -r "[.[] | select(.body | startswith(\"$marker\")) | .id][0] // empty")
if [[ $existing =~ ^[0-9]+$ ]]; then
  call --request PUT "$notes/$existing" --data-urlencode "body@$output/comment.md" --output /dev/null
elif [[ -s $output/templates ]]; then
  call --request POST "$notes" --data-urlencode "body@$output/comment.md" --output /dev/null
fi
