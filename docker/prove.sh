#!/bin/sh
# SPDX-License-Identifier: MIT
# Shows that the image does what it promises: builds it (and with buildah the base, if there is none), and in a
# container of it, as its user, has make setup find nothing to do, make check judge Wine, and tests pass: a few,
# or with FULL=1 those of make test.
#
#   prove.sh NAME
set -u
here=$(dirname "$0")
# shellcheck source=docker/engine.sh
. "$here/engine.sh"
# shellcheck source=runner/tests/verdicts.sh
. "$here/../runner/tests/verdicts.sh"
name=${1:?"the name of the image"}
failed=

prove() {
	verdict "$@"
	[ "$1" -eq 0 ] || failed=yes
}

work=$(mktemp -d "${TMPDIR:-/tmp}/heapkit-prove-XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# No registry is asked here: what is proved is the way without one.
if [ "$engine" = buildah ] && ! have_image "$base"; then
	"$here/base.sh"
	prove $? "the base is made from packages"
fi
"$here/image.sh" "$name" >"$work/log" 2>&1
status=$?
[ "$status" -eq 0 ] || tail -n 30 "$work/log"
prove "$status" "the image is built with $engine"
[ -z "$failed" ] || exit 1
tail -n 1 "$work/log"

if [ -n "${FULL-}" ]; then
	words="all tests pass"
	tests="make test"
else
	words="a case builds and passes, tests of the runner pass"
	tests="make case/process-heaps/private-heap-is-listed
		make build/checked/heapkit build/tests/run build/tests/fake
		build/tests/run lane judge tap wine_prefix"
fi
# Each step prints a part of its own; one container, since what one step builds the next one needs.
# shellcheck disable=SC2016 # for the shell in there
run_in_image "$name" sh -c '
	step() { echo "==== $1"; shift; "$@"; echo "==== status $?"; }
	step user id -u
	step setup make setup
	step check make check
	step tests sh -ec "$1"
' sh "$tests" >"$work/run" 2>&1 </dev/null

# part NAME: what that step printed; the status is its own
part() {
	awk -v want="==== $1" '
		/^==== status / { if (inside) { status = $3; seen = 1 } inside = 0; next }
		/^==== / { inside = ($0 == want); next }
		inside
		END { exit !(seen && status == 0) }' "$work/run"
}

part user >"$work/user" && [ "$(cat "$work/user")" -ne 0 ]
prove $? "a container does not run as root"
part setup >"$work/setup" && [ ! -s "$work/setup" ]
status=$?
cat "$work/setup"
prove "$status" "make setup has nothing to do"
part check >"$work/check" && grep -q '^wine-10' "$work/check" && tail -n 1 "$work/check" | grep -q '^as expected: '
status=$?
if [ "$status" -eq 0 ]; then
	grep -E '^(note|wine-|as expected)' "$work/check"
else
	tail -n 60 "$work/check"
fi
prove "$status" "make check judges Wine 10"
part tests >"$work/tests"
status=$?
tail -n "$([ "$status" -eq 0 ] && echo 1 || echo 60)" "$work/tests"
prove "$status" "$words"
[ -s "$work/run" ] || echo "the container printed nothing"
[ -z "$failed" ]
