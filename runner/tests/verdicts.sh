# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# For the script tests: what all.sh counts, one line for each thing tested. Sourced.

# Whole, since scripts go elsewhere.
BUILD=${BUILD:-build}
case $BUILD in
/*) ;;
*) BUILD=$PWD/$BUILD ;;
esac

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

# have_cases WORDS [TARGET]: says `skip` where no programs are built, of that target or of any
have_cases() {
	# shellcheck disable=SC2086 # a pattern
	ls "$BUILD"/${2:-*}/kit/*.exe >/dev/null 2>&1 && return
	skip "$1: no cases are built${2:+ for $2}; make cases does"
	return 1
}

# have_wine WORDS: says `skip` where no Wine is
have_wine() {
	command -v wine >/dev/null && return
	skip "$1: Wine is not here; make setup installs it"
	return 1
}
