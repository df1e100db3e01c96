# chroot.sh: a clean Debian in a folder, by debootstrap; to be sourced.
#
# It comes from the mirror that this machine's apt uses, and lies in memory where there is enough of
# that, in $chroot. What was fetched stays in $cache, so that the next run is short.
cache=${FAIRLEAD_PACKAGES_CACHE:-$HOME/.cache/fairlead-packages}

# Mounts are of a namespace of our own: they go with the program, however it ends
own_mounts () {
	[ -z "${FAIRLEAD_OWN_MOUNTS:-}" ] && unshare -m true 2>/dev/null || return 0
	FAIRLEAD_OWN_MOUNTS=1 exec unshare -m "$@"
}

has () {
	command -v "$1" >/dev/null
}

# What keeps a chroot of $release from being made, if anything
say_why_no_chroot () {
	if [ "$(id -u)" != 0 ]; then
		echo 'making a chroot takes root'
	elif [ -z "${FAIRLEAD_OWN_MOUNTS:-}" ]; then
		echo 'mounting is not allowed here'
	elif ! has debootstrap; then
		echo 'debootstrap is not there'
	elif ! find_mirror; then
		echo 'apt knows no mirror of Debian'
	fi
}

own_release () {
	(. /etc/os-release && echo "${VERSION_CODENAME:-}")
}

# The site that this machine's own release is fetched from, as apt knows it; it has the others, too
find_mirror () {
	mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' \
		"Codename: $(own_release)" 'Component: main' 2>/dev/null | head -n 1)
	[ -n "$mirror" ]
}

# The base of a release, kept as one file
fetch_base () {
	base=$cache/base-$release.tar
	mkdir -p "$cache"
	[ -f "$base" ] && return 0
	debootstrap --variant=minbase "$release" "$chroot" "$mirror" || return 1
	umount -R "$chroot/proc" "$chroot/sys" 2>/dev/null
	tar -C "$chroot" --one-file-system -cf "$base.new" . && mv "$base.new" "$base"
	empty_chroot
}

# Where memory is short, on the disk
empty_chroot () {
	if mountpoint -q "$chroot"; then
		umount -R "$chroot"
	else
		rm -rf --one-file-system "$chroot"
	fi
	mkdir -p "$chroot"
	if [ "$(awk '/^MemAvailable/ { print $2 }' /proc/meminfo)" -gt 6000000 ]; then
		mount -t tmpfs -o size=3g tmpfs "$chroot"
	fi
}

# With the proxy that this machine's apt uses, if any, and nothing that starts by itself
make_chroot () {
	tar -C "$chroot" -xf "$base" &&
		mount -t proc proc "$chroot/proc" && mount -t devpts devpts "$chroot/dev/pts" &&
		cp /etc/resolv.conf "$chroot/etc/" || return 1
	apt-config dump | grep -i '^Acquire::https\?::proxy' >"$chroot/etc/apt/apt.conf.d/01proxy"
	echo force-unsafe-io >"$chroot/etc/dpkg/dpkg.cfg.d/unsafe-io" # nobody needs it after a crash
	printf '#!/bin/sh\nexit 101\n' >"$chroot/usr/sbin/policy-rc.d"
	chmod +x "$chroot/usr/sbin/policy-rc.d"
	mkdir -p "$cache/archives/partial" "$chroot/packages" "$chroot/archives" &&
		mount --bind "$cache/archives" "$chroot/archives"
}

install_in_chroot () {
	chroot "$chroot" apt-get install -y -qq --no-install-recommends \
		-o Dir::Cache::Archives=/archives -o APT::Keep-Downloaded-Packages=true "$@"
}

# packages...: a chroot of $release that has them; 77 where the mirror has no such release
open_chroot () {
	empty_chroot && fetch_base || return 77
	make_chroot && chroot "$chroot" apt-get update -qq && install_in_chroot "$@"
}

close_chroot () {
	umount -R "$chroot/proc" "$chroot/dev/pts" "$chroot/archives"
	mountpoint -q "$chroot" || rm -rf --one-file-system "$chroot"
}

# What git knows, or would, into a folder
copy_tree () {
	mkdir -p "$1" && git ls-files -z --cached --others --exclude-standard |
		xargs -0 cp --parents -t "$1"
}
