#!/bin/sh
# SPDX-License-Identifier: MIT
# Two builds in two folders are the same byte for byte: the sources are copied to a folder of another
# length and built there. All programs are built by the same few rules, so of the cases every fifth is enough,
# and everything else; FULL=1 builds all. It is done again only when a program, or how programs are built,
# has changed since it went well.
set -u
here=$(dirname "$0")
# shellcheck source=runner/tests/verdicts.sh
. "$here/verdicts.sh"
top=$here/../..
words="two builds in two folders are the same"

cd "$top" || exit 1
if ! git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
	skip "$words: which files are sources is known in a git checkout only"
	exit 0
fi

sources() {
	git ls-files -co --exclude-standard -z | tr '\0' '\n' | while read -r file; do
		[ ! -f "$file" ] || echo "$file"
	done
	[ ! -f config.mak ] || echo config.mak
}

# The programs of a build, by their paths in it.
programs() {
	(
		cd "$1" && find . \( -path ./mutants -o -path ./dist \) -prune -o -path './*/*/*.exe' -print &&
			echo ./heapkit
	) | sort
}

state=$({
	sources | grep -E '^(Makefile|config.mak|VERSION|toolchains/)' | xargs cksum
	(cd "$BUILD" && programs . | xargs cksum)
} | cksum)
stamp=$BUILD/tests/reproducible
if [ -e "$stamp" ] && [ "$(cat "$stamp")" = "$state" ]; then
	ok "$words (nothing has changed since that was seen)"
	exit 0
fi

work=$(mktemp -d "${TMPDIR:-/tmp}/heapkit-reproducible-in-a-longer-path-XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
start=$(date +%s)
sources | tar -cf - -T - | tar -xf - -C "$work"
[ -n "${FULL:-}" ] || (cd "$work" && find cases -name '*.c' | sort | awk 'NR % 5' | xargs rm -f)
cores=$(getconf _NPROCESSORS_ONLN 2>/dev/null) || cores=1
if ! make -s -j"$cores" -C "$work" BUILD=out CC="${CC:-cc}" heapkit cases >"$work/log" 2>&1; then
	tail -n 20 "$work/log"
	not_ok "$words: the copy does not build"
	exit 0
fi

programs "$BUILD" >"$work/here"
programs "$work/out" >"$work/there"
comm -13 "$work/here" "$work/there" >"$work/different"
while read -r program; do
	cmp "$BUILD/$program" "$work/out/$program" >>"$work/different" 2>&1
done <"$work/there"
head -n 10 "$work/different"
count=$(wc -l <"$work/there")
[ "$count" -gt 1 ] || echo "# no cross compiler is here: only the runner was compared"
if [ -s "$work/different" ]; then
	not_ok "$words"
else
	ok "$words: $count of $(wc -l <"$work/here") programs, in $(($(date +%s) - start)) s"
	echo "$state" >"$stamp"
fi
