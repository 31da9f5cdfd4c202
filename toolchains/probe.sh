#!/bin/sh
# SPDX-License-Identifier: MIT
# Prints, as make variables, which tools and libraries this machine has.
set -u
pkg_config=${PKG_CONFIG:-pkg-config}
cc=${CC:-cc}

# Either may have options.
command -v "${cc%% *}" >/dev/null && echo "HAVE_cc := yes"
command -v "${pkg_config%% *}" >/dev/null && echo "HAVE_pkg_config := yes"
echo "PROCESSOR := $(uname -m)"
# The compilers of the targets. In a shell of MSYS2 the prefix is none.
for gcc in $(sed -n 's/^.*[.]prefix *:= *\(.*\)$/\1gcc/p' "$(dirname "$0")"/*.mk | sort -u) ${MSYSTEM:+gcc}; do
	if command -v "$gcc" >/dev/null; then
		echo "HAVE_$gcc := yes"
	fi
done
# LLVM counts when all of it is here.
for tool in clang ld.lld llvm-ar llvm-dlltool llvm-nm llvm-objcopy llvm-objdump; do
	command -v "$tool" >/dev/null || break
	[ "$tool" != llvm-objdump ] || echo "HAVE_llvm := yes"
done
# The model runs programs of both widths on Linux, each with a binary of its own.
linked=$(mktemp)
for bits in 64 32; do
	[ "$(uname -s)" = Linux ] || break
	if printf '#include <errno.h>\nint main(void) { return errno; }\n' |
		$cc "-m$bits" -x c -o "$linked" - 2>/dev/null; then
		echo "HAVE_model_$bits := yes"
	fi
done
# For the runner of the zip, which needs no library.
if printf 'int main(void) { return 0; }\n' | $cc -x c -o "$linked" - \
	-Wl,-Bstatic -lcyaml -lyaml -ljansson -luv -Wl,-Bdynamic 2>/dev/null ||
	printf 'int main(void) { return 0; }\n' | $cc -x c -o "$linked" - \
	-Wl,-Bstatic -lcyaml -lyaml -ljansson -luv_a -Wl,-Bdynamic 2>/dev/null; then
	echo "HAVE_static_libraries := yes"
fi
rm -f "$linked"
for library in libuv jansson libcyaml yaml-0.1 check; do
	name=$(echo "$library" | tr -c 'a-z0-9\n' _)
	if $pkg_config --exists "$library" 2>/dev/null; then
		echo "HAVE_$name := yes"
		echo "CFLAGS_$name := $($pkg_config --cflags "$library")"
		echo "LIBS_$name := $($pkg_config --libs "$library")"
	fi
done
for tool in wine clang-format clang-tidy cppcheck shellcheck yamllint; do
	if command -v "$tool" >/dev/null; then
		echo "HAVE_$(echo "$tool" | tr - _) := yes"
	fi
done
if "$(dirname "$0")/sources.sh" --check "$HEAPKIT_CACHE" 2>/dev/null; then
	echo "HAVE_windows_sources := yes"
fi
