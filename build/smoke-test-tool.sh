#!/usr/bin/env bash
# Installs the command line from artifacts/nuget as a user with nothing but the .NET SDK does, and runs it on an example.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD

fail() { echo "smoke-test-tool.sh: $*" >&2; exit 1; }

compgen -G 'artifacts/nuget/Macro.Cli.*.nupkg' >/dev/null || fail "there is no package in artifacts/nuget; build/nuget.sh makes it."
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
cd "$home"

# A home of its own, without settings, caches and other tools, and with no other feed than the folder.
export HOME=$home DOTNET_CLI_HOME=$home NUGET_PACKAGES=$home/packages DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
export PATH=$home/.dotnet/tools:$PATH
cat >NuGet.Config <<XML
<configuration>
  <packageSources>
    <clear />
    <add key="folder" value="$root/artifacts/nuget" />
  </packageSources>
</configuration>
XML
dotnet tool install --global Macro.Cli --configfile NuGet.Config
cp "$root/examples/datadog-docs/template.yaml" .
macro diff template.yaml --format text >diff.txt 2>errors.txt
tail -1 diff.txt
grep -qx 'Changes 2 functions; adds 0 resources; 0 warnings\.' diff.txt || fail "macro diff printed something else."
macro transform template.yaml 2>/dev/null | cmp - "$root/examples/datadog-docs/expected.yaml"
dotnet tool uninstall --global Macro.Cli
