#!/bin/sh
# SPDX-License-Identifier: MIT
# heapkit run --sandbox: what a hostile implementation does without it fails in it, verdicts are the same, nothing is
# left, and where there is no sandbox there is no run.
set -u
here=$(dirname "$0")
# shellcheck source=runner/tests/verdicts.sh
. "$here/verdicts.sh"

work=$(mktemp -d "${TMPDIR:-/tmp}/heapkit-sandbox-XXXXXX") || exit 1
listener=
end() {
	[ -z "$listener" ] || kill "$listener" 2>/dev/null
	rm -rf "$work"
}
trap end EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

have_cases "the sandbox" x86_64-bare || exit 0
${CC:-cc} -std=c11 -Wall -Wextra -D_GNU_SOURCE -o "$work/hostile" "$here/sandbox/hostile.c" || exit 1
mkdir "$work/home"
cd "$work/home" || exit 1
heapkit=$BUILD/heapkit

# run OPTIONS... -- COMMAND...: one case; its status, and $work/out with what it printed. The runner's number
# is in ./runner. Programs are looked for in $search, where it is set.
run() {
	# shellcheck disable=SC2016 # for the shell that becomes the runner
	search=${search:-} sh -c 'echo $$ >runner; PATH=${search:-$PATH}; exec "$@"' sh "$heapkit" run --cases "$BUILD" --target x86_64-bare \
		--case process-heaps/private-heap-is-listed --jobs 1 --results results "$@" >"$work/out" 2>&1
}

# Where it is not, or is refused, there is one line that says so, and nothing has run.
mkdir "$work/bin"
search=$work/bin run --sandbox -- "$BUILD/tests/fake" passes
[ $? -eq 3 ] && [ "$(wc -l <"$work/out")" -eq 1 ] && [ ! -e results ] &&
	grep -q '^heapkit: --sandbox: bwrap is not on the PATH; install bubblewrap' "$work/out"
verdict $? "a sandbox that is not installed is one error"
printf '#!/bin/sh\necho "bwrap: No permissions to create new namespace" >&2\nexit 1\n' >"$work/bin/bwrap"
chmod +x "$work/bin/bwrap"
search=$work/bin:$PATH run --sandbox -- "$BUILD/tests/fake" passes
[ $? -eq 3 ] && [ "$(wc -l <"$work/out")" -eq 1 ] && [ ! -e results ] &&
	grep -q '^heapkit: --sandbox: bwrap: No permissions to create new namespace; allow user' "$work/out"
verdict $? "a sandbox that is refused is one error"

if ! command -v bwrap >/dev/null; then
	skip "the sandbox itself: bwrap is not here; make setup installs it"
	exit 0
fi
if ! bwrap --unshare-all --ro-bind / / --proc /proc true 2>/dev/null; then
	skip "the sandbox itself: this system or container refuses it"
	exit 0
fi

"$work/hostile" listen port &
listener=$!
for _ in 1 2 3 4 5 6 7 8 9 10; do
	[ ! -s port ] || break
	sleep 0.1
done

# hits ATTACK WHAT OPTIONS...: whether the attack did what it wanted
hits() {
	attack=$1
	what=$2
	shift 2
	rm -f results port.reached
	[ "$attack" != write ] || rm -f "$what"
	: >precious
	run "$@" -- "$work/hostile" "$attack" "$what" "$BUILD/tests/fake" passes
	status=$?
	case $attack in
	write) [ -e "$what" ] ;;
	delete) [ ! -e "$what" ] ;;
	reopen) ! grep -aq '^{"heapkit":' results ;;
	connect) sleep 0.1 && [ -e port.reached ] ;;
	signal) ! grep -q '^{"cases":.*"interrupted":false' results ;;
	esac
}

# attack WORDS ATTACK WHAT
attack() {
	if ! hits "$2" "$3"; then
		cat "$work/out"
		not_ok "without a sandbox a program can $1: else this shows nothing"
	elif hits "$2" "$3" --sandbox || [ "$status" -ne 0 ]; then
		cat "$work/out"
		not_ok "in a sandbox a program can $1, or the run is not as expected"
	else
		ok "in a sandbox a program cannot $1, without one it can"
	fi
}
attack "write into a folder that it sees" write "$BUILD/sandbox-written"
rm -f "$BUILD/sandbox-written"
attack "write into the current folder" write "$work/home/written"
attack "write where temporary files are" write "$work/written"
attack "delete a file" delete "$work/home/precious"
attack "reach a port of this machine" connect "$work/home/port"
attack "write to results that the runner has open" reopen "$work/home/results"
attack "signal the runner" signal "$work/home/runner"
grep -q '"sandbox":true' results
verdict $? "results say that they were made in a sandbox"

# is_alive NAME: whether there is a process of that program for this test
is_alive() {
	grep -aqs "^[-/._a-zA-Z0-9]*$1.*$work" /proc/[0-9]*/cmdline
}

# A runner that is killed leaves nothing of the sandbox.
rm -f results
run --sandbox --timeout 60 -- "$work/hostile" stay "$work/home" "$BUILD/tests/fake" passes &
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
	sleep 0.1
	! is_alive "hostile.stay" || break
done
is_alive bwrap && is_alive "hostile.stay"
verdict $? "what runs in a sandbox can be seen from here"
kill -KILL "$(cat runner)"
wait $! 2>/dev/null
sleep 0.5
! is_alive bwrap && ! is_alive "hostile.stay"
verdict $? "a killed runner leaves nothing of its sandboxes"

have_wine "verdicts in a sandbox" || exit 0
# Once with the runner that watches itself.
mkdir "$work/state"
for sandbox in "" --sandbox; do
	[ -z "$sandbox" ] || heapkit=$BUILD/checked/heapkit
	# shellcheck disable=SC2086 # an option, or nothing
	TMPDIR=$work/state XDG_RUNTIME_DIR=$work/state "$heapkit" run --on wine --cases "$BUILD" \
		--case 'process-heaps/s*' --target '*-bare' $sandbox --results "wine$sandbox" >"$work/out" 2>&1
	[ $? -le 1 ] || cat "$work/out"
done
"$heapkit" compare --format json wine wine--sandbox >"$work/out" 2>&1 && grep -q '^ "changes": \[\]' "$work/out" &&
	grep -q '^{"cases":' wine--sandbox && [ -z "$(ls "$work/state")" ]
status=$?
[ "$status" -eq 0 ] || cat "$work/out"
verdict "$status" "$(grep -c '^{"case":' wine) verdicts on Wine are the same in a sandbox"
