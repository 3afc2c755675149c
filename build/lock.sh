#!/usr/bin/env bash
# Writes the lock files anew, after a version has changed in Directory.Packages.props or Directory.Build.targets.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet restore Macro.sln --force-evaluate
for framework in net10.0 net9.0; do
  for project in src/Macro.Lambda src/Macro.Cli; do
    dotnet restore "$project" --force-evaluate -r linux-x64 -p:TargetFrameworks=$framework -p:PublishAot=true -p:OnlyToLock=true
  done
done
for project in src/Macro.Cli src/Macro.Aws; do
  dotnet restore "$project" --force-evaluate -p:ForNuGet=true
done
dotnet restore tests/Macro.Core.Tests --force-evaluate -p:Coverage=true
for project in Macro.Json Macro.CloudFormation Macro.Core; do
  Mutation=true dotnet restore "tests/$project.Tests" --force-evaluate
done
# The last restores were for native builds and for coverage.
dotnet restore Macro.sln --locked-mode
