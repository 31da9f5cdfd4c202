#!/bin/sh
# SPDX-License-Identifier: MIT
# The HTML report in a real browser: filters, keyboard, details, address, colours, phone, print, no script, and
# texts that would like to be one. HEAPKIT_PICTURES=FOLDER keeps pictures to look at.
set -u
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=runner/tests/verdicts.sh
. "$here/verdicts.sh"
cache=${HEAPKIT_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/heapkit}

heapkit=$BUILD/heapkit
browser=
for name in chromium chromium-browser google-chrome; do
	browser=$(command -v "$name") && break
done
if [ -z "$browser" ]; then
	skip "the HTML report in a browser: there is no Chromium; make setup browser installs it"
	exit 0
fi
if ! command -v node >/dev/null || ! [ -d "$cache/browser/node_modules/playwright-core" ]; then
	skip "the HTML report in a browser: nothing drives it; make setup browser fetches playwright-core"
	exit 0
fi

work=$(mktemp -d "${TMPDIR:-/tmp}/heapkit-browser-XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
[ -z "${HEAPKIT_PICTURES-}" ] || mkdir -p "$HEAPKIT_PICTURES"

# A browser that hangs must not take the tests with it.
timeout 300 node "$here/browser/test.mjs" "$cache/browser" "$browser" "$heapkit" "$work" \
	${HEAPKIT_PICTURES:+"$HEAPKIT_PICTURES"} </dev/null >"$work/out" 2>"$work/errors"
status=$?
cat "$work/out"
[ "$status" -eq 0 ] || {
	tail -n 5 "$work/errors"
	not_ok "the browser's test ended with status $status"
}
