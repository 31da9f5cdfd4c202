#!/bin/sh
# SPDX-License-Identifier: MIT
# What a compiler's driver says to the linker, in two files of options: FILE has what comes before the objects,
# FILE.libs what comes behind them. `ld @FILE -o PROGRAM OBJECTS @FILE.libs` makes the bytes that the driver
# would make, in half the time: two programs less are started.
#
#   linker.sh FILE LIBS CC FLAGS...
set -eu
file=$1
libs=$2
shift 2

# The plugins are for objects that a link would compile; there are none here.
# shellcheck disable=SC2086 # options, a word each
said=$(LC_ALL=C "$@" -Wl,OBJECTS $libs -o "$file.none" '-###' 2>&1 | grep ' OBJECTS ' |
	sed 's/ -plugin [^ ]*//; s/ "\{0,1\}-plugin-opt=[^ ]*//g; s/ -o [^ ]*//; s/^ *[^ ]*collect2[^ ]*//')
case $said in
*' OBJECTS '*) ;;
*)
	echo "$1 does not say how it calls the linker: \`$* -###\` shows no line with OBJECTS." >&2
	exit 1
	;;
esac
echo "${said##* OBJECTS }" >"$file.libs"
echo "${said%% OBJECTS *}" >"$file"
