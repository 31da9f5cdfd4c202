#!/bin/bash
# SPDX-License-Identifier: MIT
# How fast is `heapkit run`, against what else starts many programs, and against the floor? See README.md
# beside this file. Prints Markdown.
#
#   bench.sh BUILD
#
# COUNTS (50 200 2000): how many programs; WINE (wine): the command; RESULTS: a file that gets a copy.
# shellcheck disable=SC2317 # functions that trap and measure call
set -euo pipefail
build=$1
counts=${COUNTS:-50 200 2000}
wine=${WINE:-wine}
target=x86_64-bare
cpus=$(nproc)
here=$(dirname "$0")
# shellcheck source=runner/bench/rivals.sh
. "$here/rivals.sh"

fail() {
	echo "bench: $1" >&2
	exit 1
}

[ -d "$build/$target" ] || fail "there are no programs for $target (make setup installs its compiler)"

work=$(mktemp -d "${TMPDIR:-/tmp}/heapkit-bench-XXXXXX")
unset DISPLAY
export WINEPREFIX=$work/prefix WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml='
copy=
end() {
	[ ! -d "$WINEPREFIX" ] || wineserver -k >"$work/output" 2>&1 || :
	rm -rf "$work"
	[ -z "$copy" ] || {
		exec >&-
		wait "$copy"
	}
}
trap end EXIT
trap 'exit 130' INT TERM HUP

if [ -n "${RESULTS:-}" ]; then
	exec > >(tee "$RESULTS")
	copy=$!
fi

note() {
	printf 'bench: %s\n' "$*" >&2
}

mapfile -t originals < <(find "$build/$target/" -name '*.exe' | sort)

# How often heapkit and the floor take turns, and in how many of these rounds the others run: the more
# programs, the steadier each run.
rounds_of() {
	if [ "$1" -le 50 ]; then echo 11 3; elif [ "$1" -le 500 ]; then echo 7 2; else echo 3 1; fi
}

# Runs a command and appends its wall time, and the processor time of all its descendants, to a file.
TIMEFORMAT='%R %U %S'
measure() {
	local name=$1 status=0
	shift
	{ time "$@" </dev/null >"$work/output" 2>&1 || status=$?; } 2>"$work/time"
	# Cases fail, and so do the runs that they are in; meson's status is how many.
	if [ "$name" = heapkit ] && [ "$status" -ge 3 ] || [ "$status" -eq 126 ] || [ "$status" -eq 127 ]; then
		tail -n 3 "$work/output" >&2
		fail "$name ended with status $status"
	fi
	awk '{ print $1, $2 + $3 }' "$work/time" >>"$times/$name"
}

# What runs the programs in $programs of folder $suite, on Wine or on the model.
heapkit() {
	"$build/heapkit" run "${on[@]}" --cases "$suite" --all --ignore-expectations --results "$work/results" "$@"
}
floor() {
	"$build/bench/floor" "${parts[@]}" "${programs[@]}"
}

# Each line the quotient of the same line's times in two files; $3 is the column.
quotients() {
	paste -d ' ' "$times/$1" "$times/$2" | awk -v a="$3" '{ if ($(a + 2) > 0) print $a / $(a + 2) }'
}
median() {
	sort -n | awk '{ value[NR] = $1 } END { if (NR) printf "%.3f", (value[int((NR + 1) / 2)] + value[int(NR / 2) + 1]) / 2 }'
}
# The times that are there, of the two of a rival the better.
wall() {
	cut -d ' ' -f 1 "$times/$1" | median
}
processor() {
	cut -d ' ' -f 2 "$times/$1" | median
}

row() {
	printf '| %-26s | %8.2f s | %11s | %9s | %9s |\n' "$@"
}

# Milliseconds a launch of runner and lanes, of the profile on standard input.
own_cost() {
	awk '($1 == "runner" || $1 == "lanes") && $5 == "ms" { sum += $4 } END { print sum }'
}

# Where the time of a run of all $programs goes.
profile() {
	note "the profile of ${#programs[@]} programs on $1"
	printf '\n**Where the time of heapkit goes**, %s programs on %s: what --profile prints\n\n' "${#programs[@]}" "$1"
	heapkit --profile </dev/null >"$work/output" 2>&1 || :
	sed -n '/^time of the clock/,$s/^/    /p' "$work/output"
}

# What the runner and its lanes take, beyond starting the programs.
against_spawn() {
	local round own spawn
	rm -f "$work"/own "$work"/spawn
	for ((round = 0; round < 5; round++)); do
		note "runner and lanes against uv_spawn, round $((round + 1)) of 5"
		"$build/bench/spawn" "${#programs[@]}" "$emulator" "${programs[-1]}" >>"$work/spawn"
		heapkit --profile </dev/null >"$work/output" 2>&1 || :
		own_cost <"$work/output" >>"$work/own"
	done
	own=$(median <"$work/own")
	spawn=$(median <"$work/spawn")
	printf '\n**What the runner costs**: runner and lanes take %s ms of processor time a launch (all of their run, %s programs); ' "$own" "${#programs[@]}"
	printf 'uv_spawn with two pipes takes %s ms: %s ms beyond that, aim 0.15.\n' "$spawn" \
		"$(awk -v own="$own" -v spawn="$spawn" 'BEGIN { printf "%.3f", own - spawn }')"
}

