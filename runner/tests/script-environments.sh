#!/bin/sh
# SPDX-License-Identifier: MIT
# Machines that lack something, and paths that are odd: a run works all the same, or says in one line what is
# missing and what to do. Then no file is half written, and nothing stays alive.
set -u
here=$(dirname "$0")
# shellcheck source=runner/tests/verdicts.sh
. "$here/verdicts.sh"

work=$(mktemp -d "${TMPDIR:-/tmp}/heapkit-environments-XXXXXX") || exit 1
trap 'cd /; rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

have_cases "machines that lack something" x86_64-bare || exit 0

mkdir -p "$work/suite/x86_64-bare/kit" "$work/suite/x86_64-bare/process-heaps" "$work/state"
cp "$BUILD"/x86_64-bare/kit/canary-*.exe "$work/suite/x86_64-bare/kit"
cp "$BUILD"/x86_64-bare/process-heaps/[p-z]*.exe "$work/suite/x86_64-bare/process-heaps"
chmod 777 "$work" "$work/state"
cd "$work" || exit 1
heapkit=$BUILD/checked/heapkit
fake=$BUILD/tests/fake
FAKE_STATE=$work/fakes XDG_RUNTIME_DIR=$work/state TMPDIR=$work/state
export FAKE_STATE XDG_RUNTIME_DIR TMPDIR
mark=environments.$$

# Who bears the mark; what was just killed may take half a second.
nobody_lives() {
	for _ in 1 2 3 4 5 6 7 8 9 10; do
		alive=$(grep -lsz "^HEAPKIT_TEST_MARK=$mark\$" /proc/[0-9]*/environ)
		[ -n "$alive" ] || return 0
		sleep 0.05
	done
	echo "still alive: $alive"
	return 1
}

ends_whole() {
	! [ -s "$1" ] || [ -z "$(tail -c 1 "$1")" ]
}

# ends STATUS ERROR COMMAND...: with that status, and with one line on stderr that holds ERROR, or none where it
# is empty; all is whole and nobody is left.
ends() {
	status=$1
	error=$2
	shift 2
	rm -f fakes
	env "HEAPKIT_TEST_MARK=$mark" timeout 100 "$@" >out 2>err
	got=$?
	nobody_lives || return 1
	ends_whole r.jsonl || echo "r.jsonl ends with half a line"
	if [ "$got" -eq "$status" ] && ends_whole r.jsonl && [ -z "$(ls state)" ]; then
		[ -n "$error$(cat err)" ] || return 0
		[ "$(wc -l <err)" -eq 1 ] && [ -n "$error" ] && grep -q "^heapkit: .*$error" err && return 0
	fi
	echo "status $got, and $status is right; stderr, where '$error' should be:"
	cat err
	ls -A state
	return 1
}

# A run as it begins; OPTIONS... come before the implementation.
run() {
	rm -f r.jsonl
	echo "exec '$heapkit' run --cases suite --results r.jsonl $* -- '$fake' ${behaviour:-passes}"
}

is_complete() {
	tail -n 1 r.jsonl | grep -q '^{"cases"' && [ "$(wc -l <r.jsonl)" -eq "$lines" ]
}

# ---- Files --------------------------------------------------------------------------------------

ends 0 "" sh -c "$(run)"
verdict $? "a run where nothing is missing"
lines=$(wc -l <r.jsonl)

ends 2 "/dev/full: results are incomplete: No space left on device; make room" \
	"$heapkit" run --cases suite --results /dev/full -- "$fake" passes
verdict $? "a device that is full is named"

ends 2 "r.jsonl: results are incomplete: File too large; make room" sh -c "ulimit -f 20; $(run)" &&
	[ -s r.jsonl ] && ! is_complete &&
	ends 0 "" "$heapkit" run --cases suite --resume r.jsonl -- "$fake" passes && is_complete
verdict $? "results that may not grow end with a whole line, and go on later"

cat >fail <<-'END'
	#!/bin/sh
	case $1 in
	*-42.exe) exit 42 ;;
	*-43.exe) exit 43 ;;
	esac
	exit 1
END
chmod +x fail
ends 2 "draft.yaml: could not be written: File too large; make room" sh -c "ulimit -f 1; exec '$heapkit' run \
	--cases suite --write-expectations draft.yaml -- ./fail >/dev/null" && ! [ -e draft.yaml ]
verdict $? "no half of drafted expectations is left"

ends 2 "standard output: cannot be written: No space left on device" sh -c "$(run) >/dev/full" && is_complete
verdict $? "a report that cannot be written is an error, and the results are there"

# meddles STATUS ERROR COMMAND: a run whose results somebody treats so as soon as they are there
meddles() {
	ends "$1" "$2" sh -c "( $(behaviour=takes-time run --jobs 1) ) & run=\$!
		while ! [ -s r.jsonl ]; do sleep 0.01; done
		$3
		wait \$run"
}

