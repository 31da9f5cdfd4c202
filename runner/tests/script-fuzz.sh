#!/bin/sh
# SPDX-License-Identifier: MIT
# What the fuzzers found, and what they begin with, once more through the readers, under the sanitizers and in
# a few seconds: no input may take long or be too much.
set -u
here=$(dirname "$0")
# shellcheck source=runner/tests/verdicts.sh
. "$here/verdicts.sh"

for source in "$here"/../fuzz/*.c; do
	name=$(basename "$source" .c)
	[ "$name" != feed ] || continue
	said=$(timeout 20 "$BUILD/tests/feed-$name" "$here/../fuzz/$name"/* 2>&1)
	status=$?
	case $said in
	[1-9]*" inputs") ;;
	*) status=1 && echo "$said" ;;
	esac
	verdict "$status" "the fuzzed reader $name: ${said%%inputs*}inputs"
done
