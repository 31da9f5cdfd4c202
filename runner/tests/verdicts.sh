# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# For the script tests: what all.sh counts, one line for each thing tested. Sourced.

BUILD=${BUILD:-build}

ok() {
	echo "ok - $*"
}

not_ok() {
	echo "not ok - $*"
}

skip() {
	echo "skip - $*"
}

# verdict STATUS WORDS...: ok where the status is 0
verdict() {
	if [ "$1" -eq 0 ]; then
		shift
		ok "$@"
	else
		shift
		not_ok "$@"
	fi
}
