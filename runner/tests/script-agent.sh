#!/bin/sh
# SPDX-License-Identifier: MIT
# The agent, both of its programs, on Wine: what `heapkit judge` makes of its logs is what `heapkit run`
# finds out, and programs that misbehave are told as they are. It imports nothing newer than NT 5.1.
set -u
here=$(dirname "$0")
# shellcheck source=runner/tests/verdicts.sh
. "$here/verdicts.sh"
top=$here/../..

agents=
for processor in x86_64 i686; do
	if [ -e "$BUILD/windows/agent-$processor.exe" ]; then
		agents="$agents $processor"
	else
		skip "the agent of $processor: it is not built; make agents does, where its compiler is"
	fi
done
[ -n "$agents" ] || exit 0

work=$(mktemp -d "${TMPDIR:-/tmp}/heapkit-agent-XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
mkdir "$work/state"

# ---- Imports: kernel32 of Windows XP has all of these.
cat >"$work/allowed" <<END
AssignProcessToJobObject CloseHandle CreateFileW CreateJobObjectW CreatePipe CreateProcessW ExitProcess
FindClose FindFirstFileW FindNextFileW FlushFileBuffers GetCommState GetCommandLineW GetExitCodeProcess
GetFileAttributesW GetFileSize GetFullPathNameW GetLastError GetModuleFileNameW GetModuleHandleW
GetProcAddress GetStdHandle GetSystemTime GetTickCount GetVersionExW PeekNamedPipe ReadFile ResumeThread
SetCommState SetErrorMode SetFilePointer SetHandleInformation SetInformationJobObject TerminateJobObject
TerminateProcess WaitForSingleObject WideCharToMultiByte WriteFile
END
tr -s ' ' '\n' <"$work/allowed" | sort >"$work/allowed.sorted"
for processor in $agents; do
	program=$BUILD/windows/agent-$processor.exe
	"$processor-w64-mingw32-objdump" -p "$program" >"$work/tables"
	# Binutils 2.44 have <none> for the ordinal before the number of an import by name.
	awk '/DLL Name:/ { print > "/dev/stderr"; in_table = 1 }
		/^$/ { in_table = 0 }
		in_table && NF >= 3 && $2 ~ /^([0-9]+|<none>)$/ && $NF ~ /^[A-Z]/ { print $NF }' \
		"$work/tables" 2>"$work/dlls" | sort >"$work/imports"
	comm -23 "$work/imports" "$work/allowed.sorted" >"$work/newer"
	cat "$work/newer"
	[ "$(wc -l <"$work/imports")" -gt 20 ] && [ ! -s "$work/newer" ] &&
		[ "$(awk '{ print $NF }' "$work/dlls")" = KERNEL32.dll ] &&
		grep -q 'MajorSubsystemVersion[[:space:]]*5$' "$work/tables"
	verdict $? "the agent of $processor asks for $(wc -l <"$work/imports") functions, all of Windows NT 5.1"
done

# ---- On Wine.
have_wine "the agent" || exit 0
have_cases "the agent on Wine" x86_64-bare || exit 0

# A few cases of each width. Bytes behind a program are no part of it, so its size can be any.
folder="$work/my cases"
length=0
for target in x86_64-bare i686-bare; do
	[ -d "$BUILD/$target/kit" ] || continue
	mkdir -p "$folder/$target"
	cp -R "$BUILD/$target/kit" "$folder/$target"
	for area in process-heaps heap-summary heap-create heap-walk; do
		for case in $(cd "$BUILD/$target" && find "$area" -name '*.exe' 2>/dev/null | sort | head -n 3); do
			mkdir -p "$folder/$target/$area"
			cp "$BUILD/$target/$case" "$folder/$target/$case"
			head -c "$length" /dev/zero | tr '\0' x >>"$folder/$target/$case"
			length=$(((length * 7 + 1) % 200003))
		done
	done
done

# Programs that misbehave.
bad="$work/bad ones"
mkdir -p "$bad/deep/mutants"
# build BEHAVIOUR FLAGS...: as a bare program
build() {
	behaviour=$1
	shift
	x86_64-w64-mingw32-gcc -O1 -ffreestanding -nostdlib -DHEAPKIT_TARGET='"x86_64-bare"' \
		-DBEHAVIOUR="\"$behaviour\"" "$@" -Wl,-e,start -o "$bad/deep/$behaviour.exe" \
		"$here/agent/programs.c" -lkernel32
}
for behaviour in fills fills-both floods never-stops hangs reads crashes leaves-child ends; do
	build "$behaviour" || not_ok "the program $behaviour does not build"
done
build stranger -DSTRANGER || not_ok "the program stranger does not build"
cp "$bad/deep/ends.exe" "$bad/deep/mutants"
# For a processor that is not here.
cp "$bad/deep/ends.exe" "$bad/ALIEN.EXE"
printf '\064\022' | dd of="$bad/ALIEN.EXE" bs=1 conv=notrunc \
	seek=$(($(od -An -tu4 -j60 -N4 "$bad/ALIEN.EXE") + 4)) 2>/dev/null

# heapkit makes a prefix for one canary, and this goes before the canary in it.
cat >"$work/through-agent" <<'END'
wine=$1
program=$2
case $program in
*/x86_64-bare/kit/canary-status-42.exe)
	for processor in $AGENTS; do
		agent=$BUILD/windows/agent-$processor.exe
		"$wine" "$agent" "z:$WORK/my cases/" "z:$WORK/log of $processor" 2>"$WORK/said by $processor"
		echo $? >"$WORK/status of $processor"
		"$wine" "$agent" "z:$WORK/bad ones\\" "z:$WORK/bad log of $processor" 3 2>/dev/null
		# Other tests run beside this one.
		for environment in $(grep -lzs "^WINEPREFIX=$WINEPREFIX" /proc/[0-9]*/environ); do
			grep -lzs leaves-child "${environment%environ}cmdline"
		done >"$WORK/left by $processor"
	done
	cd "$WORK" || exit
	"$wine" "$BUILD/windows/agent-x86_64.exe" "my cases" >"$WORK/log of stdout" 2>/dev/null
	"$wine" "$BUILD/windows/agent-x86_64.exe" "my cases" "" extra words >"$WORK/usage" 2>&1
	echo $? >"$WORK/usage status"
	;;
