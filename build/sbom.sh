#!/usr/bin/env bash
# Writes a CycloneDX bill of materials of native programs to standard output, from what the native compiler was given: the packages of
# the assemblies in its response files. The same programs give the same bill, so it has neither a time stamp nor a serial number.
#
# usage: build/sbom.sh VERSION PROGRAM=RESPONSE_FILE…
set -euo pipefail
export LC_ALL=C   # sorts alike everywhere

fail() { echo "sbom.sh: $*" >&2; exit 1; }

# The folders of the packages that a response file names. Assemblies of our own stand outside of packages.
packages() {
  local reference folder
  while read -r reference; do
    folder=$reference
    until compgen -G "$folder/*.nuspec" >/dev/null; do
      [[ $folder == */* ]] || { folder=; break; }
      folder=${folder%/*}
    done
    [[ -n $folder || $reference == */Macro.*.dll ]] || fail "$reference is of no package."
    echo "$folder"
  done < <(sed -n 's/^-r://p' "$1" | tr -d '\r' | tr "\\\\" /) | sed '/^$/d' | sort -u
}

# A member of a package's description, such as its id.
describe() { sed -n "s|.*<$2\( [^>]*\)*>\([^<]*\)</$2>.*|\2|p" "$1"/*.nuspec | head -1; }

reference() { echo "pkg:nuget/$(describe "$1" id)@$(describe "$1" version)"; }

# DiffPlex 1.4.4 is from before NuGet knew licence expressions: https://github.com/mmanela/diffplex/blob/v1.4.4/License.txt
licence() { case $(reference "$1") in pkg:nuget/DiffPlex@1.4.4) echo Apache-2.0 ;; *) describe "$1" license ;; esac; }

hex() { od -An -v -tx1 | tr -d ' \n'; }

# macOS has shasum, and only newer ones sha256sum.
sha256() { if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d ' ' -f 1; }

component() {
  cat <<JSON
    {
      "type": "library",
      "bom-ref": "$(reference "$1")",
      "name": "$(describe "$1" id)",
      "version": "$(describe "$1" version)",
      "hashes": [{ "alg": "SHA-512", "content": "$(base64 -d "$1"/*.nupkg.sha512 | hex)" }],
      "licenses": [{ "license": { "id": "$(licence "$1")" } }],
      "purl": "$(reference "$1")"
    }
JSON
}

program() {
  cat <<JSON
    {
      "type": "application",
      "bom-ref": "${1##*/}",
      "name": "${1##*/}",
      "version": "$version",
      "hashes": [{ "alg": "SHA-256", "content": "$(sha256 "$1")" }],
      "licenses": [{ "license": { "id": "Apache-2.0" } }]
    }
JSON
}

dependency() {
  local name=$1 references=()
  shift
  for folder in "$@"; do references+=("\"$(reference "$folder")\""); done
  echo "    { \"ref\": \"$name\", \"dependsOn\": [$(join ', ' "${references[@]}")] }"
}

# Its arguments after the first, with the first between them.
join() {
  local between=$1 joined=$2
  shift 2
  for item in "$@"; do joined+=$between$item; done
  printf '%s' "$joined"
}

version=$1
shift
components=() dependencies=() all=()
for pair in "$@"; do
  list=$(packages "${pair#*=}")
  [[ -n $list ]] || fail "${pair#*=} names no package."
  folders=()   # no mapfile: the bash of macOS is 3.2
  while read -r folder; do folders+=("$folder"); done <<<"$list"
  components+=("$(program "${pair%%=*}")")
  dependencies+=("$(dependency "$(basename "${pair%%=*}")" "${folders[@]}")")
  all+=("${folders[@]}")
done
while read -r folder; do components+=("$(component "$folder")"); done < <(printf '%s\n' "${all[@]}" | sort -u)

cat <<JSON
{
  "bomFormat": "CycloneDX",
  "specVersion": "1.6",
  "version": 1,
  "metadata": {
    "component": { "type": "application", "bom-ref": "Macro", "name": "Macro", "version": "$version" }
  },
  "components": [
$(join $',\n' "${components[@]}")
  ],
  "dependencies": [
$(join $',\n' "${dependencies[@]}")
  ]
}
JSON
