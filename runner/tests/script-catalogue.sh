#!/bin/sh
# SPDX-License-Identifier: MIT
# Cases and requirements know each other: what a case cites is in the catalogue, and what is judged (MUST or
# WINDOWS, and of a class that can be: neither U nor X) is cited by a case or says why it cannot be.
set -u
here=$(dirname "$0")
# shellcheck source=runner/tests/verdicts.sh
. "$here/verdicts.sh"
work=$(mktemp -d "${TMPDIR:-/tmp}/heapkit-catalogue-XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT

if ! ls "$BUILD"/*/kit/*.exe >/dev/null 2>&1; then
	skip "catalogue of requirements: no cases are built; make cases does"
	exit 0
fi

"$BUILD/heapkit" list --json >"$work/list" || exit 1
grep -o '"requirements":\[[^]]*\]' "$work/list" | grep -o '"[^"]*"' | tr -d '"' |
	grep -vx requirements | sort -u >"$work/cited"
awk '
	function finish() {
		if (id != "")
			print id, (level == "VARIES" || class ~ /[UX]/ || untestable) ? "free" : "judged"
	}
	/^- id: / { finish(); id = $3; level = class = ""; untestable = 0 }
	/^  level: / { level = $2 }
	/^  class: / { class = $2 }
	/^  untestable: / { untestable = 1 }
	FNR == 1 && NR != 1 { finish(); id = "" }
	END { finish() }
' "$here"/../../cases/*/requirements.yaml | sort >"$work/catalogue"
cut -d ' ' -f 1 "$work/catalogue" >"$work/ids"
sed -n 's/ judged$//p' "$work/catalogue" >"$work/judged"

uniq -d "$work/ids" >"$work/twice"
[ -s "$work/ids" ] && [ ! -s "$work/twice" ]
verdict $? "every requirement has an id of its own $(tr '\n' ' ' <"$work/twice")"

comm -23 "$work/cited" "$work/ids" >"$work/unknown"
[ -s "$work/cited" ] && [ ! -s "$work/unknown" ]
verdict $? "every requirement that a case cites is in the catalogue $(tr '\n' ' ' <"$work/unknown")"

comm -13 "$work/cited" "$work/judged" >"$work/uncited"
[ -s "$work/judged" ] && [ ! -s "$work/uncited" ]
verdict $? "every judged requirement is cited by a case or untestable $(tr '\n' ' ' <"$work/uncited")"