esac
exec "$wine" "$program"
END
export BUILD WORK="$work" AGENTS="$agents"
sed "s|^command:.*|command: [sh, \"$work/through-agent\", \"{wine}\", \"{exe}\"]|" \
	"$top/runner/implementations/wine.yaml" >"$work/agent.yaml"

# heapkit_in_state WORDS...: heapkit, keeping all it makes in one folder
heapkit_in_state() {
	TMPDIR=$work/state XDG_RUNTIME_DIR=$work/state timeout 240 "$BUILD/heapkit" "$@" --cases "$folder"
}

# case, target and outcome of each result
outcomes() {
	sed -n 's/^{"case":"\([^"]*\)","target":"\([^"]*\)".*"outcome":"\([a-z]*\)","expected".*/\1 \2 \3/p' "$1" |
		sort
}

heapkit_in_state run --on "$work/agent.yaml" --jobs 1 --timeout 200 --case reference/program --ignore-expectations \
	--target x86_64-bare >"$work/printed" 2>&1 || cat "$work/printed"
heapkit_in_state run --on wine --ignore-expectations --results "$work/run.jsonl" >"$work/printed" 2>&1
run=$?
outcomes "$work/run.jsonl" >"$work/run.outcomes"

for processor in $agents; do
	log="$work/log of $processor"
	if ! [ -s "$log" ] && [ "$processor" = i686 ] && ! grep -q ' i686-bare ' "$work/run.outcomes"; then
		skip "the agent of i686 on Wine: programs of 32 bits do not run here"
		continue
	fi
	heapkit_in_state judge "$log" --name wine --ignore-expectations --results "$work/judged.jsonl" >"$work/printed" 2>&1
	judged=$?
	outcomes "$work/judged.jsonl" >"$work/judged.outcomes"
	diff "$work/run.outcomes" "$work/judged.outcomes" && [ -s "$work/run.outcomes" ] &&
		[ "$judged" -eq "$run" ] && [ "$(cat "$work/status of $processor")" = 0 ] &&
		! grep -q 'not judged' "$work/printed"
	status=$?
	[ "$status" -eq 0 ] || cat "$work/said by $processor" "$work/printed"
	verdict "$status" "the log of the agent of $processor gives the $(wc -l <"$work/run.outcomes") outcomes of a run"

	# program, end and output of each record
	tr -d '\r' <"$work/bad log of $processor" | awk '
		/^program: / { name = $2 } /^ended: / { sub(/^ended: /, ""); end = $0 }
		/^output: / { output = $2 } /^errors: / { print name, end, output, $2 }' |
		sed 's/not-started .*[0-9] 0 0/not-started/' | sort >"$work/ends"
	sed 's/ *$//' >"$work/ends.expected" <<-'END'
		ALIEN.EXE not-started
		deep\crashes.exe 0xc0000005 0 0
		deep\ends.exe 0x00000005 0 0
		deep\fills-both.exe 0x00000005 262144 262144
		deep\fills.exe 0x00000005 262144 0
		deep\floods.exe flooded 0 262144
		deep\hangs.exe timed-out 3 0
		deep\leaves-child.exe 0x00000007 5 0
		deep\never-stops.exe flooded 262144 0
		deep\reads.exe 0x00000008 0 0
	END
	diff "$work/ends.expected" "$work/ends" && tail -n 1 "$work/bad log of $processor" | grep -qx 'end: 10'
	verdict $? "the agent of $processor tells how ten programs misbehave, and starts no stranger"

	heapkit_in_state judge "$work/bad log of $processor" >"$work/printed" 2>&1
	[ $? -eq 2 ] && grep -q 'none of its programs is a case' "$work/printed"
	verdict $? "heapkit reads that log of the agent of $processor to its end"

	left=$(cat "$work/left by $processor")
	[ -z "$left" ]
	verdict $? "no child of a program is left by the agent of $processor $left"
done

heapkit_in_state judge "$work/log of stdout" --name wine --ignore-expectations --results "$work/judged.jsonl" >"$work/printed" 2>&1
outcomes "$work/judged.jsonl" | cmp -s - "$work/run.outcomes"
verdict $? "the log of standard output is the same"

[ "$(cat "$work/usage status")" = 2 ] && grep -q '^usage: agent' "$work/usage"
verdict $? "an agent with words too many shows its usage"

printf x | dd of="$folder/x86_64-bare/kit/canary-status-42.exe" bs=1 seek=3 conv=notrunc 2>/dev/null
heapkit_in_state judge "$work/log of x86_64" >"$work/printed" 2>&1
[ $? -eq 2 ] && grep -q 'canary-status-42.exe): its digest .* the agent ran another build' "$work/printed"
verdict $? "a program that is another build than the agent's is named"
