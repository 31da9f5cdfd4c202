#!/bin/bash
# SPDX-License-Identifier: MIT
# What a launch of the model costs against an empty process; the aim is twice at most.
#
#   model.sh BUILD
set -euo pipefail
build=$1
launches=${LAUNCHES:-300}
rounds=7

# Seconds for that many launches of a command.
TIMEFORMAT=%R
seconds() {
	local i
	{ time for ((i = 0; i < launches; i++)); do "$@" >/dev/null 2>&1 || :; done; } 2>&1
}

compare() {
	local model=$1 program=$2 round
	[ -x "$model" ] && [ -e "$program" ] || return 0
	for ((round = 0; round < rounds; round++)); do
		echo "$(seconds /bin/true) $(seconds "$model" "$program")"
	done | awk -v n="$launches" -v name="${model##*/}" '
		{ ratio = $2 / $1; at = NR
		  while (at > 1 && ratios[at - 1] > ratio) { ratios[at] = ratios[at - 1]; at-- }
		  ratios[at] = ratio; empty += $1; model += $2 }
		END { printf "| %-16s | %10.2f ms | %6.2f ms | %14.2f |\n", name, empty / NR / n * 1000,
			model / NR / n * 1000, ratios[int((NR + 1) / 2)] }'
}

echo
echo "| launch           | empty process |     model | ratio, aim 2.0 |"
echo "|------------------|--------------:|----------:|---------------:|"
compare "$build/heapkit-model" "$build/x86_64-bare/process-heaps/query-then-list.exe"
compare "$build/heapkit-model32" "$build/i686-bare/process-heaps/query-then-list.exe"
