#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs the aarch64 cases on Wine for ARM64 under qemu-user, for `make check-arm64`.
#
#   wine-arm64.sh CACHE HEAPKIT [OPTION...]
#
# HEAPKIT run --on wine-arm64 OPTION... with a wineserver beside it. Wine is Debian 13's, unpacked into
# CACHE/wine-arm64: nothing is installed and no foreign architecture is added to the machine, since apt works
# on lists and a cache of its own. The first time it downloads 80 MB. Needs qemu-aarch64 (package qemu-user).
set -eu
cache=$1
heapkit=$2
shift 2
folder=$cache/wine-arm64
work=

fail() {
	echo "wine-arm64: $*" >&2
	exit 3
}

private_apt() {
	apt-get -q -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=/dev/null \
		-o Dir::State::lists="$work/lists" -o Dir::State::status=/dev/null -o Dir::Cache="$work/cache" \
		-o APT::Architecture=arm64 -o APT::Architectures=arm64 -o Acquire::Languages=none \
		-o Debug::NoLocking=1 -o APT::Sandbox::User= "$@"
}

# What Wine needs to start a console program: itself, its data, the C library.
fetch() {
	echo "wine-arm64: fetching Wine for ARM64 (about 80 MB)"
	mkdir -p "$cache"
	work=$(mktemp -d "$cache/wine-arm64.XXXXXX")
	trap 'rm -rf "$work"' EXIT
	mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/root"
	mirror=$("$(dirname "$0")/mirror.sh")
	[ -n "$mirror" ] || fail "apt knows no mirror of Debian"
	echo "deb $mirror trixie main" >"$work/sources.list"
	private_apt update >"$work/log" 2>&1 || true
	(cd "$work" && private_apt download libwine wine64 libc6 libgcc-s1 zlib1g >>log 2>&1) ||
		fail "the packages could not be downloaded: $(grep '^[EW]: ' "$work/log" | tail -n 1)"
	for package in "$work"/*.deb; do
		dpkg-deb --fsys-tarfile "$package" | tar -x -f - -C "$work/root" --exclude=./usr/share/doc ||
			fail "$package could not be unpacked"
	done
	ln -s usr/lib "$work/root/lib"
	prefix=$work/root/prefix
	mkdir -p "$prefix/dosdevices" "$prefix/drive_c/windows/system32"
	ln -s ../drive_c "$prefix/dosdevices/c:"
	ln -s / "$prefix/dosdevices/z:"
	printf disable >"$prefix/.update-timestamp"
	for dll in ntdll kernel32 kernelbase; do
		ln -s "../../../../usr/lib/aarch64-linux-gnu/wine/aarch64-windows/$dll.dll" \
			"$prefix/drive_c/windows/system32/$dll.dll"
	done
	mv -T "$work/root" "$folder" || fail "$folder could not be made"
	rm -rf "$work"
	trap - EXIT
}

command -v qemu-aarch64 >/dev/null || fail "qemu-aarch64 is not here; Debian has it in qemu-user"
[ -e "$folder/prefix" ] || fetch

# Wine would start one itself, which this processor cannot.
QEMU_CPU=cortex-a57 WINEPREFIX="$folder/prefix" qemu-aarch64 -L "$folder" "$folder/usr/lib/wine/wineserver64" \
	-f -p60 >/dev/null 2>&1 </dev/null &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
trap 'exit 1' HUP INT TERM
sleep 1
"$heapkit" run --on wine-arm64 --set "wine=$folder" "$@"