# 32-bit programs by the launcher, and by what Wine has.
narrow() {
	local round
	[ -d "$build/i686-bare" ] && [ -e "$build/windows/launcher.exe" ] || return 0
	times=$work/times.narrow
	mkdir "$times"
	suite=$build/i686-bare
	for ((round = 0; round < 3; round++)); do
		note "32-bit programs, round $((round + 1)) of 3"
		measure start heapkit --set launcher=
		measure launcher heapkit
	done
	printf '\n**%s 32-bit programs on Wine**, medians of 3: %s s with the launcher, %s s with Wine'"'"'s start.exe, %s times as long.\n' \
		"$(find "$suite/" -name '*.exe' | wc -l)" "$(wall launcher)" "$(wall start)" "$(quotients start launcher 1 | median)"
}

# One table: COUNT programs on what `on` and `emulator` say.
table() {
	local count=$1 title=$2 rounds some round name ratio
	read -r rounds some < <(rounds_of "$count")
	times=$work/times.$count
	rm -rf "$times"
	mkdir "$times"
	prepare_rivals "$count"
	for ((round = 0; round < rounds; round++)); do
		note "$count programs on $title, round $((round + 1)) of $rounds"
		measure floor floor
		measure heapkit heapkit
		[ "$round" -ge "$some" ] || measure_rivals "$round"
	done
	printf '\n**%s programs on %s**, medians of %s (the others: %s)\n\n' "$count" "$title" "$rounds" "$some"
	printf '| %-26s | %10s | %11s | %9s | %9s |\n' '' wall processor '/ floor' '/ heapkit'
	echo '|----------------------------|-----------:|------------:|----------:|----------:|'
	row 'floor: the launches alone' "$(wall floor)" "$(processor floor) s" 1 ''
	row 'heapkit run' "$(wall heapkit)" "$(processor heapkit) s" "$(quotients heapkit floor 1 | median)" 1
	fastest=
	for name in $rivals; do
		[ -e "$times/$name" ] || continue
		ratio=$(quotients "$name" heapkit 1 | median)
		row "${name//_/ }" "$(wall "$name")" '' "$(quotients "$name" floor 1 | median)" "$ratio"
		fastest=$(printf '%s\n' ${fastest:+"$fastest"} "$ratio" | sort -n | head -n 1)
	done
	[ -z "$missing" ] || printf '%b' "\n$missing"
	choose_jobs
	summary+="| $count on $title | $(quotients heapkit floor 1 | median) | $(quotients heapkit floor 2 | median) | ${fastest:-} | $(awk -v t="$(wall heapkit)" -v n="$count" 'BEGIN { printf "%.2f", t / n * 1000 }') |"$'\n'
}

# prepare_suite COUNT [--slow]: programs that start and end, and with --slow those as well that wait
prepare_suite() {
	suite=$work/suite.$1
	mkdir -p "$suite"
	mapfile -t programs < <("$build/bench/copies" ${2:+"$2"} "$suite" "$1" "${originals[@]}")
	[ "${#programs[@]}" -eq "$1" ] || fail "no suite of $1 programs could be made"
}

echo '# What make bench printed'
echo
load=$(cut -d ' ' -f 1 /proc/loadavg)
cpu=$(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1)
echo "$(date -u +%Y-%m-%d), $cpus CPUs, $cpu; load before: $load"
echo
# shellcheck source=/dev/null
echo "$(uname -sr), $(. /etc/os-release && echo "$PRETTY_NAME"), heapkit $(cat VERSION)"
for tool in 'ctest --version' 'meson --version' 'make --version' 'wine --version'; do
	command -v "${tool%% *}" >/dev/null && echo "${tool%% *}: $($tool 2>/dev/null | head -n 1)"
done

summary=
if ! command -v "$wine" >/dev/null; then
	printf '\nWine: skipped, it is not here (make setup installs it)\n'
elif ! "$build/bench/floor" "$wine" >"$work/parts" 2>/dev/null; then
	printf '\nWine: skipped, no minimal prefix can be made for this one\n'
else
	note "a full prefix for the others"
	# Their server stays for good, and with it what Wine starts once for all programs: whoever reads the
	# output of the program that started these by a pipe would wait for them.
	mkdir "$WINEPREFIX"
	wineserver -p
	"$wine" wineboot --init </dev/null >"$work/output" 2>&1
	mapfile -t parts <"$work/parts"
	on=(--set "wine=$wine")
	emulator=$(command -v "$wine")
	for count in $counts; do
		prepare_suite "$count"
		table "$count" Wine
		[ "$count" != "${counts##* }" ] || profile Wine
		rm -rf "$suite"
	done
	prepare_suite "${#originals[@]}" --slow
	table "${#originals[@]}" 'Wine, with those that wait'
	rm -rf "$suite"
	wineserver -k
	narrow
fi
if [ -x "$build/heapkit-model" ]; then
	parts=("$build/heapkit-model" '' '')
	on=(--on model)
	emulator=$(realpath "$build/heapkit-model")
	for count in $counts; do
		prepare_suite "$count"
		table "$count" 'the model'
		[ "$count" != "${counts##* }" ] || {
			profile 'the model'
			against_spawn
		}
		rm -rf "$suite"
	done
else
	printf '\nThe model: skipped, it is not built (it takes x86-64 and Linux)\n'
fi

printf '\n**In short**\n\n'
echo '| programs | heapkit / floor, aim 1.05 | the same, processor | best other / heapkit, aim 3.5 on Wine | ms a program |'
echo '|---|---:|---:|---:|---:|'
printf '%s' "$summary"
awk -v load="$load" 'BEGIN { exit load > 0.5 ? 0 : 1 }' &&
	printf '\nThe machine was busy (load %s): the times, and even the ratios, are worth little.\n' "$load"
"$here/model.sh" "$build"
