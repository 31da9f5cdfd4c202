# SPDX-License-Identifier: MIT
# See check-imports.sh, which makes the three parts of the input.

BEGIN {
	part = "kit"
	leading = target ~ /^(i686|aarch64)/ ? 1 : 0
	base["ExitProcess"] = base["GetStdHandle"] = base["WriteFile"] = 1
}

# __imp__GetProcessHeaps@8, __imp_real_GetProcessHeaps, on aarch64 __imp__GetProcessHeaps for the latter:
# the function that is imported
function imported(symbol) {
	sub(/^__imp_/, "", symbol)
	if (leading)
		sub(/^_/, "", symbol)
	sub(/^real_/, "", symbol)
	sub(/@[0-9]+$/, "", symbol)
	return symbol
}

# Adds all that an object needs, directly or through the kit, to allowed[].
function follow(object, list, count, i, symbol) {
	if (object in followed)
		return
	followed[object] = 1
	count = split(needs[object], list, " ")
	for (i = 1; i <= count; i++) {
		symbol = list[i]
		if (symbol in provider)
			follow(provider[symbol])
		# Not what libgcc brings: __udivdi3. tlhelp32.h declares no imports: there the function itself is named.
		else if (symbol !~ /heapkit_/ && (symbol !~ /^__/ || symbol ~ /^__imp_/))
			allowed[imported(symbol)] = 1
	}
}

/^== / { part = $2; next }

part != "imports" && NF >= 2 {
	object = $1
	sub(/:[0-9a-f]*$/, "", object)
	type = $(NF - 1)
	symbol = $NF
	if (type == "U")
		needs[object] = needs[object] " " symbol
	else if (part == "kit" && type ~ /^[A-Z]$/ && symbol !~ /^__imp_/)
		provider[symbol] = object
	next
}

part == "imports" && /file format/ {
	program = $1
	sub(/:$/, "", program)
	has[program] = ""
	in_table = 0
	next
}
part == "imports" && /DLL Name:/ { in_table = 1; next }
part == "imports" && in_table && /^$/ { in_table = 0; next }
part == "imports" && in_table && $1 ~ /^[0-9a-f]+$/ && $2 ~ /^[0-9]+$/ {
	has[program] = has[program] " " $3
	next
}
# Binutils 2.44: an ordinal comes first, which an import by name lacks.
part == "imports" && in_table && $1 ~ /^[0-9a-f]+$/ && $2 == "<none>" {
	has[program] = has[program] " " $4
	next
}
# llvm-objdump: the number and the name only
part == "imports" && in_table && NF == 2 && $1 ~ /^[0-9]+$/ { has[program] = has[program] " " $2 }

END {
	entry = code "/kit/entry-bare.o"
	follow(entry)
	for (name in allowed)
		if (!(name in base)) {
			print "The kit's own entry imports " name ", which no young emulator may need." > "/dev/stderr"
			bad = 1
		}
	for (program in has) {
		split("", followed)
		split("", allowed)
		for (name in base)
			allowed[name] = 1
		object = program
		sub("^" build "/" target "/", code "/cases/", object)
		sub(/\.exe$/, ".o", object)
		follow(object)
		count = split(has[program], list, " ")
		if (count == 0) {
			print program " seems to import nothing: is the output of its objdump understood here?" > "/dev/stderr"
			bad = 1
		}
		for (i = 1; i <= count; i++)
			if (!(list[i] in allowed)) {
				print program " imports " list[i] ", which neither it nor a helper it calls names." > "/dev/stderr"
				bad = 1
			}
	}
	exit bad
}
