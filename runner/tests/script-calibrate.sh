#!/bin/sh
# SPDX-License-Identifier: MIT
# The suite is calibrated, and the calibration itself notices what it is there to notice: a deaf model
# whose mutants are no different, a case that nothing fails, an entry about a mutant that is caught.
set -u
BUILD=${BUILD:-build}
work=$(mktemp -d "${TMPDIR:-/tmp}/heapkit-calibrate-XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT

if [ ! -x "$BUILD/heapkit-model" ] || [ ! -e "$BUILD/mutants/sdk.list" ]; then
	echo "skip - calibration: the model or the mutants are not built"
	exit 0
fi

# says WORDS STATUS PATTERN ARGUMENTS...: calibrate ends with that status and prints that line
says() {
	words=$1 status=$2 pattern=$3
	shift 3
	"$BUILD/heapkit" calibrate "$@" >"$work/out" 2>&1
	got=$?
	if [ $got -eq "$status" ] && grep -q -e "$pattern" "$work/out"; then
		echo "ok - calibration: $words"
	else
		echo "not ok - calibration: $words: status $got, want $status and: $pattern"
		sed 's/^/  /' "$work/out"
	fi
}

if [ -x "$BUILD/heapkit-model32" ]; then
	says 'the suite is calibrated' 0 '^calibrated$'
else
	says 'the suite is calibrated, as far as 64 bits show it' 0 '^calibrated$' --target x86_64-bare
fi

# A model that does not listen to --mutant.
sed 's/--mutant, "{mutant}", //' "$BUILD/implementations/model.yaml" >"$work/deaf.yaml"
says 'a case that catches no mutant is blind' 1 '^  process-heap/default-heap-has-a-handle  GPD-01' \
	--on "$work/deaf.yaml" --case process-heap/default-heap-has-a-handle

# Mutants beside the model: one that is the program as it is, one that is caught.
cp -r "$BUILD/mutants" "$work/mutants"
: >"$work/mutants/sdk.list"
printf 'growth-ignored\tREF-18\tlists\nharmless\tREF-18\tnothing\n' >"$work/mutants/program.list"
mkdir "$work/mutants/program/harmless"
for target in x86_64-bare i686-bare; do
	[ -d "$BUILD/$target" ] && cp -r "$BUILD/$target" "$work/mutants/program/harmless/$target"
done
mkdir "$work/cases"
for target in x86_64-bare i686-bare; do
	[ -d "$BUILD/$target" ] || continue
	mkdir -p "$work/cases/$target/reference"
	cp -r "$BUILD/$target/kit" "$work/cases/$target/kit"
	cp "$BUILD/$target/reference/heaps-created-between-calls.exe" "$work/cases/$target/reference"
done
says 'a mutant that no case catches survives' 1 '^  harmless  REF-18  nothing' \
	--mutants "$work/mutants" --cases "$work/cases"
printf -- '- mutant: growth-ignored\n  reason: none\n' >"$work/mutants/equivalent.yaml"
says 'a mutant that is caught is not equivalent' 1 '^  growth-ignored  by reference/' \
	--mutants "$work/mutants" --cases "$work/cases"
printf -- '- mutant: unheard-of\n  reason: none\n' >"$work/mutants/equivalent.yaml"
says 'equivalent.yaml names mutants that there are' 2 "there is no mutant 'unheard-of'" \
	--mutants "$work/mutants" --cases "$work/cases"

# Requirements that name no variants: a case of the order of heaps is intolerant then.
mkdir "$work/kit" "$work/kit/requirements"
cp -r "$BUILD/heapkit" "$BUILD"/heapkit-model* "$BUILD/implementations" "$work/kit"
for file in "$BUILD"/requirements/*.yaml; do
	sed '/^  variants:/d' "$file" >"$work/kit/requirements/${file##*/}"
done
"$work/kit/heapkit" calibrate --cases "$BUILD" --mutants "$BUILD/mutants" \
	--case process-heaps/process-heap-is-first >"$work/out" 2>&1
if grep -q '^intolerant cases' "$work/out" && grep -q 'variant=order-by-address' "$work/out"; then
	echo 'ok - calibration: a case that fails on what is legal is intolerant'
else
	echo 'not ok - calibration: a case that fails on what is legal is intolerant'
	sed 's/^/  /' "$work/out"
fi

sed 's/--mutant, "{mutant}", --variant/--mutant/' "$BUILD/implementations/model.yaml" >"$work/wrong.yaml"
says 'what the model refuses to run is no catch' 3 'cannot run .* there is no mutant' \
	--on "$work/wrong.yaml" --case process-heap/default-heap-has-a-handle
says 'options that are not understood are named' 2 'there is no option --fulll' --fulll
