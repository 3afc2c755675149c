#!/usr/bin/env bash
# Builds for the machine it runs on what a release has for that platform, into artifacts/release:
#
#   macro-VERSION-RID.tar.gz (.zip on Windows)    the native command line with its licences and bill of materials; in a tar.gz also man
#                                                 pages and completions, below share
#   macro-lambda-VERSION-ARCHITECTURE.zip         on Linux, the deployment package
#   install.sh                                    the same everywhere: installs the command line of a release
#
# usage: build/release-programs.sh [--framework net9.0]      on Linux (x86_64, arm64), macOS (arm64, x86_64) or Windows (x86_64, in Git's bash)
set -euo pipefail
cd "$(dirname "$0")/.."
export CI=true

readonly package=artifacts/package release=artifacts/release
version=$(sed -n 's|.*<Version>\(.*\)</Version>.*|\1|p' Directory.Build.props)

fail() { echo "release-programs.sh: $*" >&2; exit 1; }

platform() {
  case "$(uname -s) $(uname -m)" in
    'Linux x86_64') echo linux-x64 ;;
    'Linux aarch64') echo linux-arm64 ;;
    'Darwin arm64') echo osx-arm64 ;;
    'Darwin x86_64') echo osx-x64 ;;
    MINGW*' x86_64' | MSYS*' x86_64') echo win-x64 ;;
    *) fail "no release is built on $(uname -sm)." ;;
  esac
}

# On macOS and Windows there is no Lambda function, only the command line.
publish_command_line() {
  local output=artifacts/native/Macro.Cli compiled="src/Macro.Cli/obj/Release/net10.0/$rid/native/macro.ilc.rsp" runtime
  rm -rf "$package" "$output" && mkdir -p "$package"
  bash build/restore-native.sh src/Macro.Cli "$rid"
  dotnet publish src/Macro.Cli -c Release -r "$rid" --no-restore -o "$output" -v quiet \
    -p:TargetFrameworks=net10.0 -f net10.0 -p:PublishAot=true
  cp "$output/$program" "$package/$program"
  cp LICENSE THIRD-PARTY-NOTICES.md "$package"
  build/sbom.sh "$version" "$package/$program=$compiled" >"$package/sbom.cdx.json"
  runtime=$(tr -d '\r' <"$compiled" | tr "\\\\" / | sed -n 's|^-r:\(.*\)/System\.Private\.CoreLib\.dll$|\1|p')
  until [[ -f $runtime/THIRD-PARTY-NOTICES.TXT ]]; do
    [[ $runtime == */* ]] || fail "the .NET runtime comes without its notices."
    runtime=${runtime%/*}
  done
  cp "$runtime/THIRD-PARTY-NOTICES.TXT" "$package/THIRD-PARTY-NOTICES-of-dotnet.txt"
}

# Man pages and completions, under the names that man and the shells look for below a prefix.
write_share() {
  local share=$1
  mkdir -p "$share"/{man/man1,bash-completion/completions,zsh/site-functions,fish/vendor_completions.d}
  cp docs/man/*.1 "$share/man/man1"
  "$package/$program" completion bash >"$share/bash-completion/completions/macro"
  "$package/$program" completion zsh >"$share/zsh/site-functions/_macro"
  "$package/$program" completion fish >"$share/fish/vendor_completions.d/macro.fish"
}

archive() {
  local name=macro-$version-$rid folder
  folder=$(mktemp -d)
  mkdir "$folder/$name"
  cp -R ci "$folder/$name"
  (cd "$package" && cp "$program" sbom.cdx.json LICENSE THIRD-PARTY-NOTICES.md THIRD-PARTY-NOTICES-of-dotnet.txt "$folder/$name")
  if [[ $rid == win-* ]]; then
    (cd "$folder" && 7z a -bso0 -mtc- "$name.zip" "$name") && mv "$folder/$name.zip" "$release"
  else
    write_share "$folder/$name/share"
    tar -C "$folder" -czf "$release/$name.tar.gz" "$name"
  fi
  rm -rf "$folder"
}

rid=$(platform)
program=macro
[[ $rid != win-* ]] || program=macro.exe
rm -rf "$release" && mkdir -p "$release"
cp ci/install.sh "$release"
if [[ $rid == linux-* ]]; then
  bash build/package.sh "$@"
  architecture=$(uname -m)
  version=$("$package/$program" --version)   # of net9.0 the version says so
  cp "$package"/macro-lambda*.zip "$release/macro-lambda-$version-${architecture/aarch64/arm64}.zip"
else
  publish_command_line
fi
"$package/$program" --version
archive
ls -l "$release"
