#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds the image with docker, podman or buildah.
#
#   image.sh NAME
set -eu
here=$(dirname "$0")
# shellcheck source=docker/engine.sh
. "$here/engine.sh"
name=${1:?"the name of the image"}

# Where the registry is out of reach, root can make the base from packages.
if [ "$engine" = buildah ] && ! have_image "$base"; then
	buildah pull -q "$base" >/dev/null || "$here/base.sh"
fi
build_image "$name" "$(cd "$here/.." && pwd)"
echo "image: $name, $(image_size "$name"), built with $engine"
