#!/bin/sh
# SPDX-License-Identifier: MIT
# Bare programs use general registers only and import no more than they name: a young emulator must not
# die on movdqa, or on a function that a case does not call, before it reaches a heap.
set -u
here=$(dirname "$0")
# shellcheck source=runner/tests/verdicts.sh
. "$here/verdicts.sh"
toolchains=$here/../../toolchains
work=$(mktemp -d "${TMPDIR:-/tmp}/heapkit-bare-code-XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT

# The instructions of other registers: x87 ones begin with f, the rest shows in the operands.
other_registers() {
	awk -F '\t' '
		/file format/ { file = $0; sub(/: .*/, "", file) }
		# aarch64, as llvm-objdump writes it: registers named by a letter and a number, other than w and x
		/file format coff-arm64/ { arm = 1 }
		arm && /:/ && $NF ~ /(^|[ ,{[])[bdhqsv][0-9]+([.,}]|$)/ { print file ": " $NF }
		!arm && NF >= 3 && ($3 ~ /%([xyz]?mm[0-9]|st)/ || $3 ~ /^(f[a-rt-z]|fs[a-z]|emms)/) {
			print file ": " $3
		}'
}

# Without this a search that finds nothing would say nothing.
finds_them() {
	printf 'a.exe:     file format pei-x86-64\n 1:\t00\t%s\n' "$1" | other_registers | grep -q .
}
for instruction in 'movdqa %xmm0,(%rsp)' 'vpaddd %ymm1,%ymm2,%ymm3' 'movq   %mm1,%rax' 'fldz' 'fstpl  (%rsp)' \
	'fxch   %st(1)' 'emms'; do
	finds_them "$instruction" || not_ok "the search for other registers overlooks $instruction"
done
for instruction in 'mov    %rsp,%rbp' 'mov    %fs:0x18,%eax' 'fs nop'; do
	! finds_them "$instruction" || not_ok "the search for other registers takes $instruction for one"
done

printf 'a.exe:\tfile format coff-arm64\n1: 00 \tldr\tq0, [x1]\n' | other_registers | grep -q . ||
	not_ok "the search for other registers overlooks q0"
! printf 'a.exe:\tfile format coff-arm64\n1: 00 \tldr\tx0, [sp, #8]\n' | other_registers | grep -q . ||
	not_ok "the search for other registers takes x0 for one"

checked=
for file in "$toolchains"/*-bare.mk; do
	target=$(basename "$file" .mk)
	if grep -q '[.]compiler *:= *clang' "$file"; then
		prefix=llvm-
	else
		prefix=$(sed -n 's/^.*\.prefix *:= *//p' "$file")
	fi
	# Which compiler made the objects: COMPILER=clang may have been asked for.
	code=${target%-*}-gcc
	[ -d "$BUILD/obj/$code" ] || code=${target%-*}-clang
	if ! command -v "${prefix}objdump" >/dev/null; then
		skip "code of $target: ${prefix}objdump is not here"
		continue
	fi
	if [ -z "$(find "$BUILD/$target" -name '*.exe' 2>/dev/null)" ]; then
		skip "code of $target: nothing is built; make cases does"
		continue
	fi
	checked="$checked $target:$code:$prefix"
	find "$BUILD/$target" -name '*.exe' -exec "${prefix}objdump" -d {} + >"$work/code"
	other_registers <"$work/code" >"$work/found"
	head -n 5 "$work/found"
	[ "$(grep -c '^[^ ].*file format' "$work/code")" -gt 1 ] && [ ! -s "$work/found" ]
	verdict $? "$target: general registers only, in $(grep -c 'file format' "$work/code") programs"
done

for pair in $checked; do
	target=${pair%%:*}
	# Anew, whatever the build has found before.
	rm -f "$BUILD/obj/$target/imports.checked"
	(cd "$toolchains/.." && toolchains/check-imports.sh "$BUILD" "$pair")
	verdict $? "$target: every program imports what it and its helpers name, nothing else"
done

# Made up: b.o needs WriteFile, its program imports HeapWalk as well.
made_up() {
	cat <<END
$BUILD/obj/x86_64-bare/libheapkit.a:text.o:00000000 T text_add
== cases
$BUILD/obj/x86_64-gcc/cases/a/b.o:                 U __imp_WriteFile
$BUILD/obj/x86_64-gcc/cases/a/b.o:                 U text_add
== imports

$BUILD/x86_64-bare/a/b.exe:     file format pei-x86-64

	DLL Name: KERNEL32.dll
	vma:  Hint/Ord Member-Name Bound-To
	20fa	   12  WriteFile
	2106	   34  $1

END
}
made_up GetStdHandle | awk -v target=x86_64-bare -v build="$BUILD" -v code="$BUILD/obj/x86_64-gcc" -f "$toolchains/check-imports.awk" &&
	! made_up HeapWalk | awk -v target=x86_64-bare -v build="$BUILD" -v code="$BUILD/obj/x86_64-gcc" \
		-f "$toolchains/check-imports.awk" 2>"$work/stray" &&
	grep -q 'a/b.exe imports HeapWalk' "$work/stray"
verdict $? "a stray import is noticed"

# As binutils 2.44 write it: with an ordinal, which an import by name lacks.
with_ordinals() {
	made_up "$1" | sed 's/^	\([0-9a-f]* *\)	 *\([0-9]*\) /	\1 <none> \2 /'
}
with_ordinals HeapWalk | grep -q '<none> 34  HeapWalk' &&
	with_ordinals GetStdHandle | awk -v target=x86_64-bare -v build="$BUILD" -v code="$BUILD/obj/x86_64-gcc" -f "$toolchains/check-imports.awk" &&
	! with_ordinals HeapWalk | awk -v target=x86_64-bare -v build="$BUILD" -v code="$BUILD/obj/x86_64-gcc" \
		-f "$toolchains/check-imports.awk" 2>"$work/stray" &&
	grep -q 'a/b.exe imports HeapWalk' "$work/stray"
verdict $? "a stray import is noticed in tables with ordinals"
! made_up GetStdHandle | sed '/^	20/d; /^	21/d' | awk -v target=x86_64-bare -v build="$BUILD" -v code="$BUILD/obj/x86_64-gcc" \
	-f "$toolchains/check-imports.awk" 2>"$work/stray" && grep -q 'seems to import nothing' "$work/stray"
verdict $? "a table that is not understood is noticed"
