#!/bin/sh
# SPDX-License-Identifier: MIT
# JUnit files are what their readers accept: of one run and of several, with every ending there is.
set -u
here=$(dirname "$0")
# shellcheck source=runner/tests/verdicts.sh
. "$here/verdicts.sh"
work=$(mktemp -d "${TMPDIR:-/tmp}/heapkit-junit-XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT

if ! command -v xmllint >/dev/null; then
	skip "JUnit against its schema: no xmllint is here (libxml2-utils has it)"
	exit 0
fi
have_cases "JUnit against its schema" x86_64-bare || exit 0

run() {
	"$BUILD/heapkit" run --cases "$BUILD/x86_64-bare" --case 'process-heap/*' --jobs 1 \
		--results "$work/$1" -- "$BUILD/tests/fake" "$1" >"$work/out" 2>&1
}

for behaviour in passes fails skips broken crashes canaries-crash; do
	run "$behaviour"
done
head -n -1 "$work/fails" >"$work/interrupted"
for file in passes fails skips broken crashes canaries-crash interrupted; do
	"$BUILD/heapkit" report --format junit "$work/$file" >"$work/$file.xml" &&
		xmllint --noout --schema "$here/junit.xsd" "$work/$file.xml" 2>"$work/log"
	verdict $? "JUnit of a run that $file: $(tail -n 1 "$work/log")"
done
"$BUILD/heapkit" report --format junit "$work/passes" "$work/fails" "$work/skips" "$work/crashes" \
	"$work/interrupted" >"$work/all.xml" &&
	xmllint --noout --schema "$here/junit.xsd" "$work/all.xml" 2>"$work/log"
verdict $? "JUnit of five runs: $(tail -n 1 "$work/log")"

sed 's/tests="/tests="x/' "$work/all.xml" >"$work/bad.xml"
! xmllint --noout --schema "$here/junit.xsd" "$work/bad.xml" 2>/dev/null
verdict $? "the schema refuses a figure that is none"
