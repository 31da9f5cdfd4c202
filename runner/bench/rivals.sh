# shellcheck shell=bash
# SPDX-License-Identifier: MIT
# What else starts many programs: each gets the same command for each, its output is kept apart.
# Sourced by bench.sh, whose $programs, $emulator, $work, $times and $cpus it reads.
# shellcheck disable=SC2154 # these

# Each with as many at a time as there are CPUs, and with eight.
jobs=$cpus
[ "$cpus" -eq 8 ] || jobs="$cpus 8"

rivals=shell_loop
for name in ctest meson_test make; do
	for j in $jobs; do
		rivals="$rivals ${name}_-j$j"
	done
done
missing=
command -v cmake >/dev/null || missing+='ctest: skipped, cmake is not here (make setup bench installs it)\n'
command -v meson >/dev/null && command -v ninja >/dev/null ||
	missing+='meson test: skipped, meson or ninja is not here (make setup bench installs them)\n'

prepare_ctest() {
	{
		echo 'cmake_minimum_required(VERSION 3.13)'
		echo 'project(bench NONE)'
		echo 'enable_testing()'
		echo "set(CMAKE_CROSSCOMPILING_EMULATOR $emulator)"
		local i
		for i in "${!programs[@]}"; do
			echo "add_executable(p$i IMPORTED)"
			echo "set_target_properties(p$i PROPERTIES IMPORTED_LOCATION ${programs[i]})"
			echo "add_test(NAME t$i COMMAND p$i)"
		done
	} >"$work/ctest/CMakeLists.txt"
	cmake -S "$work/ctest" -B "$work/ctest/build"
}
ctest_run() {
	ctest --test-dir "$work/ctest/build" -j "$1"
}

prepare_meson() {
	{
		echo "project('bench')"
		local i
		for i in "${!programs[@]}"; do
			echo "test('t$i', find_program('$emulator'), args: ['${programs[i]}'])"
		done
	} >"$work/meson/meson.build"
	meson setup "$work/meson/build" "$work/meson"
}
meson_run() {
	meson test -C "$work/meson/build" --no-rebuild --num-processes "$1"
}

prepare_make() {
	local i
	{
		printf 'all:'
		printf ' t%s' "${!programs[@]}"
		printf '\n'
		for i in "${!programs[@]}"; do
			printf 't%s:\n\t@%s %s >t%s.log 2>&1 || echo t%s failed\n' "$i" "$emulator" "${programs[i]}" "$i" "$i"
		done
	} >"$work/make/Makefile"
}
make_run() {
	make -C "$work/make" -j "$1"
}

loop_run() {
	local program
	for program in "${programs[@]}"; do
		"$emulator" "$program" >"$work/loop.log" 2>&1 || echo "$program failed"
	done
}

# With 500 programs and more a rival runs only with what was better for it before.
declare -A better=()
jobs_of() {
	echo "${better[$1]:-$jobs}"
}

# For the next table.
choose_jobs() {
	local name j
	for name in ctest meson_test make; do
		j=$(for j in $jobs; do
			[ ! -e "$times/${name}_-j$j" ] || echo "$(wall "${name}_-j$j") $j"
		done | sort -n | head -n 1)
		[ -z "$j" ] || better[$name]=${j##* }
	done
}

prepare_rivals() {
	local name
	[ "$1" -gt 500 ] || better=()
	rm -rf "$work/ctest" "$work/meson" "$work/make"
	mkdir "$work/ctest" "$work/meson" "$work/make"
	for name in ctest meson make; do
		case $missing in
		*"$name"*) continue ;;
		esac
		"prepare_$name" >"$work/output" 2>&1 || {
			tail -n 3 "$work/output" >&2
			missing+="$name: skipped, it could not be prepared\n"
		}
	done
}

# The loop once for a table, and for 2,000 programs not at all: it takes minutes and is never the fastest.
measure_rivals() {
	local name as j
	[ "$1" -gt 0 ] || [ "${#programs[@]}" -gt 500 ] || measure shell_loop loop_run
	for name in ctest meson make; do
		case $missing in
		*"$name"*) continue ;;
		esac
		as=${name/meson/meson_test}
		for j in $(jobs_of "$as"); do
			measure "${as}_-j$j" "${name}_run" "$j"
		done
	done
}