meddles 2 "r.jsonl: the results are lost: it was removed or replaced during the run; run again" "rm r.jsonl"
verdict $? "results that somebody removes"
meddles 2 "r.jsonl: the results are lost: it was removed or replaced" "echo >other; mv other r.jsonl"
verdict $? "results that somebody replaces"
meddles 0 "" "chmod 0 r.jsonl" && chmod 644 r.jsonl && is_complete
verdict $? "results that somebody makes read-only"

cat >daemon.yaml <<END
name: daemon
command: ["$fake", passes, "{exe}"]
version: [sh, -c, "setsid sleep 60 & echo 7"]
END
ends 0 "" "$heapkit" run --cases suite --case '*/private-*' --on "$work/daemon.yaml" && grep -q '^daemon 7, judged by' out
verdict $? "a command for the version that leaves a process behind"

# ---- Limits -------------------------------------------------------------------------------------

ends 0 "" sh -c "ulimit -n 64; $(run)" && is_complete
verdict $? "64 open files"
ends 3 "64 files may be open at once and this run takes [0-9]*; allow more (ulimit -n) or give fewer --jobs" \
	sh -c "ulimit -n 64; $(run --jobs 30)" && ! [ -e r.jsonl ]
verdict $? "64 open files for too many lanes"
ends 3 "5 files may be open at once and this run takes 20" sh -c "ulimit -n 5; $(run)" && ! [ -e r.jsonl ]
verdict $? "too few open files for anything"

# Nobody else's processes count: a number that no user has. The search for leaks takes one itself.
ASAN_OPTIONS=${ASAN_OPTIONS:-}:detect_leaks=0
export ASAN_OPTIONS
user=
[ "$(id -u)" -ne 0 ] || user="setpriv --reuid 64242 --regid 64242 --clear-groups"
# shellcheck disable=SC2086 # words
if $user test -x "$heapkit" && $user test -r suite; then
	ends 3 "fake cannot run: lane 0: .*; allow more processes (ulimit -u) or give fewer --jobs" \
		prlimit --nproc=1 $user sh -c "$(run --jobs 1)"
	verdict $? "no process for a lane"
	if [ -n "$user" ]; then
		ends 3 "fake cannot run: lane 0: .*; allow more processes (ulimit -u)" \
			prlimit --nproc=2 $user sh -c "$(run --jobs 1)" && ! grep '"outcome"' r.jsonl
		verdict $? "no process for a case: no result rather than a wrong one"
		ends 0 "" prlimit --nproc=3 $user sh -c "$(run --jobs 1)" && is_complete
		verdict $? "processes for one lane and its case"
	else
		skip "no process for a case: only root can become a user without other processes"
	fi
else
	skip "few processes: another user may not read $BUILD"
fi

cpu=$(taskset -cp $$ | sed 's/.*[:] *\([0-9]*\).*/\1/')
if taskset -c "$cpu" true 2>/dev/null; then
	ends 0 "" taskset -c "$cpu" sh -c "$(run)" && is_complete && grep -q "lanes: 1" out
	verdict $? "one CPU: one lane"
else
	skip "one CPU: this machine does not let it be chosen"
fi
group=/sys/fs/cgroup/cpuset/heapkit.$$
[ -d /sys/fs/cgroup/cpuset ] || group=/sys/fs/cgroup/heapkit.$$
if mkdir "$group" 2>/dev/null && {
	[ ! -e "$group/cpuset.mems" ] || cat "${group%/*}"/cpuset.mems* 2>/dev/null | head -n 1 >"$group/cpuset.mems"
	echo "$cpu" >"$group/cpuset.cpus"
} 2>/dev/null; then
	ends 0 "" sh -c "echo \$\$ >$group/cgroup.procs; $(run)" && is_complete && grep -q "lanes: 1" out
	verdict $? "a cpuset of one CPU: one lane"
else
	skip "a cpuset: this machine has no cgroups with one that may be made"
fi
rmdir "$group" 2>/dev/null

# ---- What else may be missing --------------------------------------------------------------------

ends 0 "" env -u HOME -u TERM -u XDG_RUNTIME_DIR sh -c "$(run)" && is_complete
verdict $? "neither HOME nor TERM"
for locale in C POSIX de_DE.ISO-8859-1; do
	ends 0 "" env LC_ALL=$locale sh -c "$(run)" && is_complete
	verdict $? "the locale $locale"
done

