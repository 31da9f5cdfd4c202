#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs what `make`, `make check` and `make test` need on Debian, and fetches the 32-bit DLLs of Wine.
# `setup.sh lint` installs the tools of `make lint` as well. Where everything is there it does nothing, and
# touches no network.
set -eu
cache=${HEAPKIT_CACHE:?"the folder to keep fetched files in"}
here=$(dirname "$0")

packages="gcc make pkg-config gcc-mingw-w64-x86-64 gcc-mingw-w64-i686 wine wine64
	libuv1-dev libjansson-dev libcyaml-dev libyaml-dev check"
[ "${1-}" != lint ] || packages="$packages clang clang-format clang-tidy cppcheck shellcheck yamllint"

if ! command -v dpkg-query >/dev/null; then
	echo "setup: this is no Debian; install what Debian calls:" >&2
	echo "  $(echo $packages)" >&2
	exit 1
fi

missing=
for package in $packages; do
	state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) || state=
	[ "$state" = installed ] || missing="$missing $package"
done

as_root() {
	if [ "$(id -u)" -eq 0 ]; then
		"$@"
	else
		sudo -n "$@"
	fi
}

if [ -n "$missing" ]; then
	if [ "$(id -u)" -ne 0 ] && ! sudo -n true 2>/dev/null; then
		{
			echo "setup: packages are missing, and neither root nor sudo without a password is here. Run:"
			echo "  sudo apt-get update"
			echo "  sudo apt-get install --no-install-recommends$missing"
			echo "and then make setup again."
		} >&2
		exit 1
	fi
	echo "setup: installing$missing"
	# An index that cannot be had does not matter as long as the packages can.
	as_root apt-get -qq update >/dev/null 2>&1 || true
	as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends \
		$missing >/dev/null
fi

"$here/wine-i386.sh" "$cache"
