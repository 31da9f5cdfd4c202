#!/bin/sh
# SPDX-License-Identifier: MIT
# The programs for ARM64, which most machines that build them cannot run: each is a PE program for that
# machine, describes itself, and imports no more than its twin for x86-64.
set -u
here=$(dirname "$0")
# shellcheck source=runner/tests/verdicts.sh
. "$here/verdicts.sh"
work=$(mktemp -d "${TMPDIR:-/tmp}/heapkit-aarch64-XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT

programs() {
	find "$BUILD/$1/" -name '*.exe' 2>/dev/null
}

if [ -z "$(programs aarch64-bare)" ]; then
	skip "programs for ARM64: none are built; make setup arm64 installs what builds them"
	exit 0
fi

# The two bytes behind the signature that the long at 60 leads to.
machine() {
	od -A n -t x1 -j "$(($(od -A n -t u4 -j 60 -N 4 "$1") + 4))" -N 2 "$1"
}
programs aarch64-bare | while read -r program; do
	[ "$(machine "$program")" = " 64 aa" ] || echo "$program"
done >"$work/others"
head -n 5 "$work/others"
[ ! -s "$work/others" ]
verdict $? "aarch64-bare: $(programs aarch64-bare | wc -l) programs are for that machine"

if [ -z "$(programs x86_64-bare)" ]; then
	skip "imports of aarch64-bare: x86_64-bare, to compare them with, is not built"
	exit 0
fi
# Fewer are right: a case may not apply to this processor.
for target in aarch64-bare x86_64-bare; do
	"$BUILD/heapkit" list --imports --target "$target" >"$work/$target"
done
awk '
	$1 == "x86_64-bare" { twins[$2] = twins[$2] " " substr($0, index($0, $2)) " "; next }
	!($2 in twins) { print "only for aarch64: " $2; next }
	{
		for (i = 3; i <= NF; i++)
			if (!index(twins[$2], " " $i " "))
				print $2 " imports " $i " on aarch64 only"
	}' "$work/x86_64-bare" "$work/aarch64-bare" >"$work/differences"
head -n 5 "$work/differences"
[ ! -s "$work/differences" ] && [ "$(wc -l <"$work/aarch64-bare")" -eq "$(wc -l <"$work/x86_64-bare")" ]
verdict $? "aarch64-bare: $(wc -l <"$work/aarch64-bare") programs import no more than those for x86-64 do"
