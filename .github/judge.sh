#!/bin/bash
# SPDX-License-Identifier: MIT
# What action.yml does: gets the packed kit, judges the command with it, writes the step summary and JUnit.
# By hand: HEAPKIT_KIT=unpacked-zip HEAPKIT_COMMAND=./my-emulator bash .github/judge.sh
#
# Environment: HEAPKIT_COMMAND, and as wanted HEAPKIT_TARGETS, HEAPKIT_EXPECTATIONS, HEAPKIT_WANTED (a
# version), HEAPKIT_RESULTS; HEAPKIT_KIT, an unpacked kit instead of a release; on GitHub its own variables.
set -u
results=${HEAPKIT_RESULTS:-heapkit-results.jsonl}
junit=${results%.jsonl}.xml

fail() {
	echo "heapkit: $1" >&2
	exit 2
}

fetch() {
	local version=${HEAPKIT_WANTED:-${HEAPKIT_REF:-}} folder
	folder=$(mktemp -d "${RUNNER_TEMP:-/tmp}/heapkit-XXXXXX") || exit 2
	[ -n "$version" ] || fail "no version of the kit is named; give \`version\`, or HEAPKIT_KIT"
	gh release download "$version" --repo "${HEAPKIT_REPOSITORY:?}" --pattern 'heapkit-*.zip' \
		--dir "$folder" >&2 || fail "$version has no packed kit; name a release with \`version\`"
	(cd "$folder" && unzip -q heapkit-*.zip && rm heapkit-*.zip) >&2 || fail "the kit cannot be unpacked"
	echo "$folder"/heapkit-*
}

[ -n "${HEAPKIT_COMMAND:-}" ] || fail "no command is given; give the one that runs a program"
kit=${HEAPKIT_KIT:-$(fetch)}
[ -d "$kit" ] || exit 2
chmod +x "$kit/heapkit"

read -r -a command <<<"$HEAPKIT_COMMAND"
options=(--results "$results")
while read -r target; do
	[ -z "$target" ] || options+=(--target "$target")
done <<<"${HEAPKIT_TARGETS:-}"
[ -z "${HEAPKIT_EXPECTATIONS:-}" ] || options+=(--expect "$HEAPKIT_EXPECTATIONS")

"$kit/heapkit" run "${options[@]}" -- "${command[@]}"
status=$?
if [ -s "$results" ]; then
	"$kit/heapkit" report --format markdown "$results" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
	"$kit/heapkit" report --format junit "$results" >"$junit"
fi
{
	echo "status=$status"
	echo "results=$results"
	echo "junit=$junit"
} >>"${GITHUB_OUTPUT:-/dev/null}"
exit "$status"