# With mounts of its own; root of a user namespace where it is not root already.
root=-r
[ "$(id -u)" -ne 0 ] || root=
# shellcheck disable=SC2086 # none or one
if unshare $root -m mount -t tmpfs none "$work/state" 2>/dev/null; then
	mkdir -p home small
	# shellcheck disable=SC2086 # none or one
	in_namespace() { ends "$1" "$2" unshare $root -m sh -c "$3"; }
	in_namespace 0 "" "mount -t tmpfs -o ro none home && export HOME=$work/home && $(run)" && is_complete
	verdict $? "a home that is read-only"
	in_namespace 0 "" "mount -t tmpfs -o ro,nr_inodes=1 none /dev/shm; $(run)" && is_complete
	verdict $? "nothing can be made in /dev/shm"
	in_namespace 0 "" "mount --bind suite suite && mount -o remount,ro,bind suite && $(run)" && is_complete
	verdict $? "a cases folder that is read-only"
	in_namespace 2 "small/r.jsonl: results are incomplete: No space left on device; make room" \
		"mount -t tmpfs -o size=16k none small &&
			'$heapkit' run --cases suite --results small/r.jsonl -- '$fake' passes >small.out
			status=\$?; cp small/r.jsonl .; exit \$status" && [ -s r.jsonl ] && ! is_complete
	verdict $? "a disk that is full: the results end with a whole line"
	in_namespace 2 "small/r.jsonl: results cannot be written: Read-only file system; name a file in a folder you may" \
		"mount -t tmpfs -o ro none small &&
			exec '$heapkit' run --cases suite --results small/r.jsonl -- '$fake' passes"
	verdict $? "results on a disk that is read-only"
else
	skip "file systems that are read-only, full or missing: this machine lets nobody mount one"
fi

# ---- Paths --------------------------------------------------------------------------------------

new='
'
odd="a b'c\"d\$(e)\`f;*?[g${new}ü"
mkdir -p "$odd"
cp -R suite "$odd/suite"
cp "$fake" "$odd/fa ke'\"ü"
ends 0 "" "$heapkit" run --cases "$odd/suite" --results "$odd/r.jsonl" -- "$odd/fa ke'\"ü" passes &&
	mv "$odd/r.jsonl" r.jsonl && is_complete
verdict $? "odd paths of cases, results and the command"
(cd "$odd" && exec env "HEAPKIT_TEST_MARK=$mark" "$heapkit" run --cases suite --results r.jsonl --jobs 1 -- \
	"./fa ke'\"ü" crashes >../out 2>../err)
nobody_lives && mv "$odd/r.jsonl" r.jsonl && is_complete
verdict $? "an odd working folder"
ends 2 "a b.*/nothing: no such file or directory; name a folder of programs with --cases" \
	"$heapkit" run --cases "$odd/nothing" -- "$fake" passes
verdict $? "an error with an odd path is one line"
cp fail "$odd/no'\"ü.sh"
ends 1 "" "$heapkit" run --cases "$odd/suite" --results r.jsonl -- "$odd/no'\"ü.sh"
repeat=$(python3 -c 'import json; print(json.loads(open("r.jsonl").readlines()[1])["command"])' 2>/dev/null)
if [ -n "$repeat" ]; then
	ends 1 "" sh -c "heapkit() { \"$heapkit\" \"\$@\"; }; $repeat" && grep -q "UNEXPECTED: 1 fail" out
	verdict $? "the command that repeats a case, with odd paths, does"
else
	skip "the command that repeats a case, with odd paths: there is no python3 to read it with"
fi

# ---- Wine ---------------------------------------------------------------------------------------

have_wine "the same with Wine" || exit 0
echo '[]' >none.yaml
HEAPKIT_CACHE=${HEAPKIT_CACHE:-${XDG_CACHE_HOME:-${HOME:-}/.cache}/heapkit}
export HEAPKIT_CACHE

# on_wine SUITE: the same outcomes as where nothing is missing
on_wine() {
	echo "exec '$heapkit' run --on wine --cases \"$1\" --case '*/private-*' --results r.jsonl --expect none.yaml"
}
print_outcomes() {
	sed -n 's/.*"case":"\([^"]*\)".*"outcome":"\([^"]*\)".*/\1 \2/p' r.jsonl | sort
}

ends 0 "" sh -c "$(on_wine suite)"
verdict $? "Wine where nothing is missing"
print_outcomes >outcomes
odd="a b'cü"
mkdir -p "$odd/state"
cp -R suite "$odd"
ends 0 "" env -u HOME -u TERM -u XDG_RUNTIME_DIR LC_ALL=C TMPDIR="$work/$odd/state" taskset -c "$cpu" \
	sh -c "$(on_wine "$odd/suite")" && print_outcomes | diff outcomes -
verdict $? "Wine with neither HOME nor TERM nor UTF-8, on one CPU, among odd paths"
ends 3 "64 files may be open at once and each process of Wine in this run takes 128; allow more (ulimit -n)" \
	sh -c "ulimit -n 64; $(on_wine suite)"
verdict $? "Wine with 64 open files"
mkdir -p 'x"y'
cp -R suite 'x"y'
ends 3 'x"y/suite/.*: Wine opens no file with one of .* in its path; move the cases' \
	"$heapkit" run --on wine --cases 'x"y/suite'
verdict $? "Wine and a path that it cannot open"
