#!/bin/sh
# SPDX-License-Identifier: MIT
# Which engine `make image` takes and what it asks of it, with engines that only write down what they are
# asked. That the image is good is for `make check-image` to show.
set -u
here=$(dirname "$0")
# shellcheck source=runner/tests/verdicts.sh
. "$here/verdicts.sh"
top=$here/../..

work=$(mktemp -d "${TMPDIR:-/tmp}/heapkit-image-XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
mkdir "$work/bin"

# works ENGINE...: what works of docker, podman and buildah
works() {
	# shellcheck disable=SC2016 # for the shell of the engine
	for engine in docker podman buildah; do
		case " $* " in
		*" $engine "*) answer='echo "${0##*/} $*" >>"$(dirname "$0")/../asked"' ;;
		*) answer='exit 1' ;;
		esac
		{
			echo '#!/bin/sh'
			echo "$answer"
		} >"$work/bin/$engine"
		chmod +x "$work/bin/$engine"
	done
	: >"$work/asked"
}

# What only some of the tests have: buildah works with the driver vfs alone, has no base, reaches no registry.
poor_buildah() {
	cat >"$work/bin/buildah" <<'END'
#!/bin/sh
driver=
[ "$1" != --storage-driver ] || { driver=$2; shift 2; }
case $1 in
info) [ "$driver" = vfs ] ;;
inspect) case $* in *debian*) [ -e "$(dirname "$0")/../base" ] ;; esac ;;
pull) exit 1 ;;
from) echo container ;;
add) tar -tf "$4" >"$(dirname "$0")/../base-files" ;;
commit) touch "$(dirname "$0")/../base" ;;
esac || exit 1
echo "buildah $* ($driver, $BUILDAH_ISOLATION)" >>"$(dirname "$0")/../asked"
END
	cat >"$work/bin/debootstrap" <<'END'
#!/bin/sh
mkdir -p "$3/etc/dpkg/dpkg.cfg.d" "$3/var/lib/apt" "$3/usr/share/doc/libc6"
touch "$3/usr/share/doc/libc6/copyright" "$3/usr/share/doc/libc6/changelog"
echo "debootstrap $1 $2" >>"$(dirname "$0")/../asked"
END
	printf '#!/bin/sh\necho 0\n' >"$work/bin/id"
	chmod +x "$work/bin/buildah" "$work/bin/debootstrap" "$work/bin/id"
}

# image: asks for the image heapkit; its status, what was said in $work/said
image() {
	PATH=$work/bin:$PATH TMPDIR=$work "$@" "$top/docker/image.sh" heapkit >"$work/said" 2>&1
}

asked() {
	grep -q -e "$1" "$work/asked" && return
	cat "$work/said" "$work/asked"
	return 1
}

works docker podman buildah
image env && asked '^docker build -t heapkit -f .*/docker/Dockerfile ' && ! grep -q -v ^docker "$work/asked"
verdict $? "docker builds the image where it works"
works podman buildah
image env && asked '^podman build -t heapkit '
verdict $? "podman does where docker has no daemon"
works docker podman buildah
image env ENGINE=buildah && asked '^buildah build .*-t heapkit ' && ! grep -q '^docker' "$work/asked"
verdict $? "the one that was asked for does"
works docker
! image env ENGINE=podman && grep -q '^image: podman works here' "$work/said"
verdict $? "one that was asked for and does not work is an error"
works
! image env && grep -q '^image: none of docker, podman and buildah works here' "$work/said" && [ ! -s "$work/asked" ]
verdict $? "without an engine the image is an error that says what to do"

works
poor_buildah
image env && asked '^debootstrap --variant=minbase trixie$' &&
	asked '^buildah commit .*docker.io/library/debian:trixie-slim (vfs, chroot)$' &&
	asked '^buildah build .*--pull=never --network host -t heapkit .*(vfs, chroot)$'
verdict $? "buildah alone makes the base too, with the driver vfs where no other works"
grep -q 'doc/libc6/copyright$' "$work/base-files" && ! grep -q changelog "$work/base-files"
verdict $? "of the documentation licences alone stay"
: >"$work/asked"
image env && asked '^buildah build ' && ! grep -q debootstrap "$work/asked"
verdict $? "a base that is there is not made again"
left=$(find "$work" -name 'heapkit-base-*')
[ -z "$left" ]
verdict $? "nothing is left of making a base $left"
