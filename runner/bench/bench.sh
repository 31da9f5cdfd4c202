#!/bin/bash
# SPDX-License-Identifier: MIT
# How fast is `heapkit run`? See README.md beside this file.
#
#   bench.sh BUILD
#
# REPEAT (7): how often heapkit and the floor run; WINE (wine): the command.
# shellcheck disable=SC2317 # functions that trap and measure call
set -euo pipefail
build=$1
repeat=${REPEAT:-7}
wine=${WINE:-wine}
target=x86_64-bare

skip() {
	echo "bench: skipped: $1"
	exit 0
}

command -v "$wine" >/dev/null || skip "Wine is not here (make setup installs it)"
[ -d "$build/$target" ] || skip "there are no programs for $target (make setup installs its compiler)"

work=$(mktemp -d "${TMPDIR:-/tmp}/heapkit-bench-XXXXXX")
unset DISPLAY
end() {
	WINEPREFIX=$work/prefix wineserver -k 2>/dev/null || :
	rm -rf "$work"
}
trap end EXIT
trap 'exit 130' INT TERM HUP

mapfile -t programs < <(find "$build/$target" -name '*.exe' | sort)
"$build/bench/floor" "$wine" >"$work/parts" 2>/dev/null || skip "no minimal prefix can be made for this Wine"
mapfile -t parts <"$work/parts"

# Appends wall and processor time (of all descendants) to the file of that name.
TIMEFORMAT='%R %U %S'
measure() {
	local name=$1 status=0
	shift
	{ time "$@" </dev/null >"$work/output" 2>&1 || status=$?; } 2>"$work/time"
	[ "$status" -lt 2 ] || {
		tail -3 "$work/output" >&2
		echo "bench: $name ended with status $status" >&2
		exit 1
	}
	awk '{ print $1, $2 + $3 }' "$work/time" >>"$work/$name"
}

heapkit() {
	"$build/heapkit" run --set "wine=$wine" --target "$target" --results "$work/results"
}

floor() {
	"$build/bench/floor" "${parts[@]}" "${programs[@]}"
}

loop() {
	local program
	for program in "${programs[@]}"; do
		WINEPREFIX=$work/prefix "$wine" "$program" || :
	done
}

echo "Making a full prefix for the loop ..." >&2
WINEPREFIX=$work/prefix WINEDLLOVERRIDES='mscoree,mshtml=' \
	"$wine" wineboot --init </dev/null >"$work/output" 2>&1
loop_once() {
	# Its first program starts what lives on beside the others.
	WINEPREFIX=$work/prefix "$wine" "${programs[0]}" </dev/null >"$work/output" 2>&1 || :
	echo "The loop ..." >&2
	measure loop loop
	WINEPREFIX=$work/prefix wineserver -k 2>/dev/null || :
	WINEPREFIX=$work/prefix wineserver -w
}

load=$(cut -d ' ' -f 1 /proc/loadavg)
loop_once
for ((i = 0; i < repeat; i++)); do
	printf '\rheapkit and the floor, %s of %s ...' "$((i + 1))" "$repeat" >&2
	measure floor floor
	measure heapkit heapkit
done
echo >&2
loop_once

# The median of a column.
median() {
	sort -n -k "$2,$2" "$work/$1" | awk -v column="$2" '{ value[NR] = $column }
		END { print (value[int((NR + 1) / 2)] + value[int(NR / 2) + 1]) / 2 }'
}

row() {
	printf '| %-28s | %6.2f s | %9s |\n' "$2" "$(median "$1" 1)" "$3"
}

seconds() {
	printf '%.2f s' "$(median "$1" 2)"
}

# Of column $3.
ratio() {
	awk -v a="$(median "$1" "$3")" -v b="$(median "$2" "$3")" 'BEGIN { printf "%.2f", a / b }'
}

ratio_row() {
	printf '| %-28s | %8s | %9s |\n' "$1 / $2, aim $3" "$(ratio "$1" "$2" 1)" "$4"
}

count=$(grep -c '"case"' "$work/results" || :)
cpu=$(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1)
echo "${#programs[@]} programs ($count cases), medians of $repeat; $("$wine" --version 2>/dev/null)"
echo "$(nproc) CPUs, $cpu; load before: $load"
echo
printf '| %-28s | %8s | %9s |\n' "$target" wall processor
echo '|------------------------------|---------:|----------:|'
row loop 'shell loop, full prefix' '' # its server is nobody's child, so that time is not known
row heapkit 'heapkit run' "$(seconds heapkit)"
row floor 'floor: the launches alone' "$(seconds floor)"
ratio_row heapkit floor 1.15 "$(ratio heapkit floor 2)"
ratio_row loop heapkit 5 ''
awk -v load="$load" 'BEGIN { exit load > 0.5 ? 0 : 1 }' &&
	printf '\nThe machine was busy (load %s): the times, and even the ratios, are worth little.\n' "$load"
exit 0
