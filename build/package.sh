#!/usr/bin/env bash
# Builds what a release consists of, from a clean clone:
#
#   artifacts/package/bootstrap          the macro, a native custom runtime for AWS Lambda's provided.al2023
#   artifacts/package/macro-lambda.zip   the same as a deployment package, equal byte for byte for equal sources and tools;
#                                        macro-lambda-net9.0.zip when built with --framework net9.0
#   artifacts/package/macro              the native command line
#   artifacts/package/symbols/           debug symbols of both
#   artifacts/package/sbom.cdx.json      the bill of materials of both, CycloneDX
#   artifacts/package/*.md, LICENSE      the licences of what is compiled in, to be passed on with the programs
#
# usage: build/package.sh [--framework net10.0|net9.0]
#
# By default for net10.0, which needs the package Microsoft.NETCore.App.Runtime.NativeAOT.linux-x64. A feed that lacks it can build net9.0,
# which has no support any more, and only on demand: the framework is then in the zip's name, in `macro --version` and in the bill.
#
# For the processor it runs on, x86_64 or arm64, on Linux. Installs a C compiler, binutils, zip and advancecomp with
# apt-get where they are missing.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly package=artifacts/package
readonly work=artifacts/native
readonly newest_glibc=2.34   # Amazon Linux 2023, https://docs.aws.amazon.com/linux/al2023/ug/core-glibc.html

fail() { echo "package.sh: $*" >&2; exit 1; }

