#!/bin/sh
# Writes to artifacts/release/VERSION what is given out: an archive for Linux and one for Windows, the list of parts (CycloneDX), and checksums.
#   sh deploy/release.sh [linux-x64] [win-x64]
# The version is that of Directory.Build.props. Needs the .NET SDK and, beside it, tar and sha256sum as every Linux has them.
set -eu
cd "$(dirname "$0")/.."

version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' Directory.Build.props)
out=artifacts/release/$version
[ $# -gt 0 ] || set -- linux-x64 win-x64
rm -rf "$out" artifacts/release/build/trained.bin
mkdir -p "$out"

sh deploy/sbom.sh "$out"
# Fails for a licence that nobody has allowed, and when the list in the repository is not that of these packages.
dotnet run deploy/notices.cs -- "$out/sbom.cdx.json" deploy/licences.json >"$out/THIRD-PARTY-NOTICES.md"
cmp "$out/THIRD-PARTY-NOTICES.md" THIRD-PARTY-NOTICES.md || {
  echo "release: THIRD-PARTY-NOTICES.md is of other packages; write it anew (docs/operations.md)." >&2
  exit 1
}

for kind in "$@"; do
  name=guideline-bot-$version-$kind
  # In a folder of its own, so that what is built for another kind of machine leaves no trace in obj/.
  dotnet publish bot -c Release -r "$kind" --artifacts-path artifacts/release/build -o "$out/$name"
  # What is learnt ahead is learnt by a program that runs here, and the same for every kind of machine.
  learnt=artifacts/release/build/trained.bin
  if [ -f "$out/$name/knowledge/trained.bin" ]; then
    cp "$out/$name/knowledge/trained.bin" "$learnt"
  elif [ -f "$learnt" ]; then
    cp "$learnt" "$out/$name/knowledge/"
  fi
  cp README.md LICENSE CHANGELOG.md SECURITY.md CONTRIBUTING.md THIRD-PARTY-NOTICES.md appsettings.sample.json "$out/$name/"
  cp -R docs "$out/$name/"
  mkdir "$out/$name/deploy"
  (cd deploy && cp -R -- *.service *.timer *.conf *.ps1 azure.bicep azure.parameters.json bicepconfig.json environment guideline-bot.sh install.sh "../$out/$name/deploy/")
  case $kind in
    win-*) dotnet msbuild deploy/zip.proj -nologo -p:From="$PWD/$out/$name" -p:To="$PWD/$out/$name.zip" ;;
    # The same files make the same archive.
    *) tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@${SOURCE_DATE_EPOCH:-0}" -C "$out" -cf - "$name" | gzip -n >"$out/$name.tar.gz" ;;
  esac
  rm -rf "${out:?}/$name"
done

cd "$out"
sha256sum -- * >SHA256SUMS
cat SHA256SUMS
