#!/bin/sh
# SPDX-License-Identifier: MIT
# What `make dist` packs: the same bytes each time, whole, and it runs where it was unpacked, on Linux and on
# Windows' side, with no library but glibc.
set -u
here=$(dirname "$0")
# shellcheck source=runner/tests/verdicts.sh
. "$here/verdicts.sh"
# shellcheck source=runner/tests/in-wine.sh
. "$here/in-wine.sh"
top=$(cd "$here/../.." && pwd)

if ! [ -e "$BUILD/dist/pack" ] || ! command -v zip >/dev/null || ! command -v unzip >/dev/null; then
	skip "the packed kit: what it is made of is not here; make setup fetches it"
	exit 0
fi

work=$(mktemp -d "${TMPDIR:-/tmp}/heapkit-dist-XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
name=heapkit-$(cat "$top/VERSION")

for time in first second; do
	mkdir "$work/$time"
	(cd "$top" && sh "$BUILD/dist/pack" "$work/$time/$name" "$work/$time.zip") >"$work/said" 2>&1 || cat "$work/said"
	rm -rf "${work:?}/$time"
done
[ -s "$work/first.zip" ] && cmp "$work/first.zip" "$work/second.zip"
verdict $? "the packed kit is the same twice: $(wc -c <"$work/first.zip") bytes"

mkdir "$work/a place"
unzip -q "$work/first.zip" -d "$work/a place"
kit="$work/a place/$name"
(cd "$kit" && sha256sum --quiet -c SHA256SUMS) && [ "$(find "$kit" -type f | wc -l)" -eq "$(($(wc -l <"$kit/SHA256SUMS") + 1))" ]
verdict $? "SHA256SUMS has every file that was unpacked"

missing=
for file in heapkit heapkit.exe README.md LICENSE NEWS.md START-HERE.txt THIRD-PARTY.txt IMPORTS.txt heapkit.1 \
	implementations/windows.yaml expectations/wine.yaml requirements/process-heaps.yaml \
	cases/x86_64-bare/kit/process-heaps.exe; do
	[ -s "$kit/$file" ] || missing="$missing $file"
done
for library in libuv1 jansson libyaml libcyaml mingw-w64; do
	grep -q "^==== $library" "$kit/THIRD-PARTY.txt" || missing="$missing licence:$library"
done
[ -z "$missing" ] && [ "$(grep -c . "$kit/IMPORTS.txt")" -gt 10 ]
verdict $? "everything is in it$missing"

ldd "$kit/heapkit" | awk '{ print $1 }' | grep -v '^linux-vdso\|^/lib.*/ld-linux\|^lib[cm]\.so\.6$\|^lib\(dl\|pthread\|rt\)\.so' >"$work/libraries"
newest=$(objdump -T "$kit/heapkit" | grep -o 'GLIBC_[0-9.]*' | sort -uV | tail -n 1)
stated=$(grep -o 'GLIBC_[0-9.]*' "$kit/START-HERE.txt")
[ ! -s "$work/libraries" ] && [ -n "$newest" ] && [ "$(printf '%s\n' "$newest" "$stated" | sort -V | tail -n 1)" = "$stated" ]
verdict $? "its heapkit needs $newest, as it says, and no other library $(tr '\n' ' ' <"$work/libraries")"

# A few cases; the build may have more targets than run here.
few='--target x86_64-bare --case process-heap/*'
set -f
# shellcheck disable=SC2086 # options
runs_on() {
	TMPDIR=$work "$kit/heapkit" run --on "$1" $few >"$work/said" 2>&1 && grep -q '^as expected: ' "$work/said"
	status=$?
	[ "$status" -eq 0 ] || cat "$work/said"
	verdict "$status" "the unpacked heapkit runs its cases on $1"
}
if [ -e "$kit/heapkit-model" ]; then
	runs_on model
else
	skip "the unpacked heapkit on the model: it is not built here"
fi
have_wine "the unpacked heapkit" && have_cases "the unpacked heapkit on Wine" x86_64-bare || exit 0
runs_on wine

export kit few
cat >"$work/commands" <<'END'
cd "$kit" || exit
"$wine" heapkit.exe run $few >"$work/windows" 2>&1
echo $? >>"$work/windows"
END
export work
in_wine "$work/commands"
[ "$(tail -n 1 "$work/windows")" = 0 ] && grep -q '^as expected: ' "$work/windows"
status=$?
[ "$status" -eq 0 ] || cat "$work/windows"
verdict "$status" "the unpacked heapkit.exe runs its cases on Wine"
