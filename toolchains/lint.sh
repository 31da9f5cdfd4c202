#!/bin/sh
# SPDX-License-Identifier: MIT
# Everything that reads the sources without running them. Each tool speaks for itself; all of them run, and
# the status says whether one of them found something.
#
#   lint.sh BUILD HOST_FLAGS...
set -u
build=$1
shift
bad=

report() {
	if [ "$1" -eq 0 ]; then
		echo "ok      $2"
	else
		echo "not ok  $2"
		bad=yes
	fi
}

need() {
	command -v "$1" >/dev/null && return
	echo "not ok  $1 is not here: make setup lint installs it"
	bad=yes
	return 1
}

sources() {
	git ls-files -co --exclude-standard -- "$@" | while read -r file; do
		[ ! -e "$file" ] || echo "$file"
	done
}

windows_only='^runner/(tests/)?agent/|^runner/launcher/|/platform-windows[^/]*[.]c$|/no-wine[.]c$'
host_files=$(sources 'runner/*.c' | grep -vE "$windows_only")
agent_files=$(sources 'runner/agent/*.c' 'runner/launcher/*.c')
kit_files=$(sources 'kit/*.c' 'cases/*.c')
cores=$(nproc)

if need clang-format; then
	sources '*.c' '*.h' | xargs clang-format --dry-run -Werror
	report $? "clang-format"
fi

for compiler in gcc clang; do
	need "$compiler" || continue
	echo "$host_files" | xargs -P "$cores" -n 12 "$compiler" -fsyntax-only -Werror "$@"
	report $? "$compiler, the runner"
done

if need clang; then
	for target in x86_64 i686 aarch64; do
		# Debian has no mingw-w64 for it, nor a C runtime.
		headers=
		[ "$target" != aarch64 ] || headers=/usr/share/mingw-w64/include
		for runtime in -DHEAPKIT_BARE -UHEAPKIT_BARE; do
			[ "$target$runtime" != aarch64-UHEAPKIT_BARE ] || continue
			case $runtime in
			-D*) files=$(echo "$kit_files" | grep -v hosted) ;;
			*) files=$(echo "$kit_files" | grep -v bare) ;;
			esac
			echo "$files" | xargs -P "$cores" -n 12 clang "--target=$target-w64-mingw32" \
				-std=c11 -fsyntax-only -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes \
				-Wmissing-prototypes -Werror -D_WIN32_WINNT=0x0A00 -DWIN32_LEAN_AND_MEAN \
				"-DHEAPKIT_TARGET=\"$target-bare\"" "$runtime" -Ikit ${headers:+-isystem "$headers"}
			report $? "clang, kit and cases for $target $runtime"
		done
		[ "$target" != aarch64 ] || continue
		echo "$agent_files" | xargs clang "--target=$target-w64-mingw32" -std=c11 -fsyntax-only -Wall \
			-Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Werror \
			-D_WIN32_WINNT=0x0501 -DWIN32_LEAN_AND_MEAN
		report $? "clang, the agent and the launcher for $target"
	done
fi

# The tests are left to the compilers: Check's macros are most of what clang-tidy would see there.
if need clang-tidy; then
	extra=
	for flag; do
		extra="$extra --extra-arg=$flag"
	done
	# shellcheck disable=SC2086 # a list of flags without spaces in them
	echo "$host_files" | grep -v ^runner/tests/ | xargs -P "$cores" -n 8 clang-tidy --quiet $extra \
		>"$build/clang-tidy.log" 2>&1
	status=$?
	[ "$status" -eq 0 ] || grep -A4 -E '(warning|error):' "$build/clang-tidy.log"
	report "$status" "clang-tidy"
fi

if need cppcheck; then
	# shellcheck disable=SC2086 # a list of files
	cppcheck -j "$cores" --quiet --library=toolchains/jansson.cfg --std=c11 --enable=warning,performance,portability \
		--inline-suppr --suppress=ctuuninitvar --error-exitcode=1 --suppress=missingIncludeSystem \
		'-DHEAPKIT_VERSION=""' -D__linux__ -Irunner/heapkit $host_files
	report $? "cppcheck"
fi

if need shellcheck; then
	{
		sources '*.sh'
		sources '.ci/*'
	} | xargs shellcheck
	report $? "shellcheck"
fi

if need yamllint; then
	sources '*.yaml' '*.yml' | xargs yamllint --strict
	report $? "yamllint"
fi

toolchains/lint-actions.sh "${HEAPKIT_CACHE:?}"
report $? "actionlint, shellcheck of what GitHub runs"

if [ -e docker/Dockerfile ]; then
	"$HEAPKIT_CACHE/npm/node_modules/.bin/dockerfilelint" docker/Dockerfile
	report $? "dockerfilelint"
fi

[ -z "$bad" ]
