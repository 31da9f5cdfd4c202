#!/bin/sh
# SPDX-License-Identifier: MIT
# Prints the sources of the HTML report in this folder as C arrays, and the digests by which the page's
# Content-Security-Policy knows its style and its script.
set -eu
here=$(dirname "$0")

# The same bytes whatever git made of the ends of lines.
lines() {
	tr -d '\r' <"$1"
}

array() {
	printf 'static const char page_%s[] = {\n' "$1"
	lines "$2" | sed '/^<!-- SPDX/d' | od -An -v -to1 | sed "s/ \([0-7]*\)/'\\\\\1',/g"
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
	printf 'static const char page_%s_digest[] = "sha256-%s";\n' "$1" \
		"$(lines "$2" | sha256sum | base64_of_hex)"
}

echo '/* Made by runner/report/embed.sh. */'
array template "$here/page.html"
array style "$here/style.css"
array script "$here/script.js"
digest style "$here/style.css"
digest script "$here/script.js"
