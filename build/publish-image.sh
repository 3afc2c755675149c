#!/usr/bin/env bash
# Builds the container image of the command line for x86_64 and arm64, and pushes it as IMAGE:VERSION and IMAGE:latest.
#
# usage: build/publish-image.sh IMAGE TAG      REGISTRY_USER and REGISTRY_TOKEN log in to the registry
set -euo pipefail
cd "$(dirname "$0")/.."

readonly image=$1 version=${2#v}
docker login "${image%%/*}" --username "$REGISTRY_USER" --password-stdin <<<"$REGISTRY_TOKEN"
docker run --privileged --rm tonistiigi/binfmt --install arm64
docker buildx create --name macro --driver docker-container --use
docker buildx build --platform linux/amd64,linux/arm64 --provenance=true --sbom=true --tag "$image:$version" --tag "$image:latest" --push .
