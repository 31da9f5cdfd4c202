# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# One way to speak to docker, podman and buildah. Sourced; sets `engine` or ends with status 1.
#
# Environment: ENGINE, one of the three; without it the first that works here.

# shellcheck disable=SC2034 # of those who source this
base=docker.io/library/debian:trixie-slim

# Where there is a store of another driver already, buildah takes no notice of the variable alone.
buildah() {
	command buildah ${STORAGE_DRIVER:+--storage-driver "$STORAGE_DRIVER"} "$@"
}

# A client without its daemon is no engine.
engine_works() {
	command -v "$1" >/dev/null || return
	case $1 in
	docker | podman) "$1" info >/dev/null 2>&1 ;;
	buildah)
		# In many containers, and on old kernels, only this driver works; it copies where others share.
		buildah info >/dev/null 2>&1 || {
			STORAGE_DRIVER=vfs
			export STORAGE_DRIVER
			buildah info >/dev/null 2>&1
		}
		;;
	*) return 1 ;;
	esac
}

engine=
for candidate in ${ENGINE:-docker podman buildah}; do
	if engine_works "$candidate"; then
		engine=$candidate
		break
	fi
done
if [ -z "$engine" ]; then
	echo "image: ${ENGINE:-none of docker, podman and buildah} works here; on Debian, as root:" >&2
	echo "  apt-get install --no-install-recommends buildah debootstrap" >&2
	exit 1
fi

# Neither a runtime nor a network of its own is to be had everywhere; chroot and the host's network are.
: "${BUILDAH_ISOLATION:=chroot}"
export BUILDAH_ISOLATION

have_image() {
	case $engine in
	buildah) buildah inspect --type image "$1" >/dev/null 2>&1 ;;
	*) "$engine" image inspect "$1" >/dev/null 2>&1 ;;
	esac
}

# build_image NAME FOLDER: from FOLDER/docker/Dockerfile
build_image() {
	case $engine in
	buildah) buildah build --layers --pull=never --network host -t "$1" -f "$2/docker/Dockerfile" "$2" ;;
	*) "$engine" build -t "$1" -f "$2/docker/Dockerfile" "$2" ;;
	esac
}

# run_in_image NAME COMMAND...: in a container that is gone afterwards, without a network where that can be had
run_in_image() {
	name=$1
	shift
	if [ "$engine" != buildah ]; then
		"$engine" run --rm --network none "$name" "$@"
		return
	fi
	container=$(buildah from --pull-never "$name") || return
	buildah run --network host "$container" -- "$@"
	result=$?
	buildah rm "$container" >/dev/null
	return "$result"
}

image_size() {
	case $engine in
	buildah) buildah images --format '{{.Size}}' "$1" | head -n 1 ;;
	*) "$engine" image inspect --format '{{.Size}}' "$1" | awk '{ printf "%d MB\n", $1 / 1000000 }' ;;
	esac
}
