# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# For the script tests: Windows programs on Wine, in a prefix that heapkit makes and takes away again, with all
# that ran in it. Sourced, behind verdicts.sh. Who sources it sets $top, the repository, and $work, a folder.
: "${work=}" "${top=}"

# in_wine FILE: runs the shell commands of the file, in which `$wine PROGRAM.exe WORDS...` runs a program.
# Heapkit starts one program there as it would start a case; what the commands
# print is in $work/printed.
in_wine() {
	mkdir -p "$work/one/x86_64-bare" "$work/state"
	[ -d "$work/one/x86_64-bare/kit" ] || cp -R "$BUILD/x86_64-bare/kit" "$work/one/x86_64-bare"
	cat >"$work/instead" <<-'END'
		wine=$1
		case $2 in
		*/canary-status-42.exe)
			taskset -pc 0-1023 $$ >/dev/null 2>&1
			. "$COMMANDS" >"$PRINTED" 2>&1
			;;
		esac
		exec "$wine" "$2"
	END
	sed "s|^command:.*|command: [sh, \"$work/instead\", \"{wine}\", \"{exe}\"]|" \
		"$top/runner/implementations/wine.yaml" >"$work/instead.yaml"
	COMMANDS=$1 PRINTED=$work/printed TMPDIR=$work/state XDG_RUNTIME_DIR=$work/state \
		timeout 240 "$BUILD/heapkit" run --on "$work/instead.yaml" --cases "$work/one" --jobs 1 \
		--timeout 200 --case reference/program --ignore-expectations >"$work/started" 2>&1 ||
		cat "$work/started" "$work/printed"
}
