#!/bin/sh
# SPDX-License-Identifier: MIT
# heapkit.exe on Wine: every case has the outcome that the heapkit of Linux finds on the same Wine; programs
# that go wrong are told as they are; nothing is left when it is killed; what runs on Wine is headed Wine.
set -u
here=$(dirname "$0")
# shellcheck source=runner/tests/verdicts.sh
. "$here/verdicts.sh"
# shellcheck source=runner/tests/in-wine.sh
. "$here/in-wine.sh"
top=$(cd "$here/../.." && pwd)

have_wine "heapkit.exe" && have_cases "heapkit.exe" x86_64-bare || exit 0
if ! [ -e "$BUILD/windows/heapkit.exe" ]; then
	skip "heapkit.exe: it is not built; make setup fetches the sources of its libraries"
	exit 0
fi

work=$(mktemp -d "${TMPDIR:-/tmp}/heapkit-windows-XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# As it is unpacked on Windows, by somebody whose language has more letters, with lines as an editor there
# ends them.
kit="$work/kit für alle"
mkdir -p "$kit/cases"
cp "$BUILD/windows/heapkit.exe" "$kit"
for folder in implementations expectations requirements; do
	mkdir "$kit/$folder"
	for file in "$BUILD/$folder"/*.yaml; do
		sed 's/$/\r/' "$file" >"$kit/$folder/$(basename "$file")"
	done
done
for target in x86_64-bare i686-bare x86_64-msvcrt i686-msvcrt; do
	[ -d "$BUILD/$target/kit" ] || continue
	cp -RLl "$BUILD/$target" "$kit/cases/$target" 2>/dev/null || cp -RL "$BUILD/$target" "$kit/cases"
done

# Programs that misbehave, and two that something happens to.
bad="$work/bad ones"
mkdir -p "$bad/x86_64-bare/agent"
cp -R "$BUILD/x86_64-bare/kit" "$bad/x86_64-bare"
for behaviour in crashes ends floods hangs leaves-child reads vanishes becomes-text; do
	x86_64-w64-mingw32-gcc -O1 -ffreestanding -nostdlib -DHEAPKIT_TARGET='"x86_64-bare"' \
		-DBEHAVIOUR="\"$behaviour\"" -Wl,-e,start -o "$bad/x86_64-bare/agent/$behaviour.exe" \
		"$here/agent/programs.c" -lkernel32 || not_ok "the program $behaviour does not build"
done
printf 'name: my-own\r\ncommand: ["{exe}"]\r\n' >"$work/native.yaml"

export kit bad work
cat >"$work/commands" <<'END'
cd "$kit" || exit

# running WORD...: the processes of this prefix that have one of the words in their command line
running() {
	for environment in $(grep -lzs "^WINEPREFIX=$WINEPREFIX" /proc/[0-9]*/environ); do
		for word; do
			grep -lzs "$word" "${environment%environ}cmdline"
		done
	done
}

"$wine" heapkit.exe run --results "alle Ergebnisse – 1.jsonl" >"$work/report" 2>"$work/errors"
echo $? >"$work/status"

bad_run() {
	"$wine" heapkit.exe run --cases "z:$bad" --case 'agent/*' --results "$1" --jobs 1 --timeout 2 --retries 0 \
		>"$work/bad report" 2>&1
}
bad_run "$work/bad.jsonl" &
until [ -s "$work/bad.jsonl" ] || ! kill -0 $! 2>/dev/null; do sleep 0.01; done
rm "$bad/x86_64-bare/agent/vanishes.exe"
echo 'This was a program.' >"$bad/x86_64-bare/agent/becomes-text.exe"
wait $!
running leaves-child hangs.exe >"$work/left by cases"

rm "$bad/x86_64-bare/agent/becomes-text.exe"

# Killed while a program hangs.
"$wine" heapkit.exe run --cases "z:$bad" --case agent/hangs --jobs 1 --timeout 60 >/dev/null 2>&1 &
for i in $(seq 200); do
	running hangs.exe >"$work/hung"
	[ ! -s "$work/hung" ] || break
	sleep 0.05
done
kill -9 $!
for i in $(seq 100); do
	running hangs.exe heapkit.exe >"$work/left"
	[ -s "$work/left" ] || break
	sleep 0.05
done
find "$WINEPREFIX/" -name 'heapkit-*' >>"$work/left"

