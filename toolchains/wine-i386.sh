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
state=$(dpkg-query -W -f '${db:Status-Status} ${Version}' libwine:amd64 2>/dev/null) || exit 0
[ "${state%% *}" = installed ] || exit 0
version=${state#* }
dlls=$cache/$version/i386-windows
[ ! -e "$dlls/ntdll.dll" ] || exit 0
[ -z "$check" ] || exit 1

fail() {
	grep '^\([EW]\|dpkg-deb\|tar\): ' "$work/log" | head -n 8
	echo "setup: $1"
	echo "setup: without it 32-bit cases do not run on this Wine; make check runs the others"
	exit 1
} >&2

echo "setup: fetching the 32-bit DLLs of Wine $version (about 95 MB)"
mkdir -p "$cache"
# What an interrupted run could not take away.
find "$cache" -maxdepth 1 -name 'fetch.*' -mtime +0 -exec rm -rf {} +
work=$(mktemp -d "$cache/fetch.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/dlls"

private_apt() {
	apt-get -q -o Dir::State::lists="$work/lists" -o Dir::Cache="$work/cache" \
		-o APT::Architecture=i386 -o APT::Architectures=i386 -o Acquire::Languages=none \
		-o Debug::NoLocking=1 -o APT::Sandbox::User= "$@"
}

# An index that is out of step, or one of a repository that knows no i386, does not matter here:
# only the download has to succeed.
private_apt update >"$work/log" 2>&1 || true
(cd "$work" && private_apt download "libwine=$version" >>log 2>&1) || fail \
	"libwine=$version for i386 could not be downloaded; where Debian has a newer one, upgrade wine"
dpkg-deb --fsys-tarfile "$work"/libwine_*_i386.deb 2>"$work/log" |
	tar -x -f - -C "$work/dlls" --wildcards './usr/lib/*/wine/i386-windows/*' 2>>"$work/log" ||
	fail "libwine=$version for i386 could not be unpacked into $work"
found=$(echo "$work"/dlls/usr/lib/*/wine/i386-windows)
[ -e "$found/ntdll.dll" ] || fail "libwine=$version for i386 holds no ntdll.dll"
mkdir -p "$cache/$version"
# Another setup may have been faster.
mv -T "$found" "$dlls" 2>/dev/null || [ -e "$dlls/ntdll.dll" ] || fail "$dlls could not be made"
