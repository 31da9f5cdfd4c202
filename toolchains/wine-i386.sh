#!/bin/sh
# SPDX-License-Identifier: MIT
# Brings the 32-bit PE DLLs of the installed Wine, so that Debian's 64-bit Wine runs 32-bit programs.
#
#   wine-i386.sh [--check] CACHE
#
# They come out of the libwine:i386 package of exactly the installed version, into
# CACHE/wine-i386/VERSION/i386-windows. Nothing is installed and no foreign architecture is added to the
# machine: apt works on lists and a cache of its own. With --check only says, by its status, whether
# they are there.
set -eu

check=
if [ "${1-}" = --check ]; then
	check=yes
	shift
fi
cache=$1/wine-i386

# A Wine that is no Debian package brings its own, or has none.
# shellcheck disable=SC2016 # dpkg-query expands it
version=$(dpkg-query -W -f '${Version}' libwine:amd64 2>/dev/null) || exit 0
dlls=$cache/$version/i386-windows
[ ! -e "$dlls/ntdll.dll" ] || exit 0
[ -z "$check" ] || exit 1

echo "setup: fetching the 32-bit DLLs of Wine $version (about 95 MB)"
mkdir -p "$cache"
work=$(mktemp -d "$cache/fetch.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/dlls"

private_apt() {
	apt-get -qq -o Dir::State::lists="$work/lists" -o Dir::Cache="$work/cache" \
		-o APT::Architecture=amd64 -o APT::Architectures::=amd64 \
		-o APT::Architectures::=i386 -o Debug::NoLocking=1 \
		-o APT::Sandbox::User= "$@"
}

# An index that is out of step, or one of a repository that knows no i386, does not matter here:
# only the download has to succeed.
private_apt update >"$work/log" 2>&1 || true
if ! (cd "$work" && private_apt download "libwine:i386=$version" >>log 2>&1); then
	cat "$work/log" >&2
	echo "setup: libwine:i386=$version could not be downloaded;" \
		"without it 32-bit cases do not run on this Wine" >&2
	exit 1
fi
dpkg-deb --fsys-tarfile "$work"/libwine_*_i386.deb |
	tar -x -f - -C "$work/dlls" --wildcards './usr/lib/*/wine/i386-windows/*.dll' \
		'./usr/lib/*/wine/i386-windows/*.exe' './usr/lib/*/wine/i386-windows/*.drv' \
		'./usr/lib/*/wine/i386-windows/*.nls' 2>/dev/null || true
found=$(echo "$work"/dlls/usr/lib/*/wine/i386-windows)
[ -e "$found/ntdll.dll" ] || {
	echo "setup: libwine:i386=$version holds no ntdll.dll" >&2
	exit 1
}
mkdir -p "$cache/$version"
mv "$found" "$dlls"
