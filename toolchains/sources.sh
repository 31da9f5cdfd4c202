#!/bin/sh
# SPDX-License-Identifier: MIT
# Fetches the sources that sources.list names, from Debian, into CACHE/sources/NAME-VERSION.
#
#   sources.sh [--check] CACHE
#
# Nothing is installed: apt works on lists and a cache of its own, with the machine's mirror. Debian 13
# has these versions, whatever Debian this is. With --check only says, by its status, whether they are
# there.
set -eu
here=$(dirname "$0")
list=$here/sources.list
release=trixie

check=
if [ "${1-}" = --check ]; then
	check=yes
	shift
fi
cache=$1/sources

entries() {
	sed '/^#/d' "$list"
}

missing=$(entries | while read -r name version _; do
	[ -e "$cache/$name-$version/unpacked" ] || echo "$name"
done | tr '\n' ' ')
[ -n "$missing" ] || exit 0
[ -z "$check" ] || exit 1

fail() {
	grep '^\([EW]\|tar\): ' "$work/log" | head -n 8
	echo "setup: $1"
	echo "setup: without it no heapkit.exe can be built; everything else can"
	exit 1
} >&2

if ! command -v apt-get >/dev/null; then
	echo "setup: this is no Debian, so the sources of the libraries of heapkit.exe cannot be fetched:" >&2
	entries | sed 's/^/  /' >&2
	echo "setup: unpack each into $cache/NAME-VERSION, with an empty file 'unpacked' in it" >&2
	exit 1
fi
echo "setup: fetching the sources of $missing(about 2 MB)"
mkdir -p "$cache"
# What an interrupted run could not take away.
find "$cache" -maxdepth 1 -name 'fetch.*' -mtime +0 -exec rm -rf {} +
work=$(mktemp -d "$cache/fetch.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
: >"$work/log"

mirror=$("$here/mirror.sh")
[ -n "$mirror" ] || fail "apt knows no mirror of Debian"
echo "deb-src $mirror $release main" >"$work/sources.list"

private_apt() {
	apt-get -q -o Dir::State::lists="$work/lists" -o Dir::Cache="$work/cache" \
		-o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=/dev/null \
		-o Acquire::Languages=none -o Debug::NoLocking=1 -o APT::Sandbox::User= "$@"
}

private_apt update >>"$work/log" 2>&1 || fail "the index of Debian's sources could not be fetched"
entries | while read -r name version digest; do
	[ ! -e "$cache/$name-$version/unpacked" ] || continue
	(cd "$work" && private_apt source --tar-only --download-only "$name" >>log 2>&1) ||
		fail "the source of $name could not be fetched"
	archive=$work/${name}_$version.orig.tar.gz
	[ -e "$archive" ] || fail "Debian has another version of $name than $version; change sources.list"
	echo "$digest  $archive" | sha256sum -c >/dev/null 2>>"$work/log" ||
		fail "the source of $name $version is not the one that sources.list names"
	mkdir "$work/$name"
	tar -xzf "$archive" -C "$work/$name" --strip-components=1 2>>"$work/log" ||
		fail "the source of $name could not be unpacked"
	touch "$work/$name/unpacked"
	# Another setup may have been faster.
	mv -T "$work/$name" "$cache/$name-$version" 2>/dev/null ||
		[ -e "$cache/$name-$version/unpacked" ] || fail "$cache/$name-$version could not be made"
done
