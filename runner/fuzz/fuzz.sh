#!/bin/sh
# SPDX-License-Identifier: MIT
# fuzz.sh NAME LOG COMMAND...: runs libFuzzer and says in one line what came of it. Where it found something
# that is said as libFuzzer does, with the name of the input.
set -u
name=$1
log=$2
shift 2
# Freed blocks are kept from being used again, but not so many that they reach the limit of memory.
ASAN_OPTIONS=quarantine_size_mb=32${ASAN_OPTIONS:+:$ASAN_OPTIONS} "$@" >"$log" 2>&1 || {
	tail -n 60 "$log"
	echo "fuzz: $name found something; all of it is in $log"
	exit 1
} >&2
inputs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
edges=$(sed -n 's/^#.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -n 1)
echo "$name: $inputs inputs, $edges edges, nothing found"
