#!/bin/sh
# SPDX-License-Identifier: MIT
# Prints the mirror of Debian that this machine's apt uses; nothing where it knows none.

# shellcheck disable=SC2016 # for apt-get
apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' 2>/dev/null |
	awk '$3 == "main" && $2 !~ /[\/-]/ { print $1; exit }'
