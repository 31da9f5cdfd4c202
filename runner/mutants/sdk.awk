# SPDX-License-Identifier: MIT
# Makes the headers of the SDK mutants: each defines one function of intsafe.h anew, with a mistake.
#
#   awk -v folder=FOLDER -v full=0 -f table.awk -f sdk.awk sdk.mutants CITES
#
# writes for every mutant FOLDER/NAME/source/mutant.h.new and FOLDER/NAME/cases.new, and prints the
# list of mutants.

FILENAME == ARGV[2] {
	read_cites()
	next
}

# The function: its name and parameters, then its body behind tabs.
/^[A-Z]/ {
	if (signature[mutants] != "")
		complain(FNR, "is a function without a mutant; write NAME  REQUIREMENT  WORDS before it")
	signature[mutants] = $0
	next
}

/^\t/ {
	body[mutants] = body[mutants] $0 "\n"
	next
}

# An empty line may stand in the body or end it.
/^$/ {
	body[mutants] = body[mutants] "\n"
	next
}

{
	read_heading()
}

function function_of(m,    function_name)
{
	function_name = signature[m]
	sub(/\(.*/, "", function_name)
	return function_name
}

function header(m,    function_name)
{
	function_name = function_of(m)
	sub(/^\n+/, "", body[m])
	sub(/\n+$/, "\n", body[m])
	return "static inline HRESULT mutant_" signature[m] \
		"\n{\n" body[m] "}\n\n#undef " function_name \
		"\n#define " function_name " mutant_" function_name "\n"
}

function source_of(c,    path, line)
{
	path = "cases/" id[c] ".c"
	if (!(c in source)) {
		while ((getline line <path) > 0)
			source[c] = source[c] line "\n"
		close(path)
	}
	return source[c]
}

# A case that does not call the function would be built in vain.
function cases_that_call(m,    c, list)
{
	for (c = 1; c <= cases; c++)
		if ((full || cites(c, m)) && index(source_of(c), function_of(m) "("))
			list = list id[c] "\n"
	return list
}

END {
	for (m = 1; m <= mutants; m++) {
		if (signature[m] == "" || body[m] == "")
			complain(entry[m], name[m] " has no function; write it below, its body behind tabs")
		print_mutant(m)
		write(m, "source/mutant.h", header(m))
		write(m, "cases", cases_that_call(m))
	}
	if (failed)
		exit 1
}