require_tools() {
  case "$(uname -sm)" in
    'Linux x86_64') rid=linux-x64 architecture=x86_64 ;;
    'Linux aarch64') rid=linux-arm64 architecture=arm64 ;;
    *) fail "builds on Linux, for x86_64 or arm64; this is $(uname -sm)." ;;
  esac
  command -v dotnet >/dev/null || fail "the .NET SDK that global.json names is missing: https://dotnet.microsoft.com/download"
  local missing=()
  command -v gcc >/dev/null || command -v clang >/dev/null || missing+=(gcc libc6-dev)
  command -v objdump >/dev/null || missing+=(binutils)
  command -v zip >/dev/null || missing+=(zip)
  command -v advzip >/dev/null || missing+=(advancecomp)
  ((${#missing[@]})) || return 0
  command -v apt-get >/dev/null || fail "please install: ${missing[*]}"
  local sudo=(); ((EUID)) && sudo=(sudo)
  "${sudo[@]}" apt-get update -q
  "${sudo[@]}" apt-get install -qy --no-install-recommends "${missing[@]}"
}

# Fails with a way out where the packages of the framework cannot be restored.
check_restore() {
  local log="$work/restore.log"
  bash build/restore-native.sh src/Macro.Lambda "$rid" "$framework" >"$log" 2>&1 \
    && bash build/restore-native.sh src/Macro.Cli "$rid" "$framework" >"$log" 2>&1 && return
  if [[ $framework == net10.0 ]] && grep -q 'NU1101.*Microsoft\.NETCore\.App\.Runtime\.NativeAOT' "$log"; then
    fail "the package feed lacks Microsoft.NETCore.App.Runtime.NativeAOT.$rid, so net10.0 cannot be built. Use a feed that has it, or
build for evaluation only: build/package.sh --framework net9.0"
  fi
  cat "$log" >&2
  fail "the packages cannot be restored."
}

warn_of_net9() {
  cat >&2 <<'TEXT'
************************************************************************************************
  THIS IS A NET9.0 BUILD AND NOT FOR PRODUCTION.
  Support for .NET 9 ended in November 2026: its runtime, compiled into these programs, gets no
  more security fixes. Build net10.0 from a package feed that has
  Microsoft.NETCore.App.Runtime.NativeAOT.linux-x64.
************************************************************************************************
TEXT
}

# Publishes one project natively: the program to $package, its symbols beside.
publish() {
  local project=$1 program=$2 linker locked=(-p:RestoreLockedMode=true)
  linker=$(command -v gcc >/dev/null && echo gcc || echo clang)
  [[ $rid == linux-x64 ]] || locked=(-p:RestoreLockedMode=false -p:CompareLocks=true)   # build/restore-native.sh has compared them
  # The path map keeps the clone's folder out of the programs, so that they are the same wherever they are built.
  dotnet publish "src/$project" -c Release -r "$rid" -o "$work/$project" -v quiet \
    -p:TargetFrameworks="$framework" -f "$framework" -p:PublishAot=true "${locked[@]}" -p:CppCompilerAndLinker="$linker" -p:PathMap="$PWD=/_"
  install -m 0755 "$work/$project/$program" "$package/$program"
  install -m 0644 "$work/$project/$program.dbg" "$package/symbols/$program.dbg"
}

check_glibc() {
  local needed
  needed=$(objdump -T "$1" | grep -o 'GLIBC_[0-9.]*' | sort -uV | tail -1)
  [[ "$(printf '%s\n' "$needed" "GLIBC_$newest_glibc" | sort -V | tail -1)" == "GLIBC_$newest_glibc" ]] \
    || fail "$1 needs $needed, and provided.al2023 has GLIBC_$newest_glibc."
  echo "$1 needs $needed at most."
}

# The layout of https://docs.aws.amazon.com/lambda/latest/dg/runtimes-provided.html: an executable named bootstrap at the root.
pack() {
  local folder="$work/zip"
  rm -rf "$folder" && mkdir "$folder"
  install -m 0755 "$package/bootstrap" "$folder/bootstrap"
  TZ=UTC touch -d '1980-01-01 00:00:00' "$folder/bootstrap"
  (cd "$folder" && TZ=UTC zip -q -X -9 ../macro-lambda.zip bootstrap)
  advzip --quiet --recompress --shrink-insane "$work/macro-lambda.zip"   # 3 % smaller than zip -9, in the same format
  mv "$work/macro-lambda.zip" "$package/$zip"
}

# The response files of the native compiler, which say what it compiled in.
response_file() { echo "src/$1/obj/Release/$framework/$rid/native/$2.ilc.rsp"; }

write_bill() {
  local version
  version=$(sed -n 's|.*<Version>\(.*\)</Version>.*|\1|p' Directory.Build.props)
  [[ $framework == net10.0 ]] || version+="+$framework"   # as `macro --version` says
  build/sbom.sh "$version" "$package/bootstrap=$(response_file Macro.Lambda bootstrap)" "$package/macro=$(response_file Macro.Cli macro)" >"$package/sbom.cdx.json"
}

# Our own notices, and those that come with the very runtime that is compiled in.
copy_licences() {
  local runtime
  runtime=$(sed -n 's|^-r:\(.*\)/System\.Private\.CoreLib\.dll$|\1|p' "$(response_file Macro.Lambda bootstrap)")
  until [[ -z $runtime || -f $runtime/THIRD-PARTY-NOTICES.TXT ]]; do runtime=${runtime%/*}; done
  [[ -n $runtime ]] || fail "the .NET runtime comes without its notices."
  install -m 0644 LICENSE THIRD-PARTY-NOTICES.md "$package"
  install -m 0644 "$runtime/THIRD-PARTY-NOTICES.TXT" "$package/THIRD-PARTY-NOTICES-of-dotnet.txt"
}

framework=net10.0
while (($#)); do
  case $1 in
    --framework) framework=${2:-}; shift 2 || fail "--framework needs net10.0 or net9.0." ;;
    *) fail "unknown argument $1; usage: build/package.sh [--framework net10.0|net9.0]" ;;
  esac
  [[ $framework =~ ^net(10|9)\.0$ ]] || fail "--framework is net10.0 or net9.0, not '$framework'."
done

zip=macro-lambda.zip
[[ $framework == net10.0 ]] || zip=macro-lambda-$framework.zip

require_tools
rm -rf "$package" "$work"
mkdir -p "$package/symbols" "$work"
check_restore
[[ $framework == net10.0 ]] || warn_of_net9
publish Macro.Lambda bootstrap
publish Macro.Cli macro
check_glibc "$package/bootstrap"
check_glibc "$package/macro"
pack
write_bill
copy_licences
echo "Built for $framework, $architecture:"
(cd "$package" && sha256sum bootstrap macro "$zip" && stat -c '%s bytes  %n' bootstrap macro "$zip")
