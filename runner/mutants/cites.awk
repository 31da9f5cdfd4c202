# SPDX-License-Identifier: MIT
# Prints for every case source: AREA/CASE, its kind, and the requirements that it cites.

FNR == 1 {
	id = FILENAME
	sub(/^cases\//, "", id)
	sub(/\.c$/, "", id)
	open = 0
}

/^(PROGRAM_)?CASE\(/ {
	kind = /^PROGRAM_/ ? "program-case" : "case"
	open = 1
}

open && match($0, /"[^"]*"/) {
	print id, kind, substr($0, RSTART + 1, RLENGTH - 2)
	open = 0
}
