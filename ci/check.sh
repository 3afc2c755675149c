#!/usr/bin/env bash
# Checks the templates that differ from a commit, and writes what a reviewer needs:
#
#   OUTPUT/macro.sarif    errors and warnings with their places (none if no template differs)
#   OUTPUT/comment.md     what the macro would change in the templates; fits a comment on GitHub
#   OUTPUT/code-quality.json   the same as macro.sarif for a merge request of GitLab (only there)
#   OUTPUT/templates      the names of the templates, one per line
#
# usage: ci/check.sh BASE OUTPUT      in a git repository. BASE is a commit; empty or all zeros: every template is checked
#
# MACRO is the command line (default: macro). MACRO_OPTIONS are options for it, one per line, such as --region=eu-west-1. MACRO_PATHS are
# the paths to look at, one per line, as git's pathspecs. MACRO_ANNOTATIONS=true writes the findings as annotations of GitHub. Exit status: 0, also with warnings; 1 if a template has an error; 2 if nothing was checked.
set -euo pipefail

fail() { echo "check.sh: $*" >&2; exit 2; }

readonly marker='<!-- macro diff -->'

(($# == 2)) || fail "usage: ci/check.sh BASE OUTPUT"
readonly base=$1 output=$2
cd "$(git rev-parse --show-toplevel)" || fail "this is no git repository."
mkdir -p "$output"

options=() paths=()
while IFS= read -r line; do [[ -z $line ]] || options+=("$line"); done <<<"${MACRO_OPTIONS:-}"
while IFS= read -r line; do [[ -z $line ]] || paths+=("$line"); done <<<"${MACRO_PATHS:-}"

run_macro() { ${MACRO:-macro} "$@" ${options[@]+"${options[@]}"}; }

# Names of files, each ended by a NUL: those that differ from the place where this branch left the base, or all.
changed_files() {
  local from
  if [[ $base =~ ^0*$ ]]; then
    git ls-files -z -- ${paths[@]+"${paths[@]}"}
    return
  fi
  git cat-file -e "$base^{commit}" 2>/dev/null || git fetch --quiet --depth=1 origin "$base" || fail "there is no commit $base."
  from=$(git merge-base "$base" HEAD 2>/dev/null) || from=$base
  git diff -z --name-only --diff-filter=d "$from" HEAD -- ${paths[@]+"${paths[@]}"}
}

# What `macro validate FOLDER` takes for a template; it skips the same folders.
is_template() {
  [[ $1 =~ \.(yaml|yml|json|template)$ && ! $1 =~ (^|/)(\.[^/]*|node_modules)/ && -f $1 ]] \
    && grep -q Resources -- "$1" && grep -qE 'AWS::|Transform' -- "$1"
}

# A name that the command line could take for an option or a response file gets its folder.
safe() { case $1 in -* | @*) printf './%s' "$1" ;; *) printf '%s' "$1" ;; esac; }

list=$(mktemp)
trap 'rm -f "$list" "$output/errors.txt"' EXIT
changed_files >"$list"
templates=()
while IFS= read -r -d '' file; do
  if is_template "$file"; then templates+=("$(safe "$file")"); fi
done <"$list"
printf '%s\n' ${templates[@]+"${templates[@]}"} | sed '/^$/d' >"$output/templates"
rm -f "$output/macro.sarif" "$output/code-quality.json"

printf '%s\n## Datadog instrumentation\n' "$marker" >"$output/comment.md"
if ((${#templates[@]} == 0)); then
  printf '\nThis change touches no template.\n' >>"$output/comment.md"
  echo "No template differs."
  exit 0
fi

status=0
run_macro validate "${templates[@]}" --format sarif >"$output/macro.sarif" || status=$?
((status <= 1)) || fail "macro validate ended with exit status $status."
# The same for the log of the job.
if [[ ${MACRO_ANNOTATIONS:-} == true ]]; then run_macro validate "${templates[@]}" --format github || true; else run_macro validate "${templates[@]}" || true; fi

[[ -z ${GITLAB_CI:-} ]] || run_macro validate "${templates[@]}" --format gitlab >"$output/code-quality.json" || true

diff_status=0
{ echo; run_macro diff "${templates[@]}" --format markdown; } >>"$output/comment.md" 2>"$output/errors.txt" || diff_status=$?
((diff_status <= 1)) || { cat "$output/errors.txt" >&2; fail "macro diff ended with exit status $diff_status."; }
exit "$status"
