#!/usr/bin/env bash
# Prints how many bytes of the native program come from each library. Run build/package.sh first: the native compiler writes the map then.
# A generic method counts for the library that declares it. Data without a library in its name (tables, strings) counts as "other".
set -euo pipefail
cd "$(dirname "$0")/.."
map=$(find src/Macro.Lambda/obj/Release -path '*/linux-x64/native/bootstrap.map.xml' -printf '%T@ %p\n' | sort -rn | head -1 | cut -d' ' -f2)

readonly libraries='AWSSDK_Core|Macro_(Aws|CloudFormation|Core|Json)|bootstrap_|S_P_CoreLib|System_(Collections|Linq|Net|Security|Text_Json)'

awk -v libraries="$libraries|S_P_|System_" '
  match($0, /Name="[^"]*"/) {
    name = substr($0, RSTART + 6, RLENGTH - 7)
    if (!match($0, /Length="[0-9]+"/)) next
    bytes = substr($0, RSTART + 8, RLENGTH - 9)
    library = "other"
    if (match(name, libraries))
      library = substr(name, RSTART, RLENGTH)
    if (library == "bootstrap_") library = "Macro_Lambda"
    else if (library == "S_P_CoreLib") library = "System_Private_CoreLib"
    else if (library == "S_P_" || library == "System_") library = "other libraries of .NET"
    gsub(/_/, ".", library)
    sizes[library] += bytes
    total += bytes
  }
  END {
    for (library in sizes) printf "%9d  %5.1f %%  %s\n", sizes[library], 100 * sizes[library] / total, library
    printf "%9d  100.0 %%  total\n", total
  }' "$map" | sort -rn

# What the parts cost that can be left out: an empty program, and one with the loop on the Runtime API only.
framework=$(sed -E 's|.*/Release/([^/]+)/linux-x64/.*|\1|' <<<"$map")
empty=artifacts/empty
mkdir -p "$empty"
echo 'return 0;' >"$empty/Program.cs"
cat >"$empty/Directory.Build.props" <<'XML'
<Project>
  <Import Project="../../tools/Directory.Build.props" />
</Project>
XML
cat >"$empty/empty.csproj" <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <RestorePackagesWithLockFile>false</RestorePackagesWithLockFile>
  </PropertyGroup>
  <Import Project="../../build/Native.props" />
</Project>
XML

# Publishes a project natively, and prints the size of the program.
size() {
  dotnet publish "$1" -c Release -r linux-x64 -f "$framework" -p:TargetFrameworks="$framework" -p:PublishAot=true \
    -p:CppCompilerAndLinker=gcc -o "$2" --verbosity quiet >&2
  stat -c %s "$2/$3"
}
nothing=$(size "$empty" "$empty/out" empty)
loop=$(size tools/Macro.FloorBootstrap artifacts/floor floor)
whole=$(stat -c %s artifacts/package/bootstrap)
printf '\n%9d  an empty program\n%9d  more: the loop on the Runtime API, with HTTP, TLS and the log\n%9d  more: the macro\n%9d  bootstrap\n' \
  "$nothing" $((loop - nothing)) $((whole - loop)) "$whole"
