#!/bin/sh
# SPDX-License-Identifier: MIT
# Puts the folder TREE together and packs it into ZIP, for `make dist`: the same files give the same bytes.
#
#   dist.sh TREE [ZIP]
#
# Environment: BUILD, SOURCES (of the libraries), TARGETS, MODELS, WINDOWS (programs for Windows), LAUNCHER.
set -eu
tree=$1
zip=${2-}
version=$(cat VERSION)

[ -z "$zip" ] || command -v zip >/dev/null || {
	echo "Packing needs zip. make setup installs it." >&2
	exit 1
}
mingw_licence=/usr/share/doc/mingw-w64-common/copyright
[ -f "$mingw_licence" ] || {
	echo "dist: $mingw_licence is not here, and no zip may go without it. It comes with mingw-w64-common," >&2
	echo "dist: unless dpkg is told to leave such files out (path-exclude in /etc/dpkg/dpkg.cfg.d)" >&2
	exit 1
}

rm -rf "$tree"
mkdir -p "$tree/cases"
cp README.md NEWS.md LICENSE runner/heapkit.1 "$tree"
# shellcheck disable=SC2086 # lists
{
	cp $WINDOWS "$tree"
	cp "$BUILD/dist/heapkit" "$tree/heapkit"
	for model in $MODELS; do
		strip -o "$tree/$(basename "$model")" "$model"
	done
	[ -z "$LAUNCHER" ] || { mkdir "$tree/windows" && cp "$LAUNCHER" "$tree/windows"; }
	for target in $TARGETS; do
		cp -R "$BUILD/$target" "$tree/cases/$target"
	done
}
for folder in implementations expectations requirements; do
	mkdir "$tree/$folder"
	cp "$BUILD/$folder"/*.yaml "$tree/$folder"
done
"$BUILD/heapkit" list --cases "$tree/cases" --imports >"$tree/IMPORTS.txt"

# What the programs hold of others. Each licence asks for its text.
{
	echo "heapkit $version holds, linked into heapkit.exe and into the heapkit for Linux, the libraries"
	echo "libuv, jansson, libyaml and libcyaml, and the programs with a C runtime hold start-up code of"
	echo "mingw-w64 and GCC's libgcc (GPL with the GCC Runtime Library Exception). Their licences:"
	for library in "$SOURCES"/libuv1-* "$SOURCES"/jansson-* "$SOURCES"/libyaml-* "$SOURCES"/libcyaml-*; do
		for text in "$library"/LICENSE "$library"/LICENSE-extra "$library"/License; do
			[ -f "$text" ] || continue
			printf '\n==== %s: %s\n\n' "$(basename "$library")" "$(basename "$text")"
			cat "$text"
		done
	done
	printf '\n==== mingw-w64\n\n'
	cat "$mingw_licence"
} >"$tree/THIRD-PARTY.txt"

needs=$(objdump -T "$tree"/heapkit "$tree"/heapkit-model* 2>/dev/null | grep -o 'GLIBC_[0-9.]*' | sort -uV | tail -n 1)
cat >"$tree/START-HERE.txt" <<END
heapkit $version: conformance of Win32 process-heap functions

Windows     heapkit.exe run
Linux       ./heapkit run -- ./my-emulator      (x86-64, ${needs} or newer; chmod +x after unzip if needed)
elsewhere   agent-x86_64.exe or agent-i686.exe starts every program below cases and writes what they
            did; heapkit judge LOG, anywhere, turns that into results

README.md says what it is, THIRD-PARTY.txt whose code it holds, IMPORTS.txt what each program imports.
END

(cd "$tree" && find . -type f -printf '%P\0' | LC_ALL=C sort -z | xargs -0 sha256sum) >"$tree.sums"
mv "$tree.sums" "$tree/SHA256SUMS"

# The time of the files is no part of what they are.
find "$tree" -exec touch -h -d '2020-01-01 00:00:00 UTC' {} +
find "$tree" -type d -exec chmod 755 {} +
find "$tree" -type f -exec chmod 644 {} +
chmod 755 "$tree"/heapkit "$tree"/heapkit-model* 2>/dev/null || true
[ -n "$zip" ] || exit 0
rm -f "$zip"
name=$(basename "$zip")
(cd "$(dirname "$tree")" && find "$(basename "$tree")" -type f | LC_ALL=C sort |
	TZ=UTC zip -q -X -D -9 "$name" -@)
mv "$(dirname "$tree")/$name" "$zip"
echo "$zip: $(find "$tree" -name '*.exe' | wc -l) programs, $(($(wc -c <"$zip") / 1024)) KB, Linux runner for $needs"
