#!/bin/sh
# SPDX-License-Identifier: MIT
# heapkit on Wine: two runs agree, the reference program is judged in each of its builds, nothing is left.
set -u
here=$(dirname "$0")
# shellcheck source=runner/tests/verdicts.sh
. "$here/verdicts.sh"

have_wine "runs on Wine" || exit 0
have_cases "runs on Wine" || exit 0

work=$(mktemp -d "${TMPDIR:-/tmp}/heapkit-wine-XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
mkdir "$work/state"

# The folders that the wineservers of a run use, which lie outside their prefixes: Debian's server may take
# one of its own and writes its name into the prefix; else it is named after the prefix's number.
server_folders() {
	user=$(id -u)
	for prefix in "$work"/state/heapkit-*/lane-*/prefix; do
		own=$(cat "$prefix/wineserver" 2>/dev/null)
		[ -z "$own" ] || echo "/tmp/$own"
		server=server-$(stat -c %D "$prefix")-$(printf %x "$(stat -c %i "$prefix")")
		for base in "/tmp/.wine-$user" "/run/user/$user/wine"; do
			[ ! -e "$base/$server/socket" ] || echo "$base/$server"
		done
	done
}

# heapkit_on_wine RUNNER OPTIONS...: a run that keeps all it makes in one folder, and is looked at meanwhile
heapkit_on_wine() {
	runner=$1
	shift
	TMPDIR=$work/state XDG_RUNTIME_DIR=$work/state "$BUILD/$runner" run --on wine \
		--cases "$BUILD" "$@" >"$work/printed" 2>&1 &
	run=$!
	while kill -0 "$run" 2>/dev/null; do
		server_folders 2>/dev/null >>"$work/folders"
		sleep 0.1
	done
	wait "$run"
}

# case, target and outcome of each result
outcomes() {
	sed -n 's/^{"case":"\([^"]*\)","target":"\([^"]*\)".*"outcome":"\([a-z]*\)","expected".*/\1 \2 \3/p' "$1" |
		sort
}

# Every case in both widths; the second time with the runner that watches itself, and with what Wine has for
# starting 32-bit programs instead of the launcher.
heapkit_on_wine heapkit --results "$work/first" --target '*-bare'
first=$?
heapkit_on_wine checked/heapkit --results "$work/second" --target '*-bare' --set launcher=
second=$?
outcomes "$work/first" >"$work/first.outcomes"
outcomes "$work/second" >"$work/second.outcomes"
for run in first second; do
	grep -o '"[^"]*":{"runs":[a-z]*,"status_believed":[a-z]*,"text_believed":[a-z]*' "$work/$run" >"$work/$run.believed"
done
diff "$work/first.believed" "$work/second.believed" && diff "$work/first.outcomes" "$work/second.outcomes" && [ -s "$work/first.outcomes" ] && [ "$first" -le 1 ] && [ "$second" -eq "$first" ] &&
	grep -q '^{"cases":' "$work/first"
status=$?
[ "$status" -eq 0 ] || cat "$work/printed"
verdict "$status" "two runs on Wine agree in $(wc -l <"$work/first.outcomes") results"

for program in "$BUILD"/*/kit/process-heaps*.exe; do
	name=${program#"$BUILD"/}
	target=${name%%/*}
	# Where nothing of that width ran, there is nothing to judge.
	if ! grep -q "^[^ ]* ${target%-*}-bare " "$work/first.outcomes"; then
		skip "$name on Wine: programs of $target do not run here"
		continue
	fi
	heapkit_on_wine heapkit --program "$program" --results "$work/program"
	status=$?
	[ "$status" -eq 0 ] || cat "$work/printed"
	[ "$status" -eq 0 ] && [ "$(outcomes "$work/program" | cut -d ' ' -f 1,3)" = "reference/program pass" ]
	verdict $? "$name on Wine, judged alone"
done

# A program that lists no heaps.
canary=$(find "$BUILD" -path '*/kit/canary-status-42.exe' | head -n 1)
heapkit_on_wine heapkit --program "$canary" --results "$work/program"
[ $? -eq 1 ] && [ "$(outcomes "$work/program" | cut -d ' ' -f 3)" = fail ]
verdict $? "a program that lists no heaps fails on Wine"

left=$(ls -A "$work/state")
[ -z "$left" ]
verdict $? "nothing lies where the runs kept their state $left"

left=$(grep -lzs "=$work/state" /proc/[0-9]*/environ)
[ -z "$left" ]
verdict $? "no process of the runs is left $left"

left=
sort -u "$work/folders" >"$work/seen"
while read -r folder; do
	[ ! -e "$folder" ] || left="$left $folder"
done <"$work/seen"
[ -s "$work/seen" ] && [ -z "$left" ]
verdict $? "none of the $(wc -l <"$work/seen") folders of their wineservers is left$left"
