#!/usr/bin/env bash
# Downloads the command line of a release for this machine, compares its checksum, and unpacks it to FOLDER. With PREFIX, links the program to
# PREFIX/bin, and its man pages and completions to PREFIX/share.
#
# usage: ci/install.sh VERSION FOLDER [PREFIX]      MACRO_RELEASES is the address of the releases: https://github.com/OWNER/REPOSITORY/releases
set -euo pipefail

fail() { echo "install.sh: $*" >&2; exit 1; }

(($# == 2 || $# == 3)) || fail "usage: ci/install.sh VERSION FOLDER [PREFIX]"
readonly version=${1#v} folder=$2
prefix=${3:-}
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || fail "the version is X.Y.Z, not '$version'."
: "${MACRO_RELEASES:?install.sh: MACRO_RELEASES is not set.}"

case "$(uname -s) $(uname -m)" in
  'Linux x86_64') rid=linux-x64 ;;
  'Linux aarch64') rid=linux-arm64 ;;
  'Darwin arm64') rid=osx-arm64 ;;
  'Darwin x86_64') rid=osx-x64 ;;
  MINGW*' x86_64' | MSYS*' x86_64') rid=win-x64 ;;
  *) fail "there is no release for $(uname -sm)." ;;
esac
name=macro-$version-$rid
archive=$name.tar.gz
[[ $rid != win-x64 ]] || archive=$name.zip

checksums() { if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }

# Links what is in the folder; a file of somebody else stays.
link() {
  local target=$prefix/$2
  [[ -L $target || ! -e $target ]] || fail "$target exists and is not a link."
  mkdir -p "$(dirname "$target")"
  ln -sfn "$PWD/$1" "$target"
}

if [[ -n $prefix ]]; then
  mkdir -p "$prefix" "$folder"
  prefix=$(cd "$prefix" && pwd)
  [[ $prefix != "$(cd "$folder" && pwd)" ]] || fail "FOLDER and PREFIX are the same."
fi
mkdir -p "$folder"
cd "$folder"
for file in "$archive" SHA256SUMS; do
  curl --fail --silent --show-error --location --retry 3 --output "$file" "$MACRO_RELEASES/download/v$version/$file" \
    || fail "$MACRO_RELEASES/download/v$version/$file cannot be downloaded."
done
grep -E "^[0-9a-f]{64} [ *]${archive//./\\.}$" SHA256SUMS | checksums --check --status || fail "$archive does not have the checksum of its release."
if [[ $rid == win-x64 ]]; then unzip -qo "$archive"; else tar -xzf "$archive"; fi
cp -R "$name"/. .
rm -rf "$name" "$archive" SHA256SUMS
if [[ -n $prefix ]]; then
  link macro bin/macro
  while IFS= read -r file; do link "$file" "$file"; done < <(find share -type f)
fi
[[ -z ${GITHUB_PATH:-} ]] || pwd >>"$GITHUB_PATH"
