# The command line in a container: docker run --rm --volume "$PWD:/work:ro" IMAGE validate .
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Macro.Cli --configuration Release --framework net10.0 --output /macro -p:RestoreLockedMode=true -p:UseAppHost=false \
  && install --mode 0644 LICENSE THIRD-PARTY-NOTICES.md /macro

# Chiselled: the .NET runtime without a shell or a package manager. It runs as the user app (1654).
FROM mcr.microsoft.com/dotnet/runtime:10.0-noble-chiseled
LABEL org.opencontainers.image.title="macro" \
      org.opencontainers.image.description="Shows and writes what the CloudFormation macro DatadogServerless makes of a template" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=build /macro /opt/macro
WORKDIR /work
USER 1654
ENTRYPOINT ["dotnet", "/opt/macro/macro.dll"]
