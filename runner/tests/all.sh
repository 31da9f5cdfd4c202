#!/bin/sh
# SPDX-License-Identifier: MIT
# All tests of heapkit: the Check suites of tests/run, each in a process of its own and several at a time,
# then the scripts beside this one. A script prints a line for each thing it tests, `ok - WORDS`,
# `not ok - WORDS` or `skip - WHY`; what took 5 s or more is said behind it. The last line sums everything up;
# the status is 1 when anything failed.
#
# Environment: BUILD, the folder of the build; HEAPKIT_CACHE and CC for the scripts.
set -u
BUILD=${BUILD:-build}
export BUILD
here=$(dirname "$0")
logs=$(mktemp -d "${TMPDIR:-/tmp}/heapkit-all-XXXXXX") || exit 1
trap 'rm -rf "$logs"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
# What a test that failed could not remove any more goes with the rest.
TMPDIR=$logs
export TMPDIR
passed=0
failed=0
skipped=0

cores=$(getconf _NPROCESSORS_ONLN 2>/dev/null) || cores=1

# A suite that ended without its closing line failed once, whatever it had done before.
"$BUILD/tests/run" --list >"$logs/suites" || exit 1
start=$(date +%s)
# shellcheck disable=SC2016 # for the shell of each suite
xargs -P "$cores" -I NAME sh -c '
	"$BUILD/tests/run" NAME >"$0/NAME.log" 2>&1
	tail -n 1 "$0/NAME.log" | grep -qx "[0-9]* passed, 0 failed" || cat "$0/NAME.log"
' "$logs" <"$logs/suites"
while read -r suite; do
	closing=$(tail -n 1 "$logs/$suite.log" | sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p')
	if [ -n "$closing" ]; then
		passed=$((passed + ${closing% *}))
		failed=$((failed + ${closing#* }))
	else
		echo "not ok - the suite $suite ended early"
		failed=$((failed + 1))
	fi
done <"$logs/suites"
echo "ok - $passed tests of the runner"
echo "# tests of the runner: $(($(date +%s) - start)) s"

# As many at a time as there are CPUs, since most of them wait for something. Each is printed when it is through.
# shellcheck disable=SC2016 # for the shell of each script
printf '%s\n' "$here"/script-*.sh | xargs -P "$cores" -I SCRIPT sh -c '
	name=$(basename "$1" .sh)
	start=$(date +%s)
	{
		sh "$1" || echo "not ok - $name ended with status $?"
	} >"$0/$name.now" 2>&1 </dev/null
	seconds=$(($(date +%s) - start))
	[ "$seconds" -lt 5 ] || echo "# $name: $seconds s" >>"$0/$name.now"
	grep -qE "^(ok|not ok|skip) - " "$0/$name.now" || echo "not ok - $name tested nothing" >>"$0/$name.now"
	cat "$0/$name.now"
	mv "$0/$name.now" "$0/$name.script"
' "$logs" SCRIPT
for script in "$here"/script-*.sh; do
	log=$logs/$(basename "$script" .sh).script
	[ -e "$log" ] || {
		echo "not ok - $(basename "$script") did not end"
		failed=$((failed + 1))
		continue
	}
	passed=$((passed + $(grep -c '^ok - ' "$log")))
	failed=$((failed + $(grep -c '^not ok - ' "$log")))
	skipped=$((skipped + $(grep -c '^skip - ' "$log")))
done

if [ "$skipped" -gt 0 ]; then
	echo "$passed passed, $failed failed, $skipped skipped"
else
	echo "$passed passed, $failed failed"
fi
[ "$failed" -eq 0 ]
