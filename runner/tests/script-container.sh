#!/bin/sh
# SPDX-License-Identifier: MIT
# What containers refuse, to turn address space randomisation off and to choose a CPU, stops no run: it goes
# on and says so.
set -u
here=$(dirname "$0")
# shellcheck source=runner/tests/verdicts.sh
. "$here/verdicts.sh"

work=$(mktemp -d "${TMPDIR:-/tmp}/heapkit-container-XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

have_cases "what containers refuse" x86_64-bare || exit 0
${CC:-cc} -std=c11 -Wall -Wextra -D_GNU_SOURCE -o "$work/refuse" "$here/container/refuse.c" || exit 1
"$work/refuse" true
if [ $? -eq 77 ]; then
	skip "what containers refuse: this system has no seccomp filters"
	exit 0
fi

cat >"$work/fake.yaml" <<END
name: fake
command: ["$BUILD/tests/fake", passes, "{exe}"]
fixed_addresses: true
END

# run_case NAME OPTIONS...: with the words of $refuse in front; its status, $work/NAME.out and .jsonl
run_case() {
	name=$1
	shift
	# shellcheck disable=SC2086 # words
	$refuse "$BUILD/checked/heapkit" run --cases "$BUILD" --case process-heaps/private-heap-is-listed \
		--target x86_64-bare --results "$work/$name.jsonl" "$@" >"$work/$name.out" 2>&1 && return
	cat "$work/$name.out"
	return 1
}

# said NAME NOTE...: these notes and no others, in the report and in the results, in this order
said() {
	name=$1
	shift
	printf '%s' "$*" | tr '|' '\n' >"$work/want"
	[ -z "$*" ] || echo >>"$work/want"
	sed -n 's/^note  \([^:]*\):.*/\1/p' "$work/$name.out" >"$work/got"
	head -n 1 "$work/$name.jsonl" | sed 's/.*"notes":\[\([^]]*\)\].*/\1/' | tr '"' '\n' |
		sed -n 's/^\([a-z][^:]*\):.*/\1/p' >"$work/kept"
	diff "$work/want" "$work/got" && diff "$work/want" "$work/kept" && return
	cat "$work/$name.out"
	return 1
}

addresses="address space randomisation stays on"
pinning="the lanes have no CPU of their own"
# Where these tests run in a container themselves, it refuses what it refuses.
own=
setarch "$(uname -m)" -R true 2>/dev/null || own=yes
taskset -c "$(taskset -cp $$ | sed 's/.*[:] *\([0-9]*\).*/\1/')" true 2>/dev/null || own=yes

if [ -n "$own" ]; then
	skip "a run without refusals says nothing of them: this machine refuses some"
else
	refuse=
	run_case free --on "$work/fake.yaml" && said free ""
	verdict $? "a run without refusals says nothing of them"
	refuse="$work/refuse"
	run_case addresses --on "$work/fake.yaml" && said addresses "$addresses"
	verdict $? "a run goes on where randomisation cannot be turned off, and says so"
fi
refuse="$work/refuse affinity"
run_case both --on "$work/fake.yaml" && said both "$addresses|$pinning"
verdict $? "a run goes on where CPUs cannot be chosen either, and says so"

have_wine "refusals" || exit 0
echo '[]' >"$work/none.yaml"
run_case wine --on wine --expect "$work/none.yaml" && said wine "$addresses|$pinning"
verdict $? "Wine is judged where both are refused"
