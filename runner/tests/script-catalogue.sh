#!/bin/sh
# SPDX-License-Identifier: MIT
# Cases and requirements know each other: `heapkit coverage` finds nothing missing, and would find it.
set -u
here=$(dirname "$0")
# shellcheck source=runner/tests/verdicts.sh
. "$here/verdicts.sh"
work=$(mktemp -d "${TMPDIR:-/tmp}/heapkit-catalogue-XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT

have_cases "catalogue of requirements" || exit 0

"$BUILD/heapkit" coverage --gaps >"$work/gaps"
verdict $? "every judged requirement has a case or a reason, and no case cites an unknown one $(
	head -n 20 "$work/gaps" | tr '\n' ' ')"

mkdir "$work/requirements"
for area in "$here"/../../cases/*/requirements.yaml; do
	cp "$area" "$work/requirements/$(basename "$(dirname "$area")").yaml"
done
rm "$work/requirements/process-heap.yaml"
"$BUILD/heapkit" coverage --gaps --requirements "$work/requirements" >"$work/gaps"
[ $? -eq 1 ] && grep -q '^GPD-01  is no requirement, but cited by ' "$work/gaps"
verdict $? "an area without its requirements is noticed"
