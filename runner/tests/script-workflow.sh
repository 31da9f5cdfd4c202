#!/bin/sh
# SPDX-License-Identifier: MIT
# A rehearsal of what GitHub runs: the commands of the workflow's Windows job, word for word, by Wine's cmd in
# a packed kit; those of its report job, by bash; and the action, with a command that behaves and others that do not.
set -u
here=$(dirname "$0")
# shellcheck source=runner/tests/verdicts.sh
. "$here/verdicts.sh"
# shellcheck source=runner/tests/in-wine.sh
. "$here/in-wine.sh"
top=$(cd "$here/../.." && pwd)
workflow=$top/.github/workflows/conformance.yml

if ! [ -e "$BUILD/dist/pack" ] || ! [ -e "$BUILD/x86_64-bare/kit/process-heaps.exe" ]; then
	skip "the workflow: what the packed kit is made of is not here; make setup fetches it"
	exit 0
fi

work=$(mktemp -d "${TMPDIR:-/tmp}/heapkit-workflow-XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# commands JOB: what the job's `run:` keys hold, one command a line
commands() {
	awk -v job="$1" '
		/^  [a-z]+:$/ { inside = $1 == job ":" }
		!inside { next }
		block { match($0, /^ */); if (RLENGTH >= block) { print substr($0, block + 1); next } block = 0 }
		/^ *(- )?run: \|$/ { match($0, /^ */); block = RLENGTH + 2 + 2 * /^ *- /; next }
		/^ *(- )?run: / && !/run: *$/ { sub(/^ *(- )?run: /, ""); print }
	' "$workflow"
}

# ---- The Windows job: where the artifact was downloaded, without x bits. A few cases are enough.
artifact=$work/artifact
(cd "$top" && sh "$BUILD/dist/pack" "$artifact") || not_ok "the kit is not packed"
find "$artifact" -type f -exec chmod a-x {} +
find "$artifact/cases" -mindepth 1 -maxdepth 1 ! -name '*-bare' -exec rm -rf {} +
find "$artifact/cases" -mindepth 2 -maxdepth 2 ! -name kit ! -name process-heap -exec rm -rf {} +
rm "$artifact/expectations/wine.yaml"
runner=$(sed -n 's/^ *runner: \[.*, *\(.*\)\]$/\1/p' "$workflow")
commands windows >"$work/windows.commands"
RESULTS=$(sed -n 's/^ *RESULTS: //p' "$workflow" | sed "s/\${{ matrix.runner }}/$runner/")

[ -n "$runner" ] && [ "$RESULTS" = "$runner.jsonl" ] && grep -qx 'heapkit\.exe run --results %RESULTS%' "$work/windows.commands"
verdict $? "the workflow's Windows job has $(wc -l <"$work/windows.commands") command, for $RESULTS on $runner"

results=$work/results
mkdir "$results"
if have_wine "the commands of the Windows job" && have_cases "the commands of the Windows job" x86_64-bare; then
	export RESULTS artifact work
	cat >"$work/by-cmd" <<-'END'
		cd "$artifact" || exit
		while read -r command; do
			"$wine" cmd /c "$command" >"$work/cmd" 2>&1 </dev/null
			echo $? >>"$work/statuses"
		done <"$work/windows.commands"
	END
	in_wine "$work/by-cmd"
	[ "$(sort -u "$work/statuses")" = 0 ] && grep -q '^as expected' "$work/cmd" &&
		grep -q '^{"cases":' "$artifact/$RESULTS"
	status=$?
	[ "$status" -eq 0 ] || cat "$work/cmd"
	verdict "$status" "they judge, by cmd: $(tail -n 1 "$work/cmd" | tr -d '\r')"
	cp "$artifact/$RESULTS" "$results"
fi

# ---- The report job: the kit in kit/, all results in results/.
if [ -e "$BUILD/heapkit-model" ]; then
	"$BUILD/heapkit" run --on model --cases "$artifact/cases" --case 'process-heap/*' --results "$results/model.jsonl" \
		>"$work/model" 2>&1 || cat "$work/model"
fi
mkdir "$work/report"
mv "$artifact" "$work/report/kit"
mv "$results" "$work/report"
commands report >"$work/report.commands"
[ "$(grep -c . "$work/report.commands")" -ge 2 ]
verdict $? "the workflow's report job has $(wc -l <"$work/report.commands") commands"
if [ -n "$(ls "$work/report/results")" ] && command -v bash >/dev/null; then
	(cd "$work/report" && GITHUB_STEP_SUMMARY=$work/summary bash --noprofile --norc -eo pipefail "$work/report.commands") \
		>"$work/said" 2>&1
	status=$?
	cat "$work/said"
	for file in "$work/report/results"/*.jsonl; do
		grep -q "$(sed -n '1s/.*"version":"\([^"]*\)".*/\1/p' "$file")" "$work/summary" || status=1
	done
	grep -q '</html>' "$work/report/report.html" || status=1
	verdict "$status" "they write what was found into the step summary, $(wc -l <"$work/summary") lines, and a page"
fi

# ---- The action.
if ! [ -e "$BUILD/heapkit-model" ] || ! command -v bash >/dev/null; then
	skip "the action: the model or bash is not here"
	exit 0
fi
mkdir "$work/repository"
cd "$work/repository" || exit 1
cp "$work/report/kit/heapkit-model" my-emulator
chmod +x my-emulator

# action VARIABLE=VALUE...: as action.yml calls it
action() {
	rm -rf summary output ./*.jsonl ./*.xml
	env HEAPKIT_KIT="$work/report/kit" HEAPKIT_TARGETS=x86_64-bare HEAPKIT_EXPECTATIONS= HEAPKIT_WANTED= \
		HEAPKIT_RESULTS=heapkit-results.jsonl HEAPKIT_REPOSITORY=OWNER/heapkit HEAPKIT_REF=main \
		GITHUB_OUTPUT=output GITHUB_STEP_SUMMARY=summary TMPDIR="$work" "$@" bash "$top/.github/judge.sh" >said 2>&1
	status=$?
}

# The names that action.yml hands over are those that the script takes.
sed -n 's/^ *\(HEAPKIT_[A-Z]*\): .*/\1/p' "$top/action.yml" | sort >handed
tr -c 'A-Z_' '\n' <"$top/.github/judge.sh" | grep '^HEAPKIT_' | sort -u >taken
[ -s handed ] && [ -z "$(comm -23 handed taken)" ] && [ "$(comm -13 handed taken)" = HEAPKIT_KIT ]
verdict $? "the action hands over what its script takes"

action HEAPKIT_COMMAND='./my-emulator {exe}'
[ "$status" -eq 0 ] && grep -qx 'status=0' output && grep -qx 'results=heapkit-results.jsonl' output &&
	grep -qx 'junit=heapkit-results.xml' output && grep -q '^<testsuite' heapkit-results.xml &&
	[ -s summary ] && grep -q '^{"cases":' heapkit-results.jsonl
status=$?
[ "$status" -eq 0 ] || cat said output
verdict "$status" "the action: a command that behaves is green, with summary, results and JUnit"

action HEAPKIT_COMMAND='false' HEAPKIT_TARGETS='x86_64-bare
i686-*'
[ "$status" -eq 3 ] && grep -qx 'status=3' output && grep -q 'i686-bare' said && grep -q 'x86_64-bare' said
status=$?
[ "$status" -eq 0 ] || cat said output
verdict "$status" "the action: a command that runs nothing is status 3, for each of the targets"

printf -- '- case: process-heap/*\n  expect: fail\n  reason: a test\n' >known.yaml
action HEAPKIT_COMMAND=./my-emulator HEAPKIT_EXPECTATIONS=known.yaml
[ "$status" -eq 1 ] && grep -qx 'status=1' output && grep -q '<failure' heapkit-results.xml && [ -s summary ]
status=$?
[ "$status" -eq 0 ] || cat said output
verdict "$status" "the action: what is not as expected is status 1, with all of its reports"

action HEAPKIT_COMMAND=
[ "$status" -eq 2 ] && grep -q 'no command is given' said
verdict $? "the action: without a command it says so"
