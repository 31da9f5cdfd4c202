#!/bin/sh
# SPDX-License-Identifier: MIT
# Imports are a contract: a bare case imports ExitProcess, GetStdHandle and WriteFile, and what its own
# code and the helpers it calls name; nothing else. Compares the import table of every bare case with
# what its object and, from there, the kit's objects refer to.
#
#   check-imports.sh BUILD TARGET:CODE:PREFIX...
set -eu
build=$1
shift
status=0

for pair; do
	target=${pair%%:*}
	prefix=${pair##*:}
	code=${pair#*:}
	code=$build/obj/${code%:*}
	[ -d "$code/cases" ] || continue
	stamp=$build/obj/$target/imports.checked
	if [ -e "$stamp" ] && [ -z "$(find "$build/$target" -name '*.exe' -newer "$stamp")" ]; then
		continue
	fi
	{
		# The kit: which object defines and needs what.
		"${prefix}nm" -A "$build/obj/$target/libheapkit.a" "$build/obj/$target/libprogram.a" \
			"$code/kit/entry-bare.o"
		echo "== cases"
		find "$code/cases" -name '*.o' -exec "${prefix}nm" -A {} +
		echo "== imports"
		find "$build/$target" -path "$build/$target/kit" -prune -o -name '*.exe' \
			-exec "${prefix}objdump" -p {} +
	} | awk -v target="$target" -v build="$build" -v code="$code" -f toolchains/check-imports.awk ||
		status=1
	[ "$status" -ne 0 ] || touch "$stamp"
done
exit "$status"
