# SPDX-License-Identifier: MIT
# What program.awk and sdk.awk share: the headings of a table of mutants, which cases cite what, and
# what is written.

function complain(line, words)
{
	printf "%s:%d: %s\n", ARGV[1], line, words >"/dev/stderr"
	failed = 1
}

# NAME  REQUIREMENT...  what differs; between entries only comments and empty lines
function read_heading(    parts)
{
	if (/^#/ || /^$/)
		return
	if (!match($0, /^[a-z0-9-]+  [A-Z]+-[0-9]+( [A-Z]+-[0-9]+)*  [^ ]/)) {
		complain(FNR, "is no mutant: NAME, two spaces, REQUIREMENT, two spaces, WORDS")
		return
	}
	split($0, parts, "  ")
	if (parts[1] in known)
		complain(FNR, parts[1] " stands there twice; choose another name")
	known[parts[1]] = 1
	name[++mutants] = parts[1]
	requirements[mutants] = parts[2]
	words[mutants] = substr($0, length(parts[1]) + length(parts[2]) + 5)
	entry[mutants] = FNR
}

# AREA/CASE KIND REQUIREMENT..., as cites.awk writes it
function read_cites()
{
	id[++cases] = $1
	kind[cases] = $2
	$1 = $2 = ""
	cited[cases] = $0 " "
}

# Whether a case cites a requirement that the mutant breaks.
function cites(c, m,    broken, n)
{
	for (n = split(requirements[m], broken, " "); n > 0; n--)
		if (index(cited[c], " " broken[n] " "))
			return 1
	return 0
}

# The cases of that kind that cite what the mutant breaks; all of the kind where `full` is set.
function cases_of(m, wanted,    c, list)
{
	for (c = 1; c <= cases; c++)
		if (kind[c] == wanted && (full || cites(c, m)))
			list = list id[c] "\n"
	return list
}

function write(m, path, content)
{
	path = folder "/" name[m] "/" path ".new"
	printf "%s", content >path
	close(path)
}

# A line of the list, as the model prints its own: name, requirements, what differs, tabs between.
function print_mutant(m)
{
	printf "%s\t%s\t%s\n", name[m], requirements[m], words[m]
	system("mkdir -p " folder "/" name[m] "/source")
}
