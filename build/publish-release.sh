#!/usr/bin/env bash
# Makes a release on GitHub of the files in FOLDER, with the notes of CHANGELOG.md. A second run replaces the files of the release.
#
# usage: build/publish-release.sh TAG FOLDER      GH_TOKEN is the token of GitHub's command line
set -euo pipefail
cd "$(dirname "$0")/.."

fail() { echo "publish-release.sh: $*" >&2; exit 1; }

(($# == 2)) || fail "usage: build/publish-release.sh TAG FOLDER"
readonly tag=$1 folder=$2
[[ -f $folder/SHA256SUMS ]] || fail "there is no $folder/SHA256SUMS; build/checksums.sh makes it."
(cd "$folder" && sha256sum --check --quiet SHA256SUMS)

notes=$(mktemp)
trap 'rm -f "$notes"' EXIT
build/release-notes.sh "${tag#v}" >"$notes"
if gh release view "$tag" >/dev/null 2>&1; then
  gh release edit "$tag" --notes-file "$notes"
  gh release upload "$tag" "$folder"/* --clobber
else
  gh release create "$tag" "$folder"/* --verify-tag --title "Macro ${tag#v}" --notes-file "$notes"
fi
