#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs what `make`, `make check` and `make test` need on Debian, and fetches the 32-bit DLLs of Wine.
# `setup.sh lint` and `setup.sh fuzz` install the tools of those as well, `setup.sh browser` what tests the
# HTML report, `setup.sh arm64` what builds aarch64-bare and what COMPILER=clang takes, `setup.sh ucrt` (from
# Debian 13) what builds x86_64-ucrt, `setup.sh bench` what `make bench` compares heapkit with. Where
# everything is there it does nothing, and touches no network.
set -eu
cache=${HEAPKIT_CACHE:?"the folder to keep fetched files in"}
here=$(dirname "$0")

# One of the two thread models of mingw-w64 is enough, and half the download of both.
packages="gcc libc6-dev make pkgconf gcc-mingw-w64-x86-64-win32 gcc-mingw-w64-i686-win32
	libuv1-dev libjansson-dev libcyaml-dev libyaml-dev check zip unzip binutils libxml2-utils bubblewrap"
# For the model of 32 bits. Debian does not install it beside compilers for another Linux.
if [ "$(dpkg --print-architecture 2>/dev/null)" = amd64 ] &&
	! dpkg-query -W -f '${db:Status-Status} ${Package}\n' 'gcc-[0-9]*-linux-gnu*' 2>/dev/null |
		grep -v x86-64 | grep -q '^installed'; then
	packages="$packages gcc-multilib"
fi
# A Wine of another origin stays: Debian's would replace it.
command -v wine >/dev/null || packages="$packages wine wine64"
linters=
browser=
for tools; do
	case $tools in
	lint)
		packages="$packages clang clang-format clang-tidy cppcheck shellcheck yamllint"
		# Debian's npm is hundreds of packages; another one does as well.
		command -v npm >/dev/null || packages="$packages npm"
		linters=yes
		;;
	fuzz) packages="$packages clang libclang-rt-dev" ;;
	browser)
		packages="$packages chromium"
		command -v npm >/dev/null || packages="$packages npm"
		browser=yes
		;;
	arm64) packages="$packages clang lld llvm" ;;
	ucrt) packages="$packages gcc-mingw-w64-ucrt64" ;;
	bench) packages="$packages cmake meson ninja-build" ;;
	esac
done

if ! command -v dpkg-query >/dev/null; then
	echo "setup: this is no Debian; install what Debian calls:" >&2
	# shellcheck disable=SC2086 # a list, on one line
	echo " " $packages >&2
	exit 1
fi

# shellcheck disable=SC2086 # a list
installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $packages 2>/dev/null |
	sed -n 's/^installed //p' | tr '\n' ' ')
missing=
for package in $packages; do
	case " $installed" in
	*" $package "*) ;;
	*) missing="$missing $package" ;;
	esac
done

# How to become root, if that can be had: at a terminal sudo may ask for the password.
sudo=
if [ -n "$missing" ] && [ "$(id -u)" -ne 0 ]; then
	sudo=sudo
	[ -t 0 ] && [ -t 2 ] || sudo="sudo -n"
	$sudo true 2>/dev/null || {
		command -v sudo >/dev/null && word="sudo " || word=
		echo "setup: packages are missing, and only root may install them. As root, run:"
		echo "  ${word}apt-get update"
		echo "  ${word}apt-get install --no-install-recommends$missing"
		echo "and then make setup again."
		exit 1
	} >&2
fi

if [ -n "$missing" ]; then
	echo "setup: installing$missing"
	log=$(mktemp)
	trap 'rm -f "$log"' EXIT
	# An index that cannot be had does not matter as long as the packages can.
	$sudo apt-get -q -o DPkg::Lock::Timeout=300 update >"$log" 2>&1 || true
	# shellcheck disable=SC2086 # a list
	$sudo env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 install -y \
		--no-remove --no-install-recommends $missing >>"$log" 2>&1 </dev/null || {
		grep '^[EW]: ' "$log" | head -n 8
		echo "setup: the packages could not be installed. To see why, run as root:"
		echo "  apt-get update && apt-get install --no-remove --no-install-recommends$missing"
		exit 1
	} >&2
fi

# fetch FOLDER WHAT THEN: packages of npm, of the versions that the folder's lock file names.
fetch() {
	! cmp -s "$here/$1/package-lock.json" "$cache/$1/package-lock.json" || return 0
	echo "setup: fetching $2 of npm"
	mkdir -p "$cache/$1"
	cp "$here/$1/package.json" "$here/$1/package-lock.json" "$cache/$1"
	npm ci --prefix "$cache/$1" --ignore-scripts --no-audit --no-fund >"$cache/$1/log" 2>&1 || {
		tail -n 8 "$cache/$1/log"
		rm -f "$cache/$1/package-lock.json"
		echo "setup: $2 could not be fetched; $3"
		exit 1
	} >&2
}
[ -z "$linters" ] || fetch npm "the linters" "make lint will say which are missing"
[ -z "$browser" ] || fetch browser "playwright-core" "make test will leave the browser out"

"$here/wine-i386.sh" "$cache"
"$here/sources.sh" "$cache"
