#!/usr/bin/env bash
# Fails unless a tag may become a release: the version is the same in the tag, the projects and the template, and CHANGELOG.md has dated notes.
#
# usage: build/check-release.sh TAG
set -euo pipefail
cd "$(dirname "$0")/.."

fail() { echo "check-release.sh: $*" >&2; exit 1; }

(($# == 1)) || fail "usage: build/check-release.sh TAG"
[[ $1 =~ ^v[0-9]+\.[0-9]+\.[0-9]+$ ]] || fail "the tag is vX.Y.Z, not '$1'."
readonly version=${1#v}

project=$(sed -n 's|.*<Version>\(.*\)</Version>.*|\1|p' Directory.Build.props)
[[ $project == "$version" ]] || fail "Directory.Build.props has version $project, the tag $version."
grep -qxF "    Value: $version" macro-template.yml || fail "the output Version of macro-template.yml is not $version."
grep -qF "datadog-macro/$version/macro-lambda-" macro-template.yml || fail "the key of the code in macro-template.yml is not of version $version."
grep -qE "^## ${version//./\\.} – [0-9]{4}-[0-9]{2}-[0-9]{2}$" CHANGELOG.md \
  || fail "CHANGELOG.md has no heading '## $version – YYYY-MM-DD'."
build/release-notes.sh "$version" >/dev/null
echo "Version $version can be released."