# Whose results are they?
few='--target x86_64-bare --case process-heap/*'
set -f
"$wine" heapkit.exe run --on "z:$work/native.yaml" $few --results "$work/native.jsonl" >"$work/native" 2>&1
"$wine" heapkit.exe run $few --results "$work/itself.jsonl" -- '{exe}' >/dev/null 2>&1
"$wine" heapkit.exe run $few --results "$work/command.jsonl" -- "$work/passes.exe" '{exe}' >/dev/null 2>&1
"$wine" heapkit.exe run --on wine >"$work/on wine" 2>&1
echo $? >>"$work/on wine"
"$wine" heapkit.exe run $few --results "z:$work/no such folder/x.jsonl" >"$work/no folder" 2>&1
echo $? >>"$work/no folder"
"$wine" heapkit.exe report "alle Ergebnisse – 1.jsonl" >"$work/report again" 2>&1
END
cp "$bad/x86_64-bare/agent/ends.exe" "$work/passes.exe"
in_wine "$work/commands"

# case, target and outcome of each result
outcomes() {
	sed -n 's/^{"case":"\([^"]*\)","target":"\([^"]*\)".*"outcome":"\([a-z]*\)","expected".*/\1 \2 \3/p' "$1" |
		sort
}

# one KEY FILE: the text of a key of the header
one() {
	sed -n "1s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" "$2"
}

# The msvcrt of Wine leaves handles that libuv passes on in binary mode, where Windows' makes them text; wide
# characters come out as they are. See runner/README.md, "On Windows".
alike() {
	outcomes "$1" | grep -v '^reference/program-unicode x86_64-msvcrt '
}

results="$kit/alle Ergebnisse – 1.jsonl"
TMPDIR=$work/state XDG_RUNTIME_DIR=$work/state "$BUILD/heapkit" run --on wine --cases "$kit/cases" \
	--results "$work/linux.jsonl" >"$work/linux" 2>&1
alike "$work/linux.jsonl" >"$work/linux.outcomes"
alike "$results" >"$work/windows.outcomes"
diff "$work/linux.outcomes" "$work/windows.outcomes" && [ -s "$work/linux.outcomes" ] &&
	grep -q '^{"cases":' "$results" && ! grep -v '^wine: ' "$work/errors" &&
	[ "$(one suite "$results")" = "$(one suite "$work/linux.jsonl")" ]
verdict $? "heapkit.exe finds the $(wc -l <"$work/linux.outcomes") outcomes of heapkit on Wine"

case $(one system "$results") in
"Wine "[0-9]*" as Windows"*" x86_64") [ "$(one name "$results")" = wine ] ;;
*) false ;;
esac
verdict $? "its header says $(one name "$results"), on $(one system "$results")"

cmp "$work/report" "$work/report again"
verdict $? "heapkit.exe reads its results back, from a name with spaces and other letters"

ends_as() {
	sed -n "s|^{\"case\":\"agent/$1\".*\"outcome\":\"\([a-z]*\)\".*\"status\":\([0-9a-z]*\),.*\"message\":\"\([^\"]*\)\".*|\1 \2 \3|p" \
		"$work/bad.jsonl"
}
while read -r behaviour end; do
	[ "$(ends_as "$behaviour")" = "$end" ]
	verdict $? "a program that $behaviour: $end"
	[ "$(ends_as "$behaviour")" = "$end" ] || ends_as "$behaviour"
done <<-END
	crashes crash 3221225477 ended with status 0xC0000005 without a verdict
	floods crash null printed more than a case may
	hangs timeout null did not end within 2.0 s
	leaves-child crash 7 ended with status 7 without a verdict
	reads crash 8 ended with status 8 without a verdict
	vanishes crash null could not be started: it is not there; an antivirus may have taken it away (error 2)
	becomes-text crash null could not be started: it is no program for this system (error 193)
END
[ -s "$work/bad.jsonl" ] || cat "$work/bad report"
left=$(cat "$work/left by cases")
[ -z "$left" ]
verdict $? "no process of a case is left behind it $left"

left=$(cat "$work/left")
[ -s "$work/hung" ] && [ -z "$left" ]
verdict $? "nothing is left of a heapkit.exe that was killed $left"

[ "$(one name "$work/native.jsonl")" = wine ] && [ "$(one name "$work/itself.jsonl")" = wine ]
status=$?
[ "$status" -eq 0 ] || cat "$work/native"
verdict "$status" "programs that run by themselves are Wine's, whatever it is called"
[ "$(one name "$work/command.jsonl")" = passes ] && grep -q 'heapkit.exe runs on Wine' "$work/command.jsonl"
verdict $? "a command keeps its name, and the results say that it runs on Wine"
tail -n 1 "$work/on wine" | grep -qx 3 && grep -q 'started from Linux only' "$work/on wine"
verdict $? "heapkit.exe starts no Wine"
tail -n 1 "$work/no folder" | grep -qx 2 && grep -q 'no such folder/x.jsonl' "$work/no folder"
verdict $? "results that cannot be written are misuse"

left=$(ls -A "$work/state")
[ -z "$left" ]
verdict $? "nothing lies where the runs kept their state $left"
