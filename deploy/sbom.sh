#!/bin/sh
# Writes sbom.cdx.json, the parts of the program with versions, hashes and licences (CycloneDX), to a folder.
#   sh deploy/sbom.sh FOLDER
set -eu
out=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' Directory.Build.props)

[ -f bot/obj/project.assets.json ] || dotnet restore bot >&2
dotnet tool restore >&2
dotnet dotnet-CycloneDX bot/GuidelineBot.csproj --recursive --disable-package-restore --output-format Json --spec-version 1.6 \
  --set-name GuidelineBot --set-version "$version" --output "$out" --filename sbom.cdx.json >&2
