#!/usr/bin/env bash
# Makes the NuGet packages, into artifacts/nuget: the command line as a .NET tool (Macro.Cli), and the libraries with their documentation.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly packages=artifacts/nuget
rm -rf "$packages"
for project in Macro.Json Macro.CloudFormation Macro.Core Macro.Aws Macro.Cli; do
  dotnet pack "src/$project" -c Release -o "$packages" -v quiet -nologo -p:ForNuGet=true -p:RestoreLockedMode=true
done
# The next build is again for both frameworks.
dotnet restore Macro.sln -v quiet -p:RestoreLockedMode=true
ls "$packages"
