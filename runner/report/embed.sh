#!/bin/sh
# SPDX-License-Identifier: MIT
# Prints the sources of the HTML report in this folder as C arrays, and the digests by which the page's
# Content-Security-Policy knows its style and its script.
set -eu
here=$(dirname "$0")

# In this order: a file uses what stands before it when the page is loaded.
scripts="table filters state detail keyboard begin"

# The same bytes whatever git made of the ends of lines.
part() {
	case $1 in
	template) sed '/^<!-- SPDX/d' "$here/page.html" ;;
	style) cat "$here/style.css" ;;
	script)
		echo '(function () {'
		echo '"use strict";'
		for name in $scripts; do
			cat "$here/$name.js"
		done
		echo '})();'
		;;
	esac | tr -d '\r'
}

array() {
	printf 'static const char page_%s[] = {\n' "$1"
	part "$1" | od -An -v -to1 | sed "s/ \([0-7]*\)/'\\\\\1',/g"
	printf '0};\n'
}

# A SHA-256 in hexadecimal as base64.
base64_of_hex() {
	awk '{
		letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
		bits = 0
		for (i = 1; i <= length($1); i++) {
			value = value * 16 + index("0123456789abcdef", substr($1, i, 1)) - 1
			bits += 4
			while (bits >= 6) {
				bits -= 6
				power = 2 ^ bits
				printf "%s", substr(letters, int(value / power) + 1, 1)
				value %= power
			}
		}
		# 256 bits leave four, and one character to fill up
		print substr(letters, value * 4 + 1, 1) "="
	}'
}

digest() {
	printf 'static const char page_%s_digest[] = "sha256-%s";\n' "$1" "$(part "$1" | sha256sum | base64_of_hex)"
}

echo '/* Made by runner/report/embed.sh. */'
array template
array style
array script
digest style
digest script
