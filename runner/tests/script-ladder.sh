#!/bin/sh
# SPDX-License-Identifier: MIT
# The ladder and the cases fit together, and a young implementation (the model, with functions taken
# away) is told where it stands and what to implement next.
set -u
here=$(dirname "$0")
# shellcheck source=runner/tests/verdicts.sh
. "$here/verdicts.sh"
work=$(mktemp -d "${TMPDIR:-/tmp}/heapkit-ladder-XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
cases=$BUILD/x86_64-bare

if ! ls "$cases"/kit/*.exe >/dev/null 2>&1 || [ ! -x "$BUILD/heapkit-model" ]; then
	skip "the ladder on the model: no cases or no model are built"
	exit 0
fi

"$BUILD/heapkit" list --imports --cases "$cases" | cut -d ' ' -f 3- | tr ' ' '\n' | sort -u |
	while read -r name; do
		grep -q "\"$name\"}" "$here/../heapkit/rung.c" || echo "$name"
	done >"$work/unknown"
[ ! -s "$work/unknown" ]
verdict $? "rung.c knows every import of every bare case $(tr '\n' ' ' <"$work/unknown")"

# young NAME...: an implementation that lacks these, and says so when it loads a program
young() {
	{
		echo '#!/bin/sh'
		for name; do
			echo "grep -q $name \"\$1\" && { echo 'unimplemented: $name' >&2; exit 1; }"
		done
		echo "exec \"$(cd "$BUILD" && pwd)/heapkit-model\" \"\$@\""
	} >"$work/young"
	chmod +x "$work/young"
	"$BUILD/heapkit" ladder --cases "$cases" --results "$work/results" -- "$work/young" \
		>"$work/out" 2>&1
}

young
grep -q '^stands on rung 10 of 10: tool help and ntdll$' "$work/out"
verdict $? "the model stands on the highest rung: $(sed -n 2p "$work/out")"

young HeapWalk HeapLock
grep -q '^stands on rung 6 of 10: blocks$' "$work/out"
verdict $? "without HeapWalk and HeapLock it stands on rung 6: $(sed -n 2p "$work/out")"
grep -q '^   9  information  *[2-9] of' "$work/out"
verdict $? "what is right above is counted"
sed -n '/^next/,$p' "$work/out" | sed -n 2p | grep -q '^  HeapWalk  *rung 7 '
verdict $? "the next import is the one that most cases wait for"
"$BUILD/heapkit" ladder "$work/results" | cmp -s - "$work/out"
verdict $? "results say the same as the run"

young HeapCreate
grep -q '^stands on rung 4 of 10: enumeration$' "$work/out"
verdict $? "without HeapCreate it stands on rung 4: $(sed -n 2p "$work/out")"

young WriteFile
grep -q '^stands on rung 1 of 10: starts and exits$' "$work/out"
verdict $? "without WriteFile it stands on rung 1: $(sed -n 2p "$work/out")"

for command in false cat; do
	"$BUILD/heapkit" ladder --cases "$cases" -- "$command" >"$work/out" 2>&1
	[ $? -eq 3 ] && grep -q '^stands on rung 0 of 10: nothing yet$' "$work/out" &&
		grep -q '^  ExitProcess: ' "$work/out" && grep -q '^Try by hand: ' "$work/out"
	verdict $? "$command stands on rung 0 and is told what to try"
done
