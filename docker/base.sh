#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes debian:trixie-slim where no registry can be reached: debootstrap, as root, from this machine's mirror
# of Debian, committed with buildah under the name by which the Dockerfile asks for it.
set -eu
here=$(dirname "$0")
# shellcheck source=docker/engine.sh
. "$here/engine.sh"

fail() {
	echo "image: $base cannot be made here: $1" >&2
	exit 1
}

[ "$engine" = buildah ] || fail "that is done with buildah, and $engine was chosen"
[ "$(id -u)" -eq 0 ] || fail "debootstrap wants root"
command -v debootstrap >/dev/null || fail "debootstrap is not here; apt-get install debootstrap"

work=$(mktemp -d "${TMPDIR:-/var/tmp}/heapkit-base-XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

mirror=$("$here/../toolchains/mirror.sh")
echo "image: making $base with debootstrap"
# shellcheck disable=SC2086 # no mirror: that of debootstrap
debootstrap --variant=minbase trixie "$work/root" $mirror >"$work/log" 2>&1 || {
	tail -n 5 "$work/log" >&2
	fail "debootstrap did not succeed"
}

# As in the official image: what nobody reads there does not come with packages either. The licences stay.
for folder in doc man info locale; do
	echo "path-exclude=/usr/share/$folder/*"
	[ ! -d "$work/root/usr/share/$folder" ] ||
		find "$work/root/usr/share/$folder" ! -type d ! -name copyright -delete
done >"$work/root/etc/dpkg/dpkg.cfg.d/slim"
echo "path-include=/usr/share/doc/*/copyright" >>"$work/root/etc/dpkg/dpkg.cfg.d/slim"
find "$work/root/usr/share" -type d -empty -delete
rm -rf "$work/root/var/lib/apt/lists" "$work/root/var/cache/apt/archives" "$work/root/var/log/bootstrap.log"
mkdir -p "$work/root/var/lib/apt/lists/partial" "$work/root/var/cache/apt/archives/partial"

tar --numeric-owner --one-file-system -cf "$work/root.tar" -C "$work/root" .
container=$(buildah from scratch)
buildah add -q "$container" "$work/root.tar" / >/dev/null
buildah config --cmd bash "$container"
buildah commit -q --rm "$container" "$base" >/dev/null
