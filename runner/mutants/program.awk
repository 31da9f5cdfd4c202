# SPDX-License-Identifier: MIT
# Makes the sources of the program mutants: applies each entry of program.mutants to the sources of
# the reference program.
#
#   awk -v folder=FOLDER -v full=0 -f table.awk -f program.awk program.mutants CITES SOURCE...
#
# writes for every mutant FOLDER/NAME/source/FILE.new for each source and FOLDER/NAME/cases.new, and
# prints the list of mutants. An old text that does not stand exactly once in all the sources is an
# error: then the program has changed and the mutant has to follow it.

# Ends the replacement that is being read.
function end_replacement()
{
	if (old == "" && new != "")
		complain(FNR, "\"+\" without \"-\" before it: write what is replaced")
	if (old != "") {
		replacement[mutants, ++replacements[mutants]] = old
		with[mutants, replacements[mutants]] = new
		at[mutants, replacements[mutants]] = entry[mutants]
	}
	old = new = ""
}

function add_line(text)
{
	return text substr($0, 2) "\n"
}

FILENAME == ARGV[1] {
	if (/^-/) {
		if (new != "")
			end_replacement()
		old = add_line(old)
	} else if (/^[+]/) {
		new = add_line(new)
	} else {
		end_replacement()
		read_heading()
	}
	next
}

FILENAME == ARGV[2] {
	if (FNR == 1)
		end_replacement()
	read_cites()
	next
}

FNR == 1 {
	file[++sources] = FILENAME
	sub(/.*\//, "", file[sources])
}

{
	text[sources] = text[sources] $0 "\n"
}

# How often `part` stands in `whole`.
function occurrences(whole, part,    count, place)
{
	while ((place = index(whole, part)) > 0) {
		count++
		whole = substr(whole, place + length(part))
	}
	return count + 0
}

function replace(m, r,    i, n, place, found)
{
	for (i = 1; i <= sources; i++) {
		n = occurrences(mutant[i], replacement[m, r])
		found += n
		if (n == 1)
			place = i
	}
	if (found != 1) {
		complain(at[m, r], name[m] ": what it replaces stands " found " times in the " \
			 "sources of the program, not once; follow the program")
		return
	}
	i = index(mutant[place], replacement[m, r])
	mutant[place] = substr(mutant[place], 1, i - 1) with[m, r] \
		substr(mutant[place], i + length(replacement[m, r]))
}

END {
	for (m = 1; m <= mutants; m++) {
		if (replacements[m] == 0)
			complain(entry[m], name[m] " replaces nothing")
		for (i = 1; i <= sources; i++)
			mutant[i] = text[i]
		for (r = 1; r <= replacements[m]; r++)
			replace(m, r)
		print_mutant(m)
		for (i = 1; i <= sources; i++)
			write(m, "source/" file[i], mutant[i])
		write(m, "cases", cases_of(m, "program-case"))
	}
	if (failed)
		exit 1
}
